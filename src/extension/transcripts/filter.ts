import * as vscode from 'vscode';
import { READING_STATES, type ReadingState } from '../../core/reading/state.js';
import { listed } from '../codebook/words.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { TranscriptsTree } from './transcriptsTree.js';
import { stateLabel, transcriptCount } from './words.js';

/** Asks in which states of the person's own transcripts are shown; all of them or none ticked means everything. */
export async function askForStates(tree: TranscriptsTree, studies: readonly OpenStudy[]): Promise<void> {
  const states = statesOf(tree, studies);
  const items = READING_STATES.map(state => ({
    label: stateLabel(state),
    description: transcriptCount(states.filter(one => one === state).length),
    state,
    picked: tree.arrangement.wish.states.includes(state),
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Show which transcripts?'),
    placeHolder: vscode.l10n.t('Tick how far you have come with them. Nothing ticked: all'),
    canPickMany: true,
  });
  if (chosen === undefined) return;
  await tree.arrangement.filterBy(chosen.length === items.length ? [] : chosen.map(({ state }) => state));
  announce(`$(filter) ${filterMessage(tree, studies) || vscode.l10n.t('All transcripts are shown')}`);
}

/** What the view says of its filter; nothing where there is none. */
export function filterMessage(tree: TranscriptsTree, studies: readonly OpenStudy[]): string {
  const { states } = tree.arrangement.wish;
  if (states.length === 0) return '';
  const hidden = statesOf(tree, studies).filter(state => !states.includes(state)).length;
  const shown = listed(READING_STATES.filter(state => states.includes(state)).map(stateLabel));
  return hidden === 1
    ? vscode.l10n.t('Filter: {0}. 1 transcript is hidden.', shown)
    : vscode.l10n.t('Filter: {0}. {1} transcripts are hidden.', shown, hidden);
}

function statesOf(tree: TranscriptsTree, studies: readonly OpenStudy[]): ReadingState[] {
  return studies.flatMap(opened => opened.seen.transcriptPaths().map(path => tree.stateOf(opened, path)));
}
