import * as vscode from 'vscode';
import type { Span } from '../../core/text/span.js';
import { Disposables } from '../common/disposables.js';
import { pointsOf, rangeOfSpan } from '../convert.js';
import type { ReviewDocuments } from './reviewDocuments.js';
import { REVIEW_SCHEME } from './reviewUri.js';

/** How the read-only documents of a review look: tags stand back behind what people said, the passage of the change comes forward. */
export class ReviewPaint implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly tags = this.disposables.add(
    vscode.window.createTextEditorDecorationType({
      color: new vscode.ThemeColor('editorCodeLens.foreground'),
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );
  private readonly passage = this.disposables.add(
    vscode.window.createTextEditorDecorationType({
      // A line below the words: what is coloured behind them says what was added and removed.
      borderWidth: '0 0 2px 0',
      borderStyle: 'solid',
      borderColor: new vscode.ThemeColor('editorInfo.foreground'),
      overviewRulerColor: new vscode.ThemeColor('editorInfo.foreground'),
      overviewRulerLane: vscode.OverviewRulerLane.Center,
    }),
  );
  /** Passages of the change that is looked at, by the addresses of the documents. */
  private passages: ReadonlyMap<string, Span> = new Map();

  constructor(private readonly documents: ReviewDocuments) {
    this.disposables.add(
      vscode.window.onDidChangeVisibleTextEditors(() => this.paintAll()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.scheme === REVIEW_SCHEME) this.paintAll();
      }),
    );
    this.paintAll();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Brings passages forward, by the addresses of their documents; those before go back. */
  show(passages: ReadonlyMap<string, Span>): void {
    this.passages = passages;
    this.paintAll();
  }

  private paintAll(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.scheme === REVIEW_SCHEME) this.paint(editor).then(undefined, () => undefined);
    }
  }

  private async paint(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    const { points, records } = await this.documents.of(document.uri);
    // Between the two there may be a moment in which the editor still has the text before.
    if (pointsOf(document).text !== points.text) return;
    const range = (span: Span): vscode.Range => rangeOfSpan(document, points, span);
    editor.setDecorations(
      this.tags,
      records.flatMap(({ tags }) => tags.map(range)),
    );
    const passage = this.passages.get(document.uri.toString());
    editor.setDecorations(this.passage, passage === undefined ? [] : [range(passage)]);
  }
}
