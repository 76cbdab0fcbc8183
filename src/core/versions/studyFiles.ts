import {
  CODEBOOK_FILE,
  CODINGS_FOLDER,
  isMarkdown,
  isReadable,
  PARTICIPANTS_FILE,
  STUDY_FILE,
} from '../study/layout.js';

const OWN: readonly string[] = [CODEBOOK_FILE, PARTICIPANTS_FILE, STUDY_FILE];
const RECORDS = /\.(jsonl|ndjson)$/i;

/**
 * Whether a file goes into the versions that Verbatim saves: transcripts, memos and other Markdown, the codebook, participants, the
 * study file, and the lines in people's folders. Tables and data that lie beside them do not, since they may be what must not
 * leave the computer, such as the list of who is who.
 * @param path from the study, with `/`
 */
export function isVersioned(path: string): boolean {
  const isRecords = path.startsWith(`${CODINGS_FOLDER}/`) && RECORDS.test(path);
  return isReadable(path) && (isMarkdown(path) || isRecords || OWN.includes(path));
}
