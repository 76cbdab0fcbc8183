import type { Homes } from './homes.js';
import { mergeOrder } from './mergeOrder.js';
import type { Place } from './mergePlaces.js';
import type { Outline, Section } from './outline.js';
import type { Presence } from './presence.js';
import type { Subject } from './subjects.js';

/** Below which heading the heading of an entry stands, and what stands below it: `parent=` may say otherwise. */
export interface Layout {
  /** What stands below an entry, or (undefined) below none, in order. */
  below(subject: Subject | undefined): readonly Subject[];
  /** Whether it needs no `parent=` to be in what holds it. */
  isNested(subject: Subject): boolean;
}

/** Works out in which order headings stand, and below which. */
export function layOut(homes: Homes, presence: Presence, places: ReadonlyMap<Subject, Place>): Layout {
  const within = new Map<Subject, Subject | undefined>();
  for (const [subject, place] of places) within.set(subject, withinOf(homes, presence, place));
  unring(within, places);
  const groups = new Map<Subject | undefined, Subject[]>();
  for (const [subject, holder] of within) groups.set(holder, [...(groups.get(holder) ?? []), subject]);
  const { bases, one, two } = homes.versions;
  const sorted = new Map<Subject | undefined, readonly Subject[]>();
  for (const [holder, members] of groups) {
    const set = new Set(members);
    const listIn = (outline: Outline, section: Section | undefined): Subject[] =>
      holder !== undefined && section === undefined ? [] : expanded(homes, presence, outline, section, set);
    const orders = {
      bases: bases.map((base, i) => listIn(base, holder?.bases[i])),
      one: listIn(one, holder?.one),
      two: listIn(two, holder?.two),
    };
    const order = mergeOrder(orders, subject => subject.name);
    const known = new Set(order);
    sorted.set(holder, [...order, ...members.filter(subject => !known.has(subject))]);
  }
  return {
    below: subject => sorted.get(subject) ?? [],
    isNested: subject => within.get(subject) === places.get(subject)?.parent,
  };
}

/** Where the side has it whose place holds, if that can be; else in what holds it. */
function withinOf(homes: Homes, presence: Presence, { parent, as }: Place): Subject | undefined {
  if (as.follows === undefined || homes.parentOf(as) === undefined) return parent;
  const within = as.within && homes.subjects.of(as.within);
  return within === undefined || presence.isThere(within) ? within : parent;
}

/** The members of a group as a version has them below a heading, those below headings that are gone in the place of these. */
function expanded(
  homes: Homes,
  presence: Presence,
  outline: Outline,
  section: Section | undefined,
  members: ReadonlySet<Subject>,
): Subject[] {
  const found: Subject[] = [];
  const below = (at: Section | undefined): Section[] => (outline.below.get(at) ?? []).toReversed();
  const open = below(section);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const subject = homes.subjects.of(next);
    if (members.has(subject)) found.push(subject);
    else if (!presence.isThere(subject)) open.push(...below(next));
  }
  return found;
}

/** What stands below itself is put into what holds it. */
function unring(within: Map<Subject, Subject | undefined>, places: ReadonlyMap<Subject, Place>): void {
  for (const start of within.keys()) {
    const met = new Set<Subject>();
    let at: Subject | undefined = start;
    while (at !== undefined && !met.has(at)) {
      met.add(at);
      at = within.get(at);
    }
    if (at !== undefined) for (const subject of met) within.set(subject, places.get(subject)?.parent);
  }
}
