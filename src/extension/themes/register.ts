import * as vscode from 'vscode';
import type { Sort } from '../../core/codebook/arrange.js';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import { Disposables } from '../common/disposables.js';
import { announce, orReport } from '../common/report.js';
import { Command } from '../ids.js';
import type { Studies } from '../study/studies.js';
import { askForPhases } from './filter.js';
import type { EntryNode } from './nodes.js';
import type { ThemesArrangement } from './themesArrangement.js';
import type { ThemesView } from './themesView.js';

/** Names a code in a command link. */
export interface CodeReference {
  /** Address of any file of the study. */
  readonly uri: string;
  readonly code: string;
}

/** The Themes view: the way to a code in it and to its heading in the codebook, its order and its filter. */
export function registerThemes(studies: Studies, view: ThemesView, arrangement: ThemesArrangement): vscode.Disposable {
  const disposables = new Disposables();
  const command = (id: string, run: (argument: never) => Promise<void>): void => {
    disposables.add(vscode.commands.registerCommand(id, (argument: never) => orReport(() => run(argument))));
  };
  command(Command.showCode, async (reference: CodeReference | undefined) => {
    const opened = reference && (await studies.of(vscode.Uri.parse(reference.uri, true)));
    if (opened !== undefined) await view.reveal(opened, reference?.code ?? '', { focus: true });
  });
  command(Command.openCodebook, (node: EntryNode | undefined) => openCodebook(studies, node));
  command(Command.editInCodebook, (node: EntryNode | undefined) => openCodebook(studies, node ?? selectedEntry(view)));
  const sorts: readonly (readonly [Sort, string, string])[] = [
    ['document', Command.sortByDocument, Command.sortedByDocument],
    ['name', Command.sortByName, Command.sortedByName],
    ['use', Command.sortByUse, Command.sortedByUse],
  ];
  for (const [sort, ...ids] of sorts) for (const id of ids) command(id, () => arrangement.sortBy(sort));
  command(Command.filterThemes, async () => askForPhases(arrangement, await studies.all()));
  command(Command.clearFilter, () => arrangement.filterBy([]));
  return disposables;
}

async function openCodebook(studies: Studies, node: EntryNode | undefined): Promise<void> {
  const opened = node?.opened ?? (await studies.current());
  if (opened === undefined || !opened.study.hasCodebook) {
    announce(vscode.l10n.t('$(info) There is no codebook yet; the first coding makes one.'));
    return;
  }
  const line = opened.study.entry(node?.entryId ?? '')?.line ?? 0;
  const selection = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(opened.uri(CODEBOOK_FILE), { selection });
}

function selectedEntry({ tree }: ThemesView): EntryNode | undefined {
  return tree.selection.find(node => node.kind === 'entry');
}
