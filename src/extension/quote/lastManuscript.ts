import * as vscode from 'vscode';
import { DEFAULT_MANUSCRIPT } from '../../core/study/layout.js';
import { Disposables } from '../common/disposables.js';
import { manuscriptPlace } from '../manuscripts/manuscriptPlace.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** Where a quotation goes. */
export interface ManuscriptTarget {
  /** Relative to the study. */
  readonly path: string;
  /** The cursor; missing: the end. */
  readonly position?: vscode.Position;
  /** There is no such file yet. */
  readonly isNew: boolean;
}

/** Remembers in which manuscript of each study somebody was last, and where. */
export class LastManuscript implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<OpenStudy>());
  private readonly last = new WeakMap<OpenStudy, { readonly path: string; readonly position: vscode.Position }>();
  /** Fires where it is another place. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly studies: Studies) {
    this.disposables.add(
      vscode.window.onDidChangeActiveTextEditor(editor => this.note(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.note(textEditor)),
    );
    this.note(vscode.window.activeTextEditor);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Where a quotation of a study goes: the manuscript that was open last, else the first there is, else a new one. */
  target(opened: OpenStudy): ManuscriptTarget {
    // Who opened one before the study was read is there all the same.
    this.note(vscode.window.activeTextEditor);
    const last = this.last.get(opened);
    if (last !== undefined && opened.study.exists(last.path)) return { ...last, isNew: false };
    const shown = vscode.window.visibleTextEditors.find(
      ({ document }) => manuscriptPlace(this.studies, document)?.opened === opened,
    );
    if (shown !== undefined) {
      const path = opened.path(shown.document.uri) as string;
      return { path, position: shown.selection.active, isNew: false };
    }
    const [first] = opened.manuscriptPaths;
    return first === undefined ? { path: this.newPath(opened), isNew: true } : { path: first, isNew: false };
  }

  /** Says that a manuscript was chosen. */
  choose(opened: OpenStudy, path: string, position: vscode.Position): void {
    this.last.set(opened, { path, position });
    this.changed.fire(opened);
  }

  private newPath(opened: OpenStudy): string {
    if (opened.isManuscript(DEFAULT_MANUSCRIPT)) return DEFAULT_MANUSCRIPT;
    // A glob without wildcards names the file itself.
    return opened.study.config.manuscripts.find(glob => /^[^*?[\]{}!]+\.md$/.test(glob)) ?? DEFAULT_MANUSCRIPT;
  }

  private note(editor: vscode.TextEditor | undefined): void {
    const place = editor && manuscriptPlace(this.studies, editor.document);
    if (editor === undefined || place === undefined) return;
    const { opened, path } = place;
    const before = this.last.get(opened);
    const position = editor.selection.active;
    if (before?.path === path && before.position.isEqual(position)) return;
    this.last.set(opened, { path, position });
    this.changed.fire(opened);
  }
}
