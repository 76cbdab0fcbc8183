import { readBlocks } from '../blocks.js';
import { ChangeRefused, type CodebookChange } from '../change.js';
import type { Codebook, CodebookEntry } from '../codebook.js';
import type { Block } from '../markdown.js';
import { keywordOf } from '../prose.js';
import { cleanTitle, writeDefinition, writeKeyword } from '../write.js';
import type { BookDraft } from './draft.js';
import { headingRange } from './heading.js';
import { isBlank, ownRange, type Range } from './layout.js';
import type { Intention } from './verify.js';

type Change<Kind extends CodebookChange['do']> = Extract<CodebookChange, { do: Kind }>;

/** Writes another definition in place of the first paragraph as far as it is one; an empty one takes it away. */
export function define(draft: BookDraft, { entry: id, definition }: Change<'define'>, intention: Intention): string[] {
  const entry = draft.entry(id);
  const { lines, book } = draft;
  const text = writeDefinition(definition);
  const old = definitionRange(book, entry, lines);
  if (old !== undefined) draft.apply([replacement(lines, old, text)]);
  else if (text !== '') draft.apply([paragraphAt(lines, headingRange(lines, entry).to + 1, text)]);
  // Without a definition the next paragraph takes its place, as everywhere in a codebook.
  intention.change(entry.id, {
    definition: text === '' ? draft.entry(id).definition : cleanTitle(definition),
  });
  return [entry.id];
}

/** Adds an inclusion, an exclusion or an example behind those there are. @throws ChangeRefused for an empty text */
export function addNote(draft: BookDraft, { entry: id, as, text }: Change<'note'>, intention: Intention): string[] {
  const entry = draft.entry(id);
  const clean = cleanTitle(text);
  if (clean === '') throw new ChangeRefused('There is nothing to note.', 'Type at least one word.');
  if (entry[as].includes(clean)) return [entry.id];
  const { lines, book } = draft;
  const after = lastNoteBefore(blocksOf(book, entry, lines), as) ?? definitionEnd(book, entry, lines);
  draft.apply([paragraphAt(lines, after + 1, `${LABEL[as]}: ${writeKeyword(as, clean)}`)]);
  intention.change(entry.id, { [as]: [...entry[as], clean] });
  return [entry.id];
}

const LABEL = { include: 'Include', exclude: 'Exclude', example: 'Example' } as const;
const ORDER = ['include', 'exclude', 'example'];

/** A block of an entry's own text and its last line. */
interface PlacedBlock {
  readonly block: Block;
  readonly last: number;
}

function blocksOf(book: Codebook, entry: CodebookEntry, lines: readonly string[]): PlacedBlock[] {
  const { to } = ownRange(book, entry, lines);
  const from = headingRange(lines, entry).to + 1;
  const blocks = readBlocks(['# x', ...lines.slice(from, to + 1)]).slice(1);
  return blocks.map((block, i) => {
    const line = block.line - 1 + from;
    let last = (blocks[i + 1]?.line ?? to + 2 - from) - 2 + from;
    while (last > line && isBlank(lines[last])) last--;
    return { block: { ...block, line }, last };
  });
}

/** The lines of the definition: the first paragraph up to a line that starts with a keyword. */
function definitionRange(book: Codebook, entry: CodebookEntry, lines: readonly string[]): Range | undefined {
  const first = blocksOf(book, entry, lines).find(({ block }) => block.kind === 'paragraph');
  if (first === undefined || keywordOf(lines[first.block.line] ?? '') !== undefined) return undefined;
  let to = first.block.line;
  while (to < first.last && keywordOf(lines[to + 1] ?? '') === undefined) to++;
  return { from: first.block.line, to };
}

function definitionEnd(book: Codebook, entry: CodebookEntry, lines: readonly string[]): number {
  const range = definitionRange(book, entry, lines);
  if (range === undefined) return headingRange(lines, entry).to;
  const block = blocksOf(book, entry, lines).find(({ block, last }) => block.line <= range.to && last >= range.to);
  return block?.last ?? range.to;
}

/** The line behind which a note goes: behind the last one of its kind, else of the kinds before it. */
function lastNoteBefore(blocks: readonly PlacedBlock[], as: string): number | undefined {
  const kinds = ORDER.slice(0, ORDER.indexOf(as) + 1).reverse();
  for (const kind of kinds) {
    const at = blocks.findLastIndex(
      ({ block }) => block.kind === 'paragraph' && block.text.split('\n').some(line => keywordOf(line) === kind),
    );
    const found = blocks[at];
    if (found === undefined) continue;
    const next = blocks[at + 1];
    return next?.block.kind === 'list' ? next.last : found.last;
  }
  return undefined;
}

function replacement(lines: readonly string[], { from, to }: Range, text: string) {
  if (text !== '') return { line: from, remove: lines.slice(from, to + 1), insert: [text] };
  const isAlone = isBlank(lines[from - 1]) && (to + 1 >= lines.length || isBlank(lines[to + 1]));
  const start = isAlone ? from - 1 : from;
  return { line: start, remove: lines.slice(start, to + 1), insert: [] };
}

/** A paragraph of its own, one blank line apart from what stands around it. */
function paragraphAt(lines: readonly string[], line: number, text: string) {
  const before = isBlank(lines[line - 1]) ? [] : [''];
  const after = line < lines.length && !isBlank(lines[line]) ? [''] : [];
  return { line, remove: [], insert: [...before, text, ...after] };
}
