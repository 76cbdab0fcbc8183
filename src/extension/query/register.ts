import * as vscode from 'vscode';
import type { AskedQuestion, SavedQuestion } from '../../webview/query/protocol.js';
import type { Targets } from '../codebook/target.js';
import { Disposables } from '../common/disposables.js';
import { loadedCommands } from '../common/loadedCommands.js';
import { Command } from '../ids.js';
import { announceNoStudy } from '../study/currentStudy.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { QueryPages } from './queryPages.js';

/** What `Ask the Data` may be told by other features: a question, or the name of a saved one, and of which study. */
export interface Asked {
  readonly query?: string;
  /** Name or path of a saved question. */
  readonly saved?: string;
  /** The study; the one a person is at where it is missing. */
  readonly opened?: OpenStudy;
}

/** Questions about what was said and coded: the page, and the ways to it. */
export function registerQuery(studies: Studies, pages: QueryPages, targets: Targets): vscode.Disposable {
  const disposables = new Disposables();
  const command = loadedCommands(disposables, () => import('./loaded.js'));
  const show = async (opened: OpenStudy | undefined, asked?: AskedQuestion): Promise<void> => {
    if (opened === undefined) announceNoStudy();
    else await pages.show(opened, asked);
  };
  command(Command.askData, async ({ savedQuestions }, [argument]) => {
    const { query, saved, opened = await studies.current() } = asAsked(argument);
    const asked = query === undefined ? undefined : { text: query };
    await show(opened, saved === undefined || opened === undefined ? asked : savedNamed(savedQuestions(opened), saved));
  });
  command(Command.askAboutCode, async ({ formatQuery }, [argument]) => {
    const target = await targets.of([argument], {
      ask: vscode.l10n.t('Ask about which code or theme?'),
      none: vscode.l10n.t('There are no codes yet: code a passage first.'),
    });
    if (target === undefined) return;
    const [{ id }] = target.entries;
    await show(target.opened, { text: formatQuery({ is: 'term', field: 'code', value: id }) });
  });
  command(Command.askSavedQuestion, async ({ parseSavedQuery }, [argument]) => {
    const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
    const opened = uri && (await studies.of(uri));
    if (uri === undefined || opened === undefined) return show(undefined);
    // What is typed counts before it is saved.
    const document = await vscode.workspace.openTextDocument(uri);
    const { path, text } = parseSavedQuery(opened.path(uri) ?? '', document.getText());
    await show(opened, { text, from: path });
  });
  return disposables;
}

function savedNamed(all: readonly SavedQuestion[], named: string): AskedQuestion {
  const found = all.find(({ path, name }) => path === named || name === named);
  if (found !== undefined) return { text: found.text, from: found.path };
  throw new Error(vscode.l10n.t('There is no saved question “{0}”.', named));
}

/** A command is called by menus with things of theirs: what is no question is none. */
function asAsked(argument: unknown): Asked {
  if (typeof argument !== 'object' || argument === null) return {};
  const { query, saved, opened } = argument as Partial<Record<keyof Asked, unknown>>;
  return {
    ...(typeof query === 'string' ? { query } : {}),
    ...(typeof saved === 'string' ? { saved } : {}),
    ...(typeof opened === 'object' && opened !== null ? { opened: opened as OpenStudy } : {}),
  };
}
