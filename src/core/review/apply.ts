import { allOrNothing } from '../study/allOrNothing.js';
import type { Study } from '../study/study.js';
import type { FileEdit } from '../text/lineEdit.js';
import type {
  Change,
  CodingChange,
  CommentChange,
  LineChange,
  NoteChange,
  ParticipantChange,
  ReadingChange,
  RoundChange,
} from './change.js';
import { takeLines } from './taking/brokenLines.js';
import { type BookChange, type Needed, takeCodebook } from './taking/codebook/takeCodebook.js';
import { codeToCome, takeCodings } from './taking/codings.js';
import { type FileChange, takeFile } from './taking/files.js';
import { takeNotes } from './taking/notes.js';
import { takePerson } from './taking/people.js';
import type { Side, Sources } from './taking/source.js';
import { takeState } from './taking/states.js';
import { type Along, type Refused, Taking } from './taking/taking.js';
import { takeWholeLines } from './taking/wholeLines.js';

export type { Side, Source, Sources } from './taking/source.js';
export type { Along, Refused } from './taking/taking.js';

/** What taking a side came to. */
export interface Taken {
  /** Every edit in the order it was made: one action, for undo. */
  readonly edits: readonly FileEdit[];
  /** Changes of which today's files say what that side says now, be it that they did before. */
  readonly done: readonly Change[];
  /** Changes that could not be taken over; nothing of them was. */
  readonly refused: readonly Refused[];
  /** Codes that came along with codings, because the codebook did not have them. */
  readonly along: readonly Along[];
}

/**
 * Makes today's files say what one side of a comparison says, about the subjects of some changes and in their respects only: `after`
 * accepts the changes, `before` rejects them. A change is taken over whole or refused, and then others are not affected; what
 * says so already is left alone. When this returns all is on disk.
 * @param sources the comparison that the changes are from
 * @throws what a disk throws, once everything is as before; BrokenOff where that could not be reached
 */
export async function takeSide(study: Study, changes: readonly Change[], side: Side, sources: Sources): Promise<Taken> {
  return allOrNothing(study, async (made, study) => {
    const taking = new Taking(study, side, sources, made);
    await takeAll(taking, sorted(changes));
    const refused = taking.refused(changes);
    const done = changes.filter(change => !taking.isRefused(change));
    return { edits: taking.edits, done, refused, along: taking.along };
  });
}

interface Sorted {
  readonly files: readonly FileChange[];
  readonly book: readonly BookChange[];
  readonly codings: readonly CodingChange[];
  readonly notes: readonly NoteChange[];
  readonly states: readonly ReadingChange[];
  readonly people: readonly ParticipantChange[];
  readonly comments: readonly CommentChange[];
  readonly rounds: readonly RoundChange[];
  readonly lines: readonly LineChange[];
}

/** In an order in which what others stand on comes first, and goes last. */
async function takeAll(taking: Taking, changes: Sorted): Promise<void> {
  const each = async <T extends Change>(some: readonly T[], take: (taking: Taking, change: T) => Promise<void>) => {
    for (const change of some) {
      taking.answer(change, undefined);
      await taking.attempt(change, () => take(taking, change));
    }
  };
  await each(changes.people, takePerson);
  await each(changes.files, takeFile);
  const needed = changes.codings.flatMap((change): Needed[] => {
    const code = codeToCome(taking, change);
    return code === undefined ? [] : [{ change, code }];
  });
  await takeCodebook(taking, changes.book, needed);
  await takeCodings(
    taking,
    changes.codings.filter(change => !taking.isRefused(change)),
  );
  await takeNotes(taking, changes.notes);
  await each(changes.states, takeState);
  await takeWholeLines(taking, changes.comments);
  await takeWholeLines(taking, changes.rounds);
  await each(changes.lines, takeLines);
  // A code or transcript that was still in use may be free now.
  await takeCodebook(
    taking,
    changes.book.filter(change => taking.isRefused(change)),
    [],
    true,
  );
  await each(
    changes.files.filter(change => taking.isRefused(change)),
    takeFile,
  );
}

function sorted(changes: readonly Change[]): Sorted {
  const of = <T extends Change>(...beginnings: readonly string[]): T[] =>
    changes.filter((change): change is T => beginnings.some(beginning => change.what.startsWith(beginning)));
  const files = of<FileChange>('transcript-', 'memo-', 'study-file');
  return {
    // A file that has another path now is there under it before anything is put into it.
    files: [...files].sort((a, b) => Number(isRename(b)) - Number(isRename(a))),
    book: of<BookChange>('entry-', 'codebook-text'),
    codings: of<CodingChange>('coding-'),
    notes: of<NoteChange>('note-'),
    states: of<ReadingChange>('reading-state'),
    people: of<ParticipantChange>('participant-'),
    comments: of<CommentChange>('comment-'),
    rounds: of<RoundChange>('round-'),
    lines: of<LineChange>('broken-lines'),
  };
}

function isRename({ what }: FileChange): boolean {
  return what === 'transcript-renamed' || what === 'memo-renamed';
}
