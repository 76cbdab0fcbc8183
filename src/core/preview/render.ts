import { BlockLines } from './lines.js';
import type { MarkdownToken } from './token.js';
import { renderedText, sourceOfUnits } from './units.js';

/** What is rendered of an inline block, and where in the text each of its units is written. */
export interface RenderedBlock {
  readonly text: string;
  /** UTF-16 offset into the whole text, for each unit of `text`. */
  readonly places: readonly number[];
}

/** What was rendered of a text: its inline blocks by their tokens. */
export interface RenderedText {
  /** The text with LF line ends. */
  readonly source: string;
  readonly blocks: ReadonlyMap<MarkdownToken, RenderedBlock>;
}

/**
 * Notes where everything that will be read in the preview comes from. To be called right after inline parsing: what comes
 * later puts escapes and their neighbours together.
 */
export function noteSources(source: string, tokens: readonly MarkdownToken[]): RenderedText {
  const blocks = new Map<MarkdownToken, RenderedBlock>();
  const lines = new BlockLines(source);
  let line = 0;
  for (const token of tokens) {
    line = token.map?.[0] ?? line;
    if (token.type !== 'inline' || token.children === null) continue;
    const starts = lines.place(token, line, token.map === null);
    const text = renderedText(token.children);
    const places = sourceOfUnits(token.content, token.children);
    blocks.set(token, { text, places: toWhole(token.content, starts, places) });
  }
  return { source, blocks };
}

/** Offsets into a block's source (never descending) as offsets into the whole text. */
function toWhole(content: string, starts: readonly number[], places: readonly number[]): number[] {
  let line = 0;
  let lineStart = 0;
  let lineEnd = content.indexOf('\n');
  return places.map(place => {
    while (lineEnd !== -1 && place > lineEnd) {
      line++;
      lineStart = lineEnd + 1;
      lineEnd = content.indexOf('\n', lineStart);
    }
    return (starts[line] ?? 0) + place - lineStart;
  });
}

/**
 * The places of the units a block has by now. Addresses and typographic signs may have been put in since its sources were noted: what stands
 * before and after these stays exact, they themselves are taken to be where they were put in.
 */
export function placesNow({ text, places }: RenderedBlock, now: string): readonly number[] {
  if (now === text) return places;
  const most = Math.min(text.length, now.length);
  let head = 0;
  while (head < most && text[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && text[text.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return Array.from({ length: now.length }, (_, i) => {
    const isTail = i >= now.length - tail;
    const at = isTail ? i - now.length + text.length : Math.min(i, Math.max(head, text.length - tail - 1));
    return places[at] ?? places.at(-1) ?? 0;
  });
}
