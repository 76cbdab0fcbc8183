import { putTo } from '../../text/grouped.js';
import { ChangeRefused } from '../change.js';
import type { Codebook, CodebookEntry } from '../codebook.js';

/** What an entry says, for comparing it before and after a change. */
export interface Facts {
  readonly kind: CodebookEntry['kind'];
  readonly title: string;
  readonly parent: string | undefined;
  readonly color: string | undefined;
  readonly formerly: readonly string[];
  readonly classes: readonly string[];
  readonly definition: string | undefined;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly example: readonly string[];
}

/** What a change is meant to do to the entries of a codebook, by id; everything it does not name must stay as it is. */
export class Intention {
  readonly removed = new Set<string>();
  readonly added = new Map<string, Partial<Facts>>();
  readonly changed = new Map<string, Partial<Facts>>();

  /** Notes that some facts of an entry change. */
  change(id: string, facts: Partial<Facts>): void {
    const added = this.added.get(id);
    if (added !== undefined) this.added.set(id, { ...added, ...facts });
    else this.changed.set(id, { ...this.changed.get(id), ...facts });
  }
}

/** What an entry says. */
export function factsOf(entry: CodebookEntry): Facts {
  const { kind, title, color, formerly, classes, definition, include, exclude, example } = entry;
  return { kind, title, parent: entry.parent?.id, color, formerly, classes, definition, include, exclude, example };
}

/**
 * Proves that a change did what it was meant to do and nothing else. Markdown has corners (a comment that is not closed, a
 * list that takes a heading in) in which an edit does more than it says: there it is refused rather than made.
 * @throws ChangeRefused naming the place
 */
export function verify(before: Codebook, after: Codebook, { removed, added, changed }: Intention): void {
  const expected = new Map<string, string[]>();
  for (const entry of before.entries) {
    const change = changed.get(entry.id);
    const facts = change === undefined ? said(entry) : written({ ...factsOf(entry), ...change });
    if (!removed.has(entry.id)) putTo(expected, entry.id, facts);
  }
  const found = new Map<string, string[]>();
  for (const entry of after.entries) {
    const isNew = added.has(entry.id);
    if (!isNew) putTo(found, entry.id, said(entry));
    else if (!agrees(factsOf(entry), added.get(entry.id) ?? {})) throw refusal(before, entry);
  }
  for (const id of added.keys()) if (after.find(id)?.id !== id) throw refusal(before, before.find(id));
  for (const id of new Set([...expected.keys(), ...found.keys()])) {
    const [wanted, got] = [expected.get(id) ?? [], found.get(id) ?? []];
    if (wanted.sort().join() !== got.sort().join()) throw refusal(before, before.find(id) ?? after.find(id));
  }
  if (before.title !== undefined && before.title !== after.title) throw refusal(before, undefined);
}

function agrees(facts: Facts, wanted: Partial<Facts>): boolean {
  return written({ ...facts, ...wanted }) === written(facts);
}

/** What entries say: of many changes each is compared with what the one before it left. */
const known = new WeakMap<CodebookEntry, string>();

function said(entry: CodebookEntry): string {
  const facts = known.get(entry) ?? written(factsOf(entry));
  known.set(entry, facts);
  return facts;
}

function written(facts: Facts): string {
  return JSON.stringify(facts);
}

function refusal(before: Codebook, entry: CodebookEntry | undefined): ChangeRefused {
  const [at, twin] = entry === undefined ? [] : before.entries.filter(({ id }) => id === entry.id);
  if (at !== undefined && twin !== undefined) {
    return new ChangeRefused(
      `“${at.id}” is the id of both “${at.title}” and “${twin.title}” (lines ${at.line + 1} and ${twin.line + 1} of codebook.md): it is not clear which is meant.`,
      'Give one of the two another id first, by hand or by the quick fix in the Problems panel.',
    );
  }
  const place = at ?? entry;
  const where = place === undefined ? '' : ` (at “${place.title}”, line ${place.line + 1} of codebook.md)`;
  return new ChangeRefused(
    `The codebook is written in such a way that this would change more than it should${where}.`,
    'Make the change by hand in codebook.md. A comment or code block that is not closed, or a missing blank line, is a likely cause.',
  );
}
