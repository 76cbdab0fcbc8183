import { likeness, type Windows, windowsOf } from '../renames/windows.js';
import { foldPath } from '../study/layout.js';
import { grouped } from '../text/grouped.js';

/** How many texts are compared with each other at most; beyond that only ids and names tell. */
const MOST_TEXTS = 60;
/** Texts that have so much in common are one, edited. */
const ALIKE = 0.5;
/** By so much the likest has to be ahead of the next. */
const AHEAD = 0.1;

/** Files that are there at one state only. */
export interface OneSided {
  /** Their ids, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** The text of one of them. */
  read(path: string): Promise<string | undefined>;
}

/**
 * Which files that are gone are which new ones: by content; by a path that differs in letter case or Unicode form only; by what else
 * is known; by most of their words. Never two for one: where it is not clear, the one went and the other came.
 * @param known for a path that is gone the one that its coders' files went along to
 * @param pause awaited between texts
 */
export async function renamedFiles(
  gone: OneSided,
  fresh: OneSided,
  known: ReadonlyMap<string, string> = new Map(),
  pause: () => Promise<void> = async () => {},
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const left = new Set(gone.files.keys());
  const free = new Set(fresh.files.keys());
  const take = (from: string, to: string | undefined): void => {
    if (to === undefined || !left.has(from) || !free.has(to)) return;
    found.set(from, to);
    left.delete(from);
    free.delete(to);
  };
  const takeUnique = (keyGone: (path: string) => string, keyFresh: (path: string) => string): void => {
    const [byKey, others] = [grouped(left, keyGone), grouped(free, keyFresh)];
    for (const [key, [from, second]] of byKey) {
      const [to, rival] = others.get(key) ?? [];
      if (from !== undefined && second === undefined && rival === undefined) take(from, to);
    }
  };
  const idGone = (path: string): string => gone.files.get(path) as string;
  const idFresh = (path: string): string => fresh.files.get(path) as string;
  takeUnique(
    path => `${idGone(path)} ${nameOf(path)}`,
    path => `${idFresh(path)} ${nameOf(path)}`,
  );
  takeUnique(idGone, idFresh);
  takeUnique(foldPath, foldPath);
  for (const [from, to] of known) take(from, to);
  if (left.size === 0 || free.size === 0 || left.size > MOST_TEXTS || free.size > MOST_TEXTS) return found;
  const old = await windows(left, gone, pause);
  const now = await windows(free, fresh, pause);
  const bestOf = (one: Windows, others: ReadonlyMap<string, Windows>): string | undefined => {
    const [best, next] = [...others]
      .map(([path, other]) => ({ path, alike: likeness(one, other) }))
      .sort((a, b) => b.alike - a.alike || (a.path < b.path ? -1 : 1));
    const isClear = best !== undefined && best.alike >= ALIKE && best.alike - (next?.alike ?? 0) >= AHEAD;
    return isClear ? best.path : undefined;
  };
  for (const [from, one] of old) {
    const to = bestOf(one, now);
    const other = to === undefined ? undefined : now.get(to);
    if (other !== undefined && bestOf(other, old) === from) take(from, to);
  }
  return found;
}

async function windows(
  paths: ReadonlySet<string>,
  files: OneSided,
  pause: () => Promise<void>,
): Promise<Map<string, Windows>> {
  const all = new Map<string, Windows>();
  for (const path of paths) {
    all.set(path, windowsOf((await files.read(path)) ?? ''));
    await pause();
  }
  return all;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
