import { addCode, writeOutId } from '../codebook/edit.js';
import { CODEBOOK_FILE, codingPath } from '../study/layout.js';
import type { Study } from '../study/study.js';
import type { CodePoints } from '../text/codePoints.js';
import type { FileEdit } from '../text/lineEdit.js';
import type { Span } from '../text/span.js';
import type { Coding } from './coding.js';
import { createCoding } from './create.js';
import { addCodings, parseCodingFile, removeCodings } from './file.js';

/** A code to apply: one of the codebook, or a new one that is made on the way. */
export type CodeChoice = { readonly id: string } | { readonly title: string; readonly theme?: string };

/** A passage to code. */
export interface Passage {
  /** Path of the transcript. */
  readonly transcript: string;
  /** Its text as the person sees it: no byte order mark, line ends LF. */
  readonly points: CodePoints;
  /** First 12 hex digits of the git blob id of that text as it is (or would be) saved. */
  readonly base: string;
  /** In code points; not empty. */
  readonly span: Span;
}

/** What an action did: the codings it made or removed, and every edit, in the order they were made. */
export interface Done {
  readonly codings: readonly Coding[];
  readonly edits: readonly FileEdit[];
}

/**
 * Codes a passage with one or more codes. New codes are written to the codebook first: should the process die between
 * the two files, a code without codings is left, never a coding without its code. A code that this coder already gave
 * to this very passage is not given again.
 */
export async function codePassage(
  study: Study,
  passage: Passage,
  coder: string,
  choices: readonly CodeChoice[],
  memo?: string,
): Promise<Done> {
  const edits: FileEdit[] = [];
  const codes: string[] = [];
  for (const choice of choices) {
    const { id, edit } = await ensureCode(study, choice);
    if (edit.edits.length > 0) edits.push(edit);
    codes.push(id);
  }
  const place = { path: codingPath(coder, passage.transcript), coder, transcript: passage.transcript };
  let codings: Coding[] = [];
  const written = await study.update(place.path, text => {
    const there = parseCodingFile(text ?? '', place).codings;
    const taken = new Set(there.map(coding => coding.id));
    codings = [...new Set(codes)]
      .filter(code => !isCoded(there, passage, code))
      .map(code => {
        const content = {
          points: passage.points,
          span: passage.span,
          base: passage.base,
          code,
          ...(memo ? { memo } : {}),
        };
        const coding = createCoding(content, study.environment, id => taken.has(id) || study.index.has(id));
        taken.add(coding.id);
        return coding;
      });
    return addCodings(text, codings);
  });
  return { codings, edits: [...edits, written.edit] };
}

/** The words count as well: in an edited transcript, an older coding of other words may have the same position. */
function isCoded(codings: readonly Coding[], { points, span }: Passage, code: string): boolean {
  const quote = points.slice(span.start, span.end);
  const isThere = ({ at }: Coding): boolean => at[0] === span.start && at[1] === span.end;
  return codings.some(coding => coding.code === code && isThere(coding) && coding.quote === quote);
}

/** Makes sure that a code is in the codebook with its id written out. */
async function ensureCode(study: Study, choice: CodeChoice): Promise<{ id: string; edit: FileEdit }> {
  let id = 'id' in choice ? choice.id : '';
  // The usual case: nothing to write, so the codebook need not be read again, however long it is.
  if ('id' in choice && study.entry(id)?.idWritten) return { id, edit: { path: CODEBOOK_FILE, edits: [] } };
  const { edit } = await study.update(CODEBOOK_FILE, text => {
    if ('id' in choice) return text === undefined ? [] : writeOutId(text, choice.id);
    const added = addCode(text, choice, new Set(study.index.usedCodes()));
    id = added.id;
    return added.edits;
  });
  return { id, edit };
}

/** Removes codings by id; ids that are gone already are passed over. */
export async function removeCodingsById(study: Study, ids: readonly string[]): Promise<Done> {
  const edits: FileEdit[] = [];
  const codings: Coding[] = [];
  const wanted = new Set(ids);
  const paths = new Set(ids.flatMap(id => study.index.find(id)?.file.path ?? []));
  for (const path of paths) {
    // Asked again when the file changed meanwhile: only what the last answer removes counts.
    let removed: Coding[] = [];
    const { edit } = await study.update(path, text => {
      const file = parseCodingFile(text ?? '', { path, coder: '', transcript: '' });
      removed = file.codings.filter(coding => wanted.has(coding.id));
      return removeCodings(text ?? '', wanted);
    });
    codings.push(...removed);
    edits.push(edit);
  }
  return { codings, edits };
}
