import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';

const SCHEME = 'verbatim-round';

/** Reports of verified rounds: read-only Markdown that is there as long as somebody looks at it. */
export class RoundReports implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<vscode.Uri>());
  private readonly texts = new Map<string, string>();

  constructor() {
    this.disposables.add(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        onDidChange: this.changed.event,
        provideTextDocumentContent: uri => this.texts.get(uri.path) ?? '',
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Shows a report; the next one of that name takes its place. */
  async show(name: string, markdown: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name.replaceAll('/', '-')}.md` });
    this.texts.set(uri.path, markdown);
    this.changed.fire(uri);
    try {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    } catch {
      // Editors without the built-in preview show the text itself.
      await vscode.window.showTextDocument(uri, { preview: true });
    }
  }
}
