import { type HierarchyNode, type HierarchyRectangularNode, treemapSquarify } from 'd3-hierarchy';
import type { MapNode } from '../analysis/themeMap.js';

/** How much wider than high a code's cell is at best. */
const CELL_RATIO = 1.15;
/** What the head and the padding of a box need beside its codes: they grow with its sides. In cells of codes. */
const BOX_WEIGHT = 0.55;
const STRIP_WEIGHT = 0.85;

/** What the map is made of, as a tree. */
export interface Branch {
  readonly key: string;
  readonly title: string;
  /** `cell`: a code itself; `box`: a theme, or a code with what it holds; `group`: codes side by side, nothing around them. */
  readonly kind: 'cell' | 'box' | 'group';
  readonly children: Branch[];
}

/** Whether a branch has a line around it. */
export function isBox({ kind }: Branch): boolean {
  return kind === 'box';
}

/** The tree of themes and codes, for the layout; its root is a group. */
export function grow(nodes: readonly MapNode[]): Branch {
  const root = group();
  const byKey = new Map<string, Branch>();
  const holders = new Set(nodes.map(node => node.parent));
  for (const { key, title, kind, parent } of nodes) {
    const isHolder = kind === 'theme' || holders.has(key);
    const branch: Branch = { key, title, kind: isHolder ? 'box' : 'cell', children: [] };
    // A code that holds others is the first of the cells in its box.
    if (isHolder && kind === 'code') add(branch, { key, title, kind: 'cell', children: [] });
    byKey.set(key, branch);
    add((parent === undefined ? undefined : byKey.get(parent)) ?? root, branch);
  }
  return root;
}

const group = (): Branch => ({ key: '', title: '', kind: 'group', children: [] });

/** Puts a branch into another; codes that stand among themes come together in one group, behind these. */
function add(holder: Branch, branch: Branch): void {
  const last = holder.children.at(-1);
  const cells = last?.kind === 'group' ? last : undefined;
  if (branch.kind === 'box') holder.children.splice(holder.children.length - (cells ? 1 : 0), 0, branch);
  else if (cells !== undefined) cells.children.push(branch);
  else holder.children.push({ ...group(), children: [branch] });
}

/** Boxes are tiled to be about square; codes stand in rows and columns. */
export function tile(node: HierarchyRectangularNode<Branch>, x0: number, y0: number, x1: number, y1: number): void {
  const children = node.children ?? [];
  if (children.some(({ data }) => data.kind !== 'cell')) {
    squarify(node, x0, y0, x1, y1);
    return;
  }
  const columns = columnsFor(children.length, x1 - x0, y1 - y0);
  const rows = Math.ceil(children.length / columns);
  const [width, height] = [(x1 - x0) / columns, (y1 - y0) / rows];
  for (const [i, child] of children.entries()) {
    child.x0 = x0 + (i % columns) * width;
    child.y0 = y0 + Math.floor(i / columns) * height;
    child.x1 = child.x0 + width;
    child.y1 = child.y0 + height;
  }
}

const squarify = treemapSquarify.ratio(1.15);

/** How many columns leave the most room for a circle with its title. */
function columnsFor(count: number, width: number, height: number): number {
  let best = 1;
  let most = 0;
  for (let columns = 1; columns <= count; columns++) {
    const cell = { width: width / columns, height: height / Math.ceil(count / columns) };
    // A title needs more width than height.
    const room = Math.min(cell.width / CELL_RATIO, cell.height);
    if (room <= most) continue;
    most = room;
    best = columns;
  }
  return best;
}

/** Gives each branch its share of the area: as much for each code, and something for the heads. */
export function weigh(root: HierarchyNode<Branch>): HierarchyNode<Branch> {
  // The library declares what it works out itself as fixed; these are worked out here.
  type Weighed = { data: Branch; value?: number | undefined; children?: Weighed[] | undefined };
  const sum = (node: Weighed): number => (node.children ?? []).reduce((total, child) => total + (child.value ?? 0), 0);
  root.eachAfter((node: Weighed) => {
    const children = node.children ?? [];
    if (children.some(({ data }) => data.kind !== 'cell')) {
      // What is small stands along a whole side of what is large: it must not become a strip too thin for a code.
      const least = STRIP_WEIGHT * Math.sqrt(sum(node));
      for (const child of children) child.value = Math.max(child.value ?? 0, least);
    }
    node.value =
      node.data.kind === 'cell' ? 1 : sum(node) + (isBox(node.data) ? BOX_WEIGHT * Math.sqrt(sum(node) + 0.5) : 0);
  });
  // The library hands a node's area out to its children by their part of its value: they must add up to it.
  root.eachBefore((node: Weighed) => {
    const share = (node.value ?? 0) / (sum(node) || 1);
    for (const child of node.children ?? []) child.value = (child.value ?? 0) * share;
  });
  return root;
}
