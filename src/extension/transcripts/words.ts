import * as vscode from 'vscode';
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

/** A number as people write it. */
export function number(count: number): string {
  return new Intl.NumberFormat(vscode.env.language).format(count);
}
