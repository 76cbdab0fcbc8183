import * as vscode from 'vscode';
import type { CodeUse } from '../../core/analysis/codeUse.js';
import type { Phase } from '../../core/codebook/change.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import type { PaletteColor } from '../../core/codebook/colors.js';
import type { LikeName } from '../../core/codebook/names.js';
import { themePath } from '../../core/codebook/query.js';

/** How many excerpts, in words. */
export function excerptCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 excerpt') : vscode.l10n.t('{0} excerpts', count);
}

/** How many transcripts, in words. */
export function transcriptCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 transcript') : vscode.l10n.t('{0} transcripts', count);
}

/** How often and where a code was used, in words. */
export function useText({ excerpts, transcripts }: CodeUse): string {
  if (excerpts === 0) return vscode.l10n.t('not used yet');
  return vscode.l10n.t('{0} in {1}', excerptCount(excerpts), transcriptCount(transcripts));
}

/** Names as a sentence has them: “EA, MB and JS”. */
export function listed(names: readonly string[]): string {
  // To make a format takes longer than all else that is said.
  if (names.length < 2) return names[0] ?? '';
  return new Intl.ListFormat(vscode.env.language, { type: 'conjunction' }).format(names);
}

/** Some entries as a sentence names them: one by its title, several by their number. */
export function nameOf(entries: readonly CodebookEntry[]): string {
  const [only] = entries;
  if (only !== undefined && entries.length === 1) return `“${only.title}”`;
  if (entries.every(entry => entry.kind === 'code')) return vscode.l10n.t('{0} codes', entries.length);
  if (entries.every(entry => entry.kind === 'theme')) return vscode.l10n.t('{0} themes', entries.length);
  return vscode.l10n.t('{0} themes and codes', entries.length);
}

/** Where an entry stands: “Influence › Self-disclosure”, empty at the top. */
export function pathOf(entry: CodebookEntry): string {
  return themePath(entry).join(' › ');
}

/** Says, as a sentence, which theme or code has much the same name as one that is being typed. */
export function likeText({ entry, by, name }: LikeName): string {
  const path = pathOf(entry);
  const where = path === '' ? '' : ` (${path})`;
  switch (by) {
    case 'title':
      return vscode.l10n.t('Much like “{0}”{1}.', entry.title, where);
    case 'id':
      return vscode.l10n.t('“{0}”{1} has the id “{2}”.', entry.title, where, name);
    case 'former':
      return vscode.l10n.t('“{0}”{1} was called “{2}” before.', entry.title, where, name);
  }
}

/** A phase as it is shown. */
export function phaseLabel(phase: Phase): string {
  switch (phase) {
    case 'candidate':
      return vscode.l10n.t('candidate');
    case 'reviewed':
      return vscode.l10n.t('reviewed');
    case 'defined':
      return vscode.l10n.t('defined');
  }
}

/** What a phase says of a theme or code. */
export function phaseMeaning(phase: Phase): string {
  switch (phase) {
    case 'candidate':
      return vscode.l10n.t('A first idea: it may still be merged, split or dropped');
    case 'reviewed':
      return vscode.l10n.t('Checked against its excerpts and the whole of the material');
    case 'defined':
      return vscode.l10n.t('Settled: its name and definition are final');
  }
}

/** A palette colour as it is called. */
export function colorLabel(color: PaletteColor): string {
  const labels: Readonly<Record<PaletteColor, string>> = {
    amber: vscode.l10n.t('Amber'),
    blue: vscode.l10n.t('Blue'),
    green: vscode.l10n.t('Green'),
    purple: vscode.l10n.t('Purple'),
    red: vscode.l10n.t('Red'),
    teal: vscode.l10n.t('Teal'),
    orange: vscode.l10n.t('Orange'),
    pink: vscode.l10n.t('Pink'),
    lime: vscode.l10n.t('Lime'),
    indigo: vscode.l10n.t('Indigo'),
    brown: vscode.l10n.t('Brown'),
    grey: vscode.l10n.t('Grey'),
  };
  return labels[color];
}
