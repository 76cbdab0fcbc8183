import { BASE_LENGTH, baseOf } from '../coding/blobId.js';
import type { MadeFile } from '../ports.js';
import type { Study } from '../study/study.js';
import { decodeUtf8 } from '../text/utf8.js';
import { hasMarks } from './hasMarks.js';

/** Files that git put together or tried to, by what is to be done with them. */
export interface HeldFiles {
  /** To be put together by what they say: conflicts, and files that nobody has touched since git made them of two. */
  readonly open: readonly MadeFile[];
  /** Conflicts that somebody settled by hand: they stay as they are. */
  readonly byHand: readonly MadeFile[];
}

/** Tells which files are as git left them, marks or not, and which somebody has worked on since. */
export async function heldFiles(study: Study, files: readonly MadeFile[]): Promise<HeldFiles> {
  const open: MadeFile[] = [];
  const byHand: MadeFile[] = [];
  for (const file of files) {
    const bytes = await study.store.read(file.path);
    const text = bytes && decodeUtf8(bytes);
    const isMarked = text !== undefined && hasMarks(text);
    const id = bytes && (await idOf(study, file.path, bytes, text ?? ''));
    const isAs = (blob: string | undefined): boolean =>
      blob === undefined ? id === undefined : id !== undefined && blob.startsWith(id);
    // A program that could not put two versions together leaves one of them.
    const isLeft = isAs(file.left) || isAs(file.ours) || isAs(file.theirs);
    if (isMarked || (file.isUnmerged ? isLeft : file.left !== undefined && isAs(file.left))) open.push(file);
    else if (file.isUnmerged) byHand.push(file);
  }
  return { open, byHand };
}

/** The first 12 hex digits of a file's blob id. */
async function idOf(study: Study, path: string, bytes: Uint8Array, text: string): Promise<string> {
  const id = text.includes('\r\n') ? await study.store.gitBlobId?.(path) : undefined;
  return id?.slice(0, BASE_LENGTH) ?? baseOf(bytes);
}
