import { isOpen } from '../../../core/rounds/round.js';
import { type ExitCode, type Io, writeJson } from '../../io.js';
import { countOf } from '../../phrases.js';
import { plain } from '../../table.js';
import { runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'round list',
  leaving: 'nothing',
  summary: 'List the blind rounds of the study, and who has closed them.',
  options: {},
  notes: ['As the files are now; verbatim round verify looks at the history.'],
  examples: [['', 'all rounds, in the order they were opened']],
  exits: ['The list was printed, be it empty.', undefined, 'The study cannot be read.'],
};

/** `verbatim round list` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ study, json }) => {
    const rounds = study.rounds.all();
    if (json) {
      const rows = rounds.map(({ id, name, by, coders, transcripts, created, closings }) => ({
        id,
        name,
        by,
        created,
        transcripts,
        coders: coders.map(coder => ({ coder, closed: closings.get(coder)?.created ?? null })),
      }));
      writeJson(io, { rounds: rows, counts: { rounds: rows.length, open: rounds.filter(isOpen).length } });
      return 0;
    }
    for (const round of rounds) {
      const { name, id, by, coders, closings, created, transcripts } = round;
      const state = isOpen(round) ? 'open' : 'closed';
      io.stdout(`${plain(name)} (${id}): ${state}, opened by ${plain(by)} on ${created.slice(0, 10)}\n`);
      io.stdout(`  ${countOf(transcripts.length, 'transcript')}: ${transcripts.map(plain).join(', ')}\n`);
      const who = coders.map(coder => `${plain(coder)} ${closings.has(coder) ? 'has closed it' : 'is at it'}`);
      io.stdout(`  ${who.join(', ')}\n`);
    }
    io.stdout(`${countOf(rounds.length, 'round')}, ${rounds.filter(isOpen).length} open.\n`);
    return 0;
  });
}
