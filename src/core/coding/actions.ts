import { addCode, writeOutId } from '../codebook/edit.js';
import { allOrNothing } from '../study/allOrNothing.js';
import { CODEBOOK_FILE } from '../study/layout.js';
import type { Study } from '../study/study.js';
import type { CodePoints } from '../text/codePoints.js';
import type { FileEdit } from '../text/lineEdit.js';
import type { Span } from '../text/span.js';
import { type Coding, passageKey } from './coding.js';
import { createCoding } from './create.js';
import { addCodings, parseCodingFile, removeCodings } from './file.js';
import { type CodingFileChange, updateCodingFiles } from './updateFiles.js';

/** A code to apply: one of the codebook, or a new one that is made on the way. */
export type CodeChoice = { readonly id: string } | { readonly title: string; readonly theme?: string };

/** A transcript as the person sees it, saved or not. */
export interface SeenTranscript {
  /** Path of the transcript. */
  readonly transcript: string;
  /** Its text: no byte order mark, line ends LF. */
  readonly points: CodePoints;
  /** First 12 hex digits of the git blob id of that text as it is (or would be) saved. */
  readonly base: string;
}

/** A passage to code. */
export interface Passage extends SeenTranscript {
  /** In code points; not empty. */
  readonly span: Span;
}

/** A passage of a transcript, in code points, and the codes it is to get. */
export interface PassageWish {
  readonly span: Span;
  readonly choices: readonly CodeChoice[];
}

/** What an action did: the codings it made or removed, and every edit, in the order they were made. */
export interface Done {
  readonly codings: readonly Coding[];
  readonly edits: readonly FileEdit[];
}

/** Codes one passage: see `codePassages`. */
export async function codePassage(
  study: Study,
  passage: Passage,
  coder: string,
  choices: readonly CodeChoice[],
  memo?: string,
): Promise<Done> {
  return codePassages(study, passage, coder, [{ span: passage.span, choices }], memo);
}

/**
 * Codes passages of a transcript with one or more codes each. New codes are written to the codebook first: should the
 * process die between the two files, a code without codings is left, never a coding without its code. A code that this
 * coder already gave to this very passage is not given again. A new code that is wished for twice is made once.
 */
export async function codePassages(
  study: Study,
  seen: SeenTranscript,
  coder: string,
  wishes: readonly PassageWish[],
  memo?: string,
): Promise<Done> {
  const choices = wishes.flatMap(wish => wish.choices);
  return allOrNothing(
    study,
    async (made, study) => {
      const { ids, edits } = await ensureCodes(study, choices, made);
      const { codings, edit } = await writeCodings(study, seen, coder, wishes, ids, memo);
      made(edit);
      return { codings, edits: [...edits, edit] };
    },
    choices.every(choice => isWrittenOut(study, choice)) ? 1 : 2,
  );
}

async function writeCodings(
  study: Study,
  seen: SeenTranscript,
  coder: string,
  wishes: readonly PassageWish[],
  codes: ReadonlyMap<string, string>,
  memo: string | undefined,
): Promise<{ codings: Coding[]; edit: FileEdit }> {
  const place = { path: study.coderFiles.codingPath(coder, seen.transcript), coder, transcript: seen.transcript };
  const elsewhere = study.index
    .filesOf(seen.transcript)
    .filter(file => file.coder === coder && file.path !== place.path);
  let codings: Coding[] = [];
  const { edit } = await study.update(place.path, text => {
    const there = parseCodingFile(text ?? '', place).codings;
    const taken = new Set(there.map(coding => coding.id));
    const all = [...there, ...elsewhere.flatMap(file => file.codings)];
    const given = new Set(all.map(coding => passageKey(coding, study.idToday(coding.code))));
    codings = [];
    for (const { span, choices } of wishes) {
      for (const code of new Set(choices.map(choice => codes.get(choiceKey(choice)) as string))) {
        const key = passageKey({ at: [span.start, span.end], quote: seen.points.slice(span.start, span.end) }, code);
        if (given.has(key)) continue;
        given.add(key);
        const content = { points: seen.points, span, base: seen.base, code, ...(memo ? { memo } : {}) };
        const coding = createCoding(content, study.environment, id => taken.has(id) || study.index.has(id));
        taken.add(coding.id);
        codings.push(coding);
      }
    }
    return addCodings(text, codings);
  });
  return { codings, edit };
}

/** Choices with the same key are the same choice. */
export function choiceKey(choice: CodeChoice): string {
  return JSON.stringify(choice);
}

/**
 * Makes sure that codes are in the codebook with their ids written out; a new code that is wished for twice is made once.
 * @param made is told every edit as soon as it is on disk
 * @returns the id of each choice by its `choiceKey`, and the edits that were made
 */
export async function ensureCodes(
  study: Study,
  choices: readonly CodeChoice[],
  made: (edit: FileEdit) => void,
): Promise<{ ids: ReadonlyMap<string, string>; edits: FileEdit[] }> {
  const edits: FileEdit[] = [];
  const ids = new Map<string, string>();
  for (const choice of choices) {
    if (ids.has(choiceKey(choice))) continue;
    const { id, edit } = await ensureCode(study, choice);
    made(edit);
    if (edit.edits.length > 0) edits.push(edit);
    ids.set(choiceKey(choice), id);
  }
  return { ids, edits };
}

/** Whether the codebook has a code as it is to be, so that `ensureCodes` writes nothing for it. */
export function isWrittenOut(study: Study, choice: CodeChoice): boolean {
  return 'id' in choice && study.entry(choice.id)?.idWritten === true;
}

async function ensureCode(study: Study, choice: CodeChoice): Promise<{ id: string; edit: FileEdit }> {
  let id = 'id' in choice ? choice.id : '';
  // The usual case: nothing to write, so the codebook need not be read again, however long it is.
  if (isWrittenOut(study, choice)) return { id, edit: { path: CODEBOOK_FILE, edits: [] } };
  const { edit } = await study.update(CODEBOOK_FILE, text => {
    if ('id' in choice) return text === undefined ? [] : writeOutId(text, choice.id);
    const added = addCode(text, choice, new Set(study.index.usedCodes()));
    id = added.id;
    return added.edits;
  });
  return { id, edit };
}

/** Removes codings by id; ids that are gone already are passed over. Where a file cannot be written, all is as before. */
export async function removeCodingsById(study: Study, ids: readonly string[]): Promise<Done> {
  const wanted = new Set(ids);
  const paths = new Set(ids.flatMap(id => study.index.find(id)?.file.path ?? []));
  const removeIn = (text: string): CodingFileChange => {
    const file = parseCodingFile(text, { path: '', coder: '', transcript: '' });
    return { codings: file.codings.filter(coding => wanted.has(coding.id)), edits: removeCodings(text, wanted) };
  };
  return allOrNothing(study, (made, study) => updateCodingFiles(study, paths, made, removeIn), paths.size);
}
