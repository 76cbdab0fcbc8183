import * as vscode from 'vscode';
import { announce, orReport } from '../common/report.js';
import { Command } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import { MarkFixes } from './markFixes.js';
import { MarkLens } from './markLens.js';
import type { ConflictServices } from './services.js';
import type { Repository } from './settle.js';
import { markNames, sideNames } from './sideNames.js';

/** Files that may hold marks of git. */
const FILES: vscode.DocumentSelector = { pattern: '**/*.{md,markdown,jsonl,ndjson,json,csv}' };

/** Deciding after the fact: what git began elsewhere, a terminal or VS Code's own Source Control, is decided and ended here. */
export function registerConflicts(services: ConflictServices): vscode.Disposable {
  const lens = new MarkLens(services.studies, services.unsettled);
  const command = (id: string, run: (meant: Meant) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(id, argument =>
      orReport(async () => {
        const meant = await meantBy(argument, services);
        if (meant === undefined) announce(vscode.l10n.t('$(info) There is nothing to decide.'));
        else await run(meant);
      }),
    );
  return vscode.Disposable.from(
    lens,
    vscode.languages.registerCodeLensProvider(FILES, lens),
    vscode.languages.registerCodeActionsProvider(FILES, new MarkFixes(services.studies), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    command(Command.decideQuestions, meant => decide(meant, services)),
    command(Command.giveUpUnderWay, meant => giveUpMeant(meant, services)),
  );
}

/** What a command was called on. */
interface Meant {
  readonly opened: OpenStudy;
  /** Path of the file; undefined where the study is meant. */
  readonly path: string | undefined;
}

async function decide({ opened }: Meant, services: ConflictServices): Promise<void> {
  const { unsettled } = services;
  const { decideMarks, decideUnderWay, settle } = await import('./loaded.js');
  let isUnknown = false;
  const repository = await repositoryOf(opened);
  if (repository !== undefined) {
    if (await decideUnderWay(repository, services)) return;
    // What was put together and saved may be looked at still, and marks that were saved tell where they come from.
    const settled = await settle(repository, markNames(), services);
    if (settled === undefined) return;
    isUnknown = settled.isUnknown;
    if (settled.files > 0 && unsettled.of(opened).files.length === 0) return;
  }
  if (await decideMarks(opened, unsettled.of(opened).files, services)) return;
  announce(
    isUnknown
      ? vscode.l10n.t(
          '$(warning) The last version was copied from one that is not in this copy of the study, so nobody can tell whether it was put together rightly.',
        )
      : vscode.l10n.t('$(info) There is nothing to decide.'),
  );
}

async function giveUpMeant({ opened }: Meant, { unsettled, coder }: ConflictServices): Promise<void> {
  const repository = await repositoryOf(opened);
  const made = repository && (await unsettled.look(opened));
  if (repository === undefined || made === undefined) {
    announce(vscode.l10n.t('$(info) Nothing is being put together.'));
    return;
  }
  const { giveUp } = await import('./loaded.js');
  await giveUp(repository, made, await sideNames(made, repository.git, coder.name));
  await unsettled.look(opened);
}

async function repositoryOf(opened: OpenStudy): Promise<Repository | undefined> {
  const { store } = opened.study;
  const [git, work] = [await store.git?.(), await store.work?.()];
  return git === undefined || work === undefined ? undefined : { opened, git, work };
}

/** The file or study that a button, a row or the palette means: of several studies the one in which something waits. */
async function meantBy(argument: unknown, { studies, unsettled }: ConflictServices): Promise<Meant | undefined> {
  if (typeof argument === 'object' && argument !== null && 'opened' in argument)
    return { opened: argument.opened as OpenStudy, path: undefined };
  const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  const opened = uri && (await studies.of(uri));
  if (opened !== undefined && uri !== undefined) return { opened, path: opened.path(uri) };
  const all = await studies.all();
  const found = all.find(one => unsettled.of(one).files.length > 0 || unsettled.of(one).underWay) ?? all[0];
  return found && { opened: found, path: undefined };
}
