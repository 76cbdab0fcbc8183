import { parseDocument } from 'yaml';

/** Where the front matter of a text is. Offsets are UTF-16 units into the normalised text. */
export interface FrontBlock {
  /** What stands between the two lines of dashes. */
  readonly yaml: string;
  readonly yamlStart: number;
  readonly bodyStart: number;
}

/** The entries of a front matter; every scalar is the text it is written as. */
export type FrontEntries = ReadonlyMap<string, unknown>;

const OPENS = /^---[ \t]*(?:\n|$)/;
const CLOSES = /^(?:---|\.\.\.)[ \t]*$/m;
/** Nesting that no front matter has and that would cost a YAML parser minutes, or the whole process. */
const TOO_DEEP = /^[ \t]{100}|^[ \t]*(?:[-?:][ \t]+){20}/m;
const MOST_BRACKETS = 400;
const LONGEST = 64 * 1024;

/** Finds the front matter of a normalised text; `unclosed` where it begins and has no end, undefined where there is none. */
export function findFrontMatter(text: string): FrontBlock | 'unclosed' | undefined {
  const opening = OPENS.exec(text);
  if (opening === null) return undefined;
  const yamlStart = opening[0].length;
  const rest = text.slice(yamlStart);
  const closing = CLOSES.exec(rest);
  if (closing === null) return 'unclosed';
  const bodyStart = Math.min(text.length, yamlStart + closing.index + closing[0].length + 1);
  return { yaml: rest.slice(0, closing.index).trimEnd(), yamlStart, bodyStart };
}

/** Reads a YAML mapping with every scalar as the text it is written as, or says in which line (from 1) it is none. Never throws. */
export function readYaml(yaml: string): { entries: FrontEntries } | { line: number; reason: string } {
  const brackets = yaml.replace(/[^[{]/g, '').length;
  if (yaml.length > LONGEST || brackets > MOST_BRACKETS || TOO_DEEP.test(yaml))
    return { line: 1, reason: 'it is too long or too deeply nested.' };
  try {
    // No schema but strings: a date stays as written, 007 keeps its zeros.
    const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
    const [error] = document.errors;
    if (error) return { line: error.linePos?.[0].line ?? 1, reason: sentence(error.message) };
    const content: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 50 });
    if (content instanceof Map) return { entries: new Map([...content].map(([key, value]) => [asText(key), value])) };
    return content === null || content === '' || content === undefined
      ? { entries: new Map() }
      : { line: 1, reason: 'it is not a list of “key: value” lines.' };
  } catch (error) {
    return { line: 1, reason: sentence(error instanceof Error ? error.message : String(error)) };
  }
}

/** The first line of a parser's message, without the place it names (ours is the line of the file). */
function sentence(message: string): string {
  return `${(message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '')}.`;
}

/**
 * Takes the entry of one of some names (in any letter case) out of the entries that are left.
 * @returns undefined where there is none
 */
export function takeEntry(rest: Map<string, unknown>, ...names: readonly string[]): unknown {
  const key = [...rest.keys()].find(written => names.includes(written.trim().toLowerCase()));
  const value = key === undefined ? undefined : rest.get(key);
  if (key !== undefined) rest.delete(key);
  return value;
}

/** Any value of a front matter as text. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(asText).join(', ');
  if (value instanceof Map) return [...value].map(([key, inner]) => `${asText(key)}: ${asText(inner)}`).join(', ');
  return value === null || value === undefined ? '' : String(value);
}

/** What is left of the entries, as texts by key. */
export function othersOf(rest: FrontEntries): Readonly<Record<string, string>> {
  return Object.fromEntries([...rest].map(([key, value]) => [key, asText(value)]));
}
