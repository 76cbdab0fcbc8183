import * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';
import type { AskedQuestion, FromPage, ToPage } from '../../webview/query/protocol.js';
import type { Page } from '../pages/page.js';
import { type PageHost, Pages } from '../pages/pages.js';
import { columnBesideText, parseStudyKey, studyOfKey } from '../pages/studyKey.js';
import type { OpenStudy } from '../study/openStudy.js';
import { QueryContent, type QueryServices } from './content.js';

/** The open pages of questions, at most one for each study. */
export class QueryPages implements Disposable {
  private readonly pages: Pages<ToPage, FromPage, QueryContent>;

  constructor(
    private readonly services: QueryServices,
    host: PageHost,
  ) {
    this.pages = new Pages(host, {
      viewType: 'verbatim.query',
      bundle: 'query',
      icon: 'question',
      open: (key, page) => this.open(key, page),
    });
  }

  dispose(): void {
    this.pages.dispose();
  }

  /** Shows the page of a study, with a question where one is asked. */
  async show(opened: OpenStudy, asked?: AskedQuestion): Promise<QueryContent | undefined> {
    const page = await this.pages.show(JSON.stringify({ root: opened.root.toString() }), columnBesideText());
    if (asked !== undefined) page?.content?.ask(asked);
    return page?.content;
  }

  private async open(key: string, page: Page<ToPage, FromPage>) {
    const named = parseStudyKey(key);
    const opened = named && (await studyOfKey(this.services.studies, named));
    if (opened === undefined) return undefined;
    const content = new QueryContent(opened, page, this.services);
    return { title: vscode.l10n.t('Ask the Data'), content };
  }
}
