import * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';
import type { AskedQuestion, FromPage, ToPage } from '../../webview/query/protocol.js';
import type { PageHost } from '../pages/pages.js';
import { columnBesideText } from '../pages/studyKey.js';
import { StudyPages } from '../pages/studyPages.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { QueryContent, QueryServices } from './content.js';

/** The open pages of questions, at most one for each study. */
export class QueryPages implements Disposable {
  private readonly pages: StudyPages<ToPage, FromPage, QueryContent>;

  constructor(services: QueryServices, host: PageHost) {
    this.pages = new StudyPages(host, services.studies, {
      viewType: 'verbatim.query',
      bundle: 'query',
      icon: 'question',
      title: vscode.l10n.t('Ask the Data'),
      contentOf: async (opened, page) => {
        const { QueryContent } = await import('./content.js');
        return new QueryContent(opened, page, services);
      },
    });
  }

  dispose(): void {
    this.pages.dispose();
  }

  /** Shows the page of a study, with a question where one is asked. */
  async show(opened: OpenStudy, asked?: AskedQuestion): Promise<QueryContent | undefined> {
    const page = await this.pages.show(opened, columnBesideText());
    if (asked !== undefined) page?.content?.ask(asked);
    return page?.content;
  }
}
