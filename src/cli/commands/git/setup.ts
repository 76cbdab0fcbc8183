import process from 'node:process';
import { ATTRIBUTES_FILE } from '../../../core/merge/attributes.js';
import type { Program } from '../../../node/merging/driverCommand.js';
import { setUpMerging } from '../../../node/merging/setup.js';
import { placeOfStudy, unlessRefused } from '../../git.js';
import { type ExitCode, type Io, writeJson } from '../../io.js';
import { runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'git setup',
  leaving: 'nothing',
  summary: 'Have git merge codings, codebook and participants by their meaning.',
  writes: true,
  options: {},
  notes: [
    'Writes a few lines into .gitattributes of the study and a command into the settings of this repository. Once is enough;',
    'doing it again brings an old path up to date and changes nothing else. Save .gitattributes as a version: it is for all.',
    'Each colleague runs this once, too. Who does not is told of conflicts line by line, as ever, and verbatim resolve helps.',
  ],
  examples: [['', 'in the folder of the study']],
  exits: [
    'It is set up.',
    undefined,
    'Refused: no repository, or somebody has told git otherwise. Nothing was written.',
  ],
};

/** `verbatim git setup` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const place = await placeOfStudy(call);
    const { attributes, settings } = await unlessRefused(() =>
      setUpMerging(place, call.study.store, io.program ?? thisProgram()),
    );
    if (call.json) writeJson(io, { attributes: changed(attributes), settings: changed(settings) });
    else io.stdout(told(attributes, settings));
    return 0;
  });
}

const changed = (isChanged: boolean): string => (isChanged ? 'written' : 'unchanged');

function told(attributes: boolean, settings: boolean): string {
  if (!attributes && !settings) return 'Git merges this study by meaning already. Nothing was changed.\n';
  return [
    'Git merges this study by meaning from now on.\n',
    attributes ? `  ${ATTRIBUTES_FILE} of the study says for which files.\n` : '',
    settings ? '  The settings of this repository say how (merge.verbatim).\n' : '',
    attributes ? `Save ${ATTRIBUTES_FILE} as a version, so that colleagues have it, too:\n` : '',
    attributes ? `  git add ${ATTRIBUTES_FILE} && git commit -m "Merge by meaning"\n` : '',
    'Each colleague runs “verbatim git setup” once in their own copy. Without it git merges by lines, as ever,\n',
    'and “verbatim resolve” puts right afterwards what that did.\n',
  ].join('');
}

function thisProgram(): Program {
  const isElectron = process.versions.electron !== undefined;
  return { node: process.execPath, script: process.argv[1] ?? '', isElectron };
}
