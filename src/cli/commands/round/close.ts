import { closeRound } from '../../../core/rounds/close.js';
import { isOpenFor } from '../../../core/rounds/round.js';
import { type ExitCode, type Io, writeJson } from '../../io.js';
import { findRound, nameGiven, personOf, workOf } from '../../rounds.js';
import { plain } from '../../table.js';
import { runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'round close',
  leaving: 'team',
  summary: 'Close a blind round for one coder, who may see from then on what the others did.',
  positionals: 'NAME',
  writes: true,
  options: { coder: { value: 'NAME', help: 'Whose part is closed; that of whoever saves versions here without it.' } },
  notes: [
    'The closing is a line in codings/NAME/rounds.ndjson, and a version (a commit) of it, of what the coder has not saved of',
    'the round, and of the codebook where that is not saved either. Close before you get the others’ work.',
  ],
  examples: [['pilot', 'close your part of a round']],
  exits: ['The round is closed for the coder.', undefined, 'Refused, or git failed; nothing was changed.'],
};

/** `verbatim round close` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ args: given, study, json }) => {
    const name = nameGiven(given.positionals, verb.name);
    const work = await workOf(study);
    const coder = await personOf(study, work, given.one('coder'));
    const round = findRound(study, name, one => isOpenFor(one, coder));
    const { closing, version, files } = await closeRound(study, work, round, coder);
    if (json) writeJson(io, { round: round.id, coder, closing, version, files });
    else io.stdout(`${plain(coder)} closed the blind round “${plain(round.name)}” with version ${version}.\n`);
    return 0;
  });
}
