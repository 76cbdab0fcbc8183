import { compareTexts } from '../../text/compare.js';
import { lesser, quietVerdict, type Verdict, verdictOf } from '../threeWay.js';
import type { RecordLine } from './recordLine.js';

/** Keys of a record that change together. */
export interface RecordRespect {
  /** Its name in a conflict. */
  readonly aspect: string;
  readonly keys: readonly string[];
}

const PASSAGE: RecordRespect = { aspect: 'passage', keys: ['quote', 'at', 'context', 'base'] };
const STATE: RecordRespect = { aspect: 'state', keys: ['state', 'since'] };

/** What is asked about first. */
const ORDER = ['code', 'passage', 'state', 'comment', 'evidence', 'memo', 'orphan'];

/** The respects in which two versions of a record may differ, in an order that knows no sides. */
export function respectsOf(ours: RecordLine, theirs: RecordLine): RecordRespect[] {
  const found = new Map<string, RecordRespect>();
  for (const key of [...Object.keys(ours.value), ...Object.keys(theirs.value)]) {
    const respect = respectOf(key, ours, theirs);
    if (!found.has(respect.aspect)) found.set(respect.aspect, respect);
  }
  const rank = ({ aspect }: RecordRespect): number => (ORDER.includes(aspect) ? ORDER.indexOf(aspect) : ORDER.length);
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || compareTexts(a.aspect, b.aspect));
}

function respectOf(key: string, ...records: readonly RecordLine[]): RecordRespect {
  const is = (...kinds: readonly string[]): boolean => records.some(record => kinds.includes(record.is));
  if (PASSAGE.keys.includes(key) && is('coding', 'note')) return PASSAGE;
  return STATE.keys.includes(key) && is('reading') ? STATE : { aspect: key, keys: [key] };
}

/** What becomes of a respect of a record that both sides have. */
export function verdictIn(
  { aspect, keys }: RecordRespect,
  bases: readonly RecordLine[],
  ours: RecordLine,
  theirs: RecordLine,
): Verdict {
  const [old, mine, other] = [bases.map(base => base.says(keys)), ours.says(keys), theirs.says(keys)];
  const isDate = isDateOfWords({ aspect, keys }, ours);
  // When the words were written goes along with them.
  if (isDate && mine !== other && verdictIn(WORDS, bases, ours, theirs) === 'conflict') return 'conflict';
  if (mine !== other && bases.length > 1) {
    const [first, ...others] = new Set(bases.map(base => verdictIn({ aspect, keys }, [base], ours, theirs)));
    if (first !== undefined && others.length === 0) return first;
    // What does not follow from each of several bases is as if none were known.
    return isDate
      ? (laterOf('edited', ours, theirs) ?? lesser(mine, other))
      : verdictIn({ aspect, keys }, [], ours, theirs);
  }
  const verdict = verdictOf(old, mine, other);
  if (verdict !== 'conflict') return verdict;
  if (keys === PASSAGE.keys) return passageVerdict(bases, ours, theirs);
  if (keys === STATE.keys) return laterOf('since', ours, theirs) ?? verdict;
  // Where the words are no question, it is when anything of the line was last changed.
  return isDate ? (laterOf('edited', ours, theirs) ?? lesser(mine, other)) : verdict;
}

/** Whether a respect is when the words of a comment were written anew. */
export function isDateOfWords({ aspect }: RecordRespect, record: RecordLine): boolean {
  return aspect === 'edited' && record.is === 'comment';
}

/** The words of a comment. */
export const WORDS: RecordRespect = { aspect: 'comment', keys: ['comment'] };

/** Whether two versions of a record differ in nothing but where its words stand in another version of the transcript. */
export function isReanchored(before: RecordLine, after: RecordLine): boolean {
  if (isMoved(before, after)) return false;
  const rest = respectsOf(before, after).filter(respect => respect !== PASSAGE);
  return rest.every(({ keys }) => before.says(keys) === after.says(keys));
}

/** A new place that only follows the transcript is no decision of a person's, so that nobody is asked about it, and it gives way to one that is. */
function passageVerdict(bases: readonly RecordLine[], ours: RecordLine, theirs: RecordLine): Verdict {
  const isDecided = (side: RecordLine): boolean => bases.every(base => isMoved(base, side));
  if (bases.length > 0 && isDecided(ours) !== isDecided(theirs)) return isDecided(ours) ? 'ours' : 'theirs';
  return isMoved(ours, theirs) ? 'conflict' : quietVerdict([], ours.says(PASSAGE.keys), theirs.says(PASSAGE.keys));
}

/** Whether a record is about other words, or about another place in the same version of the transcript. */
function isMoved(a: RecordLine, b: RecordLine): boolean {
  if (a.says(['quote']) !== b.says(['quote'])) return true;
  return a.says(['at']) !== b.says(['at']) && a.says(['base']) === b.says(['base']);
}

/** The side that has the later time under a key; undefined where neither is later. */
export function laterOf(key: string, ours: RecordLine, theirs: RecordLine): 'ours' | 'theirs' | undefined {
  const [mine, other] = [timeOf(ours.get(key)), timeOf(theirs.get(key))];
  return mine === other ? undefined : mine > other ? 'ours' : 'theirs';
}

/** Milliseconds since 1970; what has no time came before everything that has one. */
function timeOf(value: unknown): number {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}

/** Whether an order of keys is another one than that of the base, as far as both have them. */
export function isReordered(base: RecordLine | undefined, side: RecordLine): boolean {
  if (base === undefined) return false;
  const [old, now] = [Object.keys(base.value), Object.keys(side.value)];
  const common = old.filter(key => Object.hasOwn(side.value, key));
  return compareTexts(common.join('\n'), now.filter(key => Object.hasOwn(base.value, key)).join('\n')) !== 0;
}
