import * as vscode from 'vscode';
import { formatQuery } from '../../../core/analysis/query/format.js';
import { balanceOf } from '../../../core/manuscript/balance.js';
import { isWrong } from '../../../core/manuscript/checked.js';
import { CODEBOOK_FILE } from '../../../core/study/layout.js';
import type { FromPage, QuotationsTable, ToPage } from '../../../webview/quotations/protocol.js';
import { Delayed } from '../../common/delay.js';
import { Disposables } from '../../common/disposables.js';
import { rangeOfSpan } from '../../convert.js';
import { columnBeside } from '../../excerpts/besidePage.js';
import { Command } from '../../ids.js';
import { CorpusReading } from '../../pages/corpusReading.js';
import type { Page, PageContent } from '../../pages/page.js';
import type { CorpusOfStudy } from '../../study/corpora.js';
import type { OpenStudy } from '../../study/openStudy.js';
import type { CheckedDocument, ManuscriptChecks } from '../manuscriptChecks.js';
import { type QuotationsAccount, saveQuotations } from './save.js';
import { quotationTables } from './shownTables.js';
import { quotationStatements } from './statements.js';

/** How long typing in the manuscript pauses before it is checked again. Milliseconds. */
const PAUSE = 400;

/** The quotations of one manuscript as their page sees them; checked again whenever it or the study changes. */
export class QuotationsContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly reading: CorpusReading;
  private shown: { readonly read: CheckedDocument; readonly account: QuotationsAccount } | undefined;

  constructor(
    private readonly opened: OpenStudy,
    private readonly path: string,
    private readonly checks: ManuscriptChecks,
    corpus: CorpusOfStudy,
    private readonly page: Page<ToPage, FromPage>,
  ) {
    this.reading = new CorpusReading(corpus, page);
    const uri = opened.uri(path).toString();
    const soon = this.disposables.add(new Delayed(() => page.refresh(), PAUSE));
    this.disposables.add(
      corpus,
      this.reading,
      corpus.onDidChange(() => page.refresh()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === uri) soon.trigger();
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  async state(): Promise<ToPage> {
    const { t } = vscode.l10n;
    const { opened, path } = this;
    const corpus = await this.reading.read();
    if (!corpus.complete)
      return { type: 'stopped', text: t('Reading was stopped: nothing can be said yet.'), readAll: t('Read the Rest') };
    const gone: ToPage = {
      type: 'nothing',
      heading: t('No manuscript'),
      text: t('{0} is not there, or is no manuscript of this study any more.', path),
    };
    if (!opened.study.exists(path)) return gone;
    const read = await this.checks.check(await vscode.workspace.openTextDocument(opened.uri(path)));
    if (read === undefined) return gone;
    const { quotations } = read.checked;
    if (quotations.length === 0)
      return {
        type: 'nothing',
        heading: t('No quotations yet'),
        text: t(
          '{0} has no quotations. A quotation stands between quotation marks or in a block quote (“>”), and says behind it who said it, such as (PP3). “Insert a Quotation…” puts one in.',
          path,
        ),
      };
    const balance = balanceOf(read.checked, read.corpus);
    const account: QuotationsAccount = {
      title: t('Quotations in {0}', path),
      statements: quotationStatements(quotations, balance),
      tables: quotationTables(quotations, balance, read.people),
    };
    this.shown = { read, account };
    return {
      type: 'state',
      ...account,
      isRight: !quotations.some(isWrong),
      texts: {
        save: t('Save as Markdown…'),
        insert: t('Insert a Quotation…'),
        tableKeys: t('Enter opens it; arrow keys go to the others.'),
      },
    };
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return;
      case 'open':
        return this.open(message.table, message.row);
      case 'save':
        await this.save();
        return;
      case 'insert':
        await vscode.commands.executeCommand(Command.insertQuotation, { opened: this.opened });
        return;
      case 'cancel':
        this.reading.stop();
        return;
      case 'readAll':
        this.reading.goOn();
        this.page.refresh();
    }
  }

  /** Saves what the page shows; answers where it is, or undefined where nothing was saved. */
  async save(target?: vscode.Uri): Promise<vscode.Uri | undefined> {
    if (this.shown === undefined) await this.state();
    return this.shown && saveQuotations(this.opened, this.shown.account, target);
  }

  private async open(table: QuotationsTable['key'], row: string): Promise<void> {
    const { shown, opened } = this;
    if (shown === undefined) return;
    const { read } = shown;
    if (table === 'people') {
      if (read.people.named(row) === undefined) return;
      const query = formatQuery({ is: 'term', field: 'participant', value: row });
      await vscode.commands.executeCommand(Command.askData, { query, opened });
      return;
    }
    if (table === 'themes') {
      const reference = { uri: opened.uri(CODEBOOK_FILE).toString(), code: row };
      await vscode.commands.executeCommand(Command.showExcerpts, reference);
      return;
    }
    const quotation = read.checked.quotations[Number(row)]?.quotation;
    if (quotation === undefined) return;
    const uri = opened.uri(this.path);
    const document = await vscode.workspace.openTextDocument(uri);
    const { start } = rangeOfSpan(document, read.points, quotation.span);
    const viewColumn = columnBeside(this.page.panel, uri);
    await vscode.window.showTextDocument(document, { viewColumn, selection: new vscode.Range(start, start) });
  }
}
