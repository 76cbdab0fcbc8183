import * as vscode from 'vscode';
import { RELEVANCES, type Relevance, relevanceOf } from '../../core/analysis/relevance.js';
import { READING_STATES, type ReadingState } from '../../core/reading/state.js';
import { listed } from '../codebook/words.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { TranscriptsWish } from './arrangement.js';
import type { TranscriptRow } from './nodes.js';
import type { TranscriptsTree } from './transcriptsTree.js';
import { relevanceLabel, stateLabel, transcriptCount } from './words.js';

/** What the filter looks at in a transcript. */
type Filtered = Pick<TranscriptRow, 'state' | 'relevance'>;

/** Whether a transcript is shown. Where a study has no scope, nothing is left out for its sake. */
export function isWanted({ state, relevance }: Filtered, { states, relevances }: TranscriptsWish): boolean {
  const isInState = states.length === 0 || states.includes(state);
  return isInState && (relevances.length === 0 || relevance === undefined || relevances.includes(relevance));
}

/** Asks in which states of the person's own, and how far in scope, transcripts are shown; all of a kind or none ticked means all. */
export async function askForStates(tree: TranscriptsTree, studies: readonly OpenStudy[]): Promise<void> {
  const { wish } = tree.arrangement;
  const rows = rowsOf(tree, studies);
  const states = READING_STATES.map(state => ({
    label: stateLabel(state),
    description: transcriptCount(rows.filter(row => row.state === state).length),
    state,
    picked: wish.states.includes(state),
  }));
  const relevances = RELEVANCES.map(relevance => ({
    label: relevanceLabel(relevance),
    description: transcriptCount(rows.filter(row => row.relevance === relevance).length),
    relevance,
    picked: wish.relevances.includes(relevance),
  }));
  const heading = (label: string): vscode.QuickPickItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const hasScope = rows.some(({ relevance }) => relevance !== undefined);
  const scope = hasScope ? [heading(vscode.l10n.t('In scope')), ...relevances] : [];
  const items: (vscode.QuickPickItem & { state?: ReadingState; relevance?: Relevance })[] = [
    ...(hasScope ? [heading(vscode.l10n.t('Your state'))] : []),
    ...states,
    ...scope,
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Show which transcripts?'),
    placeHolder: vscode.l10n.t('Tick how far you have come with them. Nothing ticked: all'),
    canPickMany: true,
  });
  if (chosen === undefined) return;
  await tree.arrangement.filterBy({
    states: someOf(
      READING_STATES,
      chosen.map(({ state }) => state),
    ),
    relevances: someOf(
      RELEVANCES,
      chosen.map(({ relevance }) => relevance),
    ),
  });
  announce(`$(filter) ${filterMessage(tree, studies) || vscode.l10n.t('All transcripts are shown')}`);
}

/** What was chosen of a kind; all is as good as nothing. */
function someOf<T>(all: readonly T[], chosen: readonly (T | undefined)[]): readonly T[] {
  const some = all.filter(one => chosen.includes(one));
  return some.length === all.length ? [] : some;
}

/** What the view says of its filter; nothing where there is none. */
export function filterMessage(tree: TranscriptsTree, studies: readonly OpenStudy[]): string {
  const { wish, isFiltered } = tree.arrangement;
  if (!isFiltered) return '';
  const hidden = rowsOf(tree, studies).filter(row => !isWanted(row, wish)).length;
  const states = READING_STATES.filter(state => wish.states.includes(state)).map(stateLabel);
  const relevances = RELEVANCES.filter(relevance => wish.relevances.includes(relevance)).map(relevanceLabel);
  const shown = [listed(states), listed(relevances)].filter(part => part !== '').join('; ');
  return hidden === 1
    ? vscode.l10n.t('Filter: {0}. 1 transcript is hidden.', shown)
    : vscode.l10n.t('Filter: {0}. {1} transcripts are hidden.', shown, hidden);
}

function rowsOf(tree: TranscriptsTree, studies: readonly OpenStudy[]): Filtered[] {
  return studies.flatMap(opened =>
    opened.seen.transcriptPaths().map(path => {
      const relevance = relevanceOf(opened.seen, path);
      return { state: tree.stateOf(opened, path), ...(relevance === undefined ? {} : { relevance }) };
    }),
  );
}
