import * as vscode from 'vscode';
import type { PictureFormat } from '../../webview/history/protocol.js';
import { subjectOf } from '../changes/comment.js';
import { isChangesNode } from '../changes/nodes.js';
import type { Targets } from '../codebook/target.js';
import type { Coder } from '../coding/coder.js';
import { codingAtCursor, codingNamed } from '../coding/codingAtCursor.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import { Command } from '../ids.js';
import { currentStudy } from '../study/currentStudy.js';
import type { Studies } from '../study/studies.js';
import type { HistoryPages } from './historyPages.js';

/** What the commands of the history work with. */
export interface HistoryServices {
  readonly studies: Studies;
  readonly documents: CodedDocuments;
  readonly coder: Coder;
  readonly targets: Targets;
}

/** What `Save Timeline` may be told by a program; a person is asked instead. */
export interface TimelineTarget {
  readonly format: PictureFormat;
  readonly uri?: vscode.Uri;
}

/** The timeline of a study, and the lives of codes, themes and codings. */
export function registerStudyHistory(
  { studies, documents, coder, targets }: HistoryServices,
  pages: HistoryPages,
): vscode.Disposable {
  const disposables = new Disposables();
  const command = (id: string, run: (args: readonly unknown[]) => Promise<unknown>): void => {
    disposables.add(vscode.commands.registerCommand(id, (...args: unknown[]) => orReport(() => run(args))));
  };
  const current = () => currentStudy(studies);
  /** What a row of the Coding Changes view is about. */
  const showChanged = async (row: unknown): Promise<boolean> => {
    if (!isChangesNode(row) || row.kind !== 'change') return false;
    const subject = subjectOf(row.change);
    if (subject !== undefined) await pages.showLife(row.opened, subject);
    return subject !== undefined;
  };
  command(Command.showTimeline, async () => {
    const opened = await current();
    if (opened !== undefined) await pages.showTimeline(opened);
  });
  command(Command.exportTimeline, async ([target]) => {
    const wish = target as TimelineTarget | undefined;
    const opened = await current();
    const format = opened && (wish?.format ?? (await askFormat()));
    return opened && format && pages.exportTimeline(opened, format, wish?.uri);
  });
  command(Command.showHistory, async args => {
    if (await showChanged(args[0])) return;
    const named = await entryNamed(studies, args[0]);
    // The one row that a menu was opened on, also where others are selected with it.
    const target = named ?? (await targets.of(args.slice(0, 1), wish()));
    const entry = target?.entries[0];
    if (target !== undefined && entry !== undefined)
      await pages.showLife(target.opened, { kind: entry.kind, id: entry.id });
  });
  command(Command.showCodingHistory, async ([argument]) => {
    if (await showChanged(argument)) return;
    const question = vscode.l10n.t('Show the history of which coding?');
    const found = (await codingNamed(studies, argument)) ?? (await codingAtCursor(documents, coder, question));
    if (found !== undefined) await pages.showLife(found.opened, { kind: 'coding', id: found.id });
  });
  return disposables;
}

const wish = () => ({
  ask: vscode.l10n.t('Show the history of which code or theme?'),
  none: vscode.l10n.t('There are no codes yet: code a passage first.'),
});

/** A link in a hover and other features name a code by an address and an id, which it may no longer go by. */
async function entryNamed(studies: Studies, argument: unknown) {
  if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('code' in argument))
    return undefined;
  const { uri, code } = argument;
  if (typeof uri !== 'string' || typeof code !== 'string') return undefined;
  const opened = await studies.of(vscode.Uri.parse(uri, true));
  return opened && { opened, entries: [{ kind: opened.study.entry(code)?.kind ?? 'code', id: code }] as const };
}

async function askFormat(): Promise<PictureFormat | undefined> {
  const choices: (vscode.QuickPickItem & { format: PictureFormat })[] = [
    { label: 'SVG', format: 'svg', description: vscode.l10n.t('sharp in every size; for papers and posters') },
    { label: 'PNG', format: 'png', description: vscode.l10n.t('for slides and messages') },
  ];
  const placeHolder = vscode.l10n.t('Save the timeline as');
  return (await vscode.window.showQuickPick(choices, { placeHolder }))?.format;
}
