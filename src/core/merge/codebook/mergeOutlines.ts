import { settleClashes } from './clashes.js';
import { FormerIds } from './formerIds.js';
import { Homes } from './homes.js';
import { type MergedEntry, mergeEntry } from './mergeEntry.js';
import { mergeHeading } from './mergeHeading.js';
import { mergePlaces } from './mergePlaces.js';
import { mergeText } from './mergeText.js';
import { layOut } from './physical.js';
import { mergePresence } from './presence.js';
import { proven } from './proven.js';
import type { Questions } from './questions.js';
import { mergeRecords } from './records.js';
import { settled } from './settle.js';
import { findSubjects, type Subject, type Versions } from './subjects.js';
import { blocksAhead } from './textBlocks.js';

/**
 * Merges versions of a codebook: which entries there are, what each says, where each stands, and what stands ahead of them.
 * @returns the lines of the merged codebook
 * @throws Unmergeable where these would not say what they should
 */
export function mergeOutlines(versions: Versions, questions: Questions): string[] {
  const { bases, one, two } = versions;
  const ahead = mergeText(
    bases.map(base => ({ lines: base.ahead, blocks: base.blocksAhead })),
    { one: { lines: one.ahead, blocks: one.blocksAhead }, two: { lines: two.ahead, blocks: two.blocksAhead } },
    { name: ['codebook'], subject: { is: 'codebook-text' }, rank: -1, cut: blocksAhead, isBelowHeading: false },
    questions,
  );
  const subjects = findSubjects(versions);
  const homes = new Homes(versions, subjects);
  const presence = mergePresence(homes, questions);
  const possible = subjects.all.filter(presence.mayBeThere);
  const merged = new Map(possible.map(subject => [subject, mergeHeading(subject, questions)]));
  const headings = [...settleClashes(merged, presence, questions)].filter(([subject]) => presence.isThere(subject));
  const formerIds = new FormerIds(homes, presence, new Set(headings.map(([, { id }]) => id)));
  const records = mergeRecords(versions, subjects, presence, questions);
  const entries = new Map<Subject, MergedEntry>();
  for (const [subject, heading] of headings) {
    const formerly = formerIds.of(subject, heading);
    entries.set(subject, mergeEntry(subject, heading, formerly, records, questions));
  }
  const places = mergePlaces(homes, presence, questions);
  const layout = layOut(homes, presence, places);
  const tail = settled(
    bases.map(base => base.tail),
    one.tail,
    two.tail,
    lines => JSON.stringify(lines),
  );
  return proven({ ahead, entries, places, layout, tail });
}
