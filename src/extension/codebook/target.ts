import * as vscode from 'vscode';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { entriesOf } from '../../core/codebook/selection.js';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import { Disposables } from '../common/disposables.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { ThemesNode } from '../themes/nodes.js';
import { pickEntry } from './pickEntry.js';

/** Themes and codes of one study that a command is to work on; at least one. */
export interface Target {
  readonly opened: OpenStudy;
  readonly entries: readonly [CodebookEntry, ...CodebookEntry[]];
}

/** What a command can work on, and how it asks. */
export interface TargetWish {
  /** Title of the picker that asks: “Rename which theme or code?” */
  readonly ask: string;
  /** Said where the codebook has nothing that fits. */
  readonly none: string;
  readonly fits?: (entry: CodebookEntry) => boolean;
}

/** The keyboard's argument: work on what is selected in the view and on nothing else. */
const SELECTION = 'selection';

/**
 * Finds out what a command is to work on: the rows it was called on; else what the person was at last, the rows selected
 * in the Themes view or the heading at the cursor in the codebook; else a picker asks.
 */
export class Targets implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private lastAt: 'view' | 'editor' = 'view';

  constructor(
    private readonly studies: Studies,
    private readonly view: Pick<vscode.TreeView<ThemesNode>, 'selection' | 'visible' | 'onDidChangeSelection'>,
  ) {
    const atEditor = (editor: vscode.TextEditor | undefined): void => {
      if (editor?.document.uri.path.endsWith(`/${CODEBOOK_FILE}`)) this.lastAt = 'editor';
    };
    this.disposables.add(
      view.onDidChangeSelection(() => {
        this.lastAt = 'view';
      }),
      vscode.window.onDidChangeActiveTextEditor(atEditor),
      // Without a kind it is not the person who moves the cursor but an edit.
      vscode.window.onDidChangeTextEditorSelection(({ kind, textEditor }) => kind && atEditor(textEditor)),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** The rows that are selected in the view, as a menu would hand them in. */
  get selected(): readonly ThemesNode[] {
    return this.view.visible ? this.view.selection : [];
  }

  /**
   * @param args what the command was called with: a row and all selected rows, nothing, or the keyboard's argument
   * @returns undefined when there is nothing, which was said, or the person turned away
   */
  async of(args: readonly unknown[], wish: TargetWish): Promise<Target | undefined> {
    const fits = wish.fits ?? (() => true);
    const given = rowsIn(args);
    const only = given.length > 0 ? given : args[0] === SELECTION ? this.selected : undefined;
    if (only !== undefined) return targetOf(this.entriesAt(only), fits, wish.none);
    const here = await this.here();
    const fitting = here?.entries.filter(fits) ?? [];
    if (here !== undefined && fitting.length > 0) return targetOf({ ...here, entries: fitting }, fits, wish.none);
    const opened = here?.opened ?? (await this.studies.current());
    const all = opened?.study.codebook.entries.filter(fits) ?? [];
    if (opened === undefined || all.length === 0) {
      announce(`$(info) ${wish.none}`);
      return undefined;
    }
    const entry = await pickEntry(opened, all, {
      title: wish.ask,
      placeHolder: vscode.l10n.t('Type to find a theme or code'),
    });
    return entry && { opened, entries: [entry] };
  }

  /** What the person is at, without asking. */
  async here(): Promise<{ opened: OpenStudy; entries: readonly CodebookEntry[] } | undefined> {
    const inView = this.entriesAt(this.selected);
    const inEditor = await this.atCursor();
    return this.lastAt === 'view' ? (inView ?? inEditor) : (inEditor ?? inView);
  }

  /** The themes and codes among rows. Rows of several studies at once mean none. */
  private entriesAt(rows: readonly ThemesNode[]): { opened: OpenStudy; entries: readonly CodebookEntry[] } | undefined {
    const nodes = rows.filter(row => row.kind === 'entry');
    const opened = nodes[0]?.opened;
    if (opened === undefined) return undefined;
    if (nodes.some(node => node.opened !== opened))
      throw new Error(vscode.l10n.t('The selected rows belong to several studies. Select rows of one of them.'));
    const ids = nodes.map(node => node.entryId);
    return { opened, entries: entriesOf(opened.study.codebook, ids) };
  }

  /** The heading that the cursor is at, or in the text of. */
  private async atCursor(): Promise<{ opened: OpenStudy; entries: readonly CodebookEntry[] } | undefined> {
    const editor = vscode.window.activeTextEditor;
    const opened = editor && (await this.studies.of(editor.document.uri));
    if (editor === undefined || opened?.path(editor.document.uri) !== CODEBOOK_FILE) return undefined;
    const { parseCodebook } = await import('../../core/codebook/parse.js');
    const line = editor.selection.active.line;
    const written = parseCodebook(editor.document.getText()).entries.findLast(entry => entry.line <= line);
    const entry = written && opened.study.entry(written.id);
    return entry && { opened, entries: [entry] };
  }
}

/** The rows that a menu hands in: the one it was opened on and, where that is selected, all that are. */
export function rowsIn(args: readonly unknown[]): ThemesNode[] {
  const [row, rows] = args;
  const all = (Array.isArray(rows) ? rows : [row]).filter(isRow);
  return isRow(row) && !all.includes(row) ? [row] : all;
}

/** The answer to a command's question, where whoever calls it knows it already: `{ text }` behind the rows. */
export function givenText(args: readonly unknown[]): string | undefined {
  const last = args.at(-1);
  if (typeof last !== 'object' || last === null || !('text' in last)) return undefined;
  return typeof last.text === 'string' ? last.text : undefined;
}

function isRow(value: unknown): value is ThemesNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'opened' in value;
}

function targetOf(
  found: { opened: OpenStudy; entries: readonly CodebookEntry[] } | undefined,
  fits: (entry: CodebookEntry) => boolean,
  none: string,
): Target | undefined {
  const [first, ...others] = found?.entries.filter(fits) ?? [];
  if (found !== undefined && first !== undefined) return { opened: found.opened, entries: [first, ...others] };
  announce(`$(info) ${none}`);
  return undefined;
}
