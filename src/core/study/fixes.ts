import { addCode } from '../codebook/edit.js';
import type { Coding } from '../coding/coding.js';
import { newId } from '../coding/create.js';
import type { Action } from '../coding/history.js';
import { formatCodingLine, isCoding, isMarkLine, parseCodingLine } from '../coding/line.js';
import { repairLine } from '../coding/repair.js';
import { isCommentLine } from '../discussion/record.js';
import type { Problem } from '../problem.js';
import { isReadingLine } from '../reading/record.js';
import type { FileEdit, LineEdit } from '../text/lineEdit.js';
import { normaliseText } from '../text/normalise.js';
import { allOrNothing } from './allOrNothing.js';
import { CODEBOOK_FILE, discussionPlaceOf, readingPlaceOf } from './layout.js';
import type { Study } from './study.js';

/** Ways to mend a problem. `recode` needs to be told the code. */
export type Fix = 'add-code' | 'recode' | 'new-id' | 'remove-copy' | 'repair-line' | 'set-aside';

/** Which fixes there are for a problem, the best first. */
export async function fixesFor(study: Study, problem: Problem): Promise<Fix[]> {
  switch (problem.rule) {
    case 'unknown-code':
      return study.entry(problem.data?.code ?? '') === undefined ? ['add-code', 'recode'] : ['recode'];
    case 'duplicate-id':
      return (await isCopy(study, problem)) ? ['remove-copy', 'new-id'] : ['new-id'];
    case 'broken-line': {
      const line = await lineOf(study, problem);
      // One mark less, and nobody knows any more what the sides were.
      if (isMarkLine(line)) return [];
      return repaired(problem, line) === undefined ? ['set-aside'] : ['repair-line', 'set-aside'];
    }
    default:
      return [];
  }
}

/**
 * Mends a problem. Where the line is no longer what was reported, nothing is changed.
 * @param code for `recode`, the id of the code that takes the place
 * @returns the edits, for undo
 */
export async function applyFix(study: Study, problem: Problem, fix: Fix, code?: string): Promise<Action['edits']> {
  const taken = (id: string): boolean => study.index.has(id);
  switch (fix) {
    case 'add-code':
      return addMissingCode(study, problem.data?.code ?? '');
    case 'recode':
      return changeLine(study, problem, coding => (code === undefined ? coding : { ...coding, code }));
    case 'new-id':
      return changeLine(study, problem, coding => ({ ...coding, id: newId(study.environment, taken) }));
    case 'remove-copy':
      return [await replaceLine(study, problem, await lineOf(study, problem), [])];
    case 'repair-line': {
      const line = await lineOf(study, problem);
      return [await replaceLine(study, problem, line, repaired(problem, line) ?? [line])];
    }
    case 'set-aside':
      return setAside(study, problem);
  }
}

function repaired({ file }: Problem, line: string): string[] | undefined {
  if (readingPlaceOf(file) !== undefined) return repairLine(line, isReadingLine);
  return discussionPlaceOf(file) === undefined ? repairLine(line) : repairLine(line, isCommentLine);
}

async function addMissingCode(study: Study, code: string): Promise<FileEdit[]> {
  const title = code.replace(/[-_]+/g, ' ').trim() || code;
  const written = await study.update(
    CODEBOOK_FILE,
    text => addCode(text, { title: title.charAt(0).toUpperCase() + title.slice(1), id: code }).edits,
  );
  return [written.edit];
}

async function changeLine(study: Study, problem: Problem, change: (coding: Coding) => Coding): Promise<FileEdit[]> {
  const line = await lineOf(study, problem);
  const coding = parseCodingLine(line);
  if (!isCoding(coding) || coding.id !== problem.data?.id) return [];
  return [await replaceLine(study, problem, line, [formatCodingLine(change(coding))])];
}

/** The line goes, byte for byte, into a file beside its own that nothing reads: first there, then away from here. */
async function setAside(study: Study, problem: Problem): Promise<FileEdit[]> {
  const line = await lineOf(study, problem);
  return allOrNothing(study, async (made, study) => {
    const { edit } = await study.update(problem.file.replace(/\.(jsonl|ndjson)$/, '.set-aside.txt'), text => [
      { line: (text ?? '').split('\n').length, remove: [], insert: [line] },
    ]);
    made(edit);
    const taken = await replaceLine(study, problem, line, []);
    made(taken);
    return [edit, taken];
  });
}

async function replaceLine(study: Study, problem: Problem, line: string, insert: readonly string[]): Promise<FileEdit> {
  const edits: LineEdit[] = [{ line: problem.line - 1, remove: [line], insert }];
  return (await study.update(problem.file, () => edits)).edit;
}

async function linesOf(study: Study, problem: Problem): Promise<string[]> {
  return normaliseText((await study.textOf(problem.file)) ?? '').split('\n');
}

async function lineOf(study: Study, problem: Problem): Promise<string> {
  return (await linesOf(study, problem))[problem.line - 1] ?? '';
}

/** Whether another line of the study is the very same record, so that removing one loses nothing. */
async function isCopy(study: Study, problem: Problem): Promise<boolean> {
  const line = await lineOf(study, problem);
  let same = 0;
  for (const { id, paths } of study.index.duplicateIds()) {
    if (id !== problem.data?.id || paths.length > 1) continue;
    same += (await linesOf(study, problem)).filter(other => other === line).length;
  }
  return same > 1;
}
