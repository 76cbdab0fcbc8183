import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import type { ExchangeEntry } from '../model.js';
import { Matcher } from './match.js';

/** An entry of the file and what it is in the codebook. */
export interface PlanNode {
  readonly entry: ExchangeEntry;
  /** The entry of the codebook that it is already. */
  readonly existing?: CodebookEntry;
  /** The one above it in the file; undefined at the top. */
  readonly parent?: PlanNode;
  readonly children: PlanNode[];
  /** The id it has or gets; given to new ones by `allotIds`. */
  id: string;
  /** Former ids that a new one gets, likewise. */
  formerly: readonly string[];
}

/**
 * Finds out which entries of a file are in the codebook already: by id, by the GUID that ours have in REFI-QDA files, by
 * title under the same parents. Each entry of the codebook is found once.
 * @param under the theme that what stands at the top of the file belongs in
 */
export function planImport(
  book: Codebook,
  entries: readonly ExchangeEntry[],
  under: CodebookEntry | undefined,
): PlanNode[] {
  const matcher = new Matcher(book, entries);
  const plan = (entry: ExchangeEntry, parent: PlanNode | undefined): PlanNode => {
    const isAtHome = parent === undefined || parent.existing !== undefined;
    const existing = matcher.find(
      entry,
      isAtHome ? { parent: parent === undefined ? under : parent.existing } : undefined,
    );
    const node: PlanNode = {
      entry,
      ...(existing && { existing }),
      ...(parent && { parent }),
      children: [],
      id: existing?.id ?? '',
      formerly: [],
    };
    node.children.push(...entry.children.map(child => plan(child, node)));
    return node;
  };
  return entries.map(entry => plan(entry, undefined));
}

/** All nodes, each before those in it. */
export function nodesOf(nodes: readonly PlanNode[]): PlanNode[] {
  return nodes.flatMap(node => [node, ...nodesOf(node.children)]);
}
