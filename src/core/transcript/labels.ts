import type { Line } from './layout.js';
import { isName, UNSEEN } from './names.js';
import { milliseconds, STAMP, TIME } from './time.js';

/**
 * How a label is written. `colon`: `**PP3:** text` and its kin; `bold`: `**PP3** text`; `timed`: `Ann Smith  0:03` on a
 * line of its own; `heading`: `### PP3`; `inHeading`: `### PP3: text`.
 */
export type Style = 'colon' | 'bold' | 'timed' | 'heading' | 'inHeading';

/** What may be a speaker label. Positions are UTF-16 offsets into the text. */
export interface Candidate {
  readonly line: Line;
  readonly style: Style;
  readonly start: number;
  readonly end: number;
  /** The name without what stands in brackets behind it: `PP3` of `PP3 (laughs):`. */
  readonly name: string;
  /** The name with it; the same as `name` where there is nothing. */
  readonly full: string;
  /** The time beside the name, in milliseconds. */
  readonly time?: number;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** No label is longer than this; a longer line is looked at no further, so that no pattern gets expensive. */
const LONGEST = 160;

const MARK = String.raw`\*{1,3}|_{1,3}`;
const LEAD = `^[${UNSEEN}]*(?:(?<before>${STAMP}|${TIME}(?=[\\s–—-]))[\\s–—-]{0,3})?`;
const NAME = String.raw`(?<name>[\p{L}\p{N}][^:：*()（）\[\]\n|<>\\]{0,80}?)(?<aside>\s?(?:[(（][^()（）:：\n]{1,40}[)）]|\\?\[[^\[\]:：\n]{1,40}\]))?`;

const COLON = new RegExp(
  `${LEAD}(?<open>${MARK})?(?:(?<inside>${STAMP})\\s{0,3})?[${UNSEEN}]*${NAME}\\s{0,3}(?<beside>${STAMP})?\\s{0,3}(?<shut>${MARK})?` +
    `\\s{0,3}(?<after>${STAMP})?\\s{0,3}[:：][${UNSEEN}]*(?<close>\\s?(?:${MARK}))?(?<late>\\s{0,3}${STAMP})?`,
  'u',
);
const BOLD = new RegExp(
  `${LEAD}(?<open>\\*\\*|__)${NAME}\\k<open>(?:\\s{0,3}(?<beside>${STAMP})|\\s{1,8}(?<after>${TIME})(?=\\s*$))?(?=\\s|$)`,
  'u',
);
const TIMED = new RegExp(
  `^[${UNSEEN}]*(?<open>${MARK})?${NAME}(?<shut>${MARK})?(?:\\s{0,4}(?<beside>${STAMP})|\\s{1,8}(?<after>${TIME}))\\s*$`,
  'u',
);
/** Ends as what somebody says does: “No. #00:01:17-4#” is an answer with its time, not a name. */
const SAID = /(?:[?!…؟。？！]|\p{L}{2}\.)\s*$/u;
const HEADING = new RegExp(
  `${LEAD}(?<open>${MARK})?${NAME}(?<shut>${MARK})?(?:\\s{0,4}(?<beside>${STAMP})|\\s{1,8}(?<after>${TIME}))?\\s*$`,
  'u',
);

/** What a line starts with, if that can be a speaker label. Whether it is one, the whole transcript decides. */
export function readLabel(text: string, line: Line): Candidate | undefined {
  return line.heading > 0 ? readHeading(text, line) : readLine(text, line);
}

function readHeading(text: string, line: Line): Candidate | undefined {
  const marks = /^#{1,6}[ \t]+/.exec(text.slice(line.start, line.start + 20))?.[0].length ?? 0;
  const start = line.start + marks;
  const content = text.slice(start, Math.min(line.end, start + LONGEST)).replace(/[ \t]+#*[ \t]*$/, '');
  const colon = readColon(content);
  if (line.end - start <= LONGEST) {
    const end = line.start + text.slice(line.start, line.end).trimEnd().length;
    if (colon && content.slice(colon.length).trim() === '')
      return candidate(line, 'colon', line.start, end, colon.groups);
    const groups = balanced(HEADING.exec(content));
    if (groups) return candidate(line, 'heading', line.start, end, groups);
  }
  return colon && candidate(line, 'inHeading', line.start, start + colon.length, colon.groups);
}

function readLine(text: string, line: Line): Candidate | undefined {
  const indent = text.slice(line.start, line.start + LONGEST).search(/\S/);
  const start = line.start + Math.max(0, indent);
  const content = text.slice(start, Math.min(line.end, start + LONGEST));
  const colon = readColon(content);
  if (colon) return candidate(line, 'colon', start, start + colon.length, colon.groups);
  const mayBeTimed = line.end - start <= LONGEST && /[\d#\])）】]\s*$/.test(content);
  const timed = mayBeTimed ? balanced(TIMED.exec(content)) : undefined;
  if (timed && !SAID.test(timed.name ?? ''))
    return candidate(line, 'timed', start, start + content.trimEnd().length, timed);
  const bold = BOLD.exec(content);
  return bold ? candidate(line, 'bold', start, start + bold[0].length, { ...bold.groups }) : undefined;
}

/** A label that ends in a colon, and how far it goes. */
function readColon(head: string): { groups: Groups; length: number } | undefined {
  // Most lines have no colon where a label could end: do not even try.
  const match = /[:：]/.test(head) ? COLON.exec(head) : null;
  if (!match) return undefined;
  const groups: Groups = { ...match.groups };
  const { name = '', open, shut, close = '', late = '' } = groups;
  if (shut !== undefined && shut !== open) return undefined;
  const closed = shut === undefined && open !== undefined && close.trim() === open;
  // Marks that nothing opened belong to what is said, and so does a time behind them.
  const stray = close !== '' && !closed;
  const length = match[0].length - (stray ? close.length + late.length : 0);
  const next = head.slice(length, length + 2);
  if (/^[:)]/.test(next) || next === '//' || (/^\\/.test(next) && !/^\\[[*_]/.test(next))) return undefined;
  if (/^\d/.test(next) && /\d$/.test(name)) return undefined;
  return { groups: stray ? { ...groups, late: undefined } : groups, length };
}

/** The groups of a pattern whose marks open and shut alike. */
function balanced(match: RegExpExecArray | null): Groups | undefined {
  const groups: Groups = { ...match?.groups };
  return match !== null && groups.open === groups.shut ? groups : undefined;
}

function candidate(line: Line, style: Style, start: number, end: number, groups: Groups): Candidate | undefined {
  const { name: written = '', aside = '', before, inside, beside, after, late } = groups;
  const name = written.replace(new RegExp(`[${UNSEEN}]+$`), '').trim();
  if (!isName(name)) return undefined;
  const stamp = before ?? inside ?? beside ?? after ?? late;
  const time = stamp === undefined ? undefined : milliseconds(stamp);
  const full = aside === '' ? name : `${name}${aside.replace(/\\/g, '')}`.trim();
  return { line, style, start, end, name, full, ...(time !== undefined && { time }) };
}
