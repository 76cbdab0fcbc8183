import { foldSpace } from '../../codebook/plain.js';
import { fingerprintOf } from '../../review/keys.js';
import { compareTexts } from '../../text/compare.js';
import { alignBlocks, type Row } from './rows.js';
import { type Half, otherHalf, settle } from './settle.js';
import type { BlockType, TextBlock } from './textBlocks.js';

/** Lists of blocks as the versions have them. */
export interface BlockVersions {
  /** Of the bases that have the entry; none where it is new, or nobody knows. */
  readonly bases: readonly (readonly TextBlock[])[];
  readonly one: readonly TextBlock[];
  readonly two: readonly TextBlock[];
}

/** A block that holds, in the list it comes from. */
export interface KeptBlock {
  readonly block: TextBlock;
  readonly from: readonly TextBlock[];
}

/** Two blocks of which only a person can say which holds; either may be none. */
export interface BlockQuestion {
  readonly type: BlockType;
  /** The same whichever side is which, and without a base. */
  readonly mark: string;
  readonly base: TextBlock | undefined;
  readonly one: TextBlock | undefined;
  readonly two: TextBlock | undefined;
}

/**
 * Merges blocks: what one side changed, took away or put in holds; what both put in stays.
 * @param ask says which side holds where both changed the same block differently
 */
export function mergeBlocks(versions: BlockVersions, ask: (question: BlockQuestion) => Half | 'both'): KeptBlock[] {
  const kept: KeptBlock[] = [];
  for (const row of onlyOnce(alignBlocks(versions), versions)) {
    for (const half of holding(row, ask)) {
      const block = row[half];
      if (block !== undefined) kept.push({ block, from: versions[half] });
    }
  }
  return withDefinitionAhead(kept);
}

/** A definition that one side put in stays one where the other put in something else: it is the first paragraph. */
function withDefinitionAhead(kept: KeptBlock[]): KeptBlock[] {
  const isDefinition = ({ block }: KeptBlock): boolean => block.type === 'definition';
  const first = kept.findIndex(
    ({ block }) => block.type !== 'definition' && block.type !== 'title' && block.type !== 'text',
  );
  const behind = first === -1 ? [] : kept.slice(first).filter(isDefinition);
  if (behind.length === 0) return kept;
  return [...kept.slice(0, first), ...behind, ...kept.slice(first).filter(one => !isDefinition(one))];
}

/** Which sides' blocks of a row hold. */
function holding(row: Row, ask: (question: BlockQuestion) => Half | 'both'): Half[] {
  const { bases, one, two } = row;
  // Which records there are, and what they say, follows from what became of the codes that they are of: here is only their place.
  if ((one ?? two)?.type === 'record')
    return [one === undefined ? 'two' : two === undefined ? 'one' : firstByText(one, two)];
  const verdict = settle(
    bases.map(block => block?.text),
    one?.text,
    two?.text,
  );
  if (verdict === 'same') return ['one'];
  if (verdict !== 'open') return [verdict];
  if (one !== undefined && two !== undefined && saysTheSame(one, two)) return [firstByText(one, two)];
  const there = one ?? two;
  const type = there?.type ?? 'text';
  const texts = [one?.text ?? '', two?.text ?? ''].sort(compareTexts);
  const mark = type === 'definition' || type === 'title' ? '' : fingerprintOf(texts[0], texts[1]);
  const answer = ask({ type, mark, base: bases.length === 1 ? bases[0] : undefined, one, two });
  if (answer !== 'both') return [answer];
  const first = firstByText(one, two);
  return [first, otherHalf(first)];
}

/** Whether two blocks differ in nothing that is read. */
function saysTheSame(one: TextBlock, two: TextBlock): boolean {
  return one.type === two.type && one.type !== 'text' && foldSpace(one.text) === foldSpace(two.text);
}

function firstByText(one: TextBlock | undefined, two: TextBlock | undefined): Half {
  return compareTexts(one?.text ?? '', two?.text ?? '') <= 0 ? 'one' : 'two';
}

/**
 * Without what both sides moved elsewhere, each to another place, and so would stand twice; and without what one side moved and the other one took
 * away.
 */
function onlyOnce(rows: readonly Row[], { bases, one, two }: BlockVersions): Row[] {
  const count = (blocks: readonly TextBlock[], text: string): number =>
    blocks.filter(block => block.text === text).length;
  const isShared = (row: Row): boolean => row.one !== undefined && row.two !== undefined;
  const seen = new Map<string, number>();
  const see = (text: string): number => {
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return times;
  };
  for (const row of rows.filter(isShared)) see((row.one as TextBlock).text);
  const most = (half: Half, text: string): number => {
    const [own, other] = (half === 'one' ? [one, two] : [two, one]).map(blocks => count(blocks, text)) as [
      number,
      number,
    ];
    const isMoved = bases.length > 0 && bases.every(blocks => count(blocks, text) === own);
    // Which records there are follows from what became of the codes that they are of.
    const isRecord = [...one, ...two].some(block => block.text === text && block.type === 'record');
    return isMoved && !isRecord ? Math.min(own, other) : Math.max(own, other);
  };
  return rows.filter(row => {
    const text = (row.one ?? row.two)?.text;
    if (text === undefined || isShared(row) || row.bases.some(block => block !== undefined)) return true;
    return see(text) <= most(row.one === undefined ? 'two' : 'one', text);
  });
}
