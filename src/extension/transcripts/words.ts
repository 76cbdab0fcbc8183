import * as vscode from 'vscode';
import type { Relevance } from '../../core/analysis/relevance.js';
import type { TranscriptSort } from '../../core/analysis/transcriptOrder.js';
import type { ReadingState } from '../../core/reading/state.js';

/** What a state is called. */
export function stateLabel(state: ReadingState): string {
  switch (state) {
    case 'unread':
      return vscode.l10n.t('unread');
    case 'read':
      return vscode.l10n.t('read');
    case 'coded':
      return vscode.l10n.t('coded');
    case 'done':
      return vscode.l10n.t('done');
  }
}

/** What a state means, in one sentence. */
export function stateMeaning(state: ReadingState): string {
  switch (state) {
    case 'unread':
      return vscode.l10n.t('Still to be read, or to be read again');
    case 'read':
      return vscode.l10n.t('Read through once, not coded yet');
    case 'coded':
      return vscode.l10n.t('Coding has begun: follows by itself from your first coding');
    case 'done':
      return vscode.l10n.t('Coded to your satisfaction; stays so if you code more');
  }
}

/** What a transcript has to do with the scope of the study, as it is listed to choose from. */
export function relevanceLabel(relevance: Relevance): string {
  switch (relevance) {
    case 'relevant':
      return vscode.l10n.t('something in scope');
    case 'irrelevant':
      return vscode.l10n.t('read, nothing in scope');
    case 'unread':
      return vscode.l10n.t('not read by anybody');
  }
}

/**
 * The same beside the person's own state: `62% in scope`; empty where that says it all.
 * @param share of what participants say that is in scope, where it is known
 */
export function scopeLabel(relevance: Relevance | undefined, share: number | undefined): string {
  if (relevance === 'irrelevant') return vscode.l10n.t('nothing in scope');
  if (relevance !== 'relevant') return '';
  return share === undefined ? vscode.l10n.t('in scope') : vscode.l10n.t('{0} in scope', percent(share));
}

/** The shape that stands for a state, so that it shows without its colour. */
export function stateIcon(state: ReadingState): string {
  return { unread: 'circle-large-outline', read: 'eye', coded: 'tag', done: 'pass-filled' }[state];
}

/** What an order is called once it is on. */
export function sortLabel(sort: TranscriptSort): string {
  switch (sort) {
    case 'name':
      return vscode.l10n.t('Transcripts are sorted by name');
    case 'state':
      return vscode.l10n.t('Transcripts are grouped by state');
    case 'kind':
      return vscode.l10n.t('Transcripts are grouped by kind');
    case 'scope':
      return vscode.l10n.t('Transcripts are grouped by what is in scope');
  }
}

/** Words of a count. */
export function noteCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', count);
}

export function transcriptCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 transcript') : vscode.l10n.t('{0} transcripts', count);
}

/** A share from 0 to 1 as people write it; what is there at all is never 0 %. */
export function percent(share: number): string {
  const format = new Intl.NumberFormat(vscode.env.language, { style: 'percent' });
  return share > 0 && share < 0.01 ? `<${format.format(0.01)}` : format.format(share);
}

/** What a share coded is a share of. */
export function coveredText(share: string, hasScope: boolean): string {
  return hasScope
    ? vscode.l10n.t('{0} of what participants say in scope', share)
    : vscode.l10n.t('{0} of what participants say', share);
}
