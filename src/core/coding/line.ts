import type { Coding } from './coding.js';

/** Why a line is no coding, and what to do; `undefined` problems never reach here. */
export interface BrokenLine {
  readonly message: string;
  readonly remedy: string;
}

/**
 * Reads one line of a coding file.
 * @returns the coding, or why the line is none
 */
export function parseCodingLine(line: string): Coding | BrokenLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return /^(<{7}|={7}|>{7}|\|{7})/.test(line)
      ? broken(
          'This line is a mark of an unresolved git merge.',
          'Resolve the merge: keep the coding lines of both sides and remove the marks.',
        )
      : broken(
          'This line is not a complete JSON object.',
          'Repair the line, or set it aside; the other codings are not affected.',
        );
  }
  const reason = whyNoCoding(value);
  return reason === undefined
    ? (value as Coding)
    : broken(reason, 'Add what is missing, or set the line aside; the other codings are not affected.');
}

/** Tells a coding from a broken line. */
export function isCoding(parsed: Coding | BrokenLine): parsed is Coding {
  return 'quote' in parsed;
}

function broken(message: string, remedy: string): BrokenLine {
  return { message, remedy };
}

function whyNoCoding(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'This line is not a JSON object.';
  const record = value as Record<string, unknown>;
  for (const key of ['code', 'quote', 'id']) {
    if (typeof record[key] !== 'string' || record[key] === '') return `This coding has no "${key}".`;
  }
  const at = record.at;
  if (!Array.isArray(at) || at.length !== 2 || !isPosition(at[0]) || !isPosition(at[1]) || at[1] < at[0]) {
    return 'This coding has no "at" with a start and an end.';
  }
  const context = record.context;
  if (context !== undefined && !(Array.isArray(context) && context.length === 2 && context.every(isString))) {
    return 'The "context" of this coding is not two strings.';
  }
  for (const key of ['base', 'memo', 'created']) {
    if (record[key] !== undefined && typeof record[key] !== 'string')
      return `The "${key}" of this coding is not a string.`;
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
  return formatValue(coding);
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
