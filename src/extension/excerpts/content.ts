import * as vscode from 'vscode';
import { countCodings } from '../../core/analysis/codeUse.js';
import { type ExcerptList, ExcerptReader, type ReadingProgress } from '../../core/analysis/excerptList.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { colorOf } from '../../core/codebook/colors.js';
import { applied, packSorting, unpackSorting } from '../../core/coding/sorting.js';
import { type NamedMemos, NO_MEMOS, namedMemos } from '../../core/memos/named.js';
import { CODEBOOK_FILE, isMemo } from '../../core/study/layout.js';
import type { FromPage, ListState, ToPage } from '../../webview/excerpts/protocol.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { PROGRESS_EVERY } from '../common/progressPace.js';
import { Command } from '../ids.js';
import type { Page, PageContent } from '../pages/page.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { EntryNode } from '../themes/nodes.js';
import { applySplit } from './applySplit.js';
import { columnBeside, revealBeside } from './besidePage.js';
import { ChangeExcerpts } from './changeExcerpts.js';
import { contextOfExcerpt } from './contextOfExcerpt.js';
import type { Drafts } from './drafts.js';
import type { LastGrouping } from './lastGrouping.js';
import { makeExample } from './makeExample.js';
import type { ExcerptServices } from './services.js';
import { excerptTexts } from './texts.js';

/** Several changes in one go redraw the page once. Milliseconds. */
const PAUSE = 50;
/** After so long the page shows what has been read so far. Milliseconds. */
const SHOW_AFTER = 300;

/** Names a code or theme of a study, in a form that outlives the window. */
export interface PageKey {
  /** Address of the study's folder. */
  readonly root: string;
  /** Id of the code or theme, as it was when the page was opened. */
  readonly code: string;
}

/** What is kept from page to page. */
export interface KeptForPages {
  readonly drafts: Drafts;
  readonly grouping: LastGrouping;
}

/** The excerpts of one code or theme, and the sorting of them: what stands behind one page. */
export class ExcerptsContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly reader: ExcerptReader;
  private readonly texts = excerptTexts();
  private list: ExcerptList | undefined;
  /** The reading that is going on; the next one, or a person, stops it. */
  private reading = { cancelled: false };
  private begin = false;
  private readonly change: ChangeExcerpts;

  constructor(
    private readonly opened: OpenStudy,
    private readonly key: PageKey,
    private readonly page: Page<ToPage, FromPage>,
    private readonly services: ExcerptServices,
    private readonly kept: KeptForPages,
  ) {
    this.reader = new ExcerptReader(opened.seen);
    this.change = new ChangeExcerpts(opened, services);
    const soon = this.disposables.add(new Delayed(() => page.refresh(), PAUSE));
    this.disposables.add(
      services.studies.onDidChange(change => {
        if (change.opened !== opened) return;
        this.reader.forget(change.paths);
        const all = change.paths.length === 0 || this.list === undefined;
        const isConcerned = all || ExcerptReader.concerns(change.paths, this.list as ExcerptList);
        if (isConcerned || change.paths.some(isMemo)) soon.trigger();
      }),
    );
  }

  dispose(): void {
    this.reading.cancelled = true;
    this.disposables.dispose();
  }

  /** The code or theme as it is now. */
  get entry(): CodebookEntry | undefined {
    return this.opened.study.entry(this.key.code);
  }

  /** Lets the page begin to sort. */
  sort(): void {
    this.begin = true;
    this.page.refresh();
  }

  async state(): Promise<ToPage> {
    this.reading.cancelled = true;
    const { entry, texts } = this;
    if (entry === undefined) return { type: 'gone', texts };
    this.page.panel.title = entry.title;
    const reading = { cancelled: false };
    this.reading = reading;
    let told = Date.now();
    // What is on the page stays until all is read; where there is nothing yet, the first excerpts show as soon as may be.
    let showAt = this.list === undefined ? told + SHOW_AFTER : Number.POSITIVE_INFINITY;
    const progress: ReadingProgress = (done, total, soFar) => {
      const now = Date.now();
      if (reading !== this.reading || done === total) return;
      if (now >= showAt) {
        this.list = soFar();
        if (this.list.excerpts.length === 0) return;
        [told, showAt] = [now, Number.POSITIVE_INFINITY];
        void this.page.post({ ...this.stateOf(entry, this.list, NO_MEMOS), reading: { done, total } });
      } else if (now - told >= PROGRESS_EVERY) {
        told = now;
        this.page.tell({ type: 'reading', texts, done, total });
      }
    };
    this.list = await this.reader.read(entry, progress, reading);
    const ids = new Set(this.list.excerpts.map(({ id }) => id));
    return this.stateOf(entry, this.list, await namedMemos(this.opened.seen, entry, ids));
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'openMemo':
        return this.openMemo(message.path, message.line);
      case 'open':
        return this.open(message.id, message.stay);
      case 'example':
        return makeExample(this.opened, message.id, this.services.history);
      case 'history':
        await vscode.commands.executeCommand(Command.showCodingHistory, { opened: this.opened, id: message.id });
        return;
      case 'remove':
        return this.change.remove(message.ids);
      case 'recode':
        return this.andBack(() => this.change.recode(message.ids));
      case 'evidence':
        return this.andBack(() => this.change.evidence(message.ids));
      case 'addCode':
        return this.andBack(() => this.change.addCode(message.id));
      case 'comment':
        return this.comment(message.id);
      case 'quote':
        await vscode.commands.executeCommand(Command.quote, { opened: this.opened, id: message.id });
        return;
      case 'memo':
        return this.change.memo(message.id, message.text);
      case 'context':
        return this.page.post(await contextOfExcerpt(this.opened.seen, message.id, message.step));
      case 'grouping':
        return this.kept.grouping.keep(message.grouping);
      case 'undo':
      case 'redo':
        await vscode.commands.executeCommand(Command[message.type]);
        return;
      case 'codebook':
        return this.showInCodebook();
      case 'whoSaidIt':
        return this.showWhoSaidIt();
      case 'stop':
        this.reading.cancelled = true;
        return;
      case 'readOn':
        return this.page.refresh();
      case 'begun':
        this.begin = false;
        return;
      case 'sorting':
        await this.kept.drafts.keep(this.draftKey, unpackSorting(message.sorting));
        if (message.sorting === undefined) this.page.refresh();
        return;
      case 'apply':
        return this.apply(message.sorting);
    }
  }

  /** Does what asks something: afterwards the page has the keyboard again. */
  private async andBack(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } finally {
      if (this.page.panel.active) this.page.panel.reveal();
    }
  }

  private get draftKey(): string {
    return JSON.stringify([this.key.root, this.entry?.id ?? this.key.code]);
  }

  private stateOf(entry: CodebookEntry, list: ExcerptList, memos: NamedMemos): ListState {
    const { seen: study } = this.opened;
    const others = study.codebook.entries.filter(other => other.kind === 'code' && other !== entry);
    const sorting = entry.kind === 'code' ? this.kept.drafts.get(this.draftKey) : undefined;
    const me = this.services.coder.name;
    return {
      type: 'list',
      texts: this.texts,
      list,
      memos,
      others: others.map(other => ({
        id: other.id,
        title: other.title,
        color: colorOf(other),
        count: countCodings(study, other),
      })),
      ...(me === undefined ? {} : { me }),
      ...(sorting === undefined ? {} : { sorting: packSorting(sorting) }),
      grouping: this.kept.grouping.value,
      ...(this.begin && entry.kind === 'code' ? { begin: true } : {}),
    };
  }

  private async open(id: string, stay: boolean): Promise<void> {
    const excerpt = this.list?.excerpts.find(one => one.id === id);
    if (excerpt === undefined) return;
    await revealBeside(this.page.panel, { opened: this.opened, transcript: excerpt.transcript, id }, stay);
  }

  private async comment(id: string): Promise<void> {
    const excerpt = this.list?.excerpts.find(one => one.id === id);
    if (excerpt === undefined) return;
    const column = columnBeside(this.page.panel, this.opened.uri(excerpt.transcript));
    await vscode.commands.executeCommand(Command.comment, { opened: this.opened, id }, { column });
  }

  /** Beside the page; the command opens nothing but memos. */
  private async openMemo(path: string, line: number): Promise<void> {
    const uri = this.opened.uri(path);
    const reference = { uri: uri.toString(), line };
    await vscode.commands.executeCommand(Command.openMemo, reference, columnBeside(this.page.panel, uri));
  }

  private async showWhoSaidIt(): Promise<void> {
    const reference = { uri: this.opened.uri(CODEBOOK_FILE).toString(), code: this.entry?.id ?? this.key.code };
    await vscode.commands.executeCommand(Command.showEvidence, reference);
  }

  private async showInCodebook(): Promise<void> {
    const { entry, opened } = this;
    if (entry === undefined) return;
    const node: EntryNode = { kind: 'entry', key: '', opened, entryId: entry.id };
    await vscode.commands.executeCommand(Command.openCodebook, node);
  }

  private async apply(packed: unknown): Promise<void> {
    const sorting = unpackSorting(packed);
    if (sorting === undefined) return;
    try {
      await applySplit(this.opened, this.key.code, sorting, this.services);
      await this.kept.drafts.keep(this.draftKey, applied(sorting));
    } finally {
      // Where it was refused, the page goes on from what is so.
      this.page.refresh();
    }
  }
}
