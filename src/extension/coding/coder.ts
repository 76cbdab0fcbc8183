import * as vscode from 'vscode';
import { proposeCoderName, whyNoCoderName } from '../../core/study/layout.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import type { Host } from '../host.js';
import { Command, Setting } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** The name a person codes under, or undefined as long as nobody gave one. */
export function coderName(): string | undefined {
  const name = vscode.workspace.getConfiguration(Setting.section).get<string>(Setting.coder, '').trim();
  return whyNoCoderName(name) === undefined ? name : undefined;
}

/** Who is coding: asked once, kept in the person's own settings, shown in the status bar. */
export class Coder implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly item = this.disposables.add(
    vscode.window.createStatusBarItem('verbatim.coder', vscode.StatusBarAlignment.Left, 10),
  );

  constructor(
    private readonly host: Host,
    private readonly studies: Studies,
  ) {
    this.item.name = vscode.l10n.t('Verbatim: Coder');
    this.item.command = Command.setCoder;
    const update = (): void => void this.updateItem();
    this.disposables.add(vscode.workspace.onDidChangeConfiguration(update));
    this.disposables.add(vscode.window.onDidChangeActiveTextEditor(update), studies.onDidChange(update));
    this.disposables.add(
      vscode.commands.registerCommand(Command.setCoder, () =>
        orReport(async () => void (await this.ask(await this.studies.current()))),
      ),
    );
    update();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** The name, or undefined as long as nobody gave one. */
  get name(): string | undefined {
    return coderName();
  }

  /** The name, asked for if need be; undefined when the person would rather not say. */
  async ensure(opened: OpenStudy): Promise<string | undefined> {
    return this.name ?? this.ask(opened);
  }

  private async ask(opened: OpenStudy | undefined): Promise<string | undefined> {
    const folder = opened?.root ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    const fromGit = folder && (await this.host.git?.userName(folder));
    // Names of folders tell nothing of what is in them, and whoever types theirs differently would have two.
    const here = [...new Set([...(opened?.study.index.allFiles() ?? [])].map(file => file.coder))].sort();
    const prompt =
      here.length > 0
        ? vscode.l10n.t('Your codings go into a folder of this name. Already in this study: {0}.', here.join(', '))
        : vscode.l10n.t('Your codings go into a folder of this name, apart from those of your colleagues.');
    const typed = await vscode.window.showInputBox({
      title: vscode.l10n.t('Who is coding?'),
      prompt,
      placeHolder: vscode.l10n.t('Your name or initials'),
      value: this.name ?? proposeCoderName(fromGit ?? ''),
      ignoreFocusOut: true,
      validateInput: name => whyNoCoderName(name.trim()),
    });
    const name = typed?.trim();
    if (name === undefined || whyNoCoderName(name) !== undefined) return undefined;
    await vscode.workspace
      .getConfiguration(Setting.section)
      .update(Setting.coder, name, vscode.ConfigurationTarget.Global);
    return name;
  }

  private updateItem(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const name = this.name;
    this.item.text = `$(account) ${name ?? vscode.l10n.t('Who is coding?')}`;
    this.item.tooltip = name
      ? vscode.l10n.t('Verbatim: you code as {0}. Select to change.', name)
      : vscode.l10n.t('Verbatim: say who is coding.');
    this.item.accessibilityInformation = { label: this.item.tooltip };
    const relevant = uri !== undefined && this.studies.peek(uri) !== undefined;
    if (relevant || name !== undefined) this.item.show();
    else this.item.hide();
  }
}
