import * as vscode from 'vscode';
import { assertTitlesMayLeave } from '../../core/report/disclosure/codebookText.js';
import { decisionsOf } from '../../core/review/decisions.js';
import type { StudyHistory } from '../../core/review/historyModel.js';
import { type LifeSubject, lifeOf } from '../../core/review/life.js';
import { storyOf } from '../../core/review/story.js';
import { structureAt } from '../../core/review/structureMarks.js';
import { timelineOf } from '../../core/review/timeline.js';
import { shorten } from '../../core/text/shorten.js';
import type { FromPage, PictureFormat, ToPage } from '../../webview/history/protocol.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { progressPace } from '../common/progressPace.js';
import { watchVersions } from '../common/watchVersions.js';
import type { Page, PageContent } from '../pages/page.js';
import { PagePicture } from '../pages/pagePicture.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { HistoryReader } from './historyReader.js';
import { openVersion } from './openVersion.js';
import { historyTexts, nothingTexts, seriesNames, unknownTexts } from './texts.js';

/** Several changes in one go are looked at once. Milliseconds. */
const PAUSE = 300;
/** How much of a quote is shown, in code points. */
const QUOTE_SHOWN = 160;

/** What a page shows: the timeline of a study, or the life of something in it. */
export interface HistoryScope {
  readonly subject?: LifeSubject;
}

/** Where a page leads to. */
export interface HistoryLinks {
  life(opened: OpenStudy, subject: LifeSubject): Promise<void>;
  timeline(opened: OpenStudy): Promise<void>;
}

/** What stands behind a page of the history. */
export class HistoryContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly texts = historyTexts();
  private history: StudyHistory | undefined;
  /** Of the themes that the timeline shows. */
  private titles: readonly string[] = [];
  /** The reading that is going on; the next one stops it. */
  private reading = { cancelled: false };
  private readonly picture: PagePicture;

  constructor(
    private readonly opened: OpenStudy,
    private readonly scope: HistoryScope,
    private readonly page: Page<ToPage, FromPage>,
    private readonly reader: HistoryReader,
    studies: Studies,
    private readonly links: HistoryLinks,
  ) {
    this.picture = new PagePicture(opened, timelinePicture());
    const soon = this.disposables.add(new Delayed(() => page.refresh(), PAUSE));
    this.disposables.add(
      studies.onDidChange(change => change.opened === opened && soon.trigger()),
      watchVersions(() => soon.trigger(), { staged: false }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => soon.trigger()),
    );
  }

  dispose(): void {
    this.reading.cancelled = true;
    this.picture.giveUp();
    this.disposables.dispose();
  }

  async state(): Promise<ToPage> {
    this.reading.cancelled = true;
    const reading = { cancelled: false };
    this.reading = reading;
    const isDue = progressPace(true);
    const progress = (done: number, total: number): void => {
      if (reading.cancelled || !isDue()) return;
      const text = vscode.l10n.t('Reading the history: {0} of {1} versions', done, total);
      this.page.tell({ type: 'reading', text });
    };
    const { opened, scope, texts } = this;
    const now = await this.reader.read(opened, progress, reading);
    // A newer reading goes on meanwhile: what it will say counts.
    if (now === undefined) return { type: 'reading', text: '' };
    if (now.is === 'none') {
      this.history = undefined;
      return { type: 'nothing', ...nothingTexts(now.why) };
    }
    const { history, lives } = now;
    this.history = history;
    const { isCutOff } = history;
    const { subject } = scope;
    if (subject === undefined) {
      const timeline = timelineOf(history, lives, seriesNames());
      this.titles = timeline.themes.map(({ label }) => label);
      return { type: 'timeline', title: opened.name, timeline, now: Date.now(), isCutOff, texts };
    }
    const life = lifeOf(history, subject, decisionsOf(opened.seen), lives);
    if (life === undefined) return { type: 'nothing', ...unknownTexts(opened.study.titleOf(subject.id)) };
    return { type: 'life', life, isCutOff, texts };
  }

  async receive(message: FromPage): Promise<void> {
    const { history, opened } = this;
    switch (message.type) {
      case 'choose':
        return this.sendDetails(message.version);
      case 'open':
        if (history !== undefined) await openVersion(opened, history, message.version, message.key);
        return;
      case 'life':
        return this.links.life(opened, { kind: message.kind, id: message.id });
      case 'showTimeline':
        return this.links.timeline(opened);
      case 'save':
        await this.draw(message.format, undefined);
        return;
      case 'picture':
        return this.picture.save(message.format, message.bytes);
      case 'failed':
        this.picture.giveUp();
        throw new Error(message.message);
    }
  }

  /** Asks the page for its picture and saves it; answers where it is, or undefined where nothing was saved. */
  draw(format: PictureFormat, target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
    const ask = async (): Promise<boolean> => {
      // Where the state says why there is no history, there is no picture.
      await this.page.loaded();
      if (this.history === undefined) return false;
      assertTitlesMayLeave(this.opened.study, this.opened.name, this.titles);
      await this.page.post({ type: 'draw', format });
      return true;
    };
    return this.picture.draw(ask, target);
  }

  private async sendDetails(version: number): Promise<void> {
    const at = this.history?.versions[version];
    if (this.history === undefined || at === undefined) return;
    const story = storyOf(at).map(({ text, quote, by, told }) => ({
      text,
      ...(quote === undefined ? {} : { quote: shorten(quote, QUOTE_SHOWN) }),
      // Who saved the version stands in the table.
      ...(by === undefined || by === at.commit?.author ? {} : { by }),
      key: told[0]?.key ?? '',
    }));
    const structure = structureAt(this.history, version);
    await this.page.post({ type: 'details', version, story, structure });
  }
}

const timelinePicture = () => ({
  suffix: 'timeline',
  title: vscode.l10n.t('Save the Timeline'),
  saved: (name: string) => vscode.l10n.t('$(check) The timeline is saved as {0}.', name),
});
