import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../../webview/quote/protocol.js';
import { Disposables } from '../common/disposables.js';
import { type PageHost, Pages } from '../pages/pages.js';
import { columnBesideText, parseStudyKey, studyOfKey } from '../pages/studyKey.js';
import type { Corpora } from '../study/corpora.js';
import type { OpenStudy } from '../study/openStudy.js';
import { LastManuscript } from './lastManuscript.js';
import { QuoteMemory } from './memory.js';
import { QuoteContent } from './quoteContent.js';
import type { QuoteServices } from './services.js';
import type { QuoteSource } from './source.js';

/** The open pages on which quotations are made, at most one for each study. */
export class QuotePages implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly pages: Pages<ToPage, FromPage, QuoteContent>;
  private readonly kept: { readonly memory: QuoteMemory; readonly last: LastManuscript };

  constructor(services: QuoteServices, host: PageHost, corpora: Corpora, memory: vscode.Memento) {
    this.kept = { memory: new QuoteMemory(memory), last: this.disposables.add(new LastManuscript(services.studies)) };
    this.pages = this.disposables.add(
      new Pages<ToPage, FromPage, QuoteContent>(host, {
        viewType: 'verbatim.quote',
        bundle: 'quote',
        icon: 'quote',
        open: async (key, page) => {
          const named = parseStudyKey(key);
          const opened = named && (await studyOfKey(services.studies, named));
          if (opened === undefined) return undefined;
          const content = new QuoteContent(opened, corpora.of(opened), page, services, this.kept);
          return { title: vscode.l10n.t('Quote'), content };
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
    const page = await this.pages.show(JSON.stringify({ root: opened.root.toString() }), columnBesideText());
    await page?.content?.quote(source);
    return page?.content;
  }
}
