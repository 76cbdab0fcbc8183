import { changeAttributes } from '../attributeChange.js';
import { type ChangeContext, ChangeRefused, type CodebookChange, type Destination } from '../change.js';
import { freeId, slugOf } from '../slug.js';
import { cleanTitle, writeDefinition, writeTitle } from '../write.js';
import type { BookDraft } from './draft.js';
import { writeHeading } from './heading.js';
import { insertion } from './layout.js';
import { writeNumberedIds, writeOut } from './move.js';
import { placeFor } from './places.js';
import type { Intention } from './verify.js';

/** What a new entry says. */
export type NewEntry = Omit<Extract<CodebookChange, { do: 'add' }>, 'do' | 'under'>;

/**
 * Adds a code or theme.
 * @returns its id: the one asked for, with a number behind it where the codebook has or had that
 * @throws ChangeRefused for an empty title
 */
export function addEntry(
  draft: BookDraft,
  entry: NewEntry,
  to: Destination,
  context: ChangeContext,
  intention: Intention,
): string {
  const title = cleanTitle(entry.title);
  if (title === '') throw new ChangeRefused('A theme or code needs a name.', 'Type at least one letter.');
  writeNumberedIds(draft);
  const id = freeIdFor(draft, entry.id, title, context);
  const parentId = placeFor(draft, to, entry.kind).parent;
  if (parentId !== undefined) writeOut(draft, [draft.entry(parentId)]);
  const place = placeFor(draft, to, entry.kind);
  const content = changeAttributes(writeTitle(title), {
    id,
    ...(entry.kind === 'theme' && { addClasses: ['theme'] }),
    set: {
      ...(entry.color !== undefined && { color: entry.color }),
      ...(place.parent !== undefined && { parent: place.parent }),
    },
  });
  const definition = writeDefinition(entry.definition ?? '');
  const text = [writeHeading(place.level, content), ...(definition === '' ? [] : ['', definition])];
  draft.apply([insertion(draft.lines, place.after + 1, text)]);
  intention.added.set(id, {
    kind: entry.kind,
    title,
    parent: parentOf(draft, to),
    color: entry.color,
    formerly: [],
    classes: [],
    definition: cleanTitle(entry.definition ?? '') || undefined,
  });
  return id;
}

function parentOf(draft: BookDraft, to: Destination): string | undefined {
  if ('under' in to) return to.under === undefined ? undefined : draft.entry(to.under).id;
  return draft.entry('before' in to ? to.before : to.after).parent?.id;
}

/** The id asked for or that of the title, with a number where the codebook or (for the latter) a coding has it. */
function freeIdFor(draft: BookDraft, wanted: string | undefined, title: string, { used }: ChangeContext): string {
  const { entries, problems } = draft.book;
  const known = new Set(entries.flatMap(entry => [entry.id, ...entry.formerly]));
  if (wanted !== undefined && wanted !== '') return freeId(wanted, id => known.has(id));
  // A heading that waits for its parent= must not find it in this one by chance.
  const awaited = new Set(problems.flatMap(({ rule, data }) => (rule === 'parent-unknown' ? [data?.parent] : [])));
  return freeId(slugOf(title), id => known.has(id) || used.has(id) || awaited.has(id));
}
