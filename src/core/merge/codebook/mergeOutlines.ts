import { settleClashes } from './clashes.js';
import { absorbedBy } from './formerIds.js';
import { Homes } from './homes.js';
import { type MergedEntry, mergeEntry } from './mergeEntry.js';
import { mergeHeading } from './mergeHeading.js';
import { mergePlaces } from './mergePlaces.js';
import { mergeText } from './mergeText.js';
import { layOut } from './physical.js';
import { mergePresence } from './presence.js';
import { proven } from './proven.js';
import type { Questions } from './questions.js';
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
  const ids = new Set([...merged.values()].map(({ id }) => id));
  const entries = new Map<Subject, MergedEntry>();
  const known = new Set([...bases, one, two].flatMap(({ sections }) => sections.map(({ entry }) => entry.id)));
  const isEntry = (id: string): boolean => known.has(id);
  for (const [subject, heading] of settleClashes(merged, presence, questions)) {
    if (!presence.isThere(subject)) continue;
    const absorbed = absorbedBy(subject, subjects.all, presence);
    // What is an id by itself on the other side is not given to something else by the way.
    const refused = new Set([...presence.refused(subject), ...(heading.id === merged.get(subject)?.id ? [] : ids)]);
    entries.set(subject, mergeEntry(subject, heading, absorbed, refused, isEntry, questions));
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
