import * as vscode from 'vscode';
import type { Cancellation } from '../../core/ports.js';
import type { FigureChoices, FigureFormat, FiguresState, FromPage, ToPage } from '../../webview/figures/protocol.js';
import { Disposables } from '../common/disposables.js';
import { inTurns, takingTurns } from '../common/turns.js';
import { revealBeside } from '../excerpts/besidePage.js';
import { Command } from '../ids.js';
import { CorpusReading } from '../pages/corpusReading.js';
import type { Page, PageContent } from '../pages/page.js';
import { PagePicture } from '../pages/pagePicture.js';
import type { CorpusOfStudy } from '../study/corpora.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { ChosenFigures } from './choices.js';
import { axisChoices, figureData, narrowedBy, transcriptOf } from './figureData.js';
import { leavingFigure } from './leavingFigure.js';
import { figuresTexts } from './texts.js';

/** The pictures of one study as their page sees them; worked out again whenever the study changes. */
export class FiguresContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly texts = figuresTexts();
  private readonly reading: CorpusReading;
  private readonly file: PagePicture;

  constructor(
    private readonly opened: OpenStudy,
    corpus: CorpusOfStudy,
    private readonly chosen: ChosenFigures,
    private readonly page: Page<ToPage, FromPage>,
  ) {
    this.reading = new CorpusReading(corpus, page);
    this.file = new PagePicture(opened, figureFile());
    this.disposables.add(
      corpus,
      this.reading,
      corpus.onDidChange(() => page.refresh()),
    );
  }

  dispose(): void {
    this.file.giveUp();
    this.disposables.dispose();
  }

  async state(cancellation: Cancellation): Promise<FiguresState | undefined> {
    const corpus = await this.reading.read();
    const choices = this.chosen.of(this.opened);
    const { query, problem } = narrowedBy(choices.query, corpus);
    const data = await inTurns(figureData(corpus, choices, query), cancellation);
    if (data === undefined) return undefined;
    await takingTurns()();
    return {
      type: 'state',
      title: this.opened.name,
      choices: { ...choices, transcript: transcriptOf(corpus, choices) },
      axes: axisChoices(corpus),
      transcripts: corpus.transcripts.map(({ path, name }) => ({ value: path, label: name })),
      hasScope: corpus.hasScope,
      data,
      ...(problem === undefined ? {} : { problem }),
      isComplete: corpus.complete,
      texts: this.texts,
    };
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return;
      case 'choose':
        return this.choose(message.choices);
      case 'ask':
        await vscode.commands.executeCommand(Command.askData, { query: message.query, opened: this.opened });
        return;
      case 'reveal':
        return revealBeside(this.page.panel, { ...message, opened: this.opened });
      case 'cancel':
        this.reading.stop();
        return;
      case 'readAll':
        this.reading.goOn();
        this.page.refresh();
        return;
      case 'save':
        await this.draw(message.format, undefined);
        return;
      case 'file':
        return this.file.save(message.format, message.bytes);
      case 'failed':
        this.file.giveUp();
        throw new Error(message.message);
    }
  }

  /** Shows something else. */
  async choose(choices: Partial<FigureChoices>): Promise<void> {
    await this.chosen.choose(this.opened, choices);
    this.page.refresh();
  }

  /** Asks the page for its picture or table and saves it; answers where it is, or undefined where nothing was saved. */
  draw(format: FigureFormat, target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
    return this.file.draw(async say => {
      const corpus = await this.reading.read();
      const { text, heldBack, ...figure } = await inTurns(leavingFigure(corpus, this.chosen.of(this.opened)));
      const state = { title: text(this.opened.name), hasScope: corpus.hasScope, texts: this.texts, ...figure };
      say(heldBack);
      await this.page.post({ type: 'draw', format, state, heldBack });
      return true;
    }, target);
  }
}

const figureFile = () => ({
  suffix: 'figure',
  title: vscode.l10n.t('Save the Figure'),
  saved: (name: string) => vscode.l10n.t('$(check) The figure is saved as {0}.', name),
});
