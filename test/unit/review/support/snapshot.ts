import { BASE_LENGTH, blobId } from '../../../../src/core/coding/blobId.js';
import type { Change } from '../../../../src/core/review/change.js';
import { compareStates } from '../../../../src/core/review/compare.js';
import type { Snapshot, StateName } from '../../../../src/core/review/state.js';
import { StudyState } from '../../../../src/core/review/studyState.js';
import { decodeUtf8, encodeUtf8 } from '../../../../src/core/text/utf8.js';

/** Files by path; text or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A state in memory that counts what is read of it. */
export interface MemorySnapshot extends Snapshot {
  readonly reads: string[];
}

/** @param older further versions of transcripts that git would have */
export function snapshotOf(
  files: Files,
  older: readonly string[] = [],
  name: StateName = { is: 'working' },
): MemorySnapshot {
  const bytes = new Map(
    Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? encodeUtf8(text) : text]),
  );
  const all = [...bytes.values(), ...older.map(encodeUtf8)];
  const versions = new Map(all.map(one => [blobId(one).slice(0, BASE_LENGTH), one]));
  const reads: string[] = [];
  return {
    name,
    reads,
    files: new Map([...bytes].map(([path, one]) => [path, blobId(one)])),
    async read(path) {
      reads.push(path);
      const found = bytes.get(path);
      return found && decodeUtf8(found);
    },
    version: async base => versions.get(base),
  };
}

/** What changed between two sets of files. */
export async function changesBetween(
  before: Files,
  after: Files,
  older: readonly string[] = [],
): Promise<readonly Change[]> {
  const states = [before, after].map(files => new StudyState(snapshotOf(files, older))) as [StudyState, StudyState];
  return (await compareStates(...states)).changes;
}
