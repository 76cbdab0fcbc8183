import { changeAttributes } from '../attributeChange.js';
import { attributeId, attributeValue, findAttributes } from '../attributes.js';
import { ChangeRefused, type CodebookChange } from '../change.js';
import type { CodebookEntry } from '../codebook.js';
import { changeHeading } from '../edit.js';
import { MERGED } from '../prose.js';
import type { BookDraft } from './draft.js';
import { headingContent, headingRange } from './heading.js';
import { holds, isBlank, ownRange, type Range } from './layout.js';
import { moveEntries, writeNumberedIds } from './move.js';
import { takeOut } from './remove.js';
import type { Intention } from './verify.js';

/**
 * What a merged code said, kept below the text of the code it went into: its heading behind `Merged:`, its own text as a
 * quote. With it a merge can be taken back, years later and without git.
 */
export interface MergeRecord {
  /** The id that was merged. */
  readonly id: string;
  /** Its heading: title and attributes, as Markdown; `parent=` names what it stood in. */
  readonly heading: string;
  /** Ids that had been merged into it before. */
  readonly formerly: readonly string[];
  /** Its own text, without blank lines at either end. */
  readonly text: readonly string[];
  /** Where the record stands. */
  readonly range: Range;
}

/**
 * Merges codes into one (or themes into one).
 * @throws ChangeRefused where there is nothing to merge, or themes and codes would be mixed
 */
export function mergeEntries(
  draft: BookDraft,
  { from, into }: Extract<CodebookChange, { do: 'merge' }>,
  intention: Intention,
): string[] {
  writeNumberedIds(draft);
  const target = draft.entry(into);
  const ids = [...new Set(from.map(id => draft.entry(id).id))].filter(id => id !== target.id);
  if (ids.length === 0) throw new ChangeRefused('There is nothing to merge.', 'Name two different codes.');
  for (const id of ids) refuseMixture(draft.entry(id), target);
  // Asked before anything moves: what is in a code that holds the other one cannot go into that.
  const holders = ids.filter(id => holds(draft.entry(id), target));
  for (const id of ids) moveParts(draft, id, ids, holders.includes(id) ? undefined : target.id, intention);
  const merged = ids.map(id => draft.entry(id));
  const kept = merged.flatMap(entry => ['', ...recordOf(draft, entry)]);
  takeOut(draft, merged, intention);
  const former = merged.flatMap(entry => [entry.id, ...entry.formerly]);
  const survivor = draft.entry(target.id);
  setFormer(
    draft,
    survivor,
    [...new Set([...survivor.formerly, ...former])].filter(id => id !== target.id),
    intention,
  );
  const { to } = ownRange(draft.book, draft.entry(target.id), draft.lines);
  draft.apply([{ line: to + 1, remove: [], insert: kept }]);
  return [target.id];
}

function refuseMixture(entry: CodebookEntry, target: CodebookEntry): void {
  if (entry.kind === target.kind) return;
  throw new ChangeRefused(
    `“${entry.title}” is a ${entry.kind}, “${target.title}” a ${target.kind}; they cannot be merged.`,
    'Merge codes with codes and themes with themes, or move the code into the theme.',
  );
}

/** What is in a code that goes, and does not go itself, moves into the other one, or (undefined) to where the code stood. */
function moveParts(
  draft: BookDraft,
  id: string,
  going: readonly string[],
  into: string | undefined,
  intention: Intention,
): void {
  let entry = draft.entry(id);
  const parts = entry.children.map(child => child.id).filter(child => !going.includes(child));
  if (parts.length === 0) return;
  while (entry.parent !== undefined && going.includes(entry.parent.id)) entry = entry.parent;
  moveEntries(draft, parts, into === undefined ? { before: entry.id } : { under: into }, intention);
}

/** Says which ids an entry had or took over. */
export function setFormer(
  draft: BookDraft,
  entry: CodebookEntry,
  formerly: readonly string[],
  intention: Intention,
): void {
  const value = formerly.length === 0 ? undefined : formerly.join(' ');
  draft.apply(changeHeading(draft.text, entry.line, { id: entry.id, set: { formerly: value } }));
  intention.change(entry.id, { formerly });
}

/** The lines that keep what an entry said, followed by the records it kept itself. */
function recordOf(draft: BookDraft, entry: CodebookEntry): string[] {
  const { lines, book } = draft;
  const heading = changeAttributes(headingContent(lines, entry), { id: entry.id, set: { parent: entry.parent?.id } });
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
      formerly: (attributeValue(attributes, 'formerly') ?? '').split(/\s+/).filter(former => former !== ''),
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
