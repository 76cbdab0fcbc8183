import type { Codebook } from '../../codebook/codebook.js';
import { freeId, slugOf } from '../../codebook/slug.js';
import type { Remark } from '../model.js';
import type { PlanNode } from './plan.js';

/**
 * Gives new entries their ids: the one the file says, where it can be had, else one made from the title; and the former
 * ids that are nobody else's.
 * @param nodes the new ones, in order
 * @param used ids that codings use: none is made from a title by chance
 */
export function allotIds(
  book: Codebook,
  nodes: readonly PlanNode[],
  used: ReadonlySet<string>,
  remarks: Remark[],
): void {
  const known = new Set(book.entries.flatMap(entry => [entry.id, ...entry.formerly]));
  // A heading that waits for its parent= must not find it in one of these by chance.
  for (const problem of book.problems) {
    const awaited = problem.rule === 'parent-unknown' ? problem.data?.parent : undefined;
    if (awaited !== undefined) known.add(awaited);
  }
  for (const node of nodes) {
    const wanted = node.entry.id;
    if (wanted === undefined || node.entry.isReference || !isId(wanted)) continue;
    node.id = freeId(wanted, id => known.has(id));
    known.add(node.id);
    if (node.id !== wanted)
      remarks.push({ entry: node.entry.title, what: 'Its id is in use already; it got another one.' });
  }
  for (const node of nodes) {
    node.formerly = [...new Set(node.entry.formerly)].filter(id => !known.has(id));
    for (const id of node.formerly) known.add(id);
    if (node.formerly.length < new Set(node.entry.formerly).size)
      remarks.push({ entry: node.entry.title, what: 'A former id was left out, as it belongs to another entry here.' });
  }
  const counts = new Map<string, number>();
  for (const node of nodes) {
    if (node.id !== '') continue;
    const slug = slugOf(node.entry.title);
    node.id = freeId(slug, id => known.has(id) || used.has(id), counts.get(slug));
    if (node.id !== slug) counts.set(slug, Number(node.id.slice(slug.length + 1)) + 1);
    known.add(node.id);
    if (node.entry.id !== undefined && !node.entry.isReference)
      remarks.push({ entry: node.entry.title, what: 'Its id could not be an id here; it got one from its title.' });
  }
}

const LONGEST_ID = 200;

function isId(id: string): boolean {
  return /^[^\s"'{}\\\p{Cc}\p{Surrogate}]+$/u.test(id) && id.length <= LONGEST_ID && !/\uFEFF|\0/.test(id);
}
