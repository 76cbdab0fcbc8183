import { readBlocks } from '../../../codebook/blocks.js';
import { headingRange } from '../../../codebook/changes/heading.js';
import { isBlank, ownRange } from '../../../codebook/changes/layout.js';
import { recordsIn } from '../../../codebook/changes/mergeRecord.js';
import type { Codebook, CodebookEntry } from '../../../codebook/codebook.js';
import { keywordOf } from '../../../codebook/prose.js';
import { linesOf } from '../../codebook/ownText.js';

/** The respects that the text below a heading is read for. */
export const TEXT_ASPECTS = ['definition', 'include', 'exclude', 'example', 'text'] as const;

export type TextAspect = (typeof TEXT_ASPECTS)[number];

/** Some lines below a heading that say one thing. `merged`: the record of a merged code. */
export interface OwnPart {
  readonly aspect: TextAspect | 'merged';
  /** Without blank lines at the ends. */
  readonly lines: readonly string[];
  /** Whether it goes on with the paragraph of the part before it. */
  readonly isGlued: boolean;
}

/** The lines below a heading up to the next one, from the first behind it to the last that is not blank. */
export function ownLines(book: Codebook, entry: CodebookEntry): { from: number; lines: string[] } {
  const all = linesOf(book);
  const from = headingRange(all, entry).to + 1;
  return { from, lines: all.slice(from, ownRange(book, entry, all).to + 1) };
}

/** What stands below a heading, part by part. */
export function ownParts(book: Codebook, entry: CodebookEntry): OwnPart[] {
  const { from, lines } = ownLines(book, entry);
  const records = recordsIn({ book, lines: linesOf(book) }, entry).map(({ range }) => range);
  const isRecord = (line: number): boolean =>
    records.some(range => range.from <= line + from && line + from <= range.to);
  const parts: { aspect: OwnPart['aspect']; lines: string[]; isGlued: boolean }[] = [];
  const put = (aspect: OwnPart['aspect'], source: readonly string[], isGlued = false): void => {
    const trimmed = trim(source);
    if (trimmed.length > 0) parts.push({ aspect, lines: trimmed, isGlued });
  };
  const blocks = readBlocks(['', ...lines.map((line, i) => (isRecord(i) ? '' : line))]);
  let paragraphs = 0;
  let awaited: TextAspect | undefined;
  let record = 0;
  const putRecords = (before: number): void => {
    for (; record < records.length && (records[record]?.from ?? 0) - from < before; record++) {
      const range = records[record];
      if (range !== undefined) put('merged', lines.slice(range.from - from, range.to - from + 1));
    }
  };
  blocks.forEach((block, i) => {
    const start = block.line - 1;
    putRecords(start);
    const end = (blocks[i + 1]?.line ?? lines.length + 1) - 1;
    const source = lines.slice(start, end).filter((_, at) => !isRecord(start + at));
    const last = parts.at(-1);
    if (block.kind === 'list' && awaited !== undefined && last !== undefined) {
      const gap = blankBefore(lines, start);
      last.lines.push(...Array<string>(gap).fill(''), ...trim(source));
      awaited = undefined;
      return;
    }
    awaited = undefined;
    if (block.kind !== 'paragraph') {
      put('text', source);
      return;
    }
    const pieces = piecesOf(trim(source), paragraphs === 0);
    for (const [at, { aspect, lines: own }] of pieces.entries()) put(aspect, own, at > 0);
    const bare = pieces.at(-1);
    if (bare !== undefined && isBare(bare.lines)) awaited = bare.aspect;
    paragraphs++;
  });
  putRecords(Number.POSITIVE_INFINITY);
  return parts;
}

/** Parts as the lines below a heading, a blank line between paragraphs, with one before the first. */
export function linesOfParts(parts: readonly OwnPart[]): string[] {
  return parts.flatMap(({ lines, isGlued }, i) => (isGlued && i > 0 ? lines : ['', ...lines]));
}

function piecesOf(lines: readonly string[], isFirst: boolean): { aspect: TextAspect; lines: string[] }[] {
  const pieces: { aspect: TextAspect; lines: string[] }[] = [];
  for (const line of lines) {
    const keyword = keywordOf(line);
    const last = pieces.at(-1);
    if (keyword !== undefined && keyword !== 'merged') pieces.push({ aspect: keyword, lines: [line] });
    else if (last === undefined) pieces.push({ aspect: isFirst ? 'definition' : 'text', lines: [line] });
    else last.lines.push(line);
  }
  return pieces;
}

/** A keyword with nothing behind it: what follows it is a list. */
function isBare(lines: readonly string[]): boolean {
  return (
    lines.length === 1 &&
    /^[ \t]*[*_]{0,3}(?:include|exclude|example)s?[*_]{0,3}[ \t]*:[*_]{0,3}[ \t]*$/i.test(lines[0] ?? '')
  );
}

function blankBefore(lines: readonly string[], line: number): number {
  let count = 0;
  while (line - count > 0 && isBlank(lines[line - count - 1])) count++;
  return count;
}

function trim(lines: readonly string[]): string[] {
  let [start, end] = [0, lines.length];
  while (start < end && isBlank(lines[start])) start++;
  while (end > start && isBlank(lines[end - 1])) end--;
  return lines.slice(start, end);
}
