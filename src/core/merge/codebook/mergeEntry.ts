import type { AttributeChange } from '../../codebook/attributeChange.js';
import { type Absorbed, mergeFormer } from './formerIds.js';
import type { KeptBlock } from './mergeBlocks.js';
import type { MergedHeading } from './mergeHeading.js';
import { adjustedText, type MergedText, mergeText } from './mergeText.js';
import type { Section } from './outline.js';
import type { Questions } from './questions.js';
import { withFormer } from './records.js';
import { HALVES, sameTexts, settled } from './settle.js';
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
 * Merges what an entry says below its heading, and its former ids.
 * @param absorbed what was merged into it
 * @param refused ids it does not get although a side put them into it
 * @param isEntry whether an id is that of an entry in any version
 */
export function mergeEntry(
  subject: Subject,
  heading: MergedHeading,
  absorbed: readonly Absorbed[],
  refused: ReadonlySet<string>,
  isEntry: (id: string) => boolean,
  questions: Questions,
): MergedEntry {
  const { one, two } = subject;
  const formerly = mergeFormer(subject, heading, absorbed, refused, isEntry, questions);
  const text: MergedText = {
    name: ['entry', subject.name],
    subject: entrySubject(subject),
    rank: subject.rank,
    cut: blocksBelow,
    isBelowHeading: true,
    adjust: kept => withRecords(kept, absorbed, refused),
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

/** The records of what was merged: without those of what is there after all, and with those that come along. */
function withRecords(
  kept: readonly KeptBlock[],
  absorbed: readonly Absorbed[],
  refused: ReadonlySet<string>,
): KeptBlock[] {
  const own = kept.filter(({ block }) => block.id === undefined || !refused.has(block.id));
  const has = new Set(own.flatMap(({ block }) => block.id ?? []));
  const coming = absorbed.flatMap(({ subject, refused: stays }) =>
    newRecords(subject).filter(({ block }) => !has.has(block.id ?? '') && !stays.has(block.id ?? '')),
  );
  const all = [...own, ...coming.filter(({ block }) => !refused.has(block.id ?? ''))];
  return all.map(one => {
    const { block, from } = one;
    const goes = absorbed.find(({ subject }) => idsOf(subject).has(block.id ?? ''));
    const told =
      goes === undefined
        ? block
        : withFormer(
            block,
            goes.ids.filter(id => id !== block.id),
          );
    return told === block ? one : { block: told, from: from.map(other => (other === block ? told : other)) };
  });
}

/** Records that an entry got on the side that still has it. */
function newRecords(subject: Subject): KeptBlock[] {
  const known = new Set(basesOf(subject).flatMap(({ blocks }) => blocks.map(({ id }) => id)));
  return HALVES.flatMap(half => {
    const blocks: readonly TextBlock[] = subject[half]?.blocks ?? [];
    return blocks.filter(({ id }) => id !== undefined && !known.has(id)).map(block => ({ block, from: blocks }));
  });
}

function idsOf(subject: Subject): Set<string> {
  const sections = [subject.one, subject.two, ...subject.bases].filter(section => section !== undefined);
  return new Set(sections.map(({ entry }) => entry.id));
}
