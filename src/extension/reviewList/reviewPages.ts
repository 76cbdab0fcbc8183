import * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';
import type { FromPage, ToPage } from '../../webview/review/protocol.js';
import { Disposables } from '../common/disposables.js';
import type { Page } from '../pages/page.js';
import { type PageHost, Pages } from '../pages/pages.js';
import { columnBesideText, parseStudyKey, studyOfKey } from '../pages/studyKey.js';
import { Flash } from '../reveal/flash.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { PageKey, ReviewContent, SharedByPages } from './content.js';
import { HandSearch } from './handSearch.js';
import type { ReviewServices } from './services.js';

/** What a page is to show. */
export interface ReviewScope {
  /** Path of the only transcript; missing: all of the study. */
  readonly transcript?: string;
  /** Id of the coding or note to go to. */
  readonly id?: string;
}

/** The open pages of passages to review, at most one for each study and each transcript. */
export class ReviewPages implements Disposable {
  private readonly disposables = new Disposables();
  private readonly pages: Pages<ToPage, FromPage, ReviewContent>;
  private readonly shared: SharedByPages;

  constructor(
    private readonly services: ReviewServices,
    host: PageHost,
  ) {
    const byHand = this.disposables.add(new HandSearch(services));
    const flash = this.disposables.add(new Flash());
    this.shared = { byHand, flash, showAll: opened => this.show(opened, {}) };
    this.pages = this.disposables.add(
      new Pages(host, {
        viewType: 'verbatim.review',
        bundle: 'review',
        icon: 'checklist',
        open: (key, page) => this.open(key, page),
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Shows what is to be reviewed, beside the text that is open. */
  async show(opened: OpenStudy, { transcript, id }: ReviewScope): Promise<void> {
    const key: PageKey = { root: opened.root.toString(), ...(transcript === undefined ? {} : { transcript }) };
    const page = await this.pages.show(JSON.stringify(key), columnBesideText());
    if (id !== undefined) page?.content?.reveal(id);
  }

  private async open(key: string, page: Page<ToPage, FromPage>) {
    const named = parseKey(key);
    const opened = named && (await studyOfKey(this.services.studies, named));
    if (named === undefined || opened === undefined) return undefined;
    const { ReviewContent } = await import('./loaded.js');
    const content = new ReviewContent(opened, named, page, this.services, this.shared);
    return { title: vscode.l10n.t('Passages to Review'), content };
  }
}

function parseKey(key: string): PageKey | undefined {
  const named = parseStudyKey(key);
  if (named === undefined) return undefined;
  const { root, transcript } = named;
  return { root, ...(typeof transcript === 'string' ? { transcript } : {}) };
}
