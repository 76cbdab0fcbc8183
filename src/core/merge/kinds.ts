import { CODEBOOK_FILE, CODINGS_FOLDER, isCodersFile, PARTICIPANTS_FILE, STUDY_FILE } from '../study/layout.js';

/** What a file is put together as. `text`: line by line, as git does it. */
export type MergedKind = 'records' | 'codebook' | 'participants' | 'study-file' | 'text';

const RECORDS = /\.(jsonl|ndjson)$/;

/**
 * What a file of a study is put together as.
 * @param path from the study, with `/`
 */
export function mergedKindOf(path: string): MergedKind {
  if (path === CODEBOOK_FILE) return 'codebook';
  if (path === PARTICIPANTS_FILE) return 'participants';
  if (path === STUDY_FILE) return 'study-file';
  const isRecords = isCodersFile(path) || (path.startsWith(`${CODINGS_FOLDER}/`) && RECORDS.test(path));
  return isRecords ? 'records' : 'text';
}

/** Whether the semantic merge says what the file becomes (all kinds but `text`), whatever git made of it. */
export function isMergedByMeaning(path: string): boolean {
  return mergedKindOf(path) !== 'text';
}
