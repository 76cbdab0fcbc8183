import * as vscode from 'vscode';
import type { Disposable } from '../../core/ports.js';
import type { LifeSubject } from '../../core/review/life.js';
import type { FromPage, PictureFormat, ToPage } from '../../webview/history/protocol.js';
import { Disposables } from '../common/disposables.js';
import type { Host } from '../host.js';
import type { Page } from '../pages/page.js';
import { type PageHost, Pages } from '../pages/pages.js';
import { parseStudyKey, studyOfKey } from '../pages/studyKey.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { HistoryContent, HistoryLinks } from './historyContent.js';
import type { HistoryReader } from './historyReader.js';

/** Names what a page shows, in a form that outlives the window. */
interface PageKey {
  /** Address of the study's folder. */
  readonly root: string;
  /** Missing: the timeline of the study. */
  readonly kind?: LifeSubject['kind'];
  readonly id?: string;
}

/** The open pages of the history: at most one timeline for each study, and one life for each code, theme and coding. */
export class HistoryPages implements Disposable {
  private readonly disposables = new Disposables();
  private readonly pages: Pages<ToPage, FromPage, HistoryContent>;
  private reader: HistoryReader | undefined;
  private readonly links: HistoryLinks = {
    life: (opened, subject) => this.showLife(opened, subject),
    timeline: async opened => void (await this.showTimeline(opened)),
  };

  constructor(
    private readonly studies: Studies,
    private readonly host: Host,
    pageHost: PageHost,
  ) {
    this.pages = this.disposables.add(
      new Pages(pageHost, {
        viewType: 'verbatim.history',
        bundle: 'history',
        icon: 'history',
        open: (key, page) => this.open(key, page),
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Shows the timeline of a study. */
  async showTimeline(opened: OpenStudy): Promise<HistoryContent | undefined> {
    return (await this.pages.show(keyOf({ root: opened.root.toString() })))?.content;
  }

  /** Shows the life of a code, theme or coding. */
  async showLife(opened: OpenStudy, { kind, id }: LifeSubject): Promise<void> {
    await this.pages.show(keyOf({ root: opened.root.toString(), kind, id }));
  }

  /** Saves the picture of the timeline; answers where it is. */
  async exportTimeline(opened: OpenStudy, format: PictureFormat, target?: vscode.Uri): Promise<vscode.Uri | undefined> {
    return (await this.showTimeline(opened))?.draw(format, target);
  }

  private async open(key: string, page: Page<ToPage, FromPage>) {
    const named = parseKey(key);
    const opened = named && (await studyOfKey(this.studies, named));
    if (named === undefined || opened === undefined) return undefined;
    const { kind, id } = named;
    const scope = kind === undefined || id === undefined ? {} : { subject: { kind, id } };
    const { HistoryContent, HistoryReader } = await import('./loaded.js');
    this.reader ??= new HistoryReader(this.host);
    const content = new HistoryContent(opened, scope, page, this.reader, this.studies, this.links);
    const title =
      scope.subject === undefined
        ? vscode.l10n.t('Timeline')
        : kind === 'coding'
          ? vscode.l10n.t('History of a Coding')
          : vscode.l10n.t('History: {0}', opened.study.titleOf(id ?? ''));
    return { title, content };
  }
}

function keyOf(key: PageKey): string {
  return JSON.stringify(key);
}

const KINDS = ['code', 'theme', 'coding'] as const;

function parseKey(key: string): PageKey | undefined {
  const named = parseStudyKey(key);
  if (named === undefined) return undefined;
  const kind = KINDS.find(one => one === named.kind);
  return kind === undefined || typeof named.id !== 'string'
    ? { root: named.root }
    : { root: named.root, kind, id: named.id };
}
