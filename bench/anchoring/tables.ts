import type { Hostile } from './hostile.js';
import { METHODS, type Results } from './results.js';
import type { Speed } from './speed.js';
import type { Tally } from './tally.js';

const HEAD = ['cases', 'right', 'silently wrong', 'sent to review', 'deleted', 'deleted but re-attached'];

/** All tables, one below the other. */
export function tables(results: Results): string {
  return [
    ...methodTables(results),
    table('Ours, by edit', results.edits.all),
    table('Ours, by whether the quote occurs again', results.repeated.all),
    table('Ours, by length', ordered(results.lengths.all)),
    review(results.all),
  ].join('\n\n');
}

/** What was run of each method. */
function methodTables({ single, combined }: Results): string[] {
  const run = METHODS.filter(({ name }) => single.has(name) || combined.has(name));
  const slow = run.filter(({ every }) => every > 1).map(({ name, every }) => `${name}: 1 transcript in ${every}`);
  return [
    ...(single.all.length === 0 ? [] : [table('Edits of one kind', single.all)]),
    ...(combined.all.length === 0 ? [] : [table('Edits of many kinds', combined.all)]),
    ...(slow.length === 0 ? [] : [`Slow methods were run on a sample (${slow.join('; ')}).`]),
    'Shares are of all cases; of re-attached ones, of those deleted.',
  ];
}

function table(title: string, rows: readonly (readonly [name: string, tally: Tally])[]): string {
  const cells = rows.map(([name, tally]) => [name, ...figures(tally)]);
  const lines = [[title, ...HEAD], ...cells];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map(line => (line[column] ?? '').length))) ?? [];
  return lines
    .map(line =>
      line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n');
}

function figures({ cases, right, wrong, review, deleted, reattached }: Tally): string[] {
  const some = (figure: number, of: number): string => (figure === 0 ? '–' : `${figure} = ${percent(figure / of)}`);
  return [
    cases.toLocaleString('en'),
    percent(cases === 0 ? 1 : right / cases),
    some(wrong, cases),
    some(review, cases),
    String(deleted),
    some(reattached, deleted),
  ];
}

function review({ review, offered }: Tally): string {
  const share = review === 0 ? '' : ` (${percent(offered / review)})`;
  return `Of ${review} sent to review, ${offered} have the true place among the first three candidates${share}.`;
}

/** What it costs, in words. */
export function costs(speed: Speed, hostile: readonly Hostile[]): string {
  const times = (ratio: number): string => `${ratio.toFixed(1)} ×`;
  return [
    `${speed.codings.toLocaleString('en')} codings in ${speed.transcripts} edited transcripts found again in ${(speed.all / 1000).toFixed(1)} s, the longest without a pause ${speed.longest.toFixed(0)} ms`,
    `four times the codings ${times(speed.growth)} the time, a text four times as long ${times(speed.textGrowth)}`,
    ...hostile.map(
      ({ name, ratio, ratioWithoutGit }) =>
        `${name}: ${times(ratio)} splitting a megabyte into words, without git ${times(ratioWithoutGit)}`,
    ),
  ].join('\n');
}

/** A share with as many digits as tell it from all and from nothing. */
export function percent(share: number): string {
  const figure = share * 100;
  return `${figure < 1 || figure > 99 ? figure.toFixed(3) : figure.toFixed(1)} %`;
}

/** Shortest first. */
function ordered(rows: readonly (readonly [string, Tally])[]): readonly (readonly [string, Tally])[] {
  const order = ['word', 'phrase', 'sentence', 'several sentences', 'turn', 'several turns'];
  return [...rows].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}
