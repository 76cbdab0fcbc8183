import * as vscode from 'vscode';
import { announce, orReport } from '../common/report.js';
import { Command } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { ReviewPages, ReviewScope } from './reviewPages.js';

/** Names a coding or note to review in a command link: nothing but the address of its transcript and its id. */
export interface ReviewReference {
  readonly uri: string;
  readonly id: string;
}

/** The command that shows what is to be reviewed: of a study, of a transcript, or at one coding. */
export function registerReviewList(studies: Studies, pages: ReviewPages): vscode.Disposable {
  const show = async (argument: unknown): Promise<void> => {
    const meant = (await named(studies, argument)) ?? (await wholeStudy(studies));
    if (meant === undefined) announce(vscode.l10n.t('$(info) There are no codings to review yet.'));
    else await pages.show(meant.opened, meant.scope);
  };
  return vscode.commands.registerCommand(Command.reviewPassages, argument => orReport(() => show(argument)));
}

interface Meant {
  readonly opened: OpenStudy;
  readonly scope: ReviewScope;
}

async function wholeStudy(studies: Studies): Promise<Meant | undefined> {
  const opened = await studies.current();
  return opened && { opened, scope: {} };
}

/** What a row of the Transcripts view or a link names. */
async function named(studies: Studies, argument: unknown): Promise<Meant | undefined> {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('opened' in argument && 'path' in argument) {
    const { opened, path } = argument as { opened: OpenStudy; path: string };
    return { opened, scope: { transcript: path } };
  }
  if (!('uri' in argument) || typeof argument.uri !== 'string') return undefined;
  const uri = vscode.Uri.parse(argument.uri, true);
  const opened = await studies.of(uri);
  const transcript = opened?.path(uri);
  if (opened === undefined || transcript === undefined) return undefined;
  const id = 'id' in argument && typeof argument.id === 'string' ? { id: argument.id } : {};
  return { opened, scope: { transcript, ...id } };
}
