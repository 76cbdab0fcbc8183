import { ChangeRefused } from '../codebook/change.js';
import { writeOutId } from '../codebook/edit.js';
import { allOrNothing } from '../study/allOrNothing.js';
import { CODEBOOK_FILE } from '../study/layout.js';
import type { Study } from '../study/study.js';
import type { FileEdit } from '../text/lineEdit.js';
import { type CodeChoice, type Done, ensureCodes, isWrittenOut } from './actions.js';
import { type Coding, passageKey } from './coding.js';
import { newId, timestamp } from './create.js';
import { addCodings, parseCodingFile, replaceCodings } from './file.js';
import { type CodingFileChange, updateCodingFiles } from './updateFiles.js';

/**
 * Gives codings other codes, in the files of all coders. The first code that is wished for takes the place of a coding's
 * code: its line keeps everything else. Each further one becomes a new coding of the same passage by the same coder,
 * unless that coder has given the passage this code already. A coding that has the code already, be it by a former id, is
 * left as it is. Codings that are gone, and those without a wish, are passed over. Where an id stands more than once, all
 * its codings are meant.
 *
 * The codebook is written first (ids of the codes, where they are not written out yet), then one coding file at a time:
 * where nothing takes back what a kill cut off, every coding has its old code or its new one. Where a file cannot be written
 * those before it are put back, and the error is thrown.
 * @param wishes ids of codings, each with the ids of the codes it shall have from now on, at least one
 * @returns the codings that were changed or made, and every edit in the order they were made, for undo
 * @throws ChangeRefused where the codebook has no such code; nothing was changed
 * @throws BrokenOff where a file could not be written and what was written before could not be put back
 */
export async function recodeCodings(study: Study, wishes: ReadonlyMap<string, readonly string[]>): Promise<Done> {
  const wanted = new Map<string, readonly string[]>();
  for (const [id, codes] of wishes) {
    if (codes.length > 0 && study.index.has(id)) wanted.set(id, [...new Set(codes.map(code => codeIn(study, code)))]);
  }
  const paths = filesOf(study, wanted.keys());
  const unwritten = unwrittenOf(study, new Set([...wanted.values()].flat()));
  return allOrNothing(
    study,
    async (made, study) => {
      const written = await writeOutIds(study, unwritten);
      made(written);
      const { codings, edits } = await updateCodingFiles(study, paths, made, text => recodeIn(study, text, wanted));
      return { codings, edits: written.edits.length > 0 ? [written, ...edits] : edits };
    },
    paths.size + Math.min(unwritten.length, 1),
  );
}

/**
 * As `recodeCodings`, for codings that all get the same codes, of which some may be new: these are made first.
 * @param ids of codings
 * @param choices at least one
 */
export async function recodeTo(study: Study, ids: readonly string[], choices: readonly CodeChoice[]): Promise<Done> {
  return allOrNothing(
    study,
    async (made, study) => {
      const ensured = await ensureCodes(study, choices, made);
      const codes = [...ensured.ids.values()];
      const done = await recodeCodings(study, new Map(ids.map(id => [id, codes])));
      done.edits.forEach(made);
      return { codings: done.codings, edits: [...ensured.edits, ...done.edits] };
    },
    choices.every(choice => isWrittenOut(study, choice)) ? filesOf(study, ids).size : undefined,
  );
}

/** Id that a code has today. */
function codeIn(study: Study, code: string): string {
  const entry = study.entry(code);
  if (entry?.kind === 'code') return entry.id;
  const why =
    entry === undefined ? `The code “${code}” is not in the codebook.` : `“${code}” is a theme; codings need a code.`;
  throw new ChangeRefused(why, 'Choose a code of the codebook, or make it first.');
}

function unwrittenOf(study: Study, codes: ReadonlySet<string>): string[] {
  return [...codes].filter(code => study.entry(code)?.idWritten === false);
}

/** What codings are called by stays when a heading is reworded: the ids of the codes they get are written out. */
async function writeOutIds(study: Study, unwritten: readonly string[]): Promise<FileEdit> {
  // The usual case: nothing to write, so the codebook need not be read again, however long it is.
  if (unwritten.length === 0) return { path: CODEBOOK_FILE, edits: [] };
  const { edit } = await study.update(CODEBOOK_FILE, text =>
    text === undefined ? [] : unwritten.flatMap(code => writeOutId(text, code)),
  );
  return edit;
}

/** The coding files that codings stand in. */
function filesOf(study: Study, ids: Iterable<string>): Set<string> {
  const paths = new Set<string>();
  const wanted = new Set(ids);
  for (const id of wanted) {
    const place = study.index.find(id);
    if (place !== undefined) paths.add(place.file.path);
  }
  for (const { id, paths: all } of study.index.duplicateIds()) {
    if (wanted.has(id)) for (const path of all) paths.add(path);
  }
  return paths;
}

/** The edits to one coding file, and the codings they change or make. */
function recodeIn(study: Study, text: string, wanted: ReadonlyMap<string, readonly string[]>): CodingFileChange {
  const { codings: before } = parseCodingFile(text, { path: '', coder: '', transcript: '' });
  const meant = before.filter(coding => wanted.has(coding.id));
  const changed = new Map<Coding, Coding>();
  for (const coding of meant) {
    const first = wanted.get(coding.id)?.[0];
    if (first !== undefined && study.idToday(coding.code) !== first) changed.set(coding, { ...coding, code: first });
  }
  const given = new Set(before.map(coding => passageKey(coding, study.idToday((changed.get(coding) ?? coding).code))));
  const taken = new Set(before.map(coding => coding.id));
  const added: Coding[] = [];
  for (const coding of meant) {
    for (const code of wanted.get(coding.id)?.slice(1) ?? []) {
      const key = passageKey(coding, code);
      if (given.has(key)) continue;
      given.add(key);
      const copy = copyOf(study, coding, code, id => taken.has(id) || study.index.has(id));
      taken.add(copy.id);
      added.push(copy);
    }
  }
  // The objects of the second reading are other ones; their order is the same.
  let at = 0;
  const replaced = replaceCodings(text, coding => changed.get(before[at++] as Coding) ?? coding);
  // Where both are at one line, the new coding comes in before the changed one: edits must not overlap.
  return { edits: [...addCodings(text, added), ...replaced], codings: [...changed.values(), ...added] };
}

/** Another coding of the same passage, keys in the order of a new record. How it stands to the further code nobody has said yet. */
function copyOf(study: Study, coding: Coding, code: string, taken: (id: string) => boolean): Coding {
  const { quote, at, context, base, memo } = coding;
  return {
    code,
    quote,
    at,
    ...(context === undefined ? {} : { context }),
    ...(base === undefined ? {} : { base }),
    ...(memo === undefined ? {} : { memo }),
    created: timestamp(study.environment),
    id: newId(study.environment, taken),
  };
}
