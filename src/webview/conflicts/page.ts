import { groupQuestions, type Question } from '../../core/analysis/questions/question.js';
import type { MergeChoice } from '../../core/merge/merge.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import { Help } from '../common/help.js';
import { NoticeBar } from '../common/noticeBar.js';
import type { Port } from '../common/port.js';
import { estimateFor } from './estimate.js';
import { Foot } from './foot.js';
import { Header } from './header.js';
import { type Items, itemsOf, NO_ITEMS, nextOpen, type QuestionItem } from './items.js';
import { CHOICES, isFinish, type KeyWish, wishOf } from './keys.js';
import type { Choices, FromPage, QuestionsState, ToPage } from './protocol.js';
import { QuestionRows } from './rows.js';
import type { View } from './view.js';
import { groupText } from './words.js';

/** The page as a whole: holds the state that the extension sends and how it is looked at, and draws both. */
export class ConflictsPage {
  private readonly header = new Header(choice => this.port.post({ type: 'rest', choice }));
  private readonly notice = new NoticeBar();
  private readonly rows = new QuestionRows({
    choose: ({ key }, choice) => this.choose(key, choice),
    show: ({ key }) => this.port.post({ type: 'open', key }),
    current: current => this.remember(current),
  });
  private readonly foot = new Foot({
    finish: () => this.finish(),
    later: () => this.port.post({ type: 'later' }),
    help: () => this.openHelp(),
  });
  private readonly help = new Help(() => this.rows.focus());
  readonly element = html('main', {}, this.header.element, this.notice.element, this.rows.element, this.foot.element);
  private state: QuestionsState | undefined;
  private items: Items = NO_ITEMS;
  private view: Partial<View>;
  /** What Enter chooses, by keys of questions. */
  private readonly marked = new Map<string, MergeChoice>();

  constructor(private readonly port: Port<FromPage, ToPage, View>) {
    this.view = port.recall();
    this.notice.say('');
    this.rows.element.addEventListener('keydown', event => this.onKey(event));
    document.addEventListener('keydown', event => {
      if (!isFinish(event) || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      this.finish();
    });
  }

  /** Takes a message of the extension. */
  receive(message: ToPage): void {
    switch (message.type) {
      case 'reading':
        this.notice.say(filled(message.texts.reading, message.done, message.total));
        return;
      case 'choices':
        this.takeChoices(message.choices);
        return;
      case 'questions': {
        const isFirst = this.state === undefined;
        this.state = message;
        this.notice.say('');
        this.items = itemsOf(groupQuestions(message.questions), estimateFor(this.rows.element));
        this.draw();
        if (isFirst && document.activeElement === document.body) this.rows.focus();
      }
    }
  }

  private takeChoices(choices: Choices): void {
    if (this.state === undefined) return;
    this.state = { ...this.state, choices };
    this.draw();
  }

  /** Decides, and shows it at once; the extension remembers it and says all choices again. */
  private choose(key: string, choice: MergeChoice | undefined): void {
    if (this.state === undefined) return;
    const { [key]: _, ...others } = this.state.choices;
    this.port.post({ type: 'choose', key, ...(choice === undefined ? {} : { choice }) });
    this.takeChoices(choice === undefined ? others : { ...others, [key]: choice });
  }

  private finish(): void {
    if (this.isDone) this.port.post({ type: 'finish' });
  }

  private get decided(): number {
    const { state } = this;
    return state?.questions.filter(({ key }) => state.choices[key] !== undefined).length ?? 0;
  }

  private get isDone(): boolean {
    const total = this.state?.questions.length ?? 0;
    return total > 0 && this.decided === total;
  }

  private onKey(event: KeyboardEvent): void {
    const { current } = this.rows;
    const wish = wishOf(event);
    if (wish === undefined || current === undefined) return;
    const isButton = event.target instanceof Element && event.target.closest('button') !== null;
    // A button keeps its own keys.
    if (isButton && (event.key === 'Enter' || event.key === ' ')) return;
    event.preventDefault();
    this.fulfil(wish, current);
  }

  private fulfil(wish: KeyWish, { key, question }: QuestionItem): void {
    switch (wish.do) {
      case 'move':
        this.rows.move(wish.steps);
        break;
      case 'mark':
        this.mark(question, wish.by);
        break;
      case 'choose':
        this.chooseByKey(question, wish.choice ?? this.marked.get(key));
        break;
      case 'open':
        this.choose(key, undefined);
        break;
      case 'show':
        this.port.post({ type: 'open', key });
        break;
      case 'help':
        this.openHelp();
    }
  }

  /** Decides by a key, and goes on to the next that is open. */
  private chooseByKey({ key, choices }: Question, choice: MergeChoice | undefined): void {
    if (choice === undefined || !choices.includes(choice) || this.state === undefined) return;
    this.choose(key, choice);
    const next = nextOpen(this.items, key, this.state.choices);
    if (next !== undefined) this.rows.focus(next.key);
  }

  private mark({ key, choices }: Question, by: 1 | -1): void {
    const offered = CHOICES.filter(choice => choices.includes(choice));
    const before = this.marked.get(key) ?? this.state?.choices[key];
    // Nothing is marked at first: an arrow then marks the side it points to.
    const at = before === undefined ? (by === 1 ? 1 : 0) : offered.indexOf(before) + by;
    const next = offered[Math.max(0, Math.min(at, offered.length - 1))];
    if (next !== undefined) this.marked.set(key, next);
    this.draw();
  }

  private openHelp(): void {
    if (this.state === undefined) return;
    const { allKeys, keys, keysMore, close } = this.state.texts;
    this.help.open({ title: allKeys, keys: `${keys}\n${keysMore}`, close });
  }

  private remember(current: string | undefined): void {
    this.view = { current };
    this.port.remember(this.view);
  }

  private draw(): void {
    const { state } = this;
    if (state === undefined) return;
    const { texts, questions, choices, sides } = state;
    const { decided } = this;
    this.header.show(state, questions.length - decided);
    const row = ({ question, isFirst }: QuestionItem) => ({
      question,
      sides,
      choice: choices[question.key],
      marked: this.marked.get(question.key),
      under: isFirst ? groupText(question.group, texts) : undefined,
    });
    this.rows.show({ items: this.items, choices, row }, texts, this.view.current);
    this.foot.show(texts, decided, questions.length);
  }
}
