import * as vscode from 'vscode';
import { Disposables } from './disposables.js';

/** Reports: read-only Markdown documents that are there as long as somebody looks at them. */
export class ShownReports implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<vscode.Uri>());
  private readonly texts = new Map<string, string>();

  /** @param scheme of their addresses, one for each kind of report */
  constructor(private readonly scheme: string) {
    this.disposables.add(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.changed.event,
        provideTextDocumentContent: uri => this.texts.get(uri.path) ?? '',
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Address of the last report of a name. */
  uri(name: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.scheme, path: `/${name.replaceAll('/', '-')}.md` });
  }

  /** Has a report at hand; the next one of that name takes its place. */
  keep(name: string, markdown: string): void {
    const uri = this.uri(name);
    this.texts.set(uri.path, markdown);
    this.changed.fire(uri);
  }

  /** Shows a report. */
  async show(name: string, markdown: string): Promise<void> {
    this.keep(name, markdown);
    try {
      await vscode.commands.executeCommand('markdown.showPreview', this.uri(name));
    } catch {
      // Editors without the built-in preview show the text itself.
      await vscode.window.showTextDocument(this.uri(name), { preview: true });
    }
  }
}
