import * as vscode from 'vscode';
import type { SeenRecord } from '../../core/coding/seenRecord.js';
import { Disposables } from '../common/disposables.js';
import { announce, orReport } from '../common/report.js';
import { conclude } from '../history/conclude.js';
import { Command, Context } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import { HandHint } from './handHint.js';
import type { ReviewServices } from './services.js';

/** `package.json` has it, too. */
const KEY = 'Alt+Enter';

/** A coding or note whose place somebody looks for in a transcript. */
export interface Wanted {
  readonly opened: OpenStudy;
  readonly record: SeenRecord;
  /** What it is called: its code. */
  readonly name: string;
  /** Gives the keyboard back to the page. */
  goBack(): void;
}

/**
 * Looking for a place by hand: somebody selects the words in any transcript of the study and says that these are meant. One
 * search is on at most; while it is, the editor's title, its menu and the status bar say how it ends.
 */
export class HandSearch implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly item = this.disposables.add(
    vscode.window.createStatusBarItem('verbatim.placing', vscode.StatusBarAlignment.Left, 10),
  );
  private readonly hint = this.disposables.add(new HandHint());
  private wanted: Wanted | undefined;

  constructor(private readonly services: ReviewServices) {
    this.item.name = vscode.l10n.t('Verbatim: Search by Hand');
    this.item.command = Command.useSelection;
    this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.disposables.add(
      vscode.commands.registerCommand(Command.useSelection, () => orReport(() => this.use())),
      vscode.commands.registerCommand(Command.cancelPlacing, () => this.cancel()),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Begins a search; one that was on is over. */
  begin(wanted: Wanted): void {
    this.set(wanted);
    const how = vscode.l10n.t('Select the words of “{0}”, then press {1}', wanted.name, KEY);
    this.item.text = `$(target) ${how}`;
    this.item.tooltip = vscode.l10n.t('Use the selected words for this coding. Escape ends the search.');
    this.item.accessibilityInformation = { label: how, role: 'alert' };
    this.item.show();
    this.hint.show(hasSelection =>
      hasSelection ? vscode.l10n.t('{0}: use these words', KEY) : vscode.l10n.t('Select the words · Esc: stop'),
    );
  }

  private async use(): Promise<void> {
    const { wanted } = this;
    if (wanted === undefined) {
      announce(vscode.l10n.t('$(info) No place is being looked for: press S on a passage to review first.'));
      return;
    }
    const { passagesMeant, placedTitle, seenIn, takePlaces, transcriptAtHand } = await import('./loaded.js');
    const hand = await transcriptAtHand(this.services.studies);
    if (hand === undefined) return;
    if (hand.opened !== wanted.opened) {
      announce(vscode.l10n.t('$(info) This transcript belongs to another study.'));
      return;
    }
    const seen = await seenIn(hand, hand.editor.document);
    const [span] = hand.editor.selection.isEmpty ? [] : passagesMeant(hand, seen);
    if (span === undefined) {
      announce(vscode.l10n.t('$(info) Select the words first.'));
      return;
    }
    const edits = await takePlaces(wanted.opened.study, seen, [{ record: wanted.record, span }]);
    this.set(undefined);
    await conclude(this.services.history, wanted.opened, 'check', {
      title: placedTitle(wanted.name, seen, span),
      edits,
    });
    wanted.goBack();
  }

  private cancel(): void {
    const { wanted } = this;
    this.set(undefined);
    if (wanted === undefined) return;
    announce(vscode.l10n.t('$(info) The search is over; nothing was changed.'));
    wanted.goBack();
  }

  private set(wanted: Wanted | undefined): void {
    this.wanted = wanted;
    if (wanted === undefined) {
      this.item.hide();
      this.hint.show(undefined);
    }
    void vscode.commands.executeCommand('setContext', Context.placing, wanted !== undefined);
  }
}
