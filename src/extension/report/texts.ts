import * as vscode from 'vscode';
import type { ReportTexts } from '../../webview/report/protocol.js';

/** The words of the page. */
export function reportTexts(): ReportTexts {
  const { t } = vscode.l10n;
  return {
    saveMarkdown: t('Save Markdown…'),
    saveHtml: t('Save HTML…'),
    saveDocx: t('Save for Word…'),
    contents: t('Contents'),
    note: t('Note:'),
    docxFailed: t('The file for Word could not be made.'),
  };
}
