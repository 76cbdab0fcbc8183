import * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import type { PlaceServices } from './places.js';

/** While somebody types, where comments can be made is asked anew when it pauses. Milliseconds. */
const PAUSE = 300;

/** Says where the + in the margin shows: on coded lines and on headings of the codebook. */
export class CommentingRanges implements vscode.CommentingRangeProvider, vscode.Disposable {
  private readonly disposables = new Disposables();

  constructor(
    private readonly services: PlaceServices,
    private readonly controller: vscode.CommentController,
  ) {
    // VS Code asks when a document opens, and when it gets a provider.
    const ask = (): void => {
      this.controller.commentingRangeProvider = {
        provideCommentingRanges: document => this.provideCommentingRanges(document),
      };
    };
    const soon = this.disposables.add(new Delayed(ask, PAUSE));
    const later = (): void => soon.trigger();
    this.disposables.add(services.studies.onDidChange(later), services.documents.onDidChange(later));
    ask();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  async provideCommentingRanges(document: vscode.TextDocument): Promise<vscode.Range[]> {
    const { studies, documents } = this.services;
    if (document.languageId !== 'markdown') return [];
    const opened = await studies.of(document.uri);
    if (opened === undefined) return [];
    if (opened.path(document.uri) === CODEBOOK_FILE) {
      const { parseCodebook } = await import('../../core/codebook/parse.js');
      const { entries } = parseCodebook(document.getText());
      return entries
        .filter(({ id }) => opened.study.entry(id)?.id === id)
        .map(({ line }) => document.lineAt(line).range);
    }
    const coded = await documents.get(document);
    return coded?.shown.map(({ range }) => new vscode.Range(range.start.line, 0, range.end.line, 0)) ?? [];
  }
}
