import * as vscode from 'vscode';
import { isPhase } from '../../core/codebook/phase.js';
import { phaseMeaning } from '../codebook/words.js';

/** What a class of a heading means; undefined for one that means nothing to Verbatim. */
export function classMeaning(name: string): string | undefined {
  if (name === 'theme') return vscode.l10n.t('A theme: it groups codes and is not given to passages itself.');
  if (name === 'scope') return vscode.l10n.t('Marks which passages are looked at rather than a result; gets no hints.');
  return isPhase(name) ? `${phaseMeaning(name)}.` : undefined;
}

/** What a key in the braces of a heading, or the id, is for. */
export function keyMeaning(name: 'id' | 'color' | 'formerly' | 'parent'): string {
  switch (name) {
    case 'id':
      return vscode.l10n.t('Codings name the code by its id, so its title may change at any time.');
    case 'color':
      return vscode.l10n.t('The colour of its excerpts; without one it gets a colour of its own.');
    case 'formerly':
      return vscode.l10n.t('Ids of codes that were merged into this one: their excerpts count as its own.');
    case 'parent':
      return vscode.l10n.t('The theme it belongs to, where six heading levels do not suffice to say so.');
  }
}
