import { atOnce } from '../pieces.js';
import type { Problem } from '../problem.js';
import { isMarkdown } from '../study/layout.js';
import { CodePoints } from '../text/codePoints.js';
import { asText, findFrontMatter, othersOf, readYaml, takeEntry } from '../text/frontMatter.js';
import { LineStarts } from '../text/lines.js';
import { normaliseText } from '../text/normalise.js';
import { layOut, type Piece } from '../transcript/layout.js';
import { readLink } from './links.js';
import type { Memo, Mention } from './memo.js';
import { findLinks, type LinkPlace } from './mentions.js';
import { findQuotes } from './quotes.js';

/**
 * Reads a memo. Takes any text and never throws.
 * @param raw the file as text, with whatever line ends and byte order mark it has
 * @param path of the memo in the study, with `/`
 */
export function parseMemo(raw: string, path: string): Memo {
  const text = normaliseText(raw);
  const points = new CodePoints(text);
  const lines = new LineStarts(text);
  const front = readFront(text, path);
  const { pieces } = atOnce(layOut(text, front.bodyStart));
  const links = findLinks(text, front.bodyStart, pieces);
  const span = (start: number, end: number) => ({ start: points.fromUtf16(start), end: points.fromUtf16(end) });
  const mention =
    (isAbout: boolean) =>
    (place: LinkPlace): Mention => ({
      link: place.link,
      span: span(place.start, place.end),
      target: span(place.targetStart, place.targetEnd),
      line: lines.lineAt(place.start),
      isAbout,
    });
  const name = nameOf(path);
  const date = front.date ?? name.date;
  return {
    path,
    text,
    points,
    title: front.title ?? firstHeading(pieces) ?? name.title,
    ...(date === undefined ? {} : { date }),
    ...(front.author === undefined ? {} : { author: front.author }),
    other: front.other,
    mentions: [...front.about.map(mention(true)), ...links.map(mention(false))],
    quotes: findQuotes(text, front.bodyStart, pieces, links).map(({ start, end, ...quote }) => ({
      ...quote,
      span: span(start, end),
    })),
    problems: front.problems,
  };
}

interface Front {
  readonly title?: string;
  readonly date?: string;
  readonly author?: string;
  readonly about: readonly LinkPlace[];
  readonly other: Readonly<Record<string, string>>;
  readonly bodyStart: number;
  readonly problems: readonly Problem[];
}

const LOOKS_LIKE_YAML = /^---[ \t]*\n(?:title|date|author|about):/i;

function readFront(text: string, path: string): Front {
  const none: Front = { about: [], other: {}, bodyStart: 0, problems: [] };
  const problem = (line: number, message: string, remedy: string): Problem => {
    return { rule: 'memo-front-matter', severity: 'error', file: path, line, message, remedy };
  };
  const block = findFrontMatter(text);
  if (block === undefined || (block === 'unclosed' && !LOOKS_LIKE_YAML.test(text))) return none;
  if (block === 'unclosed') {
    const found = problem(1, 'The front matter has no end.', 'Write a line with --- below its last entry.');
    return { ...none, problems: [found] };
  }
  const { yaml, yamlStart, bodyStart } = block;
  const read = readYaml(yaml);
  if (!('entries' in read)) {
    const remedy = 'Correct this line; until then nothing in the front matter counts.';
    const found = problem(read.line + 1, `The front matter cannot be read: ${read.reason}`, remedy);
    return { ...none, bodyStart, problems: [found] };
  }
  const rest = new Map(read.entries);
  const single = (key: 'title' | 'date' | 'author'): Partial<Front> => {
    const value = asText(takeEntry(rest, key));
    return value === '' ? {} : { [key]: value };
  };
  const about = takeEntry(rest, 'about');
  return {
    ...none,
    ...single('title'),
    ...single('date'),
    ...single('author'),
    about: placesOf(namesIn(about), yaml, yamlStart),
    other: othersOf(rest),
    bodyStart,
  };
}

/** The names in `about:`, a list or a text with commas; brackets as in the body do no harm. */
function namesIn(about: unknown): string[] {
  const parts = Array.isArray(about) ? about.map(asText) : asText(about).split(',');
  return parts
    .map(
      part =>
        part
          .replace(/^[\s[]+|[\s\]]+$/g, '')
          .split('|')[0]
          ?.trim() ?? '',
    )
    .filter(part => part !== '');
}

/** Where each of the names stands behind the key. One that is written in another way than it reads is put at the key. */
function placesOf(names: readonly string[], yaml: string, yamlStart: number): LinkPlace[] {
  const key = /^[ \t]*["']?about["']?[ \t]*:/im.exec(yaml);
  const keyStart = key?.index ?? 0;
  let from = keyStart + (key?.[0].length ?? 0);
  return names.map(name => {
    const at = yaml.indexOf(name, from);
    const [start, end] = at === -1 ? [keyStart, from] : [at, at + name.length];
    if (at !== -1) from = end;
    const place = { start: yamlStart + start, end: yamlStart + end };
    return { link: readLink(name), ...place, targetStart: place.start, targetEnd: place.end };
  });
}

/** What the first heading of a body shows. */
function firstHeading(pieces: readonly Piece[]): string | undefined {
  const first = pieces.find(({ kind, text }) => kind === 'heading' && text.trim() !== '');
  if (first === undefined) return undefined;
  const shown = pieces.filter(({ block, kind }) => kind === 'heading' && block === first.block);
  return shown
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a file's name says: `2026-03-02-hope.md` is “hope” of that day. */
function nameOf(path: string): { title: string; date?: string } {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const stem = isMarkdown(file) ? file.slice(0, file.lastIndexOf('.')) : file;
  const dated = /^(\d{4}-\d{2}-\d{2})[-_ ]*(.*)$/.exec(stem);
  const title = (dated?.[2] || stem).replace(/[-_]+/g, ' ').trim() || stem;
  return dated === null ? { title } : { title, date: dated[1] as string };
}
