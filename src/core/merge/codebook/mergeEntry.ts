import type { AttributeChange } from '../../codebook/attributeChange.js';
import type { KeptBlock } from './mergeBlocks.js';
import type { MergedHeading } from './mergeHeading.js';
import { adjustedText, type MergedText, mergeText } from './mergeText.js';
import type { Section } from './outline.js';
import type { Questions } from './questions.js';
import { sameTexts, settled } from './settle.js';
import { basesOf, type Subject } from './subjects.js';
import { entrySubject } from './telling.js';
import { blocksBelow, type TextBlock } from './textBlocks.js';

/** An entry as it comes out of a merge, but for where it stands. */
export interface MergedEntry {
  readonly subject: Subject;
  readonly heading: MergedHeading;
  readonly formerly: readonly string[];
  readonly body: readonly string[];
  /** The entry as the version has it whose blank lines before the heading hold. */
  readonly gapOf: Section;
}

/**
 * Merges what an entry says below its heading, and puts its former ids and what is recorded of them to it.
 * @param formerly its former ids
 * @param records what is recorded of former ids, by these
 */
export function mergeEntry(
  subject: Subject,
  heading: MergedHeading,
  formerly: readonly string[],
  records: ReadonlyMap<string, KeptBlock>,
  questions: Questions,
): MergedEntry {
  const { one, two } = subject;
  const text: MergedText = {
    name: ['entry', subject.name],
    subject: entrySubject(subject),
    rank: subject.rank,
    cut: blocksBelow,
    isBelowHeading: true,
    adjust: kept => withRecords(kept, formerly, records),
  };
  const version = ({ body, blocks }: Section) => ({ lines: body, blocks });
  if (one === undefined || two === undefined) {
    const only = (one ?? two) as Section;
    return { subject, heading, formerly, body: adjustedText(version(only), text), gapOf: only };
  }
  const bases = basesOf(subject);
  const body = mergeText(bases.map(version), { one: version(one), two: version(two) }, text, questions);
  const gapOf = settled(bases, one, two, section => JSON.stringify(section.gap));
  return { subject, heading, formerly, body, gapOf };
}

/** What changes in the attributes of a heading, former ids included. */
export function attributeChange({ heading, formerly }: MergedEntry): AttributeChange {
  const { change, from } = heading;
  const has = from.entry.formerly;
  if (sameTexts(has, formerly)) return change;
  const value = formerly.length === 0 ? undefined : formerly.join(' ');
  return { ...change, set: { ...change.set, formerly: value } };
}

/** Blocks with the records of the former ids that an entry has, and no others: those that stand there in their places, what comes in behind them. */
function withRecords(
  kept: readonly KeptBlock[],
  formerly: readonly string[],
  records: ReadonlyMap<string, KeptBlock>,
): KeptBlock[] {
  const wanted = new Map(formerly.flatMap(id => (records.has(id) ? [[id, records.get(id) as KeptBlock]] : [])));
  const own = kept.flatMap(one => {
    const { type, id = '', text } = one.block;
    if (type !== 'record') return [one];
    const record = wanted.get(id);
    wanted.delete(id);
    if (record === undefined) return [];
    return record.block.text === text ? [one] : [inPlaceOf(one, record.block)];
  });
  return [...own, ...wanted.values()];
}

/** What a record says now, in the place of what it said. */
function inPlaceOf({ block, from }: KeptBlock, now: TextBlock): KeptBlock {
  const told = { ...now, gap: block.gap };
  return { block: told, from: from.map(other => (other === block ? told : other)) };
}
