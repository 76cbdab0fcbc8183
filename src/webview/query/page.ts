import type { Grouping } from '../../core/analysis/excerptGroups.js';
import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { estimateFor } from '../common/excerptList/estimate.js';
import { keysByExcerpt } from '../common/excerptList/excerptKeys.js';
import { ExcerptRows, type RowsOf } from '../common/excerptList/excerptRows.js';
import { type HeadingItem, headingKey } from '../common/excerptList/items.js';
import { filled } from '../common/filled.js';
import { Help } from '../common/help.js';
import { link } from '../common/link.js';
import { NoticeBar } from '../common/noticeBar.js';
import type { Port } from '../common/port.js';
import { undoWish } from '../common/undoKeys.js';
import { withKeys } from '../common/withKeys.js';
import { Builder } from './builder/builder.js';
import { type Group, NO_CONDITIONS } from './builder/model.js';
import { NEW_ROW } from './builder/rowView.js';
import { Header } from './header.js';
import { ListInput } from './listInput.js';
import { groupingOf, listingOf } from './listing.js';
import type { Answer, FromPage, QueryState, Texts, ToPage } from './protocol.js';
import { builtQuestion, isAsked, isSame, type Question, typedQuestion } from './question.js';
import { QuestionField } from './questionField.js';
import { Row, type RowModel } from './row.js';
import { Summary } from './summary.js';
import { recalled, type View } from './view.js';
import { Welcome } from './welcome.js';

/** The page as a whole: the question in its two views, and what answers it. */
export class QueryPage {
  private readonly header = new Header({
    save: () => {
      const { text, from } = this.view;
      this.port.post({ type: 'save', text, ...(from === undefined ? {} : { from }) });
    },
    openSaved: ({ text, path }) => this.open(text, path),
    export: format => this.port.post({ type: 'export', text: this.view.text, format }),
  });
  private readonly field = new QuestionField({ type: text => this.type(text), done: () => this.rows.focus() });
  private readonly builder = new Builder(group => this.build(group));
  private readonly notice = new NoticeBar();
  private readonly summary = new Summary(grouping => this.group(grouping));
  private readonly welcome = new Welcome(({ text }) => this.open(text, undefined));
  private readonly rows = new ExcerptRows<RowModel, Row, Texts>(
    { toggleGroup: item => this.fold(item, !item.collapsed), current: current => this.look({ current }, false) },
    texts =>
      new Row(
        texts,
        ({ excerpt, key }) => this.openExcerpt(excerpt, key, true),
        ({ excerpt }) => this.port.post({ type: 'quote', id: excerpt.id }),
      ),
  );
  private readonly more = html('div', { class: 'more-excerpts', hidden: true });
  private readonly answered = html('section', { class: 'answer' }, this.summary.element, this.rows.element, this.more);
  private readonly keys = html('footer', { class: 'keys' });
  private readonly help = new Help(() => this.rows.focus());
  readonly element = html(
    'main',
    {},
    this.header.element,
    this.field.element,
    this.builder.element,
    this.notice.element,
    this.answered,
    this.welcome.element,
    this.keys,
  );
  private state: QueryState | undefined;
  private answer: Answer | undefined;
  private listing: RowsOf<RowModel> | undefined;
  /** Why the text cannot be read. */
  private problems: Question['problems'] = [];
  private asked: string | undefined;
  private view: View;

  constructor(private readonly port: Port<FromPage, ToPage, View>) {
    this.view = recalled(port.recall());
    const page = this;
    new ListInput(this.rows, {
      get items() {
        return page.listing?.items;
      },
      open: ({ excerpt, key }, stay) => this.openExcerpt(excerpt, key, stay),
      quote: ({ excerpt }) => this.port.post({ type: 'quote', id: excerpt.id }),
      fold: (item, collapsed) => this.fold(item, collapsed),
      toQuestion: () => this.field.focus(),
      help: () => this.openHelp(),
    });
    document.addEventListener('keydown', event => {
      const type = undoWish(event);
      if (type === undefined) return;
      event.preventDefault();
      this.port.post({ type });
    });
  }

  /** Takes a message of the extension. */
  receive(message: ToPage): void {
    switch (message.type) {
      case 'reading':
        if (this.state !== undefined) this.state = { ...this.state, reading: message };
        break;
      case 'answer':
        this.answer = message.answer;
        break;
      case 'state':
        this.takeState(message);
    }
    this.draw();
  }

  private takeState(state: QueryState): void {
    const isFirst = this.state === undefined;
    this.state = state;
    if (state.answer !== undefined) this.answer = state.answer;
    if (state.asked !== undefined) {
      this.port.post({ type: 'taken' });
      this.open(state.asked.text, state.asked.from);
    } else if (isFirst) this.take(typedQuestion(this.view.text, this.view.rows));
    if (isFirst && document.activeElement === document.body) this.field.focus();
  }

  /** Takes a question as a whole: it is another one, and so is what answers it. */
  private open(text: string, from: string | undefined): void {
    this.look({ from, current: undefined, revealed: undefined }, false);
    this.type(text);
  }

  private type(text: string): void {
    if (text.trim() === '') this.look({ from: undefined }, false);
    this.take(typedQuestion(text, this.view.rows));
    this.draw();
  }

  private build(rows: Group): void {
    this.take(builtQuestion(rows, this.view.text));
    this.draw();
  }

  /** Takes another question and asks it, where it can be read. */
  private take({ text, rows, problems }: Question): void {
    this.problems = problems;
    this.look({ text, rows }, false);
    if (problems.length > 0 || !isAsked(text) || text === this.asked) return;
    this.asked = text;
    this.port.post({ type: 'ask', text });
  }

  private openExcerpt(excerpt: ListedExcerpt, current: string, stay: boolean): void {
    this.port.post({ type: 'open', id: excerpt.id, stay });
    const revealed = keysByExcerpt(this.answer?.excerpts ?? []).get(excerpt);
    this.look({ current, ...(excerpt.line === undefined ? {} : { revealed }) });
  }

  private group(grouping: Grouping): void {
    this.look({ grouping });
  }

  private fold({ group }: HeadingItem, collapsed: boolean): void {
    const others = this.view.collapsed.filter(key => key !== group.key);
    this.look({ collapsed: collapsed ? [...others, group.key] : others, current: headingKey(group) });
    this.rows.focus(headingKey(group));
  }

  private openHelp(): void {
    if (this.state === undefined) return;
    const { allKeys, close, keys } = this.state.texts;
    this.help.open({ title: allKeys, keys, close });
  }

  private look(change: Partial<View>, redraw = true): void {
    this.view = { ...this.view, ...change };
    this.port.remember(this.view);
    if (redraw) this.draw();
  }

  private draw(): void {
    const { state, view, problems } = this;
    if (state === undefined) return;
    const { texts } = state;
    const hasQuestion = isAsked(view.text);
    const answer = hasQuestion ? this.answer : undefined;
    // What was found to be wrong with another text is not wrong with this one.
    const unknown = answer?.text === view.text ? answer.problems : [];
    this.field.show(view.text, problems.length > 0 ? problems : unknown, texts);
    const rows = view.rows.rows.length === 0 ? { ...NO_CONDITIONS, rows: [NEW_ROW] } : view.rows;
    this.builder.show(rows, { fields: state.fields, texts }, problems.length > 0);
    const hasAnswer = answer !== undefined && answer.problems.length === 0;
    const found = hasAnswer ? answer.figures.excerpts : 0;
    this.header.show(
      { study: state.study, saved: state.saved, canSave: hasQuestion && problems.length === 0, canExport: found > 0 },
      texts,
    );
    this.showNotice(state);
    // Before it has been read a study seems to have nothing coded.
    this.welcome.element.hidden = hasQuestion || (state.fields.length === 0 && state.hasCodings);
    this.welcome.show(state);
    this.answered.hidden = !hasAnswer;
    // What is to be seen still answers the question before.
    this.answered.classList.toggle('stale', hasAnswer && answer.text !== view.text);
    this.keys.hidden = found === 0;
    if (hasAnswer) this.showAnswer(answer, state);
  }

  private showAnswer(answer: Answer, { texts, saved, reading }: QueryState): void {
    const listing = listingOf(answer, this.view, texts, estimateFor(this.rows.element));
    this.listing = listing;
    const savedAs = saved.find(({ text }) => isSame(text, answer.text))?.title;
    this.summary.show(answer, groupingOf(answer, this.view), savedAs, texts);
    this.rows.show(listing, texts, this.view.current, reading !== undefined);
    const left = answer.figures.excerpts - answer.excerpts.length;
    this.more.hidden = left === 0;
    if (left > 0) {
      const text = filled(texts.moreShown, answer.excerpts.length, answer.figures.excerpts);
      this.more.replaceChildren(text, ' ', button(texts.more, () => this.port.post({ type: 'more' })).element);
    }
    if (this.keys.childElementCount > 0) return;
    const keys = texts.keys.split('\n').map(key => html('span', {}, ...withKeys(key)));
    const help = link(texts.allKeys, '?', () => this.openHelp());
    help.classList.add('help');
    this.keys.append(html('div', { class: 'key-line' }, ...keys), help);
  }

  private showNotice({ texts, reading, isStopped }: QueryState): void {
    if (reading !== undefined) {
      const stop = (): void => this.port.post({ type: 'stop' });
      this.notice.say(filled(texts.reading, reading.done, reading.total), [[texts.stop, stop]]);
    } else if (isStopped) {
      this.notice.say(texts.stopped, [[texts.readOn, () => this.port.post({ type: 'readOn' })]]);
    } else this.notice.say('');
  }
}
