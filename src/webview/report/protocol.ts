import type { ReportDocument } from '../../core/report/document/document.js';

/** The words of the page, in the language of VS Code. */
export interface ReportTexts {
  readonly saveMarkdown: string;
  readonly saveHtml: string;
  readonly saveDocx: string;
  readonly contents: string;
  readonly note: string;
  readonly docxFailed: string;
}

/** What the extension tells the page. */
export type ToPage =
  | { readonly type: 'state'; readonly document: ReportDocument; readonly texts: ReportTexts }
  /** There is no report, and why. */
  | { readonly type: 'nothing'; readonly heading: string; readonly text: string }
  | { readonly type: 'reading'; readonly text: string; readonly cancel: string };

/** What the page tells the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'save'; readonly format: 'md' | 'html' }
  /** The bytes of a file for Word, which the page makes: the library for it is in no other bundle of the editor. */
  | { readonly type: 'docx'; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'cancel' };

/** What the page remembers of how it was looked at. */
export interface ReportView {
  readonly scroll: number;
}
