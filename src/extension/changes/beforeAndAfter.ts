import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { phaseOf } from '../../core/codebook/phase.js';
import { themePath } from '../../core/codebook/query.js';
import type { Change, EntryAspect, ParticipantRow } from '../../core/review/change.js';
import { phaseLabel } from '../codebook/words.js';

/** What a change says in just its respect, before and after; undefined on a side where there is nothing to say. */
export interface BeforeAndAfter {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const NOTHING: BeforeAndAfter = { before: undefined, after: undefined };

/** The two sides of a change as text. */
export function beforeAndAfter(change: Change): BeforeAndAfter {
  switch (change.what) {
    case 'coding-added':
      return sides(undefined, change.after.coding.memo);
    case 'coding-removed':
      return sides(change.before.coding.memo, undefined);
    case 'coding-changed':
      return codingSides(change);
    case 'note-added':
      return sides(undefined, change.after.note.memo);
    case 'note-removed':
      return sides(change.before.note.memo, undefined);
    case 'note-changed':
      return change.aspect === 'memo'
        ? sides(change.before.note.memo, change.after.note.memo)
        : sides(change.before.note.quote, change.after.note.quote);
    case 'entry-added':
      return sides(undefined, change.after.definition);
    case 'entry-removed':
      return sides(change.before.definition, undefined);
    case 'entry-merged':
      return sides(change.before.title, change.into.title);
    case 'entry-changed':
      return sides(entrySide(change.before, change.aspect), entrySide(change.after, change.aspect));
    case 'transcript-renamed':
    case 'memo-renamed':
      return sides(change.from, change.path);
    case 'participant-added':
      return sides(undefined, rowSide(change.after, Object.keys(change.after)));
    case 'participant-removed':
      return sides(rowSide(change.before, Object.keys(change.before)), undefined);
    case 'participant-changed':
      return sides(rowSide(change.before, change.attributes), rowSide(change.after, change.attributes));
    case 'comment-added':
    case 'comment-removed':
    case 'comment-edited':
      return sides(commentSide(change.before), commentSide(change.after));
    case 'codebook-text':
      return sides(change.before, change.after);
    case 'broken-lines':
      return sides(change.before.join('\n'), change.after.join('\n'));
    default:
      return NOTHING;
  }
}

function sides(before: string | undefined, after: string | undefined): BeforeAndAfter {
  return { before: before === '' ? undefined : before, after: after === '' ? undefined : after };
}

function codingSides({ aspect, before, after }: Extract<Change, { what: 'coding-changed' }>): BeforeAndAfter {
  switch (aspect) {
    case 'code':
      return sides(before.code.title, after.code.title);
    case 'memo':
      return sides(before.coding.memo, after.coding.memo);
    case 'moved':
    case 'bounds':
      return sides(before.coding.quote, after.coding.quote);
    case 'coder':
      return sides(before.coder, after.coder);
    default:
      return NOTHING;
  }
}

function entrySide(entry: CodebookEntry, aspect: EntryAspect): string | undefined {
  switch (aspect) {
    case 'title':
    case 'id':
    case 'kind':
    case 'color':
    case 'definition':
      return entry[aspect];
    case 'include':
    case 'exclude':
    case 'example':
      return entry[aspect].join(' / ');
    case 'classes':
      return entry.classes.join(', ');
    case 'moved':
      return themePath(entry).join(' › ');
    case 'phase': {
      const phase = phaseOf(entry);
      return phase && phaseLabel(phase);
    }
    case 'order':
    case 'text':
      return undefined;
  }
}

function rowSide(row: ParticipantRow, attributes: readonly string[]): string {
  return attributes.map(attribute => `${attribute}: ${row[attribute] ?? ''}`).join(', ');
}

function commentSide(line: Readonly<Record<string, unknown>> | undefined): string | undefined {
  return typeof line?.comment === 'string' ? line.comment : undefined;
}
