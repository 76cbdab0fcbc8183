import * as vscode from 'vscode';
import { listed } from '../codebook/words.js';
import { Disposables } from '../common/disposables.js';
import { Command } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { Colleagues } from './colleagues.js';

/** What the status bar says. */
interface Said {
  readonly icon: string;
  readonly words: string;
  readonly meaning: string;
  readonly command: string;
}

/**
 * Says in the status bar that colleagues' codings are hidden, because the person wants it so or a blind round is open, or that they are shown though one
 * is; gone while there is nothing to say.
 */
export function registerColleaguesItem(colleagues: Colleagues, studies: Studies): vscode.Disposable {
  const disposables = new Disposables();
  const item = disposables.add(
    vscode.window.createStatusBarItem('verbatim.colleagues', vscode.StatusBarAlignment.Left, 9.6),
  );
  item.name = vscode.l10n.t('Verbatim: Colleagues’ Codings');
  // A page may be active, which is no text editor: then the study is still the one before.
  let opened: OpenStudy | undefined;
  const update = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    opened = (uri && studies.peek(uri)) ?? opened;
    const said = saidOf(colleagues, opened);
    colleagues.tellMenus(opened !== undefined && opened.hidden !== '');
    if (said === undefined) {
      item.hide();
      return;
    }
    item.text = `${said.icon} ${said.words}`;
    item.command = said.command;
    item.tooltip = vscode.l10n.t('Verbatim: {0}', said.meaning);
    item.accessibilityInformation = { label: `${said.words}. ${said.meaning}` };
    item.show();
  };
  disposables.add(colleagues.onDidChange(update));
  disposables.add(
    studies.onDidChange(change => {
      opened ??= change.opened;
      update();
    }),
  );
  disposables.add(vscode.window.onDidChangeActiveTextEditor(update));
  update();
  return disposables;
}

function saidOf(colleagues: Colleagues, opened: OpenStudy | undefined): Said | undefined {
  const named = (rounds: readonly { readonly name: string }[]): string => listed(rounds.map(({ name }) => name));
  const rounds = opened === undefined ? [] : colleagues.roundsIn(opened.study);
  if (rounds.length > 0) {
    return {
      icon: '$(lock)',
      words: vscode.l10n.t('Blind round: {0}', named(rounds)),
      meaning: vscode.l10n.t(
        'what colleagues code in this blind round is hidden until you close it. Select to close your round.',
      ),
      command: Command.closeRound,
    };
  }
  const lifted = opened === undefined ? [] : colleagues.liftedIn(opened.study);
  if (colleagues.areHidden) {
    return {
      icon: '$(eye-closed)',
      words: vscode.l10n.t('Colleagues hidden'),
      meaning: vscode.l10n.t('only your own codings are shown, everywhere. Select to show those of colleagues, too.'),
      command: Command.showColleagues,
    };
  }
  if (lifted.length === 0) return undefined;
  return {
    icon: '$(warning)',
    words: vscode.l10n.t('Blind round {0}: colleagues shown', named(lifted)),
    meaning: vscode.l10n.t('colleagues’ codings are shown though a blind round is open for you. Select to hide them.'),
    command: Command.hideColleagues,
  };
}
