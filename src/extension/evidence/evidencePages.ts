import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../../webview/evidence/protocol.js';
import { type PageHost, Pages } from '../pages/pages.js';
import { keyOfStudy, parseStudyKey, studyOfKey } from '../pages/studyKey.js';
import type { Corpora } from '../study/corpora.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { EvidenceContent } from './evidenceContent.js';

/** The pages that say who said it, at most one for each theme or code. */
export class EvidencePages implements vscode.Disposable {
  private readonly pages: Pages<ToPage, FromPage, EvidenceContent>;

  constructor(
    private readonly studies: Studies,
    private readonly corpora: Corpora,
    host: PageHost,
  ) {
    this.pages = new Pages(host, {
      viewType: 'verbatim.evidence',
      bundle: 'evidence',
      icon: 'law',
      open: async (key, page) => {
        const named = parseStudyKey(key);
        const opened = named && (await studyOfKey(this.studies, named));
        if (named === undefined || opened === undefined || typeof named.code !== 'string') return undefined;
        const { EvidenceContent } = await import('./evidenceContent.js');
        const content = new EvidenceContent(opened, named.code, this.corpora.of(opened), page);
        return { title: vscode.l10n.t('Who Said It: {0}', opened.study.titleOf(named.code)), content };
      },
    });
  }

  dispose(): void {
    this.pages.dispose();
  }

  /** Shows who said a theme or code. */
  async show(opened: OpenStudy, code: string): Promise<EvidenceContent | undefined> {
    return (await this.pages.show(keyOfStudy(opened, { code })))?.content;
  }
}
