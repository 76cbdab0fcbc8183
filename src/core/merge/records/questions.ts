import type { Coding } from '../../coding/coding.js';
import type { CommentRecord } from '../../discussion/record.js';
import type { Note } from '../../reading/record.js';
import { discussionPlaceOf, placeOf, readingPlaceOf } from '../../study/layout.js';
import { conflictKey } from '../conflictKey.js';
import type { ConflictSide, ConflictSubject, MergeConflict } from '../merge.js';
import type { RecordQuestion } from './mergeRecord.js';
import type { RecordLine } from './recordLine.js';
import type { RecordVersions } from './versions.js';

/** Names a question about a record: the same whichever side is ours. */
export function recordKey({ ours, theirs }: RecordVersions, aspect: string): string {
  const id = (ours ?? theirs)?.id ?? '';
  return id === '' ? conflictKey('reading', aspect) : conflictKey('record', id, aspect);
}

/** A question about a record, as a person is asked it. */
export function recordConflict(path: string, versions: RecordVersions, question: RecordQuestion): MergeConflict {
  const { bases, isInAll, ours, theirs } = versions;
  const { aspect, keys, choices } = question;
  const old = bases.map(base => sideOf(base, question));
  const isOne = isInAll && old.length > 0 && bases.every(base => base.says(keys) === bases[0]?.says(keys));
  return {
    key: recordKey(versions, aspect),
    path,
    subject: subjectOf(path, (ours ?? theirs) as RecordLine, theirs),
    aspect,
    base: isOne ? old[0] : undefined,
    ours: sideOf(ours, question),
    theirs: sideOf(theirs, question),
    choices,
  };
}

/** What both sides take it for. */
function isOf(record: RecordLine, other: RecordLine | undefined): RecordLine['is'] {
  return other === undefined || other.is === record.is ? record.is : 'other';
}

function subjectOf(path: string, record: RecordLine, other: RecordLine | undefined): ConflictSubject {
  const { coder, transcript } = placeOf(path) ?? readingPlaceOf(path) ?? { coder: '', transcript: '' };
  const { value, id } = record;
  switch (isOf(record, other)) {
    case 'coding':
      return { is: 'coding', coder, transcript, coding: value as unknown as Coding };
    case 'note':
      return { is: 'note', coder, transcript, note: value as unknown as Note };
    case 'reading':
      return { is: 'reading', coder, transcript };
    case 'comment': {
      const { comment = '' } = value as unknown as CommentRecord;
      return { is: 'comment', author: discussionPlaceOf(path)?.coder ?? '', id, comment };
    }
    default:
      return { is: 'record', id };
  }
}

function sideOf(record: RecordLine | undefined, { aspect }: RecordQuestion): ConflictSide {
  if (record === undefined) return { isThere: false, text: '' };
  return { isThere: true, text: plain(record, aspect), record: record.value };
}

/** What a record says in a respect, in words. */
function plain(record: RecordLine, aspect: string): string {
  if (aspect === 'passage') return words(record.get('quote'));
  if (aspect !== 'presence') return words(record.get(aspect));
  const keys = record.is === 'other' ? [] : ['quote', 'comment', 'state'];
  const key = keys.find(each => record.get(each) !== undefined);
  return key === undefined ? record.line.trim() : words(record.get(key));
}

function words(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
