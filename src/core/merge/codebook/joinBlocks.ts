import type { KeptBlock } from './mergeBlocks.js';
import { sameTexts } from './settle.js';
import type { TextBlock } from './textBlocks.js';

/**
 * The lines of blocks, each behind the gap it has where it comes from. Blocks that come together for the first time are kept apart.
 * @param cut cuts lines into blocks again
 * @returns undefined where the blocks cannot stand behind each other: together they would be other blocks
 */
export function joinBlocks(
  kept: readonly KeptBlock[],
  cut: (lines: readonly string[]) => readonly TextBlock[],
  isBelowHeading: boolean,
): string[] | undefined {
  const texts = kept.map(({ block }) => block.text);
  const isRead = (lines: readonly string[]): boolean =>
    sameTexts(
      cut(lines).map(({ text }) => text),
      texts,
    );
  const joined = linesOf(kept, isBelowHeading, false);
  if (isRead(joined)) return joined;
  const apart = linesOf(kept, isBelowHeading, true);
  return isRead(apart) ? apart : undefined;
}

function linesOf(kept: readonly KeptBlock[], isBelowHeading: boolean, isApart: boolean): string[] {
  return kept.flatMap(({ block, from }, i) => {
    const at = from.indexOf(block);
    const before = kept[i - 1]?.block.text;
    const isNewPlace = before !== from[at - 1]?.text;
    const isFirst = i === 0 && !isBelowHeading;
    const isTight = block.gap.length === 0 && !isFirst && (isApart || isNewPlace);
    if (isTight) return ['', ...block.lines];
    // What stood first in a file has no place of its own below something else, nor the other way round.
    return isFirst && isNewPlace ? block.lines : [...block.gap, ...block.lines];
  });
}
