import * as vscode from 'vscode';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import type { AskedQuestion, FromPage, QueryState, Reading, ToPage } from '../../webview/query/protocol.js';
import { Disposables } from '../common/disposables.js';
import { progressPace } from '../common/progressPace.js';
import { orReport } from '../common/report.js';
import { inTurns } from '../common/turns.js';
import { revealBeside } from '../excerpts/besidePage.js';
import type { History } from '../history/history.js';
import { Command } from '../ids.js';
import type { Page, PageContent } from '../pages/page.js';
import type { Corpora, CorpusOfStudy } from '../study/corpora.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { answerTo, type WholeAnswer } from './answering.js';
import { type AnswerExport, exportAnswer } from './exportAnswer.js';
import { examplesOf, fieldOffers } from './offers.js';
import { isSavedQuestion, savedQuestions, saveQuestion } from './saved.js';
import { queryTexts } from './texts.js';

/** How many excerpts are shown at first; each “more” shows four times as many. */
const FIRST = 500;
const MORE = 4;

/** What the page needs. */
export interface QueryServices {
  readonly studies: Studies;
  readonly corpora: Corpora;
  readonly history: History;
}

/** A reading that goes on. */
interface Running {
  cancelled: boolean;
  progress: Reading | undefined;
}

/** What stands behind the page of one study: reads what can be asked, and answers the question that was asked last. */
export class QueryContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly source: CorpusOfStudy;
  private readonly texts = queryTexts();
  /** What was read last; an answer to a question that is asked meanwhile is of it. */
  private corpus: Corpus | undefined;
  private reading: Running | undefined;
  /** Whether something changed while it was read. */
  private again = false;
  /** Whether something changed while the page was hidden. */
  private isStale = false;
  private asked: AskedQuestion | undefined;
  private question = '';
  private limit = FIRST;
  private answer: WholeAnswer | undefined;
  /** The question that is being answered; the next one stops it. */
  private answering = { cancelled: false };

  constructor(
    private readonly opened: OpenStudy,
    private readonly page: Page<ToPage, FromPage>,
    private readonly services: QueryServices,
  ) {
    this.source = this.disposables.add(services.corpora.of(opened));
    this.disposables.add(
      this.source.onDidChange(() => {
        // Nobody looks at a page that is hidden: it reads when it is shown again.
        if (page.panel.visible) this.read();
        else this.isStale = true;
      }),
      services.studies.onDidChange(change => {
        if (change.opened === opened && change.paths.some(isSavedQuestion)) page.refresh();
      }),
    );
    this.read();
  }

  dispose(): void {
    this.answering.cancelled = true;
    if (this.reading !== undefined) this.reading.cancelled = true;
    this.disposables.dispose();
  }

  /** Puts a question on the page that was asked elsewhere. */
  ask(question: AskedQuestion): void {
    this.asked = question;
    this.page.refresh();
  }

  state(): QueryState {
    if (this.isStale) this.read();
    const { corpus, reading, asked, answer } = this;
    return {
      type: 'state',
      texts: this.texts,
      study: this.opened.name,
      fields: corpus === undefined ? [] : fieldOffers(corpus),
      saved: savedQuestions(this.opened),
      examples: corpus === undefined ? [] : examplesOf(corpus),
      hasCodings: this.opened.seen.index.size > 0,
      isStopped: corpus?.complete === false && reading === undefined,
      ...(asked === undefined ? {} : { asked }),
      ...(reading?.progress === undefined ? {} : { reading: reading.progress }),
      ...(answer === undefined ? {} : { answer: answer.shown }),
    };
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ask':
        this.question = message.text;
        this.limit = FIRST;
        return this.respond();
      case 'taken':
        this.asked = undefined;
        return;
      case 'more':
        this.limit *= MORE;
        return this.respond();
      case 'open':
        return this.open(message.id, message.stay);
      case 'quote':
        if (this.answer?.shown.excerpts.some(({ id }) => id === message.id) ?? false)
          await vscode.commands.executeCommand(Command.quote, { opened: this.opened, id: message.id });
        return;
      case 'save':
        return this.andBack(() => saveQuestion(this.opened, this.services.history, message.text, message.from));
      case 'export':
        return this.andBack(async () => void (await this.export({ text: message.text, format: message.format })));
      case 'stop':
        if (this.reading !== undefined) this.reading.cancelled = true;
        return;
      case 'readOn':
        return this.read();
      case 'undo':
      case 'redo':
        await vscode.commands.executeCommand(Command[message.type]);
    }
  }

  /** Reads what is new and answers again; one reading at a time. */
  private read(): void {
    this.isStale = false;
    if (this.reading !== undefined) {
      this.again = true;
      return;
    }
    const reading: Running = { cancelled: false, progress: undefined };
    this.reading = reading;
    const isDue = progressPace(false);
    const progress = (done: number, total: number): void => {
      if (!isDue()) return;
      reading.progress = { done, total };
      this.page.tell({ type: 'reading', done, total });
    };
    void orReport(async () => {
      try {
        this.corpus = await this.source.read(progress, reading);
      } finally {
        this.reading = undefined;
      }
      if (this.again) {
        this.again = false;
        this.read();
      }
      await this.work();
      this.page.refresh();
    });
  }

  /** Does what asks something: afterwards the page has the keyboard again. */
  private async andBack(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } finally {
      if (this.page.panel.active) this.page.panel.reveal();
    }
  }

  /** Answers the question, and tells the page. */
  private async respond(): Promise<void> {
    const answer = await this.work();
    if (answer !== undefined) await this.page.post({ type: 'answer', answer: answer.shown });
  }

  /** @returns undefined where there is nothing to answer yet, or another question came in between */
  private async work(): Promise<WholeAnswer | undefined> {
    this.answering.cancelled = true;
    const answering = { cancelled: false };
    this.answering = answering;
    if (this.corpus === undefined || this.question === '') return undefined;
    const answer = await inTurns(answerTo(this.question, this.corpus, this.limit), answering);
    if (answer !== undefined && !answering.cancelled) this.answer = answer;
    return answering.cancelled ? undefined : answer;
  }

  /** Exports what answers a question, as the page does. */
  async export(wish: AnswerExport): Promise<vscode.Uri | undefined> {
    const title = savedQuestions(this.opened).find(({ text }) => text === wish.text)?.title;
    return exportAnswer(this.opened, await this.source.read(), { ...(title === undefined ? {} : { title }), ...wish });
  }

  private async open(id: string, stay: boolean): Promise<void> {
    const excerpt = this.answer?.shown.excerpts.find(one => one.id === id);
    if (excerpt === undefined) return;
    await revealBeside(this.page.panel, { opened: this.opened, transcript: excerpt.transcript, id }, stay);
  }
}
