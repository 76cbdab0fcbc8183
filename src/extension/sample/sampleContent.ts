import * as vscode from 'vscode';
import { formatQuery } from '../../core/analysis/query/format.js';
import { readSample } from '../../core/analysis/sample/readSample.js';
import type { Sample } from '../../core/analysis/sample/sample.js';
import { sampleStatements } from '../../core/analysis/sample/statement.js';
import type { Cancellation } from '../../core/ports.js';
import { transcriptName } from '../../core/study/layout.js';
import type { FromPage, ToPage } from '../../webview/sample/protocol.js';
import { Disposables } from '../common/disposables.js';
import { columnBeside } from '../excerpts/besidePage.js';
import { Command } from '../ids.js';
import type { Page, PageContent } from '../pages/page.js';
import type { CorpusOfStudy } from '../study/corpora.js';
import type { OpenStudy } from '../study/openStudy.js';
import { type SampleTarget, saveSample } from './saveSample.js';
import { shownTables } from './shownTables.js';
import { adviceOn, apartFrom, notesOn, nothingTexts, sampleTexts } from './texts.js';
import { sampleWords } from './words.js';

/** How often the page hears how far reading has come. Milliseconds. */
const PROGRESS_EVERY = 200;

/** The sample of one study as its page sees it; counted again whenever the study changes. */
export class SampleContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly texts = sampleTexts();
  /** The reading for the page that is going on; the next one stops it. */
  private reading = { cancelled: false };
  /** A person stopped reading: what is missing is read when they ask for it. */
  private isStopped = false;
  private sample: Sample | undefined;
  /** What was hidden when that was read. */
  private hidden = '';

  constructor(
    private readonly opened: OpenStudy,
    private readonly corpus: CorpusOfStudy,
    private readonly page: Page<ToPage, FromPage>,
  ) {
    this.disposables.add(
      corpus,
      corpus.onDidChange(() => page.refresh()),
    );
  }

  dispose(): void {
    this.reading.cancelled = true;
    this.disposables.dispose();
  }

  async state(): Promise<ToPage> {
    const sample = await this.current();
    if (sample.sessions.length === 0 && sample.complete) return { type: 'nothing', ...nothingTexts() };
    const words = sampleWords();
    return {
      type: 'state',
      title: vscode.l10n.t('Sample of “{0}”', this.opened.name),
      statements: sampleStatements(sample, words),
      notes: notesOn(sample),
      advice: adviceOn(sample),
      tables: shownTables(sample, words),
      apart: apartFrom(sample),
      isComplete: sample.complete,
      texts: this.texts,
    };
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return;
      case 'open':
        if (message.table === 'people') await this.ask(message.row);
        else if (message.table === 'sessions') await this.openSession(message.row);
        return;
      case 'save':
        await this.save({ format: message.format });
        return;
      case 'cancel':
        this.isStopped = true;
        this.reading.cancelled = true;
        return;
      case 'readAll':
        this.isStopped = false;
        this.page.refresh();
    }
  }

  /** Saves the sample as it is now, whole; answers where it is, or undefined where nothing was saved. */
  async save(target: SampleTarget): Promise<vscode.Uri | undefined> {
    return saveSample(this.opened, await this.read({ cancelled: false }), target);
  }

  /** What the page shows. What was read until a person stopped it stays, unless other work is hidden since. */
  private async current(): Promise<Sample> {
    const { hidden } = this.opened;
    if (this.isStopped && this.sample !== undefined && hidden === this.hidden) return this.sample;
    this.isStopped = false;
    this.reading.cancelled = true;
    const reading = { cancelled: false };
    this.reading = reading;
    const sample = await this.read(reading);
    if (this.reading !== reading) return sample;
    this.sample = sample;
    this.hidden = hidden;
    return sample;
  }

  private async read(reading: Cancellation): Promise<Sample> {
    let told = 0;
    const progress = (done: number, total: number): void => {
      const now = Date.now();
      if (now - told < PROGRESS_EVERY || reading.cancelled) return;
      told = now;
      const text = vscode.l10n.t('Reading the transcripts: {0} of {1}', done, total);
      const cancel = vscode.l10n.t('Cancel');
      void this.page.panel.webview.postMessage({ type: 'reading', text, cancel } satisfies ToPage);
    };
    return readSample(this.opened.seen, await this.corpus.read(progress, reading));
  }

  /** Asks for what a person says in all excerpts. */
  private async ask(id: string): Promise<void> {
    if (!this.sample?.people.some(person => person.id === id)) return;
    const query = formatQuery({ is: 'term', field: 'participant', value: id });
    await vscode.commands.executeCommand(Command.askData, { query });
  }

  private async openSession(first: string): Promise<void> {
    const { transcripts = [] } = this.sample?.sessions.find(session => session.transcripts[0] === first) ?? {};
    const choices = transcripts.map(path => ({ label: transcriptName(path), description: path, path }));
    const placeHolder = vscode.l10n.t('The session has several transcripts. Open which one?');
    const chosen = choices.length > 1 ? await vscode.window.showQuickPick(choices, { placeHolder }) : choices[0];
    if (chosen === undefined) return;
    const uri = this.opened.uri(chosen.path);
    await vscode.window.showTextDocument(uri, { viewColumn: columnBeside(this.page.panel, uri) });
  }
}
