import { atMost } from '../gates.js';

/** A work, what it costs at each size, and what is judged of that. */
export interface Row {
  readonly work: string;
  /** By the name of a size, as printed. */
  readonly figures: ReadonlyMap<string, string>;
  /** What was found, beside what may be; undefined where the sizes that were measured do not tell. */
  readonly judged?: { readonly found: number; readonly limit: number; readonly unit: string };
}

/** Whether what was found is within what may be. */
export function holds({ judged }: Row): boolean {
  return judged === undefined || atMost('', judged.found, judged.limit).holds;
}

/** The table of some rows, a line each. */
export function printed(rows: readonly Row[], sizes: readonly string[]): string {
  const lines = [
    ['work', ...sizes, 'found', 'may be', ''],
    ...rows.map(row => {
      const { work, figures, judged } = row;
      const of = (figure: number): string => `${Number(figure.toFixed(2))} ${judged?.unit ?? ''}`.trim();
      const judgement =
        judged === undefined ? ['', '', ''] : [of(judged.found), `≤ ${of(judged.limit)}`, holds(row) ? '✓' : '✗'];
      return [work, ...sizes.map(size => figures.get(size) ?? ''), ...judgement];
    }),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map(line => (line[column] as string).length))) ?? [];
  return lines
    .map(line =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Milliseconds, as short as they can be told apart. */
export function ms(figure: number): string {
  return `${figure < 1 ? figure.toFixed(2) : figure < 100 ? figure.toFixed(1) : Math.round(figure)} ms`;
}

/** Bytes in megabytes. */
export function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
