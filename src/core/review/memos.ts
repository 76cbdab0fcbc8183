import { parseMemo } from '../memos/parse.js';
import { isMemo } from '../study/layout.js';
import { normaliseText } from '../text/normalise.js';
import type { MemoChange } from './change.js';
import { fingerprintOf } from './keys.js';
import { renamedFiles } from './renamedFiles.js';
import type { StudyState } from './studyState.js';

/** What changed about memos: that one came, went or has another file, and its text. White space says nothing. */
export async function compareMemos(
  before: StudyState,
  after: StudyState,
  pause: () => Promise<void>,
): Promise<MemoChange[]> {
  const memosOnly = (state: StudyState, other: StudyState) => {
    const files = [...state.snapshot.files].filter(([path]) => isMemo(path) && !other.has(path));
    return { files: new Map(files), read: (path: string) => state.read(path) };
  };
  const [gone, fresh] = [memosOnly(before, after), memosOnly(after, before)];
  const renamed = await renamedFiles(gone, fresh, undefined, pause);
  const pairs: [string | undefined, string | undefined][] = [...renamed];
  const arrived = new Set(renamed.values());
  for (const path of gone.files.keys()) if (!renamed.has(path)) pairs.push([path, undefined]);
  for (const path of fresh.files.keys()) if (!arrived.has(path)) pairs.push([undefined, path]);
  for (const [path, id] of after.snapshot.files)
    if (isMemo(path) && before.has(path) && before.snapshot.files.get(path) !== id) pairs.push([path, path]);
  const changes: MemoChange[] = [];
  for (const [from, to] of pairs) {
    const old = from === undefined ? undefined : await before.read(from);
    const now = to === undefined ? undefined : await after.read(to);
    changes.push(...memoTextChanges({ path: from ?? to ?? '', text: old }, { path: to ?? from ?? '', text: now }));
    await pause();
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** A memo at one state; without a text where it is not there. */
export interface MemoSide {
  readonly path: string;
  readonly text: string | undefined;
}

/** What changed in one memo. */
export function memoTextChanges(before: MemoSide, after: MemoSide): MemoChange[] {
  const [old, now] = [before.text, after.text];
  const path = now === undefined ? before.path : after.path;
  const from = old === undefined ? after.path : before.path;
  const { title } = parseMemo(now ?? old ?? '', path);
  const common = (respect?: string) => ({
    title,
    key: respect === undefined ? `memo ${from}` : `memo ${from} ${respect}`,
    path,
    entries: [],
  });
  if (old === undefined && now === undefined) return [];
  if (old === undefined || now === undefined) {
    const what = old === undefined ? 'memo-added' : 'memo-removed';
    return [{ what, ...common(), fingerprint: fingerprintOf(old, now) }];
  }
  const changes: MemoChange[] = [];
  if (from !== path)
    changes.push({ what: 'memo-renamed', from, ...common('path'), fingerprint: fingerprintOf(from, path) });
  if (folded(old) !== folded(now))
    changes.push({ what: 'memo-edited', ...common('text'), fingerprint: fingerprintOf(folded(old), folded(now)) });
  return changes;
}

const folded = (text: string): string => normaliseText(text).replace(/\s+/gu, ' ').trim();
