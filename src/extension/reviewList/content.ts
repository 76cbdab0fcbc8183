import * as vscode from 'vscode';
import { ElsewhereSearch } from '../../core/analysis/elsewhere.js';
import { type ReviewList, type ReviewProgress, ReviewReader } from '../../core/analysis/reviewList.js';
import { isMemo, transcriptName } from '../../core/study/layout.js';
import type { FromPage, ListState, PlaceName, ToPage } from '../../webview/review/protocol.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { PROGRESS_EVERY } from '../common/progressPace.js';
import { announce } from '../common/report.js';
import { takingTurns } from '../common/turns.js';
import { Command } from '../ids.js';
import type { Page, PageContent } from '../pages/page.js';
import type { Flash } from '../reveal/flash.js';
import type { OpenStudy } from '../study/openStudy.js';
import { ReviewChoices } from './choices.js';
import type { HandSearch } from './handSearch.js';
import { LookElsewhere } from './lookElsewhere.js';
import type { ReviewServices } from './services.js';
import { showPlace } from './showPlace.js';
import { reviewTexts } from './texts.js';

/** Several changes in one go redraw the page once; typing in a transcript does once it pauses. Milliseconds. */
const PAUSE = 50;
const TYPING_PAUSE = 400;
/** After so long the page shows what has been read so far. Milliseconds. */
const SHOW_AFTER = 300;

/** Names what a page shows, in a form that outlives the window. */
export interface PageKey {
  /** Address of the study's folder. */
  readonly root: string;
  /** Path of the only transcript that is looked at; missing: all of the study. */
  readonly transcript?: string;
}

/** What all pages have in common. */
export interface SharedByPages {
  readonly byHand: HandSearch;
  readonly flash: Flash;
  /** Shows the page of a whole study. */
  showAll(opened: OpenStudy): Promise<void>;
}

/** What stands behind a page of passages to review. */
export class ReviewContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly elsewhere: ElsewhereSearch;
  private readonly reader: ReviewReader;
  private readonly choices: ReviewChoices;
  private readonly texts = reviewTexts();
  private readonly steps = new Map<string, number>();
  private readonly expanded = new Set<string>();
  private list: ReviewList | undefined;
  /** The reading that is going on; the next one, or a person, stops it. */
  private reading = { cancelled: false };
  private readonly search: LookElsewhere;
  /** Id of the coding or note that was asked for. */
  private goTo: string | undefined;

  constructor(
    private readonly opened: OpenStudy,
    private readonly key: PageKey,
    private readonly page: Page<ToPage, FromPage>,
    private readonly services: ReviewServices,
    private readonly shared: SharedByPages,
  ) {
    this.elsewhere = new ElsewhereSearch(opened.seen);
    this.reader = new ReviewReader(opened.seen, this.elsewhere);
    this.choices = new ReviewChoices(opened, services.history, this.reader);
    this.search = this.disposables.add(
      new LookElsewhere(this.elsewhere, {
        progress: progress => page.tell({ type: 'searching', texts: this.texts, ...progress }),
        ended: () => page.refresh(),
      }),
    );
    const soon = this.disposables.add(new Delayed(() => page.refresh(), PAUSE));
    const typed = this.disposables.add(new Delayed(() => page.refresh(), TYPING_PAUSE));
    this.disposables.add(
      services.studies.onDidChange(change => {
        if (change.opened !== opened || (change.paths.length > 0 && change.paths.every(isMemo))) return;
        this.forget(change.paths);
        soon.trigger();
      }),
      // What is typed in a transcript counts before it is saved.
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const path = contentChanges.length > 0 ? opened.transcriptPath(document) : undefined;
        if (path === undefined) return;
        this.forget([path]);
        typed.trigger();
      }),
      page.panel.onDidChangeViewState(() => {
        if (!page.panel.visible) this.search.pause();
      }),
    );
  }

  dispose(): void {
    this.reading.cancelled = true;
    this.disposables.dispose();
  }

  /** Lets the page go to a coding or note. */
  reveal(id: string): void {
    this.goTo = id;
    this.page.refresh();
  }

  async state(): Promise<ToPage> {
    this.reading.cancelled = true;
    const reading = { cancelled: false };
    this.reading = reading;
    let told = Date.now();
    // What is on the page stays until all is read; where there is nothing yet, the first entries show as soon as may be.
    let showAt = this.list === undefined ? told + SHOW_AFTER : Number.POSITIVE_INFINITY;
    const progress: ReviewProgress = (done, total, soFar) => {
      const now = Date.now();
      if (reading !== this.reading || done === total) return;
      if (now >= showAt) {
        const list = soFar();
        if (list.entries.length === 0) return;
        [told, showAt] = [now, Number.POSITIVE_INFINITY];
        void this.page.post({ ...this.stateOf(list), reading: { done, total } });
      } else if (now - told >= PROGRESS_EVERY) {
        told = now;
        this.page.tell({ type: 'reading', texts: this.texts, done, total });
      }
    };
    const { steps, expanded } = this;
    const wish = { transcript: this.key.transcript, me: this.services.coder.name, steps, expanded };
    const list = await this.reader.read(wish, progress, { cancellation: reading, pause: takingTurns() });
    // A newer reading goes on meanwhile: what it will say counts.
    if (reading === this.reading) this.list = list;
    if (list.complete) this.search.begin(this.reader.lost());
    if (list.complete && this.goTo !== undefined && this.keyOf(list) === undefined) {
      this.goTo = undefined;
      announce(vscode.l10n.t('$(pass) This passage has its place: there is nothing to review.'));
    }
    return this.stateOf(list);
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'take':
        return this.decide([message.key], () => this.choices.take(message.key, message.place));
      case 'confirm':
        return this.decide(message.keys, () => this.choices.confirm(message.keys));
      case 'keep':
      case 'again':
      case 'remove':
        return this.decide([message.key], () => this.choices[message.type](message.key));
      case 'open':
        return this.open(message.key, message.place, message.stay);
      case 'byHand':
        return this.lookByHand(message.key);
      case 'widen':
        this.steps.set(message.key, message.step);
        return this.page.refresh();
      case 'more':
        this.expanded.add(message.key);
        return this.page.refresh();
      case 'undo':
      case 'redo':
        await vscode.commands.executeCommand(Command[message.type]);
        return;
      case 'stop':
        this.reading.cancelled = true;
        return;
      case 'stopSearch':
        return this.search.stop();
      case 'readOn':
        return this.page.refresh();
      case 'searchOn':
        this.search.goOn();
        return this.page.refresh();
      case 'all':
        return this.shared.showAll(this.opened);
      case 'arrived':
        this.goTo = undefined;
    }
  }

  /** Carries a choice out; what is refused is said, and the page shows how things are. */
  private async decide(keys: readonly string[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } finally {
      await this.page.post({ type: 'answered', keys });
      this.page.refresh();
    }
  }

  private async open(key: string, place: PlaceName | undefined, stay: boolean): Promise<void> {
    const found = await this.choices.whereToLook(key, place);
    if (found !== undefined)
      await showPlace(this.opened, this.page.panel, found, { keepFocus: stay, flash: this.shared.flash });
  }

  private async lookByHand(key: string): Promise<void> {
    const record = this.reader.record(key)?.record;
    const found = await this.choices.whereToLook(key, this.list?.entries.find(one => one.key === key)?.places[0]);
    if (record === undefined || found === undefined) return;
    await showPlace(this.opened, this.page.panel, found, { keepFocus: false, flash: this.shared.flash });
    const { opened, page } = this;
    this.shared.byHand.begin({ opened, record, name: this.choices.nameOf(key), goBack: () => page.panel.reveal() });
  }

  private forget(paths: readonly string[]): void {
    this.reader.forget(paths);
    this.elsewhere.forget(paths);
  }

  private stateOf(list: ReviewList): ListState {
    const me = this.services.coder.name;
    const { transcript } = this.key;
    const asked = this.keyOf(list);
    const { state: search } = this.search;
    return {
      type: 'list',
      texts: this.texts,
      list,
      ...(me === undefined ? {} : { me }),
      ...(transcript === undefined ? {} : { only: transcriptName(transcript) }),
      ...(search === undefined ? {} : { search }),
      ...(asked === undefined ? {} : { goTo: asked }),
    };
  }

  /** The key of what was asked for. */
  private keyOf({ entries }: ReviewList): string | undefined {
    return this.goTo === undefined ? undefined : entries.find(({ id }) => id === this.goTo)?.key;
  }
}
