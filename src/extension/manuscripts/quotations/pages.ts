import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../../../webview/quotations/protocol.js';
import { type PageHost, Pages } from '../../pages/pages.js';
import { columnBesideText, keyOfStudy, parseStudyKey, studyOfKey } from '../../pages/studyKey.js';
import type { Corpora } from '../../study/corpora.js';
import type { OpenStudy } from '../../study/openStudy.js';
import type { Studies } from '../../study/studies.js';
import type { ManuscriptChecks } from '../manuscriptChecks.js';
import type { QuotationsContent } from './content.js';

/** The open pages of quotations, at most one for each manuscript. */
export class QuotationsPages implements vscode.Disposable {
  private readonly pages: Pages<ToPage, FromPage, QuotationsContent>;

  constructor(studies: Studies, corpora: Corpora, checks: ManuscriptChecks, host: PageHost) {
    this.pages = new Pages<ToPage, FromPage, QuotationsContent>(host, {
      viewType: 'verbatim.quotations',
      bundle: 'quotations',
      icon: 'quote',
      open: async (key, page) => {
        const named = parseStudyKey(key);
        const opened = named && (await studyOfKey(studies, named));
        const path = named?.manuscript;
        if (opened === undefined || typeof path !== 'string') return undefined;
        const { QuotationsContent } = await import('./content.js');
        const content = new QuotationsContent(opened, path, checks, corpora.of(opened), page);
        return { title: vscode.l10n.t('Quotations'), content };
      },
    });
  }

  dispose(): void {
    this.pages.dispose();
  }

  /** Shows the page of a manuscript. */
  async show(opened: OpenStudy, manuscript: string): Promise<QuotationsContent | undefined> {
    return (await this.pages.show(keyOfStudy(opened, { manuscript }), columnBesideText()))?.content;
  }
}
