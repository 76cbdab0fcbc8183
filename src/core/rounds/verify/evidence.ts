import { parseCodingFile } from '../../coding/file.js';
import type { CommittedFile, LoggedCommit, StudyGit } from '../../ports.js';
import { parseReadingFile } from '../../reading/file.js';
import { placeOf, readingPlaceOf, roundsPlaceOf } from '../../study/layout.js';
import { decodeUtf8 } from '../../text/utf8.js';
import type { RoundsFile } from '../file.js';
import { parseRoundsFile } from '../file.js';

/** What verifying reads of a history, each thing once. Whatever is told by ids and ancestry; dates are only quoted. */
export class Evidence {
  private readonly trees = new Map<string, Promise<ReadonlyMap<string, string>>>();
  private readonly records = new Map<string, Promise<ReadonlyMap<string, string>>>();
  private readonly ranges = new Map<string, Promise<readonly LoggedCommit[]>>();
  private readonly bases = new Map<string, Promise<boolean>>();

  constructor(readonly git: StudyGit) {}

  /** Blob ids of the files at a version, by path. */
  tree(commit: string): Promise<ReadonlyMap<string, string>> {
    return once(this.trees, commit, () => this.git.files({ commit }));
  }

  /** The versions that are in the history of `to` (itself included) and not in that of `from`, older ones first. */
  range(to: string, from?: string): Promise<readonly LoggedCommit[]> {
    return once(this.ranges, `${from} ${to}`, () => this.git.log(to, from === undefined ? {} : { from }));
  }

  /** Whether a version is in the history of another, or is that one. */
  async isIn(version: string, later: string): Promise<boolean> {
    if (version === later) return true;
    return once(this.bases, `${version} ${later}`, async () => (await this.git.mergeBase(version, later)) === version);
  }

  /** The codings and notes in a blob of a file in a coder's folder, each by its id with what it says. */
  recordsIn(path: string, blob: string): Promise<ReadonlyMap<string, string>> {
    const isReading = readingPlaceOf(path) !== undefined;
    return once(this.records, `${isReading} ${blob}`, async () => {
      const text = await this.text(blob);
      const place = { path, coder: '', transcript: '' };
      const records = isReading ? parseReadingFile(text, place).notes : parseCodingFile(text, place).codings;
      return new Map(records.map(record => [record.id, JSON.stringify(record)]));
    });
  }

  /** The file of rounds in a blob. */
  async rounds(path: string, blob: string): Promise<RoundsFile> {
    return parseRoundsFile(await this.text(blob), roundsPlaceOf(path) ?? { path, coder: '' });
  }

  /**
   * The files that a version made what they are: of a merge only those that are like none of its parents'; all others came as they were.
   */
  async made({ parents, files }: LoggedCommit): Promise<readonly CommittedFile[]> {
    if (parents.length < 2) return files;
    const others = await Promise.all(parents.slice(1).map(parent => this.tree(parent)));
    return files.filter(({ path, after }) => !others.some(tree => tree.get(path) === after));
  }

  private async text(blob: string): Promise<string> {
    const bytes = await this.git.read(blob);
    if (bytes === undefined) throw new Error(`Git does not have ${blob}, which a saved version names.`);
    return decodeUtf8(bytes);
  }
}

/** Whose codings or notes of which transcript a path holds, as it is written. */
export function workAt(path: string): { readonly coder: string; readonly transcript: string } | undefined {
  return placeOf(path) ?? readingPlaceOf(path);
}

function once<T>(known: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? work();
  known.set(key, found);
  return found;
}
