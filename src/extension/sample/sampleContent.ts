import * as vscode from 'vscode';
import { formatQuery } from '../../core/analysis/query/format.js';
import { relevanceOf } from '../../core/analysis/relevance.js';
import { readSample } from '../../core/analysis/sample/readSample.js';
import type { Sample } from '../../core/analysis/sample/sample.js';
import { sampleStatements } from '../../core/analysis/sample/statement.js';
import { publicCorpus } from '../../core/report/disclosure/publicCorpus.js';
import { publicSample } from '../../core/report/disclosure/publicSample.js';
import { transcriptName } from '../../core/study/layout.js';
import type { FromPage, ToPage } from '../../webview/sample/protocol.js';
import { Disposables } from '../common/disposables.js';
import { inTurns, takingTurns } from '../common/turns.js';
import { columnBeside } from '../excerpts/besidePage.js';
import { Command } from '../ids.js';
import { CorpusReading } from '../pages/corpusReading.js';
import type { Page, PageContent } from '../pages/page.js';
import type { CorpusOfStudy } from '../study/corpora.js';
import type { OpenStudy } from '../study/openStudy.js';
import { type SampleTarget, saveSample } from './saveSample.js';
import { shownTables } from './shownTables.js';
import { adviceOn, apartFrom, notesOn, nothingTexts, sampleTexts } from './texts.js';
import { sampleWords } from './words.js';

/** The sample of one study as its page sees it; counted again whenever the study changes. */
export class SampleContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly texts = sampleTexts();
  private readonly reading: CorpusReading;
  /** What the page shows. */
  private sample: Sample | undefined;

  constructor(
    private readonly opened: OpenStudy,
    private readonly corpus: CorpusOfStudy,
    private readonly page: Page<ToPage, FromPage>,
  ) {
    this.reading = new CorpusReading(corpus, page);
    this.disposables.add(
      corpus,
      this.reading,
      corpus.onDidChange(() => page.refresh()),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  async state(): Promise<ToPage> {
    const pause = takingTurns();
    const sample = await readSample(this.opened.seen, await this.reading.read(), { pause });
    this.sample = sample;
    if (sample.sessions.length === 0 && sample.complete) return { type: 'nothing', ...nothingTexts() };
    const words = sampleWords();
    await pause();
    const tables = shownTables(sample, words);
    await pause();
    return {
      type: 'state',
      title: vscode.l10n.t('Sample of “{0}”', this.opened.name),
      statements: sampleStatements(sample, words),
      notes: notesOn(sample),
      advice: adviceOn(sample),
      tables,
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
        this.reading.stop();
        return;
      case 'readAll':
        this.reading.goOn();
        this.page.refresh();
    }
  }

  /** Saves the sample as it is now, whole; answers where it is, or undefined where nothing was saved. */
  async save(target: SampleTarget): Promise<vscode.Uri | undefined> {
    const { seen } = this.opened;
    const corpus = await this.corpus.read();
    const smallestCell = corpus.study.config.disclosure?.smallestCell ?? 0;
    const isUnread = (path: string): boolean => relevanceOf(seen, path) === 'unread';
    const open = await inTurns(publicCorpus(corpus));
    const sample = await inTurns(publicSample(open, corpus, smallestCell, isUnread));
    return saveSample(this.opened, sample, target);
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
