import type { Pacing } from '../pieces.js';
import type { FileBlobs, StudyGit } from '../ports.js';
import { sameBytes } from '../text/sameBytes.js';
import { decodeUtf8, encodeUtf8 } from '../text/utf8.js';
import { conflictKey } from './conflictKey.js';
import { isMergedByMeaning } from './kinds.js';
import { splitMarks } from './marks.js';
import type { FileVersions, MergeChoice, MergeConflict, MergedFile } from './merge.js';
import { mergeFile } from './mergeFile.js';

/** A file of the study made of two. */
export interface MergedStudyFile {
  readonly versions: FileVersions;
  readonly merged: MergedFile;
  /** What the file becomes: `merged.text`, or of a file that is no text in UTF-8 the bytes of the side that is taken. Undefined: no such file. */
  readonly bytes: Uint8Array | undefined;
}

/** The key of the one question about a file that is no text in UTF-8. */
const WHOLE = conflictKey('file', 'bytes');

/**
 * Puts files of the study together that both sides changed.
 * @param decisions by the path of a file, then by the key of a conflict
 * @throws where git does not have what it is asked for
 */
export async function mergeBlobs(
  git: Pick<StudyGit, 'read'>,
  files: readonly FileBlobs[],
  decisions: (path: string) => ReadonlyMap<string, MergeChoice> | undefined = () => undefined,
  pace: Pick<Pacing, 'pause' | 'progress'> = {},
): Promise<readonly MergedStudyFile[]> {
  const merged: MergedStudyFile[] = [];
  for (const file of files) {
    merged.push(await mergeOne(git, file, decisions(file.path)));
    pace.progress?.(merged.length, files.length);
    await pace.pause?.();
  }
  return merged;
}

async function mergeOne(
  git: Pick<StudyGit, 'read'>,
  file: FileBlobs,
  decisions: ReadonlyMap<string, MergeChoice> | undefined,
): Promise<MergedStudyFile> {
  const [ours, theirs, ...bases] = await Promise.all(
    [file.ours, file.theirs, ...file.bases].map(blob => readBlob(git, file.path, blob)),
  );
  const versions = versionsOf(file.path, bases, ours, theirs);
  if (![ours, theirs].every(isText)) return mergeBytes(versions, ours, theirs, decisions);
  const merged = mergeFile(versions, decisions);
  return { versions, merged, bytes: merged.text === undefined ? undefined : encodeUtf8(merged.text) };
}

/** A file that is no text is taken from one side as it is. */
function mergeBytes(
  versions: FileVersions,
  ours: Uint8Array | undefined,
  theirs: Uint8Array | undefined,
  decisions: ReadonlyMap<string, MergeChoice> | undefined,
): MergedStudyFile {
  const choice = decisions?.get(WHOLE);
  const [text, bytes] = choice === 'theirs' ? [versions.theirs, theirs] : [versions.ours, ours];
  const side = (there: Uint8Array | undefined): { isThere: boolean; text: string } => ({
    isThere: there !== undefined,
    text: there === undefined ? '' : decodeUtf8(there),
  });
  const conflict: MergeConflict = {
    ...{ key: WHOLE, path: versions.path, subject: { is: 'file' }, aspect: 'text', base: undefined },
    ...{ ours: side(ours), theirs: side(theirs), choices: ['ours', 'theirs'] },
  };
  return { versions, merged: { text, conflicts: choice === undefined ? [conflict] : [] }, bytes };
}

/** The versions of a file as texts. A base with conflict marks, such as git makes of several, stands for all that the marks hold. */
export function versionsOf(
  path: string,
  bases: readonly (Uint8Array | undefined)[],
  ours: Uint8Array | undefined,
  theirs: Uint8Array | undefined,
): FileVersions {
  const [mine, other] = [ours, theirs].map(textOf);
  return { path, bases: bases.flatMap(base => basesIn(path, textOf(base))), ours: mine, theirs: other };
}

/** What a text of a base stands for. */
export function basesIn(path: string, text: string | undefined): (string | undefined)[] {
  const sides = text !== undefined && isMergedByMeaning(path) ? splitMarks(text) : undefined;
  return sides === undefined ? [text] : [...basesIn(path, sides.ours), ...basesIn(path, sides.theirs)];
}

/** Whether bytes are text in UTF-8: only then nothing is lost on the way. No file is as good; what has a NUL is no text, as git sees it. */
export function isText(bytes: Uint8Array | undefined): boolean {
  return bytes === undefined || (!bytes.includes(0) && sameBytes(encodeUtf8(decodeUtf8(bytes)), bytes));
}

const textOf = (bytes: Uint8Array | undefined): string | undefined => bytes && decodeUtf8(bytes);

/** @throws where git does not have the blob */
export async function readBlob(
  git: Pick<StudyGit, 'read'>,
  path: string,
  blob: string | undefined,
): Promise<Uint8Array | undefined> {
  if (blob === undefined) return undefined;
  const bytes = await git.read(blob);
  if (bytes !== undefined) return bytes;
  throw new Error(
    `Git does not give a version of ${path} that is needed: it is not in this copy of the repository, or very large. Nothing was changed.`,
  );
}
