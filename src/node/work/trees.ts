import { requireFullId, studyPath } from '../gitFiles.js';
import { gitPieces } from '../gitOutput.js';
import type { Place } from './place.js';

/** A file of the study as a tree has it. */
export interface TreeFile {
  /** Full id of its blob. */
  readonly id: string;
  /** Such as `100644`. */
  readonly mode: string;
  /** Its path from the root of the repository, as git writes it. */
  readonly name: string;
}

/**
 * The files of the study in a commit or tree, by their paths from the study (NFC); those that Verbatim does not read, links and
 * submodules are none.
 * @param tree full id
 */
export async function studyTree(place: Place, tree: string): Promise<ReadonlyMap<string, TreeFile>> {
  requireFullId(tree);
  const args = ['ls-tree', '-r', '-z', '--full-tree', tree, ...(place.prefix === '' ? [] : ['--', place.prefix])];
  const purpose = 'list the files of a version';
  const files = new Map<string, TreeFile>();
  for (const entry of await gitPieces({ folder: place.top, args, purpose }, '\0')) {
    const [, mode = '', id = '', name = ''] = /^(100\d{3}) blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
    const file = name === '' ? undefined : fileOf(place, name);
    if (file !== undefined) files.set(file, { id, mode, name });
  }
  return files;
}

/** The path from the study (NFC) of a file that Verbatim reads; undefined for all others. @param name from the root of the repository */
export function fileOf(place: Place, name: string): string | undefined {
  return name.startsWith(place.prefix) ? studyPath(name.slice(place.prefix.length)) : undefined;
}

/**
 * Which files a version has renamed since another one, as git sees it: new paths by old ones, all from the root of the repository.
 * @param from, to full ids
 */
export async function renamesBetween(place: Place, from: string, to: string): Promise<ReadonlyMap<string, string>> {
  const args = ['diff-tree', '-r', '-z', '--find-renames', '--diff-filter=R', '--name-status', from, to];
  const pieces = await gitPieces({ folder: place.top, args, purpose: 'find renamed files' }, '\0');
  const renames = new Map<string, string>();
  for (let i = 0; i + 2 < pieces.length; i += 3) renames.set(pieces[i + 1] ?? '', pieces[i + 2] ?? '');
  return renames;
}
