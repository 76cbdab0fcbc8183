import { ATTRIBUTES_FILE } from '../../../core/merge/attributes.js';
import { unsetMerging } from '../../../node/merging/setup.js';
import { placeOfStudy, unlessRefused } from '../../git.js';
import { type ExitCode, type Io, writeJson } from '../../io.js';
import { plain } from '../../table.js';
import { runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'git unset',
  leaving: 'nothing',
  summary: 'Take back what verbatim git setup did.',
  writes: true,
  options: {},
  notes: [
    'Removes our lines from .gitattributes of the study, and the file where nothing else is in it, and the command from the',
    'settings of this repository, unless another study of it needs them. Other lines stay as they are.',
  ],
  examples: [['', 'in the folder of the study']],
  exits: ['Nothing of it is left.', undefined, 'Refused: no repository. Nothing was changed.'],
};

/** `verbatim git unset` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const place = await placeOfStudy(call);
    const { attributes, settings, others } = await unlessRefused(() => unsetMerging(place, call.study.store));
    if (call.json) {
      const removed = (isRemoved: boolean): string => (isRemoved ? 'removed' : 'unchanged');
      writeJson(io, { attributes: removed(attributes), settings: removed(settings), others });
    } else io.stdout(told(attributes, settings, others));
    return 0;
  });
}

function told(attributes: boolean, settings: boolean, others: readonly string[]): string {
  const needed =
    others.length === 0 ? '' : `The settings of the repository stay: ${others.map(plain).join(', ')} needs them.\n`;
  if (!attributes && !settings) return `Nothing was set up here. Nothing was changed.\n${needed}`;
  return [
    'Git merges this study by lines again.\n',
    attributes ? `  Our lines are gone from ${ATTRIBUTES_FILE}; save that as a version if it was one.\n` : '',
    settings ? '  Our section is gone from the settings of this repository.\n' : '',
    needed,
  ].join('');
}
