import * as vscode from 'vscode';
import { announce } from '../common/report.js';
import type { OpenStudy } from './openStudy.js';
import type { Studies } from './studies.js';

/** The study a person is at; where there is none, that is said. */
export async function currentStudy(studies: Studies): Promise<OpenStudy | undefined> {
  const opened = await studies.current();
  if (opened === undefined) announceNoStudy();
  return opened;
}

/** Says that a command needs the folder of a study. */
export function announceNoStudy(): void {
  announce(vscode.l10n.t('$(info) Open the folder of your study first.'));
}
