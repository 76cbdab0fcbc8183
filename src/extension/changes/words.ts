import * as vscode from 'vscode';
import type { ChangeArea, ChangeGrouping } from '../../core/review/grouping.js';
import type { StateName } from '../../core/review/state.js';
import { numberWords } from '../common/numberWords.js';
import type { ComparisonWish } from './wish.js';

/** How many changes, in words. */
export function changeCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 change') : vscode.l10n.t('{0} changes', numberWords(count));
}

/** A text that begins a line. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(vscode.env.language) + text.slice(1);
}

/** What is compared, as the end of a sentence. `base`: the branch a pull request is to be merged into. */
export function wishWords(wish: ComparisonWish, base: string | undefined): string {
  switch (wish.is) {
    case 'saved':
      return vscode.l10n.t('since the last saved version');
    case 'branch':
      return vscode.l10n.t('what {0} brings', wish.name);
    case 'request':
      return vscode.l10n.t('this branch against {0}', base ?? vscode.l10n.t('its base'));
    case 'since':
      return wish.got
        ? vscode.l10n.t('since colleagues’ work came in')
        : vscode.l10n.t('since {0}', nameWords(wish.name));
    case 'two':
      return vscode.l10n.t('from {0} to {1}', nameWords(wish.before), nameWords(wish.after));
  }
}

/** A name that somebody typed, as people read it. */
function nameWords(name: string): string {
  if (name === ':working') return vscode.l10n.t('today’s files');
  return name === ':index' ? vscode.l10n.t('what is staged') : name;
}

/** What the two sides of a comparison are called in the title of a diff editor: short. */
export function sideWords(wish: ComparisonWish, base: string | undefined): { before: string; after: string } {
  const now = vscode.l10n.t('now');
  switch (wish.is) {
    case 'saved':
      return { before: vscode.l10n.t('last saved'), after: now };
    case 'branch':
      return { before: vscode.l10n.t('before'), after: wish.name };
    case 'request':
      return { before: base ?? vscode.l10n.t('base'), after: now };
    case 'since':
      return { before: wish.got ? vscode.l10n.t('before') : nameWords(wish.name), after: now };
    case 'two':
      return { before: nameWords(wish.before), after: nameWords(wish.after) };
  }
}

/** What a state is called where it is said at length. */
export function stateWords(name: StateName): string {
  if (name.is === 'working') return vscode.l10n.t('today’s files');
  return name.is === 'index' ? vscode.l10n.t('what is staged') : name.name;
}

/** What a grouping is called once it is on. */
export function groupingWords(by: ChangeGrouping): string {
  switch (by) {
    case 'coder':
      return vscode.l10n.t('Changes are grouped by coder');
    case 'code':
      return vscode.l10n.t('Changes are grouped by code');
    case 'theme':
      return vscode.l10n.t('Changes are grouped by theme');
    case 'transcript':
      return vscode.l10n.t('Changes are grouped by transcript');
  }
}

/** The heading of changes that belong to no coder, code, theme or transcript. */
export function areaWords(area: ChangeArea): string {
  switch (area) {
    case 'codebook':
      return vscode.l10n.t('Codebook');
    case 'outside':
      return vscode.l10n.t('Codes outside themes');
    case 'transcripts':
      return vscode.l10n.t('Transcripts');
    case 'participants':
      return vscode.l10n.t('Participants');
    case 'memos':
      return vscode.l10n.t('Memos');
    case 'reading':
      return vscode.l10n.t('Reading and notes');
    case 'discussion':
      return vscode.l10n.t('Discussion');
    case 'study':
      return vscode.l10n.t('Study file');
    case 'lines':
      return vscode.l10n.t('Lines that cannot be read');
  }
}
