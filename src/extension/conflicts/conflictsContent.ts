import * as vscode from 'vscode';
import type { Deciding, Decisions } from '../../core/analysis/questions/deciding.js';
import type { Question } from '../../core/analysis/questions/question.js';
import { QuestionReader, questionKey } from '../../core/analysis/questions/questionReader.js';
import type { MergeChoice, MergeConflict, MergeSide } from '../../core/merge/merge.js';
import type { Choices, FromPage, ToPage } from '../../webview/conflicts/protocol.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { progressPace } from '../common/progressPace.js';
import { announce } from '../common/report.js';
import { columnBeside } from '../excerpts/besidePage.js';
import type { Page, PageContent } from '../pages/page.js';
import type { Flash } from '../reveal/flash.js';
import { showPlace } from '../reviewList/showPlace.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { ChoiceMemory } from './choiceMemory.js';
import type { ConflictRequest } from './conflicts.js';
import { conflictTexts } from './texts.js';

/** Several changes in one go redraw the page once. Milliseconds. */
const PAUSE = 200;

/** What is asked, and who waits for the answer. */
export interface AskedQuestions {
  readonly opened: OpenStudy;
  readonly request: ConflictRequest;
  readonly deciding: Deciding;
  /** Ends it; undefined: it is put off. */
  answer(decisions: Decisions | undefined): void;
}

/** What the page works with. */
export interface ConflictsServices {
  readonly studies: Studies;
  readonly flash: Flash;
  readonly memory: ChoiceMemory;
}

/** What stands behind a page of questions. */
export class ConflictsContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly texts = conflictTexts();
  private readonly reader: QuestionReader;
  private questions: Promise<readonly Question[]> | undefined;
  private reading = { cancelled: false };

  constructor(
    private readonly asked: AskedQuestions,
    private readonly page: Page<ToPage, FromPage>,
    private readonly services: ConflictsServices,
  ) {
    this.reader = new QuestionReader(asked.opened.seen);
    const soon = this.disposables.add(new Delayed(() => page.refresh(), PAUSE));
    this.disposables.add(
      // What stands around a passage, and what codes are called, is shown as it is today.
      services.studies.onDidChange(({ opened }) => {
        if (opened !== asked.opened) return;
        this.questions = undefined;
        soon.trigger();
      }),
    );
  }

  dispose(): void {
    this.reading.cancelled = true;
    this.disposables.dispose();
  }

  async state(): Promise<ToPage> {
    const { title, ours, theirs } = this.asked.request;
    this.questions ??= this.read();
    const questions = await this.questions;
    return { type: 'questions', texts: this.texts, title, sides: { ours, theirs }, questions, choices: this.choices() };
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'choose': {
        const conflict = this.conflicts().find(one => questionKey(one) === message.key);
        const isOffered = message.choice === undefined || conflict?.choices.includes(message.choice);
        if (conflict !== undefined && isOffered) await this.choose([conflict], message.choice);
        return;
      }
      case 'rest':
        return this.decideRest(message.choice);
      case 'open':
        return this.show(message.key);
      case 'finish':
        return this.finish();
      case 'later':
        this.asked.answer(undefined);
    }
  }

  private conflicts(): MergeConflict[] {
    return this.asked.deciding.files.flatMap(({ conflicts }) => conflicts);
  }

  private choices(): Choices {
    const chosen = this.conflicts().map(
      conflict => [questionKey(conflict), this.services.memory.of(conflict)] as const,
    );
    return Object.fromEntries(chosen.filter((one): one is [string, MergeChoice] => one[1] !== undefined));
  }

  private async choose(conflicts: readonly MergeConflict[], choice: MergeChoice | undefined): Promise<void> {
    await this.services.memory.put(conflicts, choice);
    await this.page.post({ type: 'choices', choices: this.choices() });
  }

  /** One side for all that are left, once the person has said that this is meant. */
  private async decideRest(side: MergeSide): Promise<void> {
    const { memory } = this.services;
    const open = this.conflicts().filter(conflict => memory.of(conflict) === undefined);
    if (open.length === 0) return;
    const { t } = vscode.l10n;
    const count = open.length;
    const [question, detail] =
      side === 'ours'
        ? [
            count === 1
              ? t('Use what is here for the question that is left?')
              : t('Use what is here for all {0} questions that are left?', count),
            t(
              'What comes in is then left out wherever it contradicts that. You can still change each choice before you finish.',
            ),
          ]
        : [
            count === 1
              ? t('Use what comes in for the question that is left?')
              : t('Use what comes in for all {0} questions that are left?', count),
            t(
              'What is here is then replaced wherever that contradicts it. You can still change each choice before you finish.',
            ),
          ];
    const yes = t('Decide');
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) !== yes) return;
    await this.choose(open, side);
    announce(t('$(check) All questions are decided. Finish carries the decisions out.'));
  }

  private async finish(): Promise<void> {
    const { deciding, answer } = this.asked;
    const before = deciding.size;
    const decisions = deciding.decided(conflict => this.services.memory.of(conflict));
    if (decisions !== undefined) {
      answer(decisions);
      return;
    }
    if (deciding.size > before) announce(vscode.l10n.t('$(question) By what you decided, something else came up.'));
    this.questions = undefined;
    this.page.refresh();
  }

  /** Shows the passage of a question in its transcript, or the file it is in. */
  private async show(key: string): Promise<void> {
    const { opened } = this.asked;
    const { panel } = this.page;
    const place = this.reader.placeOf(key);
    if (place !== undefined) {
      await showPlace(
        opened,
        panel,
        { transcript: place.path, start: place.start, end: place.end },
        { keepFocus: true, flash: this.services.flash },
      );
      return;
    }
    const group = (await this.questions)?.find(question => question.key === key)?.group;
    const conflict = this.conflicts().find(one => questionKey(one) === key);
    const path = group?.is === 'transcript' && opened.study.exists(group.path) ? group.path : conflict?.path;
    if (path === undefined || !opened.study.exists(path)) {
      announce(vscode.l10n.t('$(info) There is no such file here.'));
      return;
    }
    const uri = opened.uri(path);
    await vscode.window.showTextDocument(uri, { preserveFocus: true, viewColumn: columnBeside(panel, uri) });
  }

  private read(): Promise<readonly Question[]> {
    this.reading.cancelled = true;
    const reading = { cancelled: false };
    this.reading = reading;
    const isDue = progressPace(false);
    const progress = (done: number, total: number): void => {
      if (reading.cancelled || !isDue()) return;
      this.page.tell({ type: 'reading', texts: this.texts, done, total });
    };
    return this.reader.read(this.asked.deciding.files, progress, reading);
  }
}
