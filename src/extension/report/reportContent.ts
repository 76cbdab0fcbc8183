import * as vscode from 'vscode';
import type { Cancellation } from '../../core/ports.js';
import { DisclosureRefused } from '../../core/report/disclosure/refused.js';
import type { ReportDocument } from '../../core/report/document/document.js';
import { documentText, REPORT_FORMATS, type ReportFormat } from '../../core/report/document/formats.js';
import { readReportSources } from '../../core/report/study/readSources.js';
import { reportOf } from '../../core/report/study/reportOf.js';
import { encodeUtf8 } from '../../core/text/utf8.js';
import type { FromPage, ToPage } from '../../webview/report/protocol.js';
import { Disposables } from '../common/disposables.js';
import { inTurns, takingTurns } from '../common/turns.js';
import { CorpusReading } from '../pages/corpusReading.js';
import type { Page, PageContent } from '../pages/page.js';
import type { CorpusOfStudy } from '../study/corpora.js';
import type { OpenStudy } from '../study/openStudy.js';
import { savedHistory } from '../study/savedHistory.js';
import { saveReport } from './saveReport.js';
import { reportTexts } from './texts.js';

/** The report of one study as its page sees it; written anew whenever the study changes. */
export class ReportContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly reading: CorpusReading;

  constructor(
    private readonly opened: OpenStudy,
    corpus: CorpusOfStudy,
    page: Page<ToPage, FromPage>,
  ) {
    this.reading = new CorpusReading(corpus, page);
    this.disposables.add(
      corpus,
      this.reading,
      corpus.onDidChange(() => page.refresh()),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  async state(cancellation: Cancellation): Promise<ToPage | undefined> {
    try {
      const document = await this.document(cancellation);
      return document && { type: 'state', document, texts: reportTexts() };
    } catch (error) {
      const remedy = error instanceof DisclosureRefused ? ` ${error.remedy}` : '';
      const text = `${error instanceof Error ? error.message : String(error)}${remedy}`;
      return { type: 'nothing', heading: vscode.l10n.t('The report cannot be written'), text };
    }
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return;
      case 'save':
        if (isTextFormat(message.format)) await this.saveText(message.format);
        return;
      case 'docx':
        if (message.bytes instanceof Uint8Array) await saveReport(this.opened, 'docx', message.bytes);
        return;
      case 'failed':
        void vscode.window.showErrorMessage(message.message);
        return;
      case 'cancel':
        this.reading.stop();
    }
  }

  /** Saves the report as it is now; answers where it is, or undefined where nothing was saved. */
  async saveText(format: Exclude<ReportFormat, 'docx'>, target?: vscode.Uri): Promise<vscode.Uri | undefined> {
    const document = await this.document();
    return document && saveReport(this.opened, format, encodeUtf8(documentText(document, format)), target);
  }

  /** @returns undefined where it was cancelled */
  private async document(cancellation: Cancellation = { cancelled: false }): Promise<ReportDocument | undefined> {
    const corpus = await this.reading.read();
    const reading = { corpus, cancellation, pause: takingTurns(), saved: savedHistory(this.opened) };
    const sources = await readReportSources(this.opened.seen, reading);
    return inTurns(reportOf(sources), cancellation);
  }
}

/** Whether what a page asks for is a text: what comes from a page is looked at before it is used. */
function isTextFormat(format: string): format is Exclude<ReportFormat, 'docx'> {
  return format !== 'docx' && REPORT_FORMATS.some(one => one === format);
}
