import { conflictKey } from '../conflictKey.js';
import type { ConflictSubject } from '../merge.js';
import { joinBlocks } from './joinBlocks.js';
import { type BlockQuestion, type BlockVersions, type KeptBlock, mergeBlocks } from './mergeBlocks.js';
import type { Questions } from './questions.js';
import { HALVES, type Half, sameTexts, settle } from './settle.js';
import { says } from './telling.js';
import type { BlockType, TextBlock } from './textBlocks.js';

/** A text as the versions have it: lines, and the blocks these are made of. */
export interface TextVersion {
  readonly lines: readonly string[];
  readonly blocks: readonly TextBlock[];
}

/** What a text is that is merged, and how. */
export interface MergedText {
  /** The first parts of the keys of its conflicts. */
  readonly name: readonly string[];
  readonly subject: ConflictSubject;
  readonly rank: number;
  readonly cut: (lines: readonly string[]) => readonly TextBlock[];
  readonly isBelowHeading: boolean;
  /** Changes what is kept, before it is written. */
  readonly adjust?: (kept: readonly KeptBlock[]) => KeptBlock[];
}

type Sides = Readonly<Record<Half, TextVersion>>;

/**
 * Merges a text block by block.
 * @param bases as the bases have it; none where it is new, or nobody knows
 */
export function mergeText(
  bases: readonly TextVersion[],
  sides: Sides,
  text: MergedText,
  questions: Questions,
): readonly string[] {
  const { one, two } = sides;
  const distinct = bases.filter((base, i) => bases.findIndex(({ lines }) => sameTexts(lines, base.lines)) === i);
  // What does not follow from each of several bases is as if none were known.
  const isOne = new Set(distinct.map(base => outcomeOf([base], sides, text))).size === 1;
  const old = distinct.length > 1 ? (isOne ? distinct.slice(0, 1) : []) : distinct;
  const linesIn = old.map(({ lines }) => lines);
  const verdict = settle(linesIn, one.lines, two.lines, sameTexts);
  if (verdict !== 'open') return adjustedText(verdict === 'two' ? two : one, text);
  if (outcomeOf(old, sides, text) !== undefined) {
    const kept = mergeBlocks(blocksOf(old, sides), question => questions.ask(asked(question, text)));
    const lines = joinBlocks(text.adjust?.(kept) ?? kept, text.cut, text.isBelowHeading);
    if (lines !== undefined) return lines;
  }
  const { name, subject, rank } = text;
  const both = { one: says(one.lines.join('\n').trim()), two: says(two.lines.join('\n').trim()) };
  const half = questions.ask({
    key: conflictKey(...name, 'text'),
    subject,
    aspect: 'text',
    rank,
    base: undefined,
    ...both,
  });
  return adjustedText(half === 'two' ? two : one, text);
}

/**
 * What blocks come out as with all that is asked as the one side has it, and as the other: questions are asked once it is known that the blocks can
 * stand together, whatever the answers.
 * @returns undefined where they cannot
 */
function outcomeOf(bases: readonly TextVersion[], sides: Sides, text: MergedText): string | undefined {
  const outcomes = HALVES.map(half => {
    const kept = mergeBlocks(blocksOf(bases, sides), () => half);
    // Records follow from what became of the codes that they are of.
    const own = kept.filter(({ block }) => block.type !== 'record').map(({ block }) => block.text);
    return joinBlocks(kept, text.cut, text.isBelowHeading) && own;
  });
  return outcomes.includes(undefined) ? undefined : JSON.stringify(outcomes);
}

function blocksOf(bases: readonly TextVersion[], { one, two }: Sides): BlockVersions {
  return { bases: bases.map(({ blocks }) => blocks), one: one.blocks, two: two.blocks };
}

/** The text of one side, with what else is to be in it. */
export function adjustedText({ lines, blocks }: TextVersion, text: MergedText): readonly string[] {
  const kept = blocks.map(block => ({ block, from: blocks }));
  const adjusted = text.adjust?.(kept) ?? kept;
  if (adjusted.length === kept.length && adjusted.every(({ block }, i) => block === blocks[i])) return lines;
  return joinBlocks(adjusted, text.cut, text.isBelowHeading) ?? lines;
}

const ASPECTS: Partial<Record<BlockType, string>> = { title: 'text', record: 'text' };

function asked({ type, mark, base, one, two }: BlockQuestion, { name, subject, rank }: MergedText) {
  const aspect = ASPECTS[type] ?? type;
  return {
    key: conflictKey(...name, type, ...(mark === '' ? [] : [mark])),
    subject,
    aspect: subject.is === 'entry' ? aspect : 'text',
    rank,
    base: base && says(base.text),
    one: says(one?.text),
    two: says(two?.text),
    isBoth: one !== undefined && two !== undefined && type !== 'title' && type !== 'record',
  };
}
