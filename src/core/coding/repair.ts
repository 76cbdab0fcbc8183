import { isCoding, parseCodingLine } from './line.js';

/**
 * The lines a broken coding line was meant to be, where that is beyond doubt: a comma too many, a missing last brace,
 * two records on one line. Every line of the answer is a whole coding; nothing is invented.
 * @param isWhole whether a line is what it is meant to be
 * @returns undefined where a person has to look
 */
export function repairLine(line: string, isWhole: (line: string) => boolean = isCodingLine): string[] | undefined {
  const trimmed = line.replace(/^\uFEFF/, '').trim();
  const attempts = [[trimmed], [trimmed.replace(/,+$/, '')], [`${trimmed}}`], splitRecords(trimmed, isWhole)];
  return attempts.find(lines => lines.length > 0 && lines.every(one => isWhole(one)));
}

const isCodingLine = (line: string): boolean => isCoding(parseCodingLine(line));

/** Cuts between a closing and an opening brace, wherever both sides are records. */
function splitRecords(line: string, isWhole: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const gap of line.matchAll(/\}\s*,?\s*\{/g)) {
    const record = line.slice(start, gap.index + 1);
    if (!isWhole(record)) continue;
    lines.push(record);
    start = gap.index + gap[0].length - 1;
  }
  return lines.length === 0 ? [] : [...lines, line.slice(start)];
}
