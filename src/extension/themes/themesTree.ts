import * as vscode from 'vscode';
import { usesOf } from '../../core/analysis/codeUse.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import type { UseInFile } from '../../core/study/codeUses.js';
import { grouped } from '../../core/text/grouped.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { itemOf, tooltipOf } from './items.js';
import type { EntryNode, ExcerptNode, ThemesNode, TranscriptNode, UnknownNode } from './nodes.js';
import type { ThemesArrangement } from './themesArrangement.js';

/** Several changes in one go, a checkout for example, redraw the tree once. Milliseconds. */
const PAUSE = 50;

/** Themes, subthemes, codes and their excerpts by transcript. Excerpts are read when somebody opens their transcript. */
export class ThemesTree implements vscode.TreeDataProvider<ThemesNode>, vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  private several = false;

  readonly onDidChangeTreeData = this.changed.event;

  private readonly soon = this.disposables.add(new Delayed(() => this.changed.fire(), PAUSE));

  /** @param arrangement in which order what is shown */
  constructor(
    private readonly studies: Studies,
    readonly arrangement: ThemesArrangement,
  ) {
    this.disposables.add(
      studies.onDidChange(() => this.soon.trigger()),
      arrangement.onDidChange(() => this.refreshNow()),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Draws the tree anew without a pause. */
  refreshNow(): void {
    this.soon.dispose();
    this.changed.fire();
  }

  /** Whether there is a row for a theme or code: there is none for what is filtered out. */
  shows(opened: OpenStudy, id: string): boolean {
    const entry = opened.study.entry(id);
    return entry !== undefined && this.arrangement.of(opened).shows(entry);
  }

  getTreeItem(node: ThemesNode): vscode.TreeItem {
    return itemOf(node, this.arrangement);
  }

  /** Asked for when the pointer rests on a row: only then memos are looked at. */
  async resolveTreeItem(item: vscode.TreeItem, node: ThemesNode): Promise<vscode.TreeItem> {
    item.tooltip = await tooltipOf(node);
    return item;
  }

  getParent(node: ThemesNode): ThemesNode | undefined {
    return 'parent' in node ? node.parent : undefined;
  }

  async getChildren(node?: ThemesNode): Promise<ThemesNode[]> {
    if (node === undefined) return this.roots();
    switch (node.kind) {
      case 'study':
        return this.topOf(node.opened, node);
      case 'entry':
        return this.childrenOf(node);
      case 'unknown':
        return transcriptsOf(node, node.opened.seen.index.usesOf(node.code));
      case 'transcript':
        return excerptNodes(node);
      case 'excerpt':
        return [];
    }
  }

  /** The node of a code or theme, with its parents, so that the view can be opened at it. */
  nodeOf(opened: OpenStudy, entry: CodebookEntry): EntryNode {
    const parent = entry.parent ? this.nodeOf(opened, entry.parent) : this.several ? studyNode(opened) : undefined;
    return entryNode(opened, entry, parent);
  }

  private async roots(): Promise<ThemesNode[]> {
    const all = await this.studies.all();
    this.several = all.length > 1;
    return all.length === 1 ? this.topOf(all[0] as OpenStudy, undefined) : all.map(studyNode);
  }

  private topOf(opened: OpenStudy, parent: ThemesNode | undefined): ThemesNode[] {
    const { seen: study } = opened;
    const unknown = [...study.index.usedCodes()].filter(code => study.entry(code)?.kind !== 'code').sort();
    const within = parent === undefined ? {} : { parent };
    return [
      ...this.arrangement
        .of(opened)
        .within(undefined)
        .map(entry => entryNode(opened, entry, parent)),
      ...unknown.map(
        (code): UnknownNode => ({ kind: 'unknown', key: `${opened.root} unknown ${code}`, opened, code, ...within }),
      ),
    ];
  }

  private childrenOf(node: EntryNode): ThemesNode[] {
    const { opened, entryId } = node;
    const entry = opened.study.codebook.find(entryId);
    if (entry === undefined) return [];
    const shown = this.arrangement.of(opened).within(entry);
    const nested = shown.map(child => entryNode(opened, child, node));
    return entry.kind === 'theme' ? nested : [...nested, ...transcriptsOf(node, usesOf(opened.seen, entry))];
  }
}

function studyNode(opened: OpenStudy): ThemesNode {
  return { kind: 'study', key: opened.root.toString(), opened };
}

function entryNode(opened: OpenStudy, entry: CodebookEntry, parent: ThemesNode | undefined): EntryNode {
  // Where an id stands twice only the first heading owns it; the line keeps the other's key apart.
  const twin = opened.study.codebook.find(entry.id) === entry ? '' : ` ${entry.line}`;
  return {
    kind: 'entry',
    key: `${opened.root} ${entry.id}${twin}`,
    opened,
    entryId: entry.id,
    ...(parent ? { parent } : {}),
  };
}

function transcriptsOf(parent: EntryNode | UnknownNode, uses: readonly UseInFile[]): TranscriptNode[] {
  return [...grouped(uses, ({ file }) => file.transcript)].map(([transcript, group]) => ({
    kind: 'transcript',
    key: `${parent.key} ${transcript}`,
    opened: parent.opened,
    transcript,
    uses: group,
    parent,
  }));
}

async function excerptNodes(parent: TranscriptNode): Promise<ExcerptNode[]> {
  const { excerptsOf } = await import('../../core/analysis/excerpts.js');
  const { opened, uses } = parent;
  const excerpts = (await Promise.all(uses.map(({ file, codings }) => excerptsOf(opened.seen, file, codings)))).flat();
  excerpts.sort((a, b) => (a.span ?? { start: a.coding.at[0] }).start - (b.span ?? { start: b.coding.at[0] }).start);
  return excerpts.map((excerpt, i) => ({
    kind: 'excerpt',
    // The running number keeps two codings with one id, a mistake that is reported elsewhere, apart.
    key: `${parent.key} ${excerpt.coder} ${excerpt.coding.id} ${i}`,
    opened,
    id: excerpt.coding.id,
    excerpt,
    parent,
  }));
}
