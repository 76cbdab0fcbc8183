import { countCodings } from '../../../core/analysis/codeUse.js';
import { changeCodebookOf } from '../../../core/study/changeCodebook.js';
import { type ExitCode, type Io, writeJson } from '../../io.js';
import { findEntry } from '../../names.js';
import { countOf } from '../../phrases.js';
import { Refusal } from '../../refusal.js';
import { plain } from '../../table.js';
import { runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'codebook merge',
  leaving: 'team',
  summary: 'Merge codes into one; can be taken back.',
  positionals: 'FROM… INTO',
  mostPositionals: Number.POSITIVE_INFINITY,
  writes: true,
  options: {},
  notes: [
    'Codes are named by id, former id or title. No coding is changed: the ids of FROM become former ids of INTO, and what',
    'was coded with them counts for INTO from now on. verbatim codebook unmerge ID takes it back.',
  ],
  examples: [['sharing own-story self-disclosure', 'two codes become part of a third']],
  exits: ['The codes are merged.', undefined, 'Refused; nothing was written.'],
};

/** `verbatim codebook merge` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ args, study, json }) => {
    const names = args.positionals;
    if (names.length < 2) {
      throw new Refusal(
        'arguments',
        'A merge takes at least two codes.',
        'Write verbatim codebook merge FROM… INTO, the one that stays last.',
      );
    }
    const [into, ...from] = names.toReversed().map(name => findEntry(study, 'code', name));
    if (into === undefined) throw new Error('There is no code to merge into.');
    const merged = [...new Set(from.reverse())].map(entry => ({
      id: entry.id,
      title: entry.title,
      codings: countCodings(study, entry),
    }));
    await changeCodebookOf(study, { do: 'merge', from: merged.map(({ id }) => id), into: into.id });
    const codings = merged.reduce((sum, each) => sum + each.codings, 0);
    if (json)
      writeJson(io, { merged, into: { id: into.id, title: into.title }, counts: { merged: merged.length, codings } });
    else {
      const target = `${plain(into.title)} [${plain(into.id)}]`;
      for (const each of merged)
        io.stdout(
          `Merged ${plain(each.title)} [${plain(each.id)}] into ${target}: ${countOf(each.codings, 'coding')}.\n`,
        );
      io.stdout(`  To take it back: verbatim codebook unmerge ${plain(merged[0]?.id ?? '')}\n`);
    }
    return 0;
  });
}
