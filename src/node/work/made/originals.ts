import { requireFullId } from '../../gitFiles.js';
import { readGit } from '../../gitOutput.js';

/** A commit that may be the same work as another one: what stays as it is when it is put on top of something else. */
export interface Work {
  readonly id: string;
  /** Author, time and subject. */
  readonly what: string;
}

/**
 * The commits of a history, older ones first, without merges.
 * @param to full ids of the last ones; without any, all branches, remote branches and tags
 * @param without full ids; commits in their history are left out
 */
export async function worksIn(folder: string, to: readonly string[], without: readonly string[]): Promise<Work[]> {
  [...to, ...without].forEach(requireFullId);
  const range = [...(to.length === 0 ? ['--all'] : to), ...without.map(id => `^${id}`), '--'];
  const how = ['--topo-order', '--reverse', '--no-merges', '--format=%an <%ae> %at %s'];
  const works: Work[] = [];
  let id = '';
  await readGit({ folder, args: ['rev-list', ...how, ...range], purpose: 'read the history' }, '\n', line => {
    const commit = /^commit ([0-9a-f]+)$/.exec(line)?.[1];
    if (commit === undefined) works.push({ id, what: line });
    else id = commit;
  });
  return works;
}

/** The original of each copy, as far as there is exactly one that is not the copy itself; by the ids of the copies. */
export function originalsOf(copies: readonly Work[], works: readonly Work[]): ReadonlyMap<string, string> {
  const own = new Set(copies.map(({ id }) => id));
  const ids = new Map<string, string[]>();
  for (const { id, what } of works) if (!own.has(id)) ids.set(what, [...(ids.get(what) ?? []), id]);
  const found = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const { id, what } of copies) {
    const all = ids.get(what) ?? [];
    const same = copies.filter(copy => copy.what === what).length;
    // Several of one name in a row are told apart by their order, where all of them were copied.
    if (all.length !== same) continue;
    const at = taken.get(what) ?? 0;
    taken.set(what, at + 1);
    found.set(id, all[at] as string);
  }
  return found;
}
