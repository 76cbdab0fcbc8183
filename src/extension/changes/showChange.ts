import * as vscode from 'vscode';
import { transcriptName } from '../../core/study/layout.js';
import type { Span } from '../../core/text/span.js';
import { rangeOfSpan } from '../convert.js';
import { filesOfChange } from './filesOfChange.js';
import type { ChangeNode } from './nodes.js';
import type { ReviewDocuments } from './reviewDocuments.js';
import type { ReviewPaint } from './reviewPaint.js';
import { type ReviewAddress, reviewUri } from './reviewUri.js';
import { type States, specOf } from './states.js';
import { sideWords } from './words.js';

/** Milliseconds after which an editor that does not come is not waited for any more. */
const PATIENCE = 5000;

/** Shows changes in VS Code's own diff editor, at the changed passage. */
export class ShownChanges {
  /** Who goes through a list quickly is to end at what was asked for last. */
  private turn = 0;

  constructor(
    private readonly states: States,
    private readonly documents: ReviewDocuments,
    private readonly paint: ReviewPaint,
  ) {}

  /**
   * Shows one change.
   * @param keepFocus the keyboard stays where it is, in the view for example
   */
  async show(node: ChangeNode, { keepFocus }: { readonly keepFocus: boolean }): Promise<void> {
    const turn = ++this.turn;
    const { opened, compared, change } = node;
    this.states.keep(opened, compared);
    const uris = urisOf(node);
    const spans = await this.placesOf(node, uris);
    if (turn !== this.turn) return;
    this.paint.show(new Map([...spans].map(([side, span]) => [uris[side].toString(), span])));
    const words = sideWords(compared.wish, compared.base);
    const name = transcriptName(filesOfChange(change).after);
    const title = vscode.l10n.t('{0} ({1} ↔ {2})', name, words.before, words.after);
    await vscode.commands.executeCommand('vscode.diff', uris.before, uris.after, title, {
      preview: true,
      preserveFocus: keepFocus,
    });
    for (const side of ['before', 'after'] as const) {
      const span = spans.get(side);
      if (span !== undefined && turn === this.turn) await this.reveal(uris[side], span);
    }
  }

  private async placesOf(node: ChangeNode, uris: Uris): Promise<Map<'before' | 'after', Span>> {
    const { placeOfChange } = await import('./loaded.js');
    const spans = new Map<'before' | 'after', Span>();
    for (const side of ['before', 'after'] as const) {
      const span = placeOfChange(node.change, side, await this.documents.of(uris[side]));
      if (span !== undefined) spans.set(side, span);
    }
    return spans;
  }

  private async reveal(uri: vscode.Uri, span: Span): Promise<void> {
    const editor = await visibleEditor(uri);
    if (editor === undefined) return;
    const range = rangeOfSpan(editor.document, (await this.documents.of(uri)).points, span);
    editor.selection = new vscode.Selection(range.start, range.start);
    // Whether a passage is in sight an editor tells by whole lines only, and a line may be a long paragraph.
    editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
  }
}

type Uris = Readonly<Record<'before' | 'after', vscode.Uri>>;

/** The two documents in which a change shows. */
export function urisOf({ opened, compared, change }: ChangeNode): Uris {
  const files = filesOfChange(change);
  const address = {
    study: opened.root.toString(),
    before: { state: specOf(compared.before.snapshot), path: files.before },
    after: { state: specOf(compared.after.snapshot), path: files.after },
    as: files.as,
  } satisfies Omit<ReviewAddress, 'side'>;
  return { before: reviewUri({ ...address, side: 'before' }), after: reviewUri({ ...address, side: 'after' }) };
}

/** The editor that shows a document, once it is there. */
function visibleEditor(uri: vscode.Uri): Promise<vscode.TextEditor | undefined> {
  const find = (): vscode.TextEditor | undefined =>
    vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return new Promise(resolve => {
    const end = (editor: vscode.TextEditor | undefined): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve(editor);
    };
    const listener = vscode.window.onDidChangeVisibleTextEditors(() => {
      const editor = find();
      if (editor !== undefined) end(editor);
    });
    const timer = setTimeout(() => end(undefined), PATIENCE);
    const now = find();
    if (now !== undefined) end(now);
  });
}
