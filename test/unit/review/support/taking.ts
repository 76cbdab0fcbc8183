import { EMPTY_HISTORY, record, undo } from '../../../../src/core/coding/history.js';
import { type Sources, type Taken, takeSide } from '../../../../src/core/review/apply.js';
import type { Change } from '../../../../src/core/review/change.js';
import { compareStates } from '../../../../src/core/review/compare.js';
import { workingSnapshot } from '../../../../src/core/review/snapshots.js';
import { StudyState } from '../../../../src/core/review/studyState.js';
import { Study } from '../../../../src/core/study/study.js';
import { encodeUtf8 } from '../../../../src/core/text/utf8.js';
import { fixedEnvironment } from '../../support/environment.js';
import { MemoryStore } from '../../support/memoryStore.js';
import { type Files, snapshotOf } from './snapshot.js';

/** Two states, what differs, and today's files. */
export interface Bench {
  readonly store: MemoryStore;
  readonly study: Study;
  readonly sources: Sources & { readonly changes: readonly Change[] };
}

/** @param today the files as they are now */
export async function benchOf(before: Files, after: Files, today: Files): Promise<Bench> {
  const sources = await compareStates(new StudyState(snapshotOf(before)), new StudyState(snapshotOf(after)));
  const store = new MemoryStore();
  for (const [path, content] of Object.entries(today))
    store.put(path, typeof content === 'string' ? encodeUtf8(content) : content);
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study, sources };
}

/** The files of today, letter by letter. */
export async function filesOf(store: MemoryStore): Promise<Record<string, string>> {
  const paths = (await store.list()).map(({ path }) => path).sort();
  return Object.fromEntries(paths.map(path => [path, Buffer.from(store.bytes(path) ?? []).toString('latin1')]));
}

/** What differs between today's files and others. */
export async function leftTo({ store }: Bench, files: Files): Promise<readonly Change[]> {
  const today = new StudyState(await workingSnapshot(store));
  return (await compareStates(today, new StudyState(snapshotOf(files)))).changes;
}

/** Takes a side, and gives a way to take that back. */
export async function take(bench: Bench, changes: readonly Change[], side: 'before' | 'after') {
  const taken: Taken = await takeSide(bench.study, changes, side, bench.sources);
  const history = record(EMPTY_HISTORY, { title: 'x', edits: taken.edits });
  return { ...taken, undo: () => undo(bench.study, history) };
}
