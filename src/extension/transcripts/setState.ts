import * as vscode from 'vscode';
import { setReadingState, stateOf } from '../../core/reading/setState.js';
import { READING_STATES, type ReadingState } from '../../core/reading/state.js';
import { transcriptName } from '../../core/study/layout.js';
import type { Coder } from '../coding/coder.js';
import { announce } from '../common/report.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import type { TranscriptsMeant, TranscriptTargets } from './target.js';
import { stateIcon, stateLabel, stateMeaning, transcriptCount } from './words.js';

/** What marking transcripts needs. */
export interface StateServices {
  readonly targets: TranscriptTargets;
  readonly coder: Coder;
  readonly history: History;
}

/** Marks transcripts: the rows handed in, else what the person is at. */
export async function markAs(state: ReadingState, args: readonly unknown[], services: StateServices): Promise<void> {
  const meant = await services.targets.of(args);
  const coder = meant && (await services.coder.ensure(meant.opened));
  if (meant !== undefined && coder !== undefined) await mark(state, meant, coder, services);
}

/** Asks how far one has come with transcripts. */
export async function askState(args: readonly unknown[], services: StateServices): Promise<void> {
  const meant = await services.targets.of(args);
  const coder = meant && (await services.coder.ensure(meant.opened));
  if (meant === undefined || coder === undefined) return;
  const { study } = meant.opened;
  const now = new Set(meant.paths.map(path => stateOf(study, coder, path)));
  const isCoded = meant.paths.some(path => study.coderFiles.codings(coder, path).length > 0);
  // Coding that has not begun cannot be said to have begun.
  const items = READING_STATES.filter(state => state !== 'coded' || isCoded).map(state => ({
    label: `$(${stateIcon(state)}) ${stateLabel(state)}`,
    description: now.size === 1 && now.has(state) ? vscode.l10n.t('as it is') : '',
    detail: stateMeaning(state),
    state,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('How far have you come with {0}?', namesOf(meant.paths)),
  });
  if (chosen !== undefined) await mark(chosen.state, meant, coder, services);
}

async function mark(
  state: ReadingState,
  { opened, paths }: TranscriptsMeant,
  coder: string,
  { history }: StateServices,
): Promise<void> {
  const { transcripts, edits } = await setReadingState(opened.study, coder, paths, state);
  if (transcripts.length === 0) {
    announce(`$(info) ${vscode.l10n.t('{0}: {1} already', namesOf(paths), stateLabel(state))}`);
    return;
  }
  const title = vscode.l10n.t('Marked {0} as {1}', namesOf(transcripts), stateLabel(state));
  await conclude(history, opened, stateIcon(state), { title, edits });
}

function namesOf(paths: readonly string[]): string {
  return paths.length === 1 ? transcriptName(paths[0] ?? '') : transcriptCount(paths.length);
}
