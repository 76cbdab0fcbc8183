import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../../webview/quote/protocol.js';
import { Disposables } from '../common/disposables.js';
import type { PageHost } from '../pages/pages.js';
import { columnBesideText } from '../pages/studyKey.js';
import { StudyPages } from '../pages/studyPages.js';
import type { Corpora } from '../study/corpora.js';
import type { OpenStudy } from '../study/openStudy.js';
import { LastManuscript } from './lastManuscript.js';
import { QuoteMemory } from './memory.js';
import type { QuoteContent } from './quoteContent.js';
import type { QuoteServices } from './services.js';
import type { QuoteSource } from './source.js';

/** The open pages on which quotations are made, at most one for each study. */
export class QuotePages implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly pages: StudyPages<ToPage, FromPage, QuoteContent>;
  private readonly kept: { readonly memory: QuoteMemory; readonly last: LastManuscript };

  constructor(services: QuoteServices, host: PageHost, corpora: Corpora, memory: vscode.Memento) {
    this.kept = { memory: new QuoteMemory(memory), last: this.disposables.add(new LastManuscript(services.studies)) };
    this.pages = this.disposables.add(
      new StudyPages<ToPage, FromPage, QuoteContent>(host, services.studies, {
        viewType: 'verbatim.quote',
        bundle: 'quote',
        icon: 'quote',
        title: vscode.l10n.t('Quote'),
        contentOf: async (opened, page) => {
          const { QuoteContent } = await import('./quoteContent.js');
          return new QuoteContent(opened, corpora.of(opened), page, services, this.kept);
        },
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Shows the page of a study with something to quote. */
  async show(opened: OpenStudy, source: QuoteSource): Promise<QuoteContent | undefined> {
    // Kept first: the page asks for it as soon as it is there.
    await this.kept.memory.keep(opened, { source });
    const page = await this.pages.show(opened, columnBesideText());
    await page?.content?.quote(source);
    return page?.content;
  }
}
