import type { ReportDocument } from './document.js';
import { documentHtml } from './html/page.js';
import { documentMarkdown } from './markdown.js';

/** What a document can be written as. */
export const REPORT_FORMATS = ['md', 'html', 'docx'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A document as text. For Word there is `docx/documentDocx.ts`, which not everybody may load. */
export function documentText(document: ReportDocument, format: Exclude<ReportFormat, 'docx'>): string {
  return [...(format === 'md' ? documentMarkdown(document) : documentHtml(document))].join('');
}
