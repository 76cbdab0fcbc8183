import * as vscode from 'vscode';
import type { Remark } from '../../core/exchange/model.js';
import { groupRemarks } from '../../core/exchange/remarks.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { Disposables } from '../common/disposables.js';

/** Address scheme of reports: documents that only exist while they are looked at. */
const SCHEME = 'verbatim-report';

/** Reports of what came of an import or export: read-only Markdown, shown when somebody asks for it. */
export class Reports implements vscode.Disposable {
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

  /**
   * Says that something is done; where there is more to say, offers the report. Does not wait for an answer.
   * @param name what the report is called, which is also its address: the next one of that name replaces it
   */
  offer(message: string, name: string, markdown: string): void {
    const show = vscode.l10n.t('Show Report');
    vscode.window.showInformationMessage(message, show).then(
      chosen => (chosen === show ? this.show(name, markdown) : undefined),
      () => undefined,
    );
    this.keep(name, markdown);
  }

  /** Address of the last report of a name. */
  uri(name: string): vscode.Uri {
    return vscode.Uri.from({ scheme: SCHEME, path: `/${name}.md` });
  }

  private keep(name: string, markdown: string): void {
    const uri = this.uri(name);
    this.texts.set(uri.path, markdown);
    this.changed.fire(uri);
  }

  private async show(name: string, markdown: string): Promise<void> {
    this.keep(name, markdown);
    try {
      await vscode.commands.executeCommand('markdown.showPreview', this.uri(name));
    } catch {
      // Editors without the built-in preview show the text itself.
      await vscode.window.showTextDocument(this.uri(name), { preview: true });
    }
  }
}

/** Remarks as a list, those that say the same as one item with the entries they are about. */
export function remarksMarkdown(remarks: readonly Remark[]): string {
  return groupRemarks(remarks)
    .map(({ what, entries }) => {
      const named = entries.map(entry => `    - ${escapeMarkdown(entry)}\n`).join('');
      return `- ${escapeMarkdown(what)}\n${named}`;
    })
    .join('');
}
