import { lineHunks } from '../text/lineHunks.js';
import { wordDiff } from '../text/wordDiff.js';
import { countWords } from '../transcript/words.js';

/** How many words an edit took away and brought in. */
export interface WordCounts {
  readonly removed: number;
  readonly added: number;
}

/**
 * The words in which two texts differ, white space aside; undefined where nothing else differs. Both counts are 0 where only
 * marks do.
 */
export function changedWords(before: string, after: string): WordCounts | undefined {
  const [old, now] = [linesOf(before), linesOf(after)];
  let [removed, added] = [0, 0];
  let differs = false;
  for (const hunk of lineHunks(old, now)) {
    const [gone, fresh] = [hunk.removed.join('\n'), hunk.added.join('\n')];
    if (fold(gone) === fold(fresh)) continue;
    differs = true;
    // Words that stand once on both sides tie the stretches together first: of many small edits each is found.
    for (const words of lineHunks(fold(gone).split(' '), fold(fresh).split(' '))) {
      for (const { kind, text } of wordDiff(words.removed.join(' '), words.added.join(' '))) {
        if (kind === 'gone') removed += countWords(text);
        else if (kind === 'new') added += countWords(text);
      }
    }
  }
  return differs && fold(before) !== fold(after) ? { removed, added } : undefined;
}

/** Lines without the white space in them that nobody reads; blank ones are none. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(fold)
    .filter(line => line !== '');
}

const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();
