import { parseDocument } from 'yaml';
import type { Problem } from '../problem.js';
import type { FrontMatter } from './transcript.js';

/** What stands before the body of a transcript. */
export interface Front {
  readonly frontMatter: FrontMatter;
  /** UTF-16 offset at which the body starts. */
  readonly bodyStart: number;
  readonly problems: readonly Problem[];
}

const OPENS = /^---[ \t]*(?:\n|$)/;
const CLOSES = /^(?:---|\.\.\.)[ \t]*$/m;
const LOOKS_LIKE_YAML = /^---[ \t]*\n(?:kind|participants?|date|site|language|interviewers?|duration|title):/i;
/** Nesting that no front matter has and that would cost a YAML parser minutes, or the whole process. */
const TOO_DEEP = /^[ \t]{100}|^[ \t]*(?:[-?:][ \t]+){20}/m;
const MOST_BRACKETS = 400;
const LONGEST = 64 * 1024;

/** Splits the front matter off a normalised text and reads it. */
export function readFrontMatter(text: string, path: string): Front {
  const none: Front = { frontMatter: { participants: [], interviewers: [], other: {} }, bodyStart: 0, problems: [] };
  const opening = OPENS.exec(text);
  if (!opening) return none;
  const rest = text.slice(opening[0].length);
  const closing = CLOSES.exec(rest);
  const problem = (line: number, message: string, remedy: string): Problem => {
    return { rule: 'front-matter', severity: 'error', file: path, line, message, remedy };
  };
  if (!closing) {
    if (!LOOKS_LIKE_YAML.test(text)) return none;
    return {
      ...none,
      problems: [problem(1, 'The front matter has no end.', 'Write a line with --- below its last entry.')],
    };
  }
  const bodyStart = Math.min(text.length, opening[0].length + closing.index + closing[0].length + 1);
  const read = readYaml(rest.slice(0, closing.index).trimEnd());
  if ('entries' in read) return { ...none, frontMatter: toFrontMatter(read.entries), bodyStart };
  const found = problem(
    read.line + 1,
    `The front matter cannot be read: ${read.reason}`,
    'Correct this line; until then nothing in the front matter counts.',
  );
  return { ...none, bodyStart, problems: [found] };
}

type Entries = ReadonlyMap<string, unknown>;

/** Reads a YAML mapping with every scalar as the text it is written as, or says in which line (from 1) it is none. */
function readYaml(yaml: string): { entries: Entries } | { line: number; reason: string } {
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

function toFrontMatter(entries: Entries): FrontMatter {
  const rest = new Map(entries);
  const take = (...names: readonly string[]): unknown => {
    const key = [...rest.keys()].find(written => names.includes(written.trim().toLowerCase()));
    const value = key === undefined ? undefined : rest.get(key);
    if (key !== undefined) rest.delete(key);
    return value;
  };
  const single: Record<string, string> = {};
  for (const name of ['kind', 'date', 'site', 'language', 'duration']) {
    const value = asText(take(name));
    if (value !== '') single[name] = value;
  }
  const participants = asList(take('participants', 'participant'));
  const interviewers = asList(take('interviewer', 'interviewers'));
  return {
    ...single,
    participants,
    interviewers,
    other: Object.fromEntries([...rest].map(([key, value]) => [key, asText(value)])),
  };
}

/** A list, or the parts of a text between commas. A participant written as a mapping counts by its `id`. */
function asList(value: unknown): string[] {
  const parts = Array.isArray(value)
    ? value.map(one => asText(one instanceof Map ? (one.get('id') ?? one.get('participant')) : one))
    : asText(value).split(/[,;、，；]/);
  return parts.map(part => part.trim()).filter(part => part !== '');
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(asText).join(', ');
  if (value instanceof Map) return [...value].map(([key, inner]) => `${asText(key)}: ${asText(inner)}`).join(', ');
  return value === null || value === undefined ? '' : String(value);
}
