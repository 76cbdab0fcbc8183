import * as vscode from 'vscode';

/** What people call a field; attributes and front matter are called what the study calls them. */
export function fieldLabel(field: string, otherwise: string): string {
  const { t } = vscode.l10n;
  const labels: Readonly<Record<string, string>> = {
    code: t('Code'),
    theme: t('Theme'),
    words: t('Words'),
    participant: t('Said by'),
    speaker: t('Speaker label'),
    session: t('Session'),
    coder: t('Coder'),
    evidence: t('Evidence'),
    is: t('Excerpt'),
    memo: t('Memo'),
    phase: t('Phase of the code'),
    date: t('Date of the session'),
    created: t('Coded on'),
    role: t('Role'),
    site: t('Site'),
    kind: t('Kind of session'),
    language: t('Language'),
    interviewer: t('Interviewer'),
    duration: t('Duration'),
  };
  if (Object.hasOwn(labels, field)) return labels[field] ?? otherwise;
  return otherwise.charAt(0).toUpperCase() + otherwise.slice(1);
}

/** What people call a value that is the same in every study; all others are as written. */
export function valueLabel(field: string, value: string, otherwise: string): string {
  const { t } = vscode.l10n;
  const labels: Readonly<Record<string, string>> = {
    'is in-scope': t('in scope'),
    'is certain': t('certain of its place'),
    'is doubtful': t('doubtful in its place'),
    'is example': t('an example in the codebook'),
    'phase candidate': t('candidate'),
    'phase reviewed': t('reviewed'),
    'phase defined': t('defined'),
    'phase none': t('not set'),
    'evidence supports': t('supports'),
    'evidence contradicts': t('contradicts'),
    'evidence nuances': t('nuances'),
    'evidence none': t('not marked'),
  };
  return labels[`${field} ${value}`] ?? otherwise;
}
