import { codeNote, notePassages, removeNotes, setNote } from '../../../src/core/reading/notes.js';
import { setReadingState } from '../../../src/core/reading/setState.js';
import { READING_STATES, type ReadingState } from '../../../src/core/reading/state.js';
import { applyRefresh, planRefresh } from '../../../src/core/study/refreshAnchors.js';
import { codesOf } from './codings.js';
import { type Action, type Desk, inOrder, somePassage, someTranscript, tried } from './desk.js';

function someNote(desk: Desk): string | undefined {
  const folder = desk.folder();
  const files = inOrder(desk.study.readings.allFiles()).filter(({ coder }) => coder === folder);
  const file = desk.chance.pick(files);
  return file && desk.chance.pick(file.notes)?.id;
}

export const writeNote: Action = async desk => {
  const seen = await someTranscript(desk);
  const span = seen && somePassage(desk, seen);
  if (seen === undefined || span === undefined) return undefined;
  await notePassages(desk.study, seen, desk.folder(), [span], desk.words('note'));
  return 'a note';
};

export const rewriteNote: Action = async desk => {
  const id = someNote(desk);
  if (id === undefined) return undefined;
  await setNote(desk.study, id, desk.words('note'));
  return `note ${id}`;
};

export const removeNote: Action = async desk => {
  const id = someNote(desk);
  if (id === undefined) return undefined;
  await removeNotes(desk.study, [id]);
  return `removed note ${id}`;
};

export const codeFromNote: Action = async desk => {
  const id = someNote(desk);
  const seen = await someTranscript(desk);
  const span = seen && somePassage(desk, seen);
  const code = desk.chance.pick(codesOf(desk));
  if (id === undefined || seen === undefined || span === undefined || code === undefined) return undefined;
  const { file } = desk.study.readings.find(id) ?? {};
  if (file?.transcript !== seen.transcript) return undefined;
  await codeNote(desk.study, id, { ...seen, span }, [{ id: code }]);
  return `coded note ${id}`;
};

export const sayReadingState: Action = async desk => {
  const seen = await someTranscript(desk);
  if (seen === undefined) return undefined;
  const state = desk.chance.pick(READING_STATES) as ReadingState;
  return tried(
    () => setReadingState(desk.study, desk.folder(), [seen.transcript], state),
    `${seen.transcript} is ${state}`,
  );
};

/** Writes for a whole transcript where its codings and notes are today. */
export const refreshAnchors: Action = async desk => {
  const seen = await someTranscript(desk);
  if (seen === undefined) return undefined;
  const scope = { transcripts: new Set([seen.transcript]), coders: new Set([desk.folder()]) };
  const { moved } = await applyRefresh(desk.study, await planRefresh(desk.study, scope));
  return moved === 0 ? undefined : `refreshed ${moved} in ${seen.transcript}`;
};
