import * as vscode from 'vscode';
import type { Remark } from '../../core/exchange/model.js';
import { groupRemarks } from '../../core/exchange/remarks.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import type { ShownReports } from '../common/shownReports.js';

/**
 * Says that something is done; where there is more to say, offers the report. Does not wait for an answer.
 * @param name what the report is called, which is also its address: the next one of that name replaces it
 */
export function offerReport(reports: ShownReports, message: string, name: string, markdown: string): void {
  const show = vscode.l10n.t('Show Report');
  vscode.window.showInformationMessage(message, show).then(
    chosen => (chosen === show ? reports.show(name, markdown) : undefined),
    () => undefined,
  );
  reports.keep(name, markdown);
}

/** Remarks as a list, those that say the same as one item with the entries they are about. */
export function remarksMarkdown(remarks: readonly Remark[]): string {
  return groupRemarks(remarks)
    .map(({ what, entries }) => {
      const named = entries.map(entry => `    - ${escapeMarkdown(entry)}\n`).join('');
      return `- ${escapeMarkdown(what)}\n${named}`;
    })
    .join('');
}
