import type { BrokenLine } from '../text/records.js';
import type { Coding } from './coding.js';

/**
 * Reads one line of a coding file.
 * @returns the coding, or why the line is none
 */
export function parseCodingLine(line: string): Coding | BrokenLine {
  const parsed = parseObjectLine(line, 'coding');
  if ('message' in parsed) return parsed;
  const reason = whyNoAnchored(parsed.value, 'coding', NEEDED);
  return reason === undefined ? (parsed.value as unknown as Coding) : incomplete(reason, 'coding');
}

const NEEDED = ['code', 'quote', 'id'] as const;
const TEXTS = ['base', 'memo', 'orphan', 'created'] as const;

/** Tells a coding from a broken line. */
export function isCoding(parsed: Coding | BrokenLine): parsed is Coding {
  return 'quote' in parsed;
}

/** What to do about conflict marks, in the editor and on the command line. */
export const MARK_REMEDY =
  'Choose “Decide…” in VS Code or run `verbatim resolve`: you are asked only about what contradicts itself, and nothing is lost.';

/** Whether a line that holds no record is one of git's conflict marks. */
export function isMarkLine(line: string): boolean {
  return /^(<{7}|={7}|>{7}|\|{7})/.test(line);
}

/**
 * Reads a line that is to hold one JSON object.
 * @param noun what such a line is, as messages say it
 * @returns the object, or why there is none
 */
export function parseObjectLine(line: string, noun: string): { value: Record<string, unknown> } | BrokenLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return isMarkLine(line)
      ? { message: 'This line is a mark of git’s: two versions were not put together here.', remedy: MARK_REMEDY }
      : {
          message: 'This line is not a complete JSON object.',
          remedy: `Repair the line, or set it aside; the other ${noun}s are not affected.`,
        };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return incomplete('This line is not a JSON object.', noun);
  return { value: value as Record<string, unknown> };
}

/** A line that holds an object, but not all that is needed. */
export function incomplete(message: string, noun: string): BrokenLine {
  return { message, remedy: `Add what is missing, or set the line aside; the other ${noun}s are not affected.` };
}

/**
 * Why an object is no record of a passage; undefined where it is one.
 * @param needed keys that must hold a text that is not empty
 */
export function whyNoAnchored(
  record: Readonly<Record<string, unknown>>,
  noun: string,
  needed: readonly string[],
): string | undefined {
  for (const key of needed) {
    if (typeof record[key] !== 'string' || record[key] === '') return `This ${noun} has no "${key}".`;
  }
  const at = record.at;
  if (!Array.isArray(at) || at.length !== 2 || !isPosition(at[0]) || !isPosition(at[1]) || at[1] < at[0]) {
    return `This ${noun} has no "at" with a start and an end.`;
  }
  const context = record.context;
  if (context !== undefined && !(Array.isArray(context) && context.length === 2 && context.every(isString))) {
    return `The "context" of this ${noun} is not two strings.`;
  }
  for (const key of TEXTS) {
    if (record[key] !== undefined && typeof record[key] !== 'string')
      return `The "${key}" of this ${noun} is not a string.`;
  }
  return undefined;
}

const isString = (value: unknown): value is string => typeof value === 'string';
const isPosition = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/**
 * A coding as its line, without line end: known keys in the order of a new record, `", "` and `": "` as separators.
 * Characters that some programs take for a line end are written as escapes, so that a coding is one line everywhere.
 */
export function formatCodingLine(coding: Coding): string {
  return formatRecord(coding);
}

/** Any record as its line, in the same way. */
export function formatRecord(record: object): string {
  return formatValue(record);
}

function formatValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatValue).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    return `{${entries.map(([key, entry]) => `${formatText(key)}: ${formatValue(entry)}`).join(', ')}}`;
  }
  return typeof value === 'string' ? formatText(value) : JSON.stringify(value);
}

function formatText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0085\u2028\u2029\ufeff]/g,
    c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
