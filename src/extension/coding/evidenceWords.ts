import * as vscode from 'vscode';
import type { Evidence } from '../../core/coding/evidence.js';

/** How an excerpt stands to its code, as it follows the excerpt: `contradicts`. */
export function evidenceLabel(evidence: Evidence): string {
  switch (evidence) {
    case 'supports':
      return vscode.l10n.t('supports');
    case 'nuances':
      return vscode.l10n.t('nuances');
    case 'contradicts':
      return vscode.l10n.t('contradicts');
  }
}

/** The same as it is said of an excerpt that is marked so: `contradicting`. */
export function evidenceMark(evidence: Evidence): string {
  switch (evidence) {
    case 'supports':
      return vscode.l10n.t('supporting');
    case 'nuances':
      return vscode.l10n.t('nuancing');
    case 'contradicts':
      return vscode.l10n.t('contradicting');
  }
}

/** What each mark means, in one sentence. */
export function evidenceMeaning(evidence: Evidence): string {
  switch (evidence) {
    case 'supports':
      return vscode.l10n.t('It bears out what the code says');
    case 'nuances':
      return vscode.l10n.t('It bears it out in part, or under a condition');
    case 'contradicts':
      return vscode.l10n.t('It speaks against it: a negative case');
  }
}

/** The shape that stands for each, so that it shows without its colour. */
export const EVIDENCE_ICON: Readonly<Record<Evidence, string>> = {
  supports: 'check',
  nuances: 'arrow-both',
  contradicts: 'close',
};
