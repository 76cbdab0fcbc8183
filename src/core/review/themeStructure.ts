import type { Phase } from '../codebook/change.js';
import type { Codebook, CodebookEntry } from '../codebook/codebook.js';
import { colorOf, isColor } from '../codebook/colors.js';
import { phaseOf } from '../codebook/phase.js';

/** A theme or code in the structure of a version. */
export interface StructureNode {
  readonly id: string;
  readonly kind: 'theme' | 'code';
  readonly title: string;
  /** In how many themes or codes it is. */
  readonly depth: number;
  /** Id of the entry that holds it. */
  readonly parent?: string;
  /** A palette name or `#rrggbb`; a theme has one only where the codebook gives it one. */
  readonly color?: string;
  readonly phase?: Phase;
}

/** The themes and codes of a version in the order of the tree, each before what it holds. */
export interface ThemeStructure {
  readonly nodes: readonly StructureNode[];
  readonly codes: number;
  readonly themes: number;
  /** Id of the outermost theme that holds the code an id stands for; empty where that is in none, or there is no such code. */
  themeOf(code: string): string;
}

/** Reads the structure of a codebook; nothing of the codebook is kept but this. */
export function structureOf(codebook: Codebook): ThemeStructure {
  const nodes: StructureNode[] = [];
  const themes = new Map<string, string>();
  const open = codebook.roots.toReversed().map(entry => ({ entry, depth: 0, root: '' }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { entry, depth } = next;
    const root = next.root === '' && entry.kind === 'theme' ? entry.id : next.root;
    nodes.push(nodeOf(entry, depth));
    // Where an id stands twice, the first is what it means.
    for (const id of [entry.id, ...entry.formerly]) if (codebook.find(id) === entry) themes.set(id, root);
    open.push(...entry.children.toReversed().map(child => ({ entry: child, depth: depth + 1, root })));
  }
  return {
    nodes,
    codes: nodes.filter(({ kind }) => kind === 'code').length,
    themes: nodes.filter(({ kind }) => kind === 'theme').length,
    themeOf: code => themes.get(code) ?? '',
  };
}

function nodeOf(entry: CodebookEntry, depth: number): StructureNode {
  const isColored = entry.kind === 'code' || (entry.color !== undefined && isColor(entry.color));
  const phase = phaseOf(entry);
  return {
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    depth,
    ...(entry.parent === undefined ? {} : { parent: entry.parent.id }),
    ...(isColored ? { color: colorOf(entry) } : {}),
    ...(phase === undefined ? {} : { phase }),
  };
}
