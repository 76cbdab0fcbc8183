import { changeAttributes } from '../attributeChange.js';
import { findAttributes } from '../attributes.js';
import { ChangeRefused, type CodebookChange } from '../change.js';
import { closingLine } from '../closing.js';
import type { CodebookEntry } from '../codebook.js';
import { changeHeading } from '../edit.js';
import type { Place } from '../place.js';
import { MERGED } from '../prose.js';
import { writeTitle } from '../write.js';
import type { BookDraft } from './draft.js';
import { writeHeading, writtenParent } from './heading.js';
import { insertion, isBlank, removal } from './layout.js';
import { setFormer } from './merge.js';
import { type MergeRecord, NO_ORIGIN, recordsIn } from './mergeRecord.js';
import { writeOut } from './move.js';
import { bringBack, placeOfOrigin } from './origin.js';
import { placeFor } from './places.js';
import type { Intention } from './verify.js';

/**
 * Makes a former id an entry of its own again: with the title, text and colour it had, where it stood, with what was in it
 * and is still with the one it went into, and with the ids that had been merged into it before. Where nothing but the id
 * is known, it gets a title from that.
 * @throws ChangeRefused where nobody has the former id
 */
export function unmerge(
  draft: BookDraft,
  { id }: Extract<CodebookChange, { do: 'unmerge' }>,
  intention: Intention,
): string[] {
  const holder = draft.book.find(id);
  if (holder === undefined || holder.id === id) {
    throw new ChangeRefused(
      holder === undefined ? `No code has the former id “${id}”.` : `“${id}” is the id of “${holder.title}” itself.`,
      'Name an id that stands in formerly= of a heading.',
    );
  }
  const records = recordsIn(draft, holder);
  const record = records.find(candidate => candidate.id === id);
  const former = record?.formerly.filter(other => holder.formerly.includes(other)) ?? [];
  const back = new Set([id, ...former]);
  const along = records.filter(other => other !== record && back.has(other.id));
  const moved = [...(record === undefined ? [] : [record]), ...along];
  const texts = along.flatMap(({ range }) => ['', ...draft.lines.slice(range.from, range.to + 1)]);
  if (moved.length > 0)
    draft.apply(
      removal(
        draft.lines,
        moved.map(({ range }) => range),
      ),
    );
  forget(draft, holder.id, back);
  const called = keepContents(draft, holder.id, back);
  setFormer(
    draft,
    draft.entry(holder.id),
    holder.formerly.filter(other => !back.has(other)),
    intention,
  );

  const kind = record === undefined ? holder.kind : kindIn(record);
  const to = placeOfOrigin(draft, holder, record);
  const parent = placeFor(draft, to, kind).parent;
  if (parent !== undefined) writeOut(draft, [draft.entry(parent)]);
  const place = placeFor(draft, to, kind);
  const under = 'under' in to ? to.under : draft.entry('after' in to ? to.after : to.before).parent?.id;
  const text = [
    heading(id, record, former, place, kind),
    ...(record?.text.length ? ['', ...record.text] : []),
    ...texts,
  ];
  const isLast = draft.lines.slice(place.after + 1).every(isBlank);
  const closing = isLast ? undefined : closingLine(text);
  draft.apply([insertion(draft.lines, place.after + 1, closing === undefined ? text : [...text, closing])]);
  intention.added.set(id, { kind, formerly: former, parent: under });
  // What names it as its parent comes from a colleague who did not know of the merge.
  if (record !== undefined) bringBack(draft, id, holder.id, [...record.origin.held, ...called], intention);
  return [id];
}

/**
 * What `parent=` puts into the holder by one of the ids that go stays with the holder.
 * @returns the ids of these
 */
function keepContents(draft: BookDraft, holder: string, ids: ReadonlySet<string>): string[] {
  const { lines } = draft;
  const called = draft.entry(holder).children.filter(child => ids.has(writtenParent(lines, child) ?? ''));
  draft.apply(called.flatMap(child => changeHeading(draft.text, child.line, { set: { parent: holder } })));
  return called.map(child => child.id);
}

function kindIn({ heading }: MergeRecord): CodebookEntry['kind'] {
  const isTheme = findAttributes(heading)?.items.some(({ kind, name }) => kind === 'class' && name === 'theme');
  return isTheme ? 'theme' : 'code';
}

function heading(
  id: string,
  record: MergeRecord | undefined,
  former: readonly string[],
  place: Place,
  kind: CodebookEntry['kind'],
): string {
  const words = id.replace(/[-_]+/g, ' ').trim() || id;
  const content = record?.heading ?? writeTitle(words.charAt(0).toUpperCase() + words.slice(1));
  const changed = changeAttributes(content, {
    id,
    ...(kind === 'theme' && { addClasses: ['theme'] }),
    set: { ...NO_ORIGIN, parent: place.parent, formerly: former.length === 0 ? undefined : former.join(' ') },
  });
  return writeHeading(place.level, changed);
}

/** Takes ids out of what the records that stay say about earlier merges: they are no longer with the codes of these. */
function forget(draft: BookDraft, holder: string, ids: ReadonlySet<string>): void {
  const { lines } = draft;
  const edits = recordsIn(draft, draft.entry(holder)).flatMap(record => {
    const formerly = record.formerly.filter(id => !ids.has(id));
    if (formerly.length === record.formerly.length) return [];
    const old = lines[record.range.from] ?? '';
    const value = formerly.length === 0 ? undefined : formerly.join(' ');
    const now = MERGED + changeAttributes(record.heading, { set: { formerly: value } });
    return now === old ? [] : [{ line: record.range.from, remove: [old], insert: [now] }];
  });
  draft.apply(edits);
}
