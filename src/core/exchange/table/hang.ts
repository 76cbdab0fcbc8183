import { slugOf } from '../../codebook/slug.js';
import { type Draft, draftOf } from '../draft.js';
import { DEEPEST, ExchangeError } from '../model.js';

/** A row's entry and what its column “parent” says. */
export interface Child {
  readonly entry: Draft;
  /** Id or title of the parent; empty at the top. */
  readonly parent: string;
  readonly row: { readonly number: number; readonly line: number };
}

/**
 * Hangs rows into a tree. A parent is looked for by its id, then by its title, then by the id its title makes, among the rows before, then among those
 * after; one that is no row stands for an entry of the codebook the table is read into.
 * @throws ExchangeError where a row is inside itself, or too deep
 */
export function hang(children: readonly Child[]): Draft[] {
  const roots: Draft[] = [];
  const references = new Map<string, Draft>();
  const parents = new Map<Draft, Draft>();
  const all = indexOf(children);
  const before: Index = { ids: new Map(), titles: new Map(), slugs: new Map() };
  for (const child of children) {
    const { entry, parent: name } = child;
    const parent = name === '' ? undefined : (lookUp(before, name, entry) ?? lookUp(all, name, entry));
    if (parent !== undefined) parents.set(entry, parent);
    else if (name !== '') parents.set(entry, referenceTo(name, references, roots));
    else roots.push(entry);
    add(before, entry);
  }
  for (const child of children) checkDepth(child, parents);
  for (const { entry } of children) parents.get(entry)?.children.push(entry);
  return roots;
}

interface Index {
  readonly ids: Map<string, Draft>;
  readonly titles: Map<string, Draft>;
  /** By the ids that rows without one will get. */
  readonly slugs: Map<string, Draft>;
}

function indexOf(children: readonly Child[]): Index {
  const index: Index = { ids: new Map(), titles: new Map(), slugs: new Map() };
  for (const { entry } of children.toReversed()) add(index, entry);
  return index;
}

function add(index: Index, entry: Draft): void {
  if (entry.id !== undefined) index.ids.set(entry.id, entry);
  else index.slugs.set(slugOf(entry.title), entry);
  index.titles.set(entry.title, entry);
}

function lookUp({ ids, titles, slugs }: Index, name: string, self: Draft): Draft | undefined {
  return [ids.get(name), titles.get(name), slugs.get(name)].find(found => found !== undefined && found !== self);
}

function referenceTo(name: string, known: Map<string, Draft>, roots: Draft[]): Draft {
  const found = known.get(name);
  if (found !== undefined) return found;
  const reference: Draft = { ...draftOf(name, 'theme'), id: name, isReference: true };
  known.set(name, reference);
  roots.push(reference);
  return reference;
}

function checkDepth({ entry, row }: Child, parents: ReadonlyMap<Draft, Draft>): void {
  let depth = 0;
  for (let above = parents.get(entry); above !== undefined; above = parents.get(above)) {
    if (above === entry) {
      throw new ExchangeError(
        `Row ${row.number}, “${entry.title}”, is inside itself.`,
        'Correct the column “parent” in that row or in the one it names.',
        row.line,
      );
    }
    if (++depth > DEEPEST) {
      throw new ExchangeError(
        `Row ${row.number} is nested more than ${DEEPEST} levels deep, or inside something that is inside itself.`,
        'Correct the column “parent”.',
        row.line,
      );
    }
  }
}
