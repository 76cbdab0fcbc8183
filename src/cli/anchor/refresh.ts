import { type RefreshFigures, sumOf } from '../../core/anchoring/refresh.js';
import { placeOf } from '../../core/study/layout.js';
import {
  applyRefresh,
  planRefresh,
  type RefreshScope,
  type TranscriptRefresh,
} from '../../core/study/refreshAnchors.js';
import { type ExitCode, type Io, writeJson } from '../io.js';
import { countOf, perCoder, recordsOf } from '../phrases.js';
import { type Column, formatTable, plain } from '../table.js';
import type { Call } from '../verb.js';

/** How many transcripts that are not committed are named. */
const MOST_NAMED = 5;

/** What a refresh comes to for one transcript. */
interface RefreshRow extends RefreshFigures {
  readonly transcript: string;
  /** How many are moved, of whom. */
  readonly coders: ReadonlyMap<string, number>;
  /** How many of those that are moved are notes. */
  readonly notes: number;
  readonly base: string | undefined;
  readonly isCommitted: boolean | undefined;
}

/** `verbatim anchor --refresh`: moves what is certain to today's version of the transcripts. */
export async function refresh({ study, args, json, io }: Call, scope: RefreshScope): Promise<ExitCode> {
  const plan = await planRefresh(study, scope);
  const dryRun = args.has('dry-run');
  const rows = plan.map(rowOf);
  const sum = sumOf(rows);
  const moved = dryRun ? sum.moved : (await applyRefresh(study, plan)).moved;
  const { kept, ambiguous, orphan } = sum;
  if (json) {
    const counts = { transcripts: rows.length, moved, kept, ambiguous, orphan };
    writeJson(io, { dryRun, transcripts: rows.map(toJson), counts });
  } else {
    const shown = rows.filter(row => row.moved + row.ambiguous + row.orphan > 0);
    if (shown.length > 0) io.stdout(`${formatTable(COLUMNS, shown.map(toCells))}\n`);
    const notes = rows.reduce((total, row) => total + row.notes, 0);
    const what = `${recordsOf(sum.moved - notes, notes)} to today’s version of the transcripts`;
    if (sum.moved === 0) io.stdout(`Nothing to move; ${countOf(rows.length, 'transcript')} looked at.\n`);
    else io.stdout(dryRun ? `Would move ${what}. Nothing was written.\n` : `Moved ${what}.\n`);
    if (kept > 0) io.stdout(`${keptQuotes(kept, dryRun)}\n`);
    if (ambiguous + orphan > 0)
      io.stdout(`Left to review: ${ambiguous} ambiguous, ${orphan} orphan; verbatim anchor lists them.\n`);
    sayUncommitted(io, rows);
  }
  if (moved < sum.moved) {
    const missed = countOf(sum.moved - moved, 'line');
    io.stderr(`Hint: ${missed} changed meanwhile and left as somebody else wrote it. Run it again.\n`);
  }
  return ambiguous + orphan > 0 ? 1 : 0;
}

function rowOf({ transcript, base, isCommitted, files }: TranscriptRefresh): RefreshRow {
  const coders = new Map<string, number>();
  for (const { coder, moved } of files) if (moved > 0) coders.set(coder, (coders.get(coder) ?? 0) + moved);
  const notes = sumOf(files.filter(({ path }) => placeOf(path) === undefined)).moved;
  return { transcript, coders, notes, ...sumOf(files), base, isCommitted };
}

function toJson({ transcript, coders, moved, kept, ambiguous, orphan, base, isCommitted }: RefreshRow) {
  const figures = { moved, coders: Object.fromEntries(coders), kept, ambiguous, orphan };
  return { transcript, ...figures, base: base ?? null, committed: isCommitted ?? null };
}

const COLUMNS: readonly Column[] = [
  { title: 'TRANSCRIPT' },
  { title: 'MOVED', right: true },
  { title: 'BY CODER', longest: 24, optional: true },
  { title: 'OLDER QUOTE KEPT', right: true, optional: true },
  { title: 'AMBIGUOUS', right: true, optional: true },
  { title: 'ORPHAN', right: true, optional: true },
];

function toCells({ transcript, moved, coders, kept, ambiguous, orphan }: RefreshRow): string[] {
  const orNothing = (count: number): string => (count === 0 ? '' : String(count));
  return [transcript, String(moved), perCoder(coders), ...[kept, ambiguous, orphan].map(orNothing)];
}

function keptQuotes(kept: number, dryRun: boolean): string {
  const one = kept === 1 ? 'its older quote' : 'their older quotes';
  const keep = dryRun ? 'would keep' : kept === 1 ? 'keeps' : 'keep';
  return `${kept} of them ${keep} ${one}, because the wording changed.`;
}

/** A version that never gets into git cannot be found again later. */
function sayUncommitted(io: Io, rows: readonly RefreshRow[]): void {
  const open = rows.filter(({ isCommitted, moved }) => isCommitted === false && moved > 0);
  if (open.length === 0) return;
  const named = open.slice(0, MOST_NAMED).map(({ transcript }) => plain(transcript));
  const more = open.length > MOST_NAMED ? ` and ${open.length - MOST_NAMED} more` : '';
  io.stdout(`Today’s text is not committed in git: ${named.join(', ')}${more}.\n`);
  io.stdout('  Commit it together with the codings, so that this version can be found again.\n');
}
