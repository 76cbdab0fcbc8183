import * as vscode from 'vscode';
import { progressOf } from '../../core/analysis/coderFigures.js';
import { notesOn } from '../../core/analysis/notes.js';
import { relevanceOf } from '../../core/analysis/relevance.js';
import { arrangeTranscripts, transcriptLabels } from '../../core/analysis/transcriptOrder.js';
import type { ReadingState } from '../../core/reading/state.js';
import type { Coder } from '../coding/coder.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { Setting } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { TranscriptsArrangement } from './arrangement.js';
import { codersShown } from './coders.js';
import type { Figures, FiguresChange } from './figures.js';
import { isWanted } from './filter.js';
import { itemOf } from './items.js';
import type { GroupNode, NoteNode, StudyNode, TranscriptNode, TranscriptRow, TranscriptsNode } from './nodes.js';
import { transcriptTooltip } from './tooltip.js';

/** Several changes in one go, a checkout for example, redraw the tree once. Milliseconds. */
const PAUSE = 50;

/** The transcripts of every study, with how far the person has come and the notes on them. */
export class TranscriptsTree implements vscode.TreeDataProvider<TranscriptsNode>, vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<TranscriptsNode[] | undefined>());
  /** The rows of transcripts as they were drawn last, by their keys. */
  private readonly rows = new Map<string, TranscriptNode>();
  /** Rows that are to be drawn anew; undefined: all. */
  private due: Set<TranscriptNode> | undefined = new Set();

  readonly onDidChangeTreeData = this.changed.event;

  private readonly soon = this.disposables.add(new Delayed(() => this.redraw(), PAUSE));

  constructor(
    private readonly studies: Studies,
    private readonly coder: Coder,
    readonly arrangement: TranscriptsArrangement,
    private readonly figures: Figures,
  ) {
    this.disposables.add(
      figures.onDidRead(change => this.figuresRead(change)),
      figures.onDidChange(change => this.studyChanged(change)),
      arrangement.onDidChange(() => this.refreshNow()),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(`${Setting.section}.${Setting.coder}`)) this.refreshNow();
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Draws the tree anew without a pause. */
  refreshNow(): void {
    this.due = undefined;
    this.soon.dispose();
    this.redraw();
  }

  /** How far the person has come with a transcript; who did not say who is coding has read nothing. */
  stateOf(opened: OpenStudy, path: string): ReadingState {
    const me = this.coder.name;
    return me === undefined ? 'unread' : progressOf(opened.seen, me, path).state;
  }

  getTreeItem(node: TranscriptsNode): vscode.TreeItem {
    return itemOf(node, this.coder, this.figures);
  }

  resolveTreeItem(item: vscode.TreeItem, node: TranscriptsNode): vscode.TreeItem {
    if (node.kind === 'transcript') item.tooltip = transcriptTooltip(node, this.coder, this.figures);
    return item;
  }

  getParent(node: TranscriptsNode): TranscriptsNode | undefined {
    return 'parent' in node ? node.parent : undefined;
  }

  async getChildren(node?: TranscriptsNode): Promise<TranscriptsNode[]> {
    if (node === undefined) return this.roots();
    switch (node.kind) {
      case 'study':
        return this.transcriptsOf(node.opened, node);
      case 'group':
        return node.rows.map(row => this.transcriptNode(node.opened, row, node));
      case 'transcript':
        return noteNodes(node, codersShown(node.opened, this.coder));
      case 'note':
        return [];
    }
  }

  private async roots(): Promise<TranscriptsNode[]> {
    const all = await this.studies.toRead();
    this.rows.clear();
    return all.length === 1 ? this.transcriptsOf(all[0] as OpenStudy, undefined) : all.map(studyNode);
  }

  private transcriptsOf(opened: OpenStudy, parent: StudyNode | undefined): TranscriptsNode[] {
    const paths = opened.seen.transcriptPaths();
    // What is known without reading is shown at once; the rest follows row by row.
    this.figures.want(opened, paths);
    const labels = transcriptLabels(paths);
    const { sort } = this.arrangement.wish;
    const rows = paths
      .map((path): TranscriptRow => {
        const kind = this.figures.known(opened, path)?.kind;
        const label = labels.get(path) ?? path;
        const relevance = relevanceOf(opened.seen, path);
        return {
          path,
          label,
          state: this.stateOf(opened, path),
          ...(relevance === undefined ? {} : { relevance }),
          ...(kind === undefined ? {} : { kind }),
        };
      })
      .filter(row => isWanted(row, this.arrangement.wish));
    const groups = arrangeTranscripts(rows, sort);
    const within = parent === undefined ? {} : { parent };
    return groups.flatMap((group): TranscriptsNode[] => {
      if (group.name === undefined) return group.rows.map(row => this.transcriptNode(opened, row, parent));
      const by = sort === 'name' ? 'kind' : sort;
      const key = `${opened.root} ${by} ${group.name}`;
      const node: GroupNode = { kind: 'group', key, opened, by, name: group.name, rows: group.rows, ...within };
      return [node];
    });
  }

  private transcriptNode(
    opened: OpenStudy,
    { path, label }: TranscriptRow,
    parent: TranscriptsNode | undefined,
  ): TranscriptNode {
    const key = keyOf(opened, path);
    const node: TranscriptNode = { kind: 'transcript', key, opened, path, label, ...(parent ? { parent } : {}) };
    this.rows.set(key, node);
    return node;
  }

  private figuresRead({ opened, paths }: FiguresChange): void {
    // Only the order by kind depends on what is in the transcripts.
    if (this.arrangement.wish.sort === 'kind') this.due = undefined;
    else this.mark(opened, paths ?? []);
    this.soon.trigger();
  }

  private studyChanged({ opened, paths }: FiguresChange): void {
    if (paths?.length === 0) return;
    const { arrangement } = this;
    const { sort } = arrangement.wish;
    const staysInPlace = (sort === 'name' || sort === 'kind') && !arrangement.isFiltered;
    const isKnown = paths?.every(path => this.rows.has(keyOf(opened, path)) && opened.seen.isTranscript(path));
    if (staysInPlace && isKnown) this.mark(opened, paths ?? []);
    else this.due = undefined;
    this.figures.want(opened, paths?.filter(path => this.rows.has(keyOf(opened, path))) ?? []);
    this.soon.trigger();
  }

  private mark(opened: OpenStudy, paths: readonly string[]): void {
    for (const path of paths) {
      const row = this.rows.get(keyOf(opened, path));
      if (row !== undefined) this.due?.add(row);
    }
  }

  private redraw(): void {
    const due = this.due && [...this.due];
    this.due = new Set();
    // Rows that were drawn anew since they were marked are no longer known to the editor: it passes them over.
    if (due === undefined || due.length > 0) this.changed.fire(due);
  }
}

const keyOf = (opened: OpenStudy, path: string): string => `${opened.root} ${path}`;

function studyNode(opened: OpenStudy): StudyNode {
  return { kind: 'study', key: opened.root.toString(), opened };
}

async function noteNodes(parent: TranscriptNode, coders: readonly string[]): Promise<NoteNode[]> {
  const { opened, path } = parent;
  const rows = (await notesOn(opened.seen, path)).filter(({ coder }) => coders.includes(coder));
  return rows.map((row, i) => ({
    kind: 'note',
    // The running number keeps two notes with one id, a mistake that is reported elsewhere, apart.
    key: `${parent.key} ${row.coder} ${row.note.id} ${i}`,
    opened,
    id: row.note.id,
    transcript: path,
    row,
    parent,
  }));
}
