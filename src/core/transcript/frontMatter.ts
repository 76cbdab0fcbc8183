import type { Problem } from '../problem.js';
import { asText, type FrontEntries, findFrontMatter, othersOf, readYaml, takeEntry } from '../text/frontMatter.js';
import { speakerKey } from './names.js';
import type { FrontMatter, NamedSpeaker } from './transcript.js';

/** What stands before the body of a transcript. */
export interface Front {
  readonly frontMatter: FrontMatter;
  /** UTF-16 offset at which the body starts. */
  readonly bodyStart: number;
  readonly problems: readonly Problem[];
}

const LOOKS_LIKE_YAML =
  /^---[ \t]*\n(?:kind|participants?|date|site|language|interviewers?|duration|title|speakers|session):/i;

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
  if ('entries' in read) {
    const { speakers, isClear } = speakersIn(read.entries);
    const frontMatter = toFrontMatter(read.entries, speakers);
    if (isClear) return { frontMatter, bodyStart, problems: [] };
    const found = problem(
      lineOfEntry(text, 'speakers'),
      'What “speakers” says is not understood: it is to give for each label one participant.',
      'Write it as speakers: {A: PP3, B: PP4}, each label once.',
    );
    return { frontMatter, bodyStart, problems: [{ ...found, severity: 'warning' }] };
  }
  const found = problem(
    read.line + 1,
    `The front matter cannot be read: ${read.reason}`,
    'Correct this line; until then nothing in the front matter counts.',
  );
  return { ...none, bodyStart, problems: [found] };
}

/** Line (from 1) at which an entry of the front matter stands; 1 where it does not. @param names in lower case */
export function lineOfEntry(text: string, ...names: readonly string[]): number {
  const block = findFrontMatter(text);
  if (block === undefined || block === 'unclosed') return 1;
  const lines = block.yaml.split('\n');
  const at = lines.findIndex(line =>
    names.includes((/^["']?([^\s:"']+)["']?\s*:/.exec(line)?.[1] ?? '').toLowerCase()),
  );
  return at + 2;
}

function toFrontMatter(entries: FrontEntries, speakers: readonly NamedSpeaker[]): FrontMatter {
  const rest = new Map(entries);
  const single: Record<string, string> = {};
  for (const name of ['kind', 'date', 'site', 'language', 'duration', 'session']) {
    const value = asText(takeEntry(rest, name));
    if (value !== '') single[name] = value;
  }
  const participants = asList(takeEntry(rest, 'participants', 'participant'));
  const interviewers = asList(takeEntry(rest, 'interviewer', 'interviewers'));
  takeEntry(rest, 'speakers');
  const named = speakers.length === 0 ? {} : { speakers };
  return { ...single, participants, interviewers, ...named, other: othersOf(rest) };
}

/** What a mapping, or a list of mappings, says of labels. What is not clear is left out: words must not get another mouth. */
function speakersIn(entries: FrontEntries): { speakers: NamedSpeaker[]; isClear: boolean } {
  const value = takeEntry(new Map(entries), 'speakers');
  const parts: readonly unknown[] = Array.isArray(value) ? value : asText(value) === '' ? [] : [value];
  const all = parts
    .flatMap(part => (part instanceof Map ? [...part] : [[undefined, part]]))
    .map(([label, who]) => ({
      label: asText(label),
      participant: typeof who === 'string' ? who.trim() : '',
    }));
  const times = new Map<string, number>();
  for (const { label } of all) times.set(speakerKey(label), (times.get(speakerKey(label)) ?? 0) + 1);
  const speakers = all.filter(({ label, participant }) => {
    return label !== '' && participant !== '' && times.get(speakerKey(label)) === 1;
  });
  return { speakers, isClear: speakers.length === all.length };
}

/** A list, or the parts of a text between commas. A participant written as a mapping counts by its `id`. */
function asList(value: unknown): string[] {
  const parts = Array.isArray(value)
    ? value.map(one => asText(one instanceof Map ? (one.get('id') ?? one.get('participant')) : one))
    : asText(value).split(/[,;、，；]/);
  return parts.map(part => part.trim()).filter(part => part !== '');
}
