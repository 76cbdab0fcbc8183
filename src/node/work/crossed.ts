import { commonVersions, type FileHistory } from '../../core/merge/commonVersions.js';
import { isText } from '../../core/merge/mergeStudy.js';
import type { FileBlobs } from '../../core/ports.js';
import { decodeUtf8, encodeUtf8 } from '../../core/text/utf8.js';
import { GitObjects } from '../gitObjects.js';
import { gitPieces } from '../gitOutput.js';
import { ownGit } from './ownGit.js';
import type { Place } from './place.js';
import { studyTree, type TreeFile } from './trees.js';

/** Looks at what was put together come again and again: what was made once is not made anew. */
const made = new Map<string, readonly (string | undefined)[]>();
const MOST_KEPT = 500;

/**
 * Files with one base, made of several by what they mean, where the histories of two versions crossed; several where these contradict each other. What
 * is made of them is stored as a blob that belongs to no version. A file that is no text keeps its bases.
 * @param bases full ids of the commits that the bases of the files are of
 */
export async function withCommonBases(
  place: Place,
  bases: readonly string[],
  files: readonly FileBlobs[],
): Promise<FileBlobs[]> {
  if (bases.length < 2) return [...files];
  const crossed = new Crossed(place, bases);
  const found: FileBlobs[] = [];
  for (const file of files) {
    const isOne = new Set(file.bases).size === 1;
    found.push(isOne ? file : { ...file, bases: (await crossed.basesOf(file.path)) ?? file.bases });
  }
  return found;
}

class Crossed {
  private readonly objects: GitObjects;
  private readonly trees = new Map<string, Promise<ReadonlyMap<string, TreeFile>>>();
  private readonly forks = new Map<string, Promise<string[]>>();

  constructor(
    private readonly place: Place,
    private readonly bases: readonly string[],
  ) {
    this.objects = new GitObjects(place.top);
  }

  /** Blob ids; undefined where the file is no text somewhere on the way. */
  async basesOf(path: string): Promise<readonly (string | undefined)[] | undefined> {
    const key = JSON.stringify([this.place.commonDir, this.place.prefix, path, this.bases]);
    const known = made.get(key);
    if (known !== undefined) return known;
    const blobs = new Map<string, string>();
    let isReadable = true;
    const history: FileHistory<string> = {
      path,
      bases: (one, others) => this.forksOf(one, others),
      text: async commit => {
        const blob = (await this.treeOf(commit)).get(path)?.id;
        const bytes = blob === undefined ? undefined : await this.objects.read(blob);
        if (blob === undefined) return undefined;
        if (bytes === undefined || !isText(bytes)) isReadable = false;
        const text = bytes === undefined ? '' : decodeUtf8(bytes);
        blobs.set(text, blob);
        return text;
      },
    };
    const texts = await commonVersions(history, this.bases);
    if (!isReadable) return undefined;
    const ids: (string | undefined)[] = [];
    for (const text of texts) ids.push(text === undefined ? text : (blobs.get(text) ?? (await this.stored(text))));
    if (made.size >= MOST_KEPT) made.clear();
    made.set(key, ids);
    return ids;
  }

  private treeOf(commit: string): Promise<ReadonlyMap<string, TreeFile>> {
    const known = this.trees.get(commit) ?? studyTree(this.place, commit);
    this.trees.set(commit, known);
    return known;
  }

  private forksOf(one: string, others: readonly string[]): Promise<string[]> {
    const key = [one, ...others].join(' ');
    const args = ['merge-base', '--all', one, ...others];
    const request = { folder: this.place.top, args, purpose: 'find where versions part', answers: [1] };
    const known = this.forks.get(key) ?? gitPieces(request, '\n').then(ids => ids.filter(id => id !== ''));
    this.forks.set(key, known);
    return known;
  }

  private async stored(text: string): Promise<string> {
    const args = ['hash-object', '-w', '--no-filters', '--stdin'];
    return (await ownGit(this.place, { args, input: encodeUtf8(text), purpose: 'put the versions together' })).trim();
  }
}
