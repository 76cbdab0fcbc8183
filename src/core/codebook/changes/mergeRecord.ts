import { changeAttributes } from '../attributeChange.js';
import { attributeId, attributeValue, findAttributes } from '../attributes.js';
import type { CodebookEntry } from '../codebook.js';
import { MERGED } from '../prose.js';
import { wordsIn } from '../sections.js';
import type { BookDraft } from './draft.js';
import { headingContent, headingRange } from './heading.js';
import { isBlank, ownRange, type Range } from './layout.js';

/** Where a merged entry stood and what was in it, by ids. */
export interface Origin {
  /** What it stood behind, nearest first: what was merged in the same step, and the first one that was not. */
  readonly after: readonly string[];
  /** What it stood before, likewise, where nothing that stayed was before it. */
  readonly before: readonly string[];
  /** What was directly in it, in this order. */
  readonly held: readonly string[];
}

const NOWHERE: Origin = { after: [], before: [], held: [] };
const AFTER = 'stood-after';
const BEFORE = 'stood-before';
const HELD = 'held';
/** For the heading of what a record brings back: none of these stays in it. */
export const NO_ORIGIN = { [AFTER]: undefined, [BEFORE]: undefined, [HELD]: undefined };

/**
 * What a merged code said, kept below the text of the code it went into: its heading behind `Merged:`, its own text as a
 * quote. With it a merge can be taken back, years later and without git.
 */
export interface MergeRecord {
  /** The id that was merged. */
  readonly id: string;
  /** Its heading: title and attributes, as Markdown; `parent=` names what it stood in, the attributes of `Origin` the rest. */
  readonly heading: string;
  readonly origin: Origin;
  /** Ids that had been merged into it before. */
  readonly formerly: readonly string[];
  /** Its own text, without blank lines at either end. */
  readonly text: readonly string[];
  /** Where the record stands. */
  readonly range: Range;
}

/** The lines that keep what an entry said and where it stood, followed by the records it kept itself. */
export function linesOfRecord(draft: BookDraft, entry: CodebookEntry, origin: Origin = NOWHERE): string[] {
  const { lines, book } = draft;
  const set = {
    parent: entry.parent?.id,
    [AFTER]: idList(origin.after),
    [BEFORE]: idList(origin.before),
    [HELD]: idList(origin.held),
  };
  const heading = changeAttributes(headingContent(lines, entry), { id: entry.id, set });
  const own = recordsIn(draft, entry);
  const end = own[0] === undefined ? ownRange(book, entry, lines).to : own[0].range.from - 1;
  const text = trimBlank(lines.slice(headingRange(lines, entry).to + 1, end + 1));
  const behind =
    own[0] === undefined ? [] : ['', ...lines.slice(own[0].range.from, ownRange(book, entry, lines).to + 1)];
  return [...writeRecord(heading, text), ...behind];
}

function writeRecord(heading: string, text: readonly string[]): string[] {
  const quote = text.map(line => (isBlank(line) ? '>' : `> ${line}`));
  return [MERGED + heading, ...(quote.length === 0 ? [] : ['', ...quote])];
}

/** The records of merged codes below an entry, in their order. */
export function recordsIn(draft: Pick<BookDraft, 'book' | 'lines'>, entry: CodebookEntry): MergeRecord[] {
  const { lines, book } = draft;
  const records: MergeRecord[] = [];
  const { to } = ownRange(book, entry, lines);
  for (let line = entry.line + 1; line <= to; line++) {
    const text = lines[line] ?? '';
    const attributes = text.startsWith(MERGED) ? findAttributes(text.trimEnd()) : undefined;
    const id = attributeId(attributes);
    if (id === undefined) continue;
    let start = line + 1;
    while (start <= to && isBlank(lines[start])) start++;
    let end = start;
    while (end <= to && /^>(?: |$)/.test(lines[end] ?? '')) end++;
    const quote = lines.slice(start, end);
    records.push({
      id,
      heading: text.trimEnd().slice(MERGED.length),
      formerly: wordsIn(attributeValue(attributes, 'formerly')),
      origin: {
        after: wordsIn(attributeValue(attributes, AFTER)),
        before: wordsIn(attributeValue(attributes, BEFORE)),
        held: wordsIn(attributeValue(attributes, HELD)),
      },
      text: quote.map(quoted => quoted.slice(2)),
      range: { from: line, to: quote.length === 0 ? line : end - 1 },
    });
    line = quote.length === 0 ? line : end - 1;
  }
  return records;
}

function trimBlank(lines: readonly string[]): string[] {
  let [start, end] = [0, lines.length];
  while (start < end && isBlank(lines[start])) start++;
  while (end > start && isBlank(lines[end - 1])) end--;
  return lines.slice(start, end);
}

function idList(ids: readonly string[]): string | undefined {
  return ids.length === 0 ? undefined : ids.join(' ');
}
