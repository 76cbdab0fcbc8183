import { type CodeChoice, codePassages, type Done, type SeenTranscript } from '../coding/actions.js';
import { anchorOf, newId, timestamp } from '../coding/create.js';
import { type RecordsChange, updateFiles } from '../coding/updateFiles.js';
import { allOrNothing } from '../study/allOrNothing.js';
import type { Study } from '../study/study.js';
import type { FileEdit } from '../text/lineEdit.js';
import type { Span } from '../text/span.js';
import { addNotes, replaceNotes } from './file.js';
import type { Note } from './record.js';

/** What an action did to notes: those it made, changed or removed, and every edit, in the order they were made. */
export interface NotesDone {
  readonly notes: readonly Note[];
  readonly edits: readonly FileEdit[];
}

/**
 * Notes a thought on passages of a transcript, before there is a code for them: one note a passage.
 * @param spans in code points; not empty
 * @param memo not blank
 */
export async function notePassages(
  study: Study,
  { transcript, points, base }: SeenTranscript,
  coder: string,
  spans: readonly Span[],
  memo: string,
): Promise<NotesDone> {
  const taken = new Set<string>();
  const isTaken = (id: string): boolean => taken.has(id) || study.index.has(id) || study.readings.has(id);
  const notes = spans.map((span): Note => {
    const id = newId(study.environment, isTaken);
    taken.add(id);
    return { ...anchorOf(points, span, base), memo, created: timestamp(study.environment), id };
  });
  const { edit } = await study.update(study.coderFiles.readingPath(coder, transcript), text => addNotes(text, notes));
  return { notes, edits: [edit] };
}

/**
 * Rewrites what a note says; all else in its line stays.
 * @param memo blank: the note goes
 * @returns nothing in it where the note is gone or says this already
 */
export async function setNote(study: Study, id: string, memo: string): Promise<NotesDone> {
  if (memo.trim() === '') return removeNotes(study, [id]);
  return changeNotes(study, [id], note => (note.memo === memo ? note : { ...note, memo }));
}

/** Removes notes by id; ids that are gone already are passed over. */
export async function removeNotes(study: Study, ids: readonly string[]): Promise<NotesDone> {
  return changeNotes(study, ids, () => undefined);
}

/**
 * Codes the passage of a note by its coder: the note becomes the memo of the codings and goes.
 * @param seen the transcript as the person sees it, with the note's place in it
 * @returns the codings that were made; none where the passage has these codes already: then the note stays
 */
export async function codeNote(
  study: Study,
  id: string,
  seen: SeenTranscript & { readonly span: Span },
  choices: readonly CodeChoice[],
): Promise<Done> {
  const found = study.readings.find(id);
  if (found === undefined) return { codings: [], edits: [] };
  return allOrNothing(study, async (made, study) => {
    const wishes = [{ span: seen.span, choices }];
    const coded = await codePassages(study, seen, found.file.coder, wishes, found.note.memo);
    for (const edit of coded.edits) made(edit);
    if (coded.codings.length === 0) return coded;
    const removed = await removeNotes(study, [id]);
    removed.edits.forEach(made);
    return { codings: coded.codings, edits: [...coded.edits, ...removed.edits] };
  });
}

async function changeNotes(
  study: Study,
  ids: readonly string[],
  change: (note: Note) => Note | undefined,
): Promise<NotesDone> {
  const wanted = new Set(ids);
  const paths = new Set(ids.flatMap(id => study.readings.find(id)?.file.path ?? []));
  const changeIn = (text: string): RecordsChange<Note> => {
    const records: Note[] = [];
    const edits = replaceNotes(text, note => {
      const next = wanted.has(note.id) ? change(note) : note;
      if (next !== note) records.push(next ?? note);
      return next;
    });
    return { records, edits };
  };
  const update = async (made: (edit: FileEdit) => void, study: Study): Promise<NotesDone> => {
    const { records, edits } = await updateFiles(study, paths, made, changeIn);
    return { notes: records, edits };
  };
  return allOrNothing(study, update, paths.size);
}
