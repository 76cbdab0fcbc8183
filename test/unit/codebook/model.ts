import type { CodebookChange, CodebookResult } from '../../../src/core/codebook/change.js';
import type { Codebook } from '../../../src/core/codebook/codebook.js';

/** A theme or code of the model: where it hangs and what it says, and nothing about Markdown. */
interface Node {
  id: string;
  kind: 'theme' | 'code';
  title: string;
  parent: string | undefined;
  color: string | undefined;
  formerly: string[];
  phase: string | undefined;
}

/**
 * The codebook as a plain tree, with the changes made as naively as they are described. It knows who hangs where; it says
 * nothing of the order among siblings, which tests of their own hold.
 */
export class Model {
  private readonly nodes = new Map<string, Node>();
  /** Merged codes as they were, to take merges back. */
  private readonly merged = new Map<string, Node & { held: string[] }>();

  constructor(book: Codebook) {
    for (const { id, kind, title, parent, color, formerly, classes } of book.entries) {
      const phase = classes.find(name => name === 'candidate' || name === 'reviewed' || name === 'defined');
      this.nodes.set(id, { id, kind, title, parent: parent?.id, color, formerly: [...formerly], phase });
    }
  }

  /** The tree as text, one line an entry, sorted. */
  lines(): string[] {
    return [...this.nodes.values()].map(lineOf).sort();
  }

  /** Makes a change that was accepted; ids that were made up are taken from its result, and the place of a new group. */
  apply(change: CodebookChange, { ids }: CodebookResult, used: ReadonlySet<string>, after: Codebook): void {
    switch (change.do) {
      case 'add':
        this.add(ids[0] as string, change.kind, change.title, change.under && this.find(change.under).id);
        return;
      case 'rename':
        this.find(change.entry).title = change.title;
        return;
      case 'change-id':
        this.changeId(this.find(change.entry), change.id);
        return;
      case 'define':
      case 'note':
        return;
      case 'color':
        for (const id of change.entries) this.find(id).color = change.color;
        return;
      case 'phase':
        for (const id of change.entries) this.find(id).phase = change.phase;
        return;
      case 'move':
        this.move(change);
        return;
      case 'promote':
        this.promote(this.find(change.entry), ids[0] as string, used);
        return;
      case 'demote':
        this.find(change.entry).kind = 'code';
        return;
      case 'group':
        this.group(change.entries, ids[0] as string, change.title, after);
        return;
      case 'merge':
        this.merge(change.from, this.find(change.into));
        return;
      case 'unmerge':
        this.unmerge(change.id);
        return;
      case 'delete':
        this.remove(change.entries, change.contents);
        return;
    }
  }

  private find(id: string): Node {
    const node = this.nodes.get(id) ?? [...this.nodes.values()].find(one => one.formerly.includes(id));
    if (node === undefined) throw new Error(`the model has no ${id}`);
    return node;
  }

  private children(id: string): Node[] {
    return [...this.nodes.values()].filter(node => node.parent === id);
  }

  private within(node: Node, holder: Node): boolean {
    for (let at: Node | undefined = node; at; at = at.parent === undefined ? undefined : this.nodes.get(at.parent))
      if (at === holder) return true;
    return false;
  }

  private outermost(ids: readonly string[]): Node[] {
    const chosen = [...new Set(ids.map(id => this.find(id)))];
    return chosen.filter(node => !chosen.some(other => other !== node && this.within(node, other)));
  }

  private add(id: string, kind: Node['kind'], title: string, parent: string | undefined): void {
    this.nodes.set(id, { id, kind, title, parent, color: undefined, formerly: [], phase: undefined });
  }

  private changeId(node: Node, id: string): void {
    if (node.id === id) return;
    for (const child of this.children(node.id)) child.parent = id;
    this.nodes.delete(node.id);
    node.formerly = [...node.formerly.filter(former => former !== id), node.id];
    node.id = id;
    this.nodes.set(id, node);
  }

  private move({ entries, to }: Extract<CodebookChange, { do: 'move' }>): void {
    if ('under' in to) {
      for (const node of this.outermost(entries)) node.parent = to.under && this.find(to.under).id;
      return;
    }
    const beside = this.find('before' in to ? to.before : to.after);
    for (const node of this.outermost(entries.filter(id => this.find(id) !== beside))) node.parent = beside.parent;
  }

  private promote(code: Node, theme: string, used: ReadonlySet<string>): void {
    if (code.kind === 'theme') return;
    if (theme === code.id) {
      code.kind = 'theme';
      return;
    }
    if (code.formerly.length === 0 && !used.has(code.id)) throw new Error('an unused code became a theme of its own');
    this.add(theme, 'theme', code.title, code.parent);
    code.parent = theme;
    for (const child of this.children(code.id)) child.parent = theme;
  }

  private group(ids: readonly string[], theme: string, title: string, after: Codebook): void {
    const roots = this.outermost(ids);
    // Which entry comes first in the document is nothing a tree knows; one of their places it must be.
    const place = after.find(theme)?.parent?.id;
    const places = roots.map(root => this.lowestTheme(root.parent));
    if (!places.includes(place)) throw new Error(`${theme} hangs in ${place}, not in one of ${places}`);
    this.add(theme, 'theme', title, place);
    for (const root of roots) root.parent = theme;
  }

  private lowestTheme(id: string | undefined): string | undefined {
    const node = id === undefined ? undefined : this.nodes.get(id);
    return node?.kind === 'code' ? this.lowestTheme(node.parent) : id;
  }

  private merge(from: readonly string[], into: Node): void {
    const going = [...new Set(from.map(id => this.find(id)))].filter(node => node !== into);
    for (const node of going) {
      const held = this.children(node.id).map(child => child.id);
      this.merged.set(node.id, { ...node, formerly: [...node.formerly], held });
    }
    const holders = going.filter(node => this.within(into, node));
    for (const node of going) {
      let above = node.parent === undefined ? undefined : this.nodes.get(node.parent);
      while (above !== undefined && going.includes(above)) above = this.nodes.get(above.parent ?? '');
      for (const child of this.children(node.id))
        if (!going.includes(child)) child.parent = holders.includes(node) ? above?.id : into.id;
    }
    for (const node of going) {
      into.formerly = [...new Set([...into.formerly, node.id, ...node.formerly])];
      this.nodes.delete(node.id);
    }
  }

  private unmerge(id: string): void {
    const holder = this.find(id);
    const before = this.merged.get(id);
    this.merged.delete(id);
    const former = (before?.formerly ?? []).filter(other => holder.formerly.includes(other));
    const isTop = before !== undefined && before.parent === undefined;
    const parent = before?.parent === undefined ? undefined : this.alive(before.parent);
    const stays = (other: string): boolean => other !== id && !former.includes(other);
    holder.formerly = holder.formerly.filter(stays);
    for (const other of holder.formerly) {
      const record = this.merged.get(other);
      if (record !== undefined) record.formerly = record.formerly.filter(stays);
    }
    const title = before?.title ?? id.charAt(0).toUpperCase() + id.slice(1).replace(/[-_]+/g, ' ');
    this.nodes.set(id, {
      id,
      title,
      kind: before?.kind ?? holder.kind,
      color: before?.color,
      phase: before?.phase,
      formerly: former,
      parent: isTop ? undefined : (parent ?? holder.parent),
    });
    this.bringBack(this.find(id), holder, before?.held ?? []);
  }

  private bringBack(back: Node, holder: Node, ids: readonly string[]): void {
    const held = ids.map(id => this.known(id)).filter(part => part !== undefined);
    const wentTo = held.some(part => this.within(holder, part)) ? back.parent : holder.id;
    for (const part of held) if (part.parent === wentTo && !this.within(back, part)) part.parent = back.id;
  }

  /** What has an id or had it, but not by a merge. */
  private known(id: string): Node | undefined {
    const node = this.nodes.get(id);
    if (node !== undefined) return node;
    const other = [...this.nodes.values()].find(one => one.formerly.includes(id));
    const wasMerged = [...this.merged.values()].some(
      one => other?.formerly.includes(one.id) && (one.id === id || one.formerly.includes(id)),
    );
    return wasMerged ? undefined : other;
  }

  private alive(id: string): string | undefined {
    return (this.nodes.get(id) ?? [...this.nodes.values()].find(node => node.formerly.includes(id)))?.id;
  }

  private remove(ids: readonly string[], contents: 'keep' | 'delete'): void {
    for (const id of ids) {
      const node = this.find(id);
      for (const child of this.children(node.id)) {
        if (contents === 'keep') child.parent = node.parent;
        else this.remove([child.id], 'delete');
      }
      for (const former of node.formerly) this.merged.delete(former);
      this.nodes.delete(node.id);
    }
  }
}

/** The tree that a codebook shows, as the model writes it. */
export function treeLines(book: Codebook): string[] {
  return book.entries
    .map(({ id, kind, title, parent, color, formerly, classes }) => {
      const phase = classes.find(name => name === 'candidate' || name === 'reviewed' || name === 'defined');
      return lineOf({ id, kind, title, parent: parent?.id, color, formerly: [...formerly], phase });
    })
    .sort();
}

function lineOf({ id, kind, title, parent, color, formerly, phase }: Node): string {
  return [id, kind, title, `in ${parent}`, color, formerly.join(' '), phase].join(' | ');
}
