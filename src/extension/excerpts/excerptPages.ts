import type * as vscode from 'vscode';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import type { Sorting } from '../../core/coding/sorting.js';
import type { SplitDone } from '../../core/coding/split.js';
import type { Disposable } from '../../core/ports.js';
import type { FromPage, ToPage } from '../../webview/excerpts/protocol.js';
import type { Page } from '../pages/page.js';
import { type PageHost, Pages } from '../pages/pages.js';
import { columnBesideText, parseStudyKey, studyOfKey } from '../pages/studyKey.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { ExcerptsContent, KeptForPages, PageKey } from './content.js';
import { Drafts } from './drafts.js';
import { LastGrouping } from './lastGrouping.js';
import type { ExcerptServices } from './services.js';

/** The open pages of excerpts, at most one for each code or theme. */
export class ExcerptPages implements Disposable {
  private readonly pages: Pages<ToPage, FromPage, ExcerptsContent>;
  private readonly kept: KeptForPages;

  constructor(
    private readonly services: ExcerptServices,
    host: PageHost,
    memory: vscode.Memento,
  ) {
    this.kept = { drafts: new Drafts(memory), grouping: new LastGrouping(memory) };
    this.pages = new Pages(host, {
      viewType: 'verbatim.excerpts',
      bundle: 'excerpts',
      icon: 'list-selection',
      open: (key, page) => this.open(key, page),
    });
  }

  dispose(): void {
    this.pages.dispose();
  }

  /** Shows the page of a code or theme, beside the text that is open; with `sort`, ready to split the code. */
  async show(opened: OpenStudy, entry: CodebookEntry, { sort }: { sort: boolean }): Promise<void> {
    const key: PageKey = { root: opened.root.toString(), code: entry.id };
    const page = await this.pages.show(JSON.stringify(key), columnBesideText());
    if (sort) page?.content?.sort();
  }

  /** Splits a code as it was sorted, as the page does: one undo, announced. */
  async applySplit(opened: OpenStudy, code: string, sorting: Sorting): Promise<SplitDone> {
    const { applySplit } = await import('./applySplit.js');
    return applySplit(opened, code, sorting, this.services);
  }

  private async open(key: string, page: Page<ToPage, FromPage>) {
    const named = parseKey(key);
    const opened = named && (await studyOfKey(this.services.studies, named));
    if (named === undefined || opened === undefined) return undefined;
    const { ExcerptsContent } = await import('./content.js');
    const content = new ExcerptsContent(opened, named, page, this.services, this.kept);
    return { title: opened.study.titleOf(named.code), content };
  }
}

function parseKey(key: string): PageKey | undefined {
  const named = parseStudyKey(key);
  return named !== undefined && typeof named.code === 'string' ? { root: named.root, code: named.code } : undefined;
}
