import { changeAttributes } from '../../codebook/attributeChange.js';
import { attributeValue, findAttributes } from '../../codebook/attributes.js';
import { NO_ORIGIN } from '../../codebook/changes/mergeRecord.js';
import { MERGED } from '../../codebook/prose.js';
import { wordsIn } from '../../codebook/sections.js';
import { conflictKey } from '../conflictKey.js';
import type { KeptBlock } from './mergeBlocks.js';
import type { Outline } from './outline.js';
import type { Presence } from './presence.js';
import type { Questions } from './questions.js';
import { settle, settled } from './settle.js';
import type { Subject, Subjects, Versions } from './subjects.js';
import { entrySubject, says } from './telling.js';
import type { TextBlock } from './textBlocks.js';

/** What a record says of a merged code, wherever that stood and whatever went along with it: the same text where the same is said. */
export function saidOf({ lines }: Pick<TextBlock, 'lines'>): string {
  const [first = '', ...text] = lines;
  const heading = changeAttributes(first.slice(MERGED.length).trimEnd(), {
    set: { ...NO_ORIGIN, parent: undefined, formerly: undefined },
  });
  return [heading, ...text].join('\n');
}

/** What records say of codes that were merged, as a version has them. */
type Records = ReadonlyMap<string, KeptBlock>;

/**
 * Merges what is recorded of merged codes: each record by itself, wherever it stands.
 * @returns records by the ids of the codes
 */
export function mergeRecords(
  { bases, one, two }: Versions,
  subjects: Subjects,
  presence: Presence,
  questions: Questions,
): Map<string, KeptBlock> {
  const [old, inOne, inTwo] = [bases.map(recordsIn), recordsIn(one), recordsIn(two)];
  const merged = new Map<string, KeptBlock>();
  const ofId = new Map([...subjects.all, ...subjects.formers].flatMap(subject => subject.ids.map(id => [id, subject])));
  const isFormer = ({ book }: Outline, id: string): boolean => book.find(id)?.formerly.includes(id) === true;
  for (const id of new Set([...inOne.keys(), ...inTwo.keys()])) {
    const [mine, other] = [inOne.get(id), inTwo.get(id)];
    const subject = ofId.get(id) as Subject;
    const half = presence.taken(subject);
    const along = presence
      .mergedInto(subject)
      .flatMap(({ ids }) => ids)
      .filter(other => other !== id && (one.book.find(other) ?? two.book.find(other)) !== undefined);
    // Of a code that one side merged, or that a person decided about, it is what that side recorded.
    const isOnBoth = half === undefined && isFormer(one, id) && isFormer(two, id);
    const kept = isOnBoth
      ? settledRecord(
          old.map(records => records.get(id)),
          mine,
          other,
        )
      : half === 'two'
        ? (other ?? mine)
        : (mine ?? other);
    if (kept !== 'open') {
      if (kept !== undefined) merged.set(id, withAllFormer(kept, along));
      continue;
    }
    const answer = questions.ask({
      key: conflictKey('entry', subject.name, 'record', ...(id === subject.name ? [] : [id])),
      subject: entrySubject(subject),
      aspect: 'text',
      rank: subject.rank,
      base: undefined,
      one: says(mine?.block.text),
      two: says(other?.block.text),
    });
    merged.set(id, withAllFormer((answer === 'two' ? other : mine) as KeptBlock, along));
  }
  return merged;
}

/** A record that says what else went along with the code. */
function withAllFormer(kept: KeptBlock, along: readonly string[]): KeptBlock {
  const told = withFormer(kept.block, along);
  return told === kept.block
    ? kept
    : { block: told, from: kept.from.map(block => (block === kept.block ? told : block)) };
}

function settledRecord(
  old: readonly (KeptBlock | undefined)[],
  one: KeptBlock | undefined,
  two: KeptBlock | undefined,
): KeptBlock | undefined | 'open' {
  const says = (kept: KeptBlock | undefined): string | undefined => kept && saidOf(kept.block);
  const verdict = settle(old.map(says), says(one), says(two));
  if (verdict === 'same') return settled(old, one, two, kept => kept?.block.text ?? '');
  if (verdict !== 'open') return verdict === 'two' ? two : one;
  return one === undefined || two === undefined ? (one ?? two) : 'open';
}

function recordsIn({ sections }: Outline): Records {
  const found = new Map<string, KeptBlock>();
  for (const { blocks } of sections) {
    for (const block of blocks) {
      if (block.type === 'record' && block.id !== undefined && !found.has(block.id))
        found.set(block.id, { block, from: blocks });
    }
  }
  return found;
}

/** A record that says that further codes had been merged into the code before. */
function withFormer(record: TextBlock, ids: readonly string[]): TextBlock {
  const [first = '', ...rest] = record.lines;
  const heading = first.slice(MERGED.length);
  const formerly = wordsIn(attributeValue(findAttributes(heading.trimEnd()), 'formerly'));
  const all = [...new Set([...formerly, ...ids])];
  if (all.length === formerly.length) return record;
  const lines = [MERGED + changeAttributes(heading.trimEnd(), { set: { formerly: all.join(' ') } }), ...rest];
  return { ...record, lines, text: lines.join('\n') };
}
