import * as vscode from 'vscode';
import type { PhaseWish } from '../../core/codebook/arrange.js';
import { PHASES } from '../../core/codebook/change.js';
import { phaseOf } from '../../core/codebook/phase.js';
import { listed, phaseLabel } from '../codebook/words.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { ThemesArrangement } from './themesArrangement.js';

const WISHES: readonly PhaseWish[] = [...PHASES, 'none'];

/** Asks which phases the Themes view shows; all of them or none ticked means everything. */
export async function askForPhases(arrangement: ThemesArrangement, studies: readonly OpenStudy[]): Promise<void> {
  const entries = studies.flatMap(({ study }) => study.codebook.entries);
  const items = WISHES.map(wish => {
    const count = entries.filter(entry => (phaseOf(entry) ?? 'none') === wish).length;
    const description = count === 1 ? vscode.l10n.t('1 entry') : vscode.l10n.t('{0} entries', count);
    return { label: wishLabel(wish), description, wish, picked: arrangement.wish.phases.includes(wish) };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Show which phases?'),
    placeHolder: vscode.l10n.t('Tick what is to be shown; themes that hold it stay. Nothing ticked: everything'),
    canPickMany: true,
  });
  if (chosen === undefined) return;
  await arrangement.filterBy(chosen.length === WISHES.length ? [] : chosen.map(({ wish }) => wish));
}

/** What the view says of its filter; nothing where there is none. */
export function filterMessage(arrangement: ThemesArrangement, studies: readonly OpenStudy[]): string {
  const { phases } = arrangement.wish;
  if (phases.length === 0) return '';
  const hidden = studies.reduce((sum, opened) => sum + arrangement.of(opened).hidden, 0);
  const shown = listed(WISHES.filter(wish => phases.includes(wish)).map(wishLabel));
  return hidden === 1
    ? vscode.l10n.t('Filter: {0}. 1 entry is hidden.', shown)
    : vscode.l10n.t('Filter: {0}. {1} entries are hidden.', shown, hidden);
}

function wishLabel(wish: PhaseWish): string {
  return wish === 'none' ? vscode.l10n.t('no phase') : phaseLabel(wish);
}
