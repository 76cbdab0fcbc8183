import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { loadedCommands } from '../common/loadedCommands.js';
import { whenAsked } from '../common/whenAsked.js';
import { Command } from '../ids.js';
import { currentStudy } from '../study/currentStudy.js';
import type { Studies } from '../study/studies.js';
import { QuotationDiagnostics } from './diagnostics.js';
import type { ManuscriptChecks } from './manuscriptChecks.js';
import { manuscriptPlace } from './manuscriptPlace.js';
import type { QuotationsPages } from './quotations/pages.js';

/** What the account of the quotations of a manuscript may be told by a program. */
interface CheckTarget {
  /** Path of the manuscript. */
  readonly manuscript?: string;
  /** Where to save the account instead of showing it only. */
  readonly uri?: vscode.Uri;
}

/** Quotations in manuscripts: whether they are what was said, who is quoted, and putting further ones in. */
export function registerManuscripts(
  studies: Studies,
  checks: ManuscriptChecks,
  pages: QuotationsPages,
): vscode.Disposable {
  const disposables = new Disposables();
  const load = () => import('./loaded.js');
  const command = loadedCommands(disposables, load);
  command(Command.insertQuotation, (loaded, [argument]) => loaded.insertQuotation({ studies, checks }, argument));
  command(Command.showQuotationSource, (loaded, [argument]) => loaded.showSource(studies, argument));
  command(Command.checkQuotations, (_, [argument]) => checkQuotations(studies, pages, asTarget(argument)));
  const markdown: vscode.DocumentSelector = { language: 'markdown' };
  const diagnostics = disposables.add(new QuotationDiagnostics(studies, checks));
  disposables.add(
    vscode.languages.registerHoverProvider(
      markdown,
      whenAsked(async () => new (await load()).QuotationHover(checks), 'provideHover'),
    ),
    vscode.languages.registerCodeActionsProvider(
      markdown,
      whenAsked(async () => new (await load()).QuotationQuickFixes(checks, diagnostics), 'provideCodeActions'),
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
  return disposables;
}

/** Shows what became of the quotations of the manuscript a person is in, or chooses. */
async function checkQuotations(
  studies: Studies,
  pages: QuotationsPages,
  target: CheckTarget,
): Promise<vscode.Uri | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const opened = await currentStudy(studies);
  if (opened === undefined) return undefined;
  const { pickManuscript } = await import('./loaded.js');
  const place = document && manuscriptPlace(studies, document);
  const paths = opened.manuscriptPaths;
  const path =
    target.manuscript ??
    (place?.opened === opened ? place.path : undefined) ??
    (paths.length === 1
      ? paths[0]
      : await pickManuscript(opened, vscode.l10n.t('Check the quotations of which manuscript?')));
  if (path === undefined) return undefined;
  const content = await pages.show(opened, path);
  return target.uri === undefined ? undefined : content?.save(target.uri);
}

/** Menus hand over a row of theirs; a program may say what is wanted. */
function asTarget(value: unknown): CheckTarget {
  if (typeof value !== 'object' || value === null) return {};
  const { manuscript, uri } = value as Partial<Record<keyof CheckTarget, unknown>>;
  return {
    ...(typeof manuscript === 'string' ? { manuscript } : {}),
    ...(uri instanceof vscode.Uri ? { uri } : {}),
  };
}
