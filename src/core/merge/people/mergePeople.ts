import { compareTexts } from '../../text/compare.js';
import { mergedFrame, unframed } from '../frame.js';
import type { FileVersions, MergeChoice, MergeConflict, MergedFile } from '../merge.js';
import { mergeOrder } from '../order.js';
import { PlacedItems } from '../placedItems.js';
import { countVerdict, lesser } from '../threeWay.js';
import { type RowContent, type Sides, TableLayout } from './layout.js';
import { mergePerson } from './mergePerson.js';
import { type PeopleRows, readPeople } from './peopleRows.js';
import { doubledIds, PeopleVersion } from './peopleVersion.js';

/** One row of the result, or a question about one. */
interface Item {
  /** Undefined where it is not there unless somebody decides so. */
  readonly content: RowContent | undefined;
  readonly conflicts: readonly MergeConflict[];
  /** What its place is compared by. */
  readonly name: string;
  readonly isLoose: boolean;
  readonly nth: number;
}

/**
 * Puts two versions of `participants.csv` together, by person and column.
 * @returns undefined where a version is not there or cannot be read as a table of people
 */
export function mergePeople(
  versions: FileVersions,
  decisions: ReadonlyMap<string, MergeChoice>,
): MergedFile | undefined {
  // Which base is named first must make no difference.
  const texts = [...new Set(versions.bases)].sort((a, b) => compareTexts(a ?? '', b ?? ''));
  const [ours, theirs, ...bases] = [versions.ours, versions.theirs, ...texts].map(readPeople);
  if (ours?.header === undefined || theirs?.header === undefined || !bases.every(isTable)) return undefined;
  const sides = sidesOf(ours, theirs, bases);
  const layout = new TableLayout(sides);
  const items = new PlacedItems<PeopleVersion, Item>();
  addPeople(items, sides, versions.path, decisions);
  addOthers(items, sides);
  const first = sides.bases.find(({ table }) => table.rows.length > 0);
  const ordered = mergeOrder(first === undefined ? [] : items.in(first), items.in(sides.ours), items.in(sides.theirs), {
    compare,
    compareNames: compare,
    isLoose: item => item.isLoose,
  });
  const rows = layout.write(ordered.flatMap(({ content }) => content ?? []));
  const lines = rows.flatMap(row => row.split('\n')).map(line => ({ line }));
  return {
    text: unframed(mergedFrame(versions), lines),
    conflicts: ordered.flatMap(({ conflicts }) => conflicts),
  };
}

const isTable = (table: PeopleRows | undefined): table is PeopleRows => table !== undefined;

function sidesOf(ours: PeopleRows, theirs: PeopleRows, bases: readonly PeopleRows[]): Sides {
  const doubled = doubledIds([ours, theirs, ...bases]);
  return {
    ours: new PeopleVersion(ours, doubled),
    theirs: new PeopleVersion(theirs, doubled),
    bases: bases.map(base => new PeopleVersion(base, doubled)),
  };
}

function addPeople(
  items: PlacedItems<PeopleVersion, Item>,
  { ours, theirs, bases }: Sides,
  path: string,
  decisions: ReadonlyMap<string, MergeChoice>,
): void {
  for (const id of new Set([...ours.people.keys(), ...theirs.people.keys()])) {
    const old = bases.flatMap(base => base.person(id) ?? []);
    const person = {
      id,
      bases: old,
      isInAll: old.length === bases.length,
      isKnown: bases.length > 0,
      ours: ours.person(id),
      theirs: theirs.person(id),
    };
    const { cells, hasPlace, conflicts } = mergePerson(person, path, decisions);
    if (!hasPlace) continue;
    const content = cells && { cells, ours: person.ours, theirs: person.theirs, bases: old };
    const item = { content, conflicts, name: id, isLoose: false, nth: 0 };
    items.add(
      item,
      [ours, theirs, ...bases].map(version => [version, version.people.get(id)] as const),
    );
  }
}

/** Rows that are nobody's are kept as often as they stand. */
function addOthers(items: PlacedItems<PeopleVersion, Item>, { ours, theirs, bases }: Sides): void {
  for (const text of new Set([...ours.others.keys(), ...theirs.others.keys()])) {
    const places = (version: PeopleVersion): readonly number[] => version.othersLike(text);
    const count = countVerdict(
      bases.map(base => places(base).length),
      places(ours).length,
      places(theirs).length,
    );
    for (let nth = 0; nth < count; nth++) {
      const row = (version: PeopleVersion) => version.table.rows[places(version)[nth] ?? -1];
      const [mine, other] = [row(ours), row(theirs)];
      // They say the same, though they may be written in two ways.
      const there = lesser(mine?.raw ?? '', other?.raw ?? '') === 'ours' ? (mine ?? other) : (other ?? mine);
      if (there === undefined) continue;
      const cells = new Map([...there.values.keys()].map(column => [column, there]));
      const content = { cells, ours: mine, theirs: other, bases: bases.flatMap(base => row(base) ?? []) };
      items.add(
        { content, conflicts: [], name: text, isLoose: true, nth },
        [ours, theirs, ...bases].map(version => [version, places(version)[nth]] as const),
      );
    }
  }
}

/** People by id, rows that are nobody's behind them. */
function compare(a: Item, b: Item): number {
  return Number(a.isLoose) - Number(b.isLoose) || compareTexts(a.name, b.name) || a.nth - b.nth;
}
