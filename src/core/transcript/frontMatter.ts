import type { Problem } from '../problem.js';
import { asText, type FrontEntries, findFrontMatter, othersOf, readYaml, takeEntry } from '../text/frontMatter.js';
import type { FrontMatter } from './transcript.js';

/** What stands before the body of a transcript. */
export interface Front {
  readonly frontMatter: FrontMatter;
  /** UTF-16 offset at which the body starts. */
  readonly bodyStart: number;
  readonly problems: readonly Problem[];
}

const LOOKS_LIKE_YAML = /^---[ \t]*\n(?:kind|participants?|date|site|language|interviewers?|duration|title):/i;

/** Splits the front matter off a normalised text and reads it. */
export function readFrontMatter(text: string, path: string): Front {
  const none: Front = { frontMatter: { participants: [], interviewers: [], other: {} }, bodyStart: 0, problems: [] };
  const block = findFrontMatter(text);
  if (block === undefined) return none;
  const problem = (line: number, message: string, remedy: string): Problem => {
    return { rule: 'front-matter', severity: 'error', file: path, line, message, remedy };
  };
  if (block === 'unclosed') {
    if (!LOOKS_LIKE_YAML.test(text)) return none;
    return {
      ...none,
      problems: [problem(1, 'The front matter has no end.', 'Write a line with --- below its last entry.')],
    };
  }
  const { bodyStart } = block;
  const read = readYaml(block.yaml);
  if ('entries' in read) return { ...none, frontMatter: toFrontMatter(read.entries), bodyStart };
  const found = problem(
    read.line + 1,
    `The front matter cannot be read: ${read.reason}`,
    'Correct this line; until then nothing in the front matter counts.',
  );
  return { ...none, bodyStart, problems: [found] };
}

function toFrontMatter(entries: FrontEntries): FrontMatter {
  const rest = new Map(entries);
  const single: Record<string, string> = {};
  for (const name of ['kind', 'date', 'site', 'language', 'duration']) {
    const value = asText(takeEntry(rest, name));
    if (value !== '') single[name] = value;
  }
  const participants = asList(takeEntry(rest, 'participants', 'participant'));
  const interviewers = asList(takeEntry(rest, 'interviewer', 'interviewers'));
  return { ...single, participants, interviewers, other: othersOf(rest) };
}

/** A list, or the parts of a text between commas. A participant written as a mapping counts by its `id`. */
function asList(value: unknown): string[] {
  const parts = Array.isArray(value)
    ? value.map(one => asText(one instanceof Map ? (one.get('id') ?? one.get('participant')) : one))
    : asText(value).split(/[,;、，；]/);
  return parts.map(part => part.trim()).filter(part => part !== '');
}
