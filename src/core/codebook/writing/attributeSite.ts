import { PHASES } from '../change.js';

/** A place in the braces of a heading at which something is being typed. Columns are UTF-16 units. */
export interface AttributeSite {
  /** The word at the cursor, which a suggestion replaces: `#id`, `.class`, a key, or one word of a value. */
  readonly start: number;
  readonly end: number;
  /** What of it stands before the cursor. */
  readonly typed: string;
  /** The key whose value is being typed. */
  readonly key?: string;
  /** The words of that value, the one at the cursor left out. */
  readonly values: readonly string[];
  /** The other parts in the braces, as they are written. */
  readonly others: readonly string[];
}

/** A part of the braces as written, from column to column. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * The place in the braces of a heading that a column of its line is at, be they closed or not.
 * @returns undefined outside of braces, and where the line is not a heading of hashes
 */
export function attributeSiteAt(line: string, column: number): AttributeSite | undefined {
  if (!/^ {0,3}#{1,6}[ \t]/.test(line)) return undefined;
  const open = openBrace(line, column);
  if (open === undefined) return undefined;
  const parts = partsFrom(line, open + 1);
  if (column > (parts.at(-1)?.end ?? column) && line.slice(parts.at(-1)?.end, column).includes('}')) return undefined;
  const here = parts.find(({ start, end }) => start <= column && column <= end) ?? { start: column, end: column };
  const others = parts.filter(part => part !== here).map(({ start, end }) => line.slice(start, end));
  const text = line.slice(here.start, here.end);
  const equals = text.indexOf('=');
  if (equals === -1 || column <= here.start + equals) {
    const end = equals === -1 ? here.end : here.start + equals + 1;
    return { start: here.start, end, typed: line.slice(here.start, column), values: [], others };
  }
  return valueSite(line, here, here.start + equals + 1, column, others);
}

function valueSite(line: string, here: Part, from: number, column: number, others: readonly string[]): AttributeSite {
  const key = line.slice(here.start, from - 1);
  const quote = /["']/.exec(line[from] ?? '')?.[0];
  const closed = quote !== undefined && here.end > from + 1 && line[here.end - 1] === quote;
  const value = { start: from + (quote === undefined ? 0 : 1), end: here.end - (closed ? 1 : 0) };
  const at = Math.max(column, value.start);
  let [start, end] = [at, at];
  while (start > value.start && !/\s/.test(line[start - 1] ?? '')) start--;
  while (end < value.end && !/\s/.test(line[end] ?? '')) end++;
  const rest = `${line.slice(value.start, start)} ${line.slice(end, value.end)}`;
  const values = rest.split(/\s+/).filter(word => word !== '');
  return { start, end, typed: line.slice(start, at), key, values, others };
}

/** The brace that is open at a column. */
function openBrace(line: string, column: number): number | undefined {
  const at = line.lastIndexOf('{', column - 1);
  if (at === -1 || line[at - 1] === '\\') return undefined;
  const between = line.slice(at, column).replace(/"[^"]*"|'[^']*'/g, '');
  return between.includes('}') ? undefined : at;
}

function partsFrom(line: string, from: number): Part[] {
  const parts: Part[] = [];
  // A value in quotes holds spaces; one that is not closed goes on to the end of the braces.
  const part = /\s*((?:[^\s}"'=]+=)(?:"[^"}]*"?|'[^'}]*'?|[^\s}]*)|[^\s}]+)/y;
  part.lastIndex = from;
  for (let found = part.exec(line); found !== null; found = part.exec(line)) {
    const text = found[1] ?? '';
    parts.push({ start: part.lastIndex - text.length, end: part.lastIndex });
  }
  return parts;
}

/** The classes that mean something in a heading, in the order in which they are offered. */
export const CLASSES: readonly string[] = ['theme', ...PHASES];
