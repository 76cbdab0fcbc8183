import type { Question } from '../../core/analysis/questions/question.js';
import type { MergeChoice, MergeSide } from '../../core/merge/merge.js';
import { cssColor } from '../common/colors.js';
import { html, setAttributes } from '../common/dom.js';
import { filled } from '../common/filled.js';
import { link } from '../common/link.js';
import { CHOICES } from './keys.js';
import type { QuestionsState, Texts } from './protocol.js';
import { passageOf, saidBefore, saidBy } from './side.js';
import { aboutText, askText, factsText } from './words.js';

/** What can be done with a question. */
export interface RowActions {
  choose(question: Question, choice: MergeChoice): void;
  show(question: Question): void;
}

/** All that a question looks like. */
export interface RowModel {
  readonly question: Question;
  readonly sides: QuestionsState['sides'];
  readonly choice: MergeChoice | undefined;
  /** What Enter chooses. */
  readonly marked: MergeChoice | undefined;
  /** For the first of a group its heading, to be heard with it. */
  readonly under?: string | undefined;
}

/** A question as it is drawn: what it is about, the two sides beside each other, and what can be chosen. */
export class Row {
  readonly element = html('article', { class: 'card question', tabindex: -1 });
  private looks = '';

  constructor(
    private readonly texts: Texts,
    private readonly actions: RowActions,
  ) {}

  show(model: RowModel): void {
    const looks = JSON.stringify(model);
    if (looks === this.looks) return;
    this.looks = looks;
    const { element, texts } = this;
    const { question, choice } = model;
    // A button that had the keyboard is drawn anew.
    const focused = element.contains(document.activeElement) ? document.activeElement : undefined;
    const again = focused instanceof HTMLElement ? focused.dataset.choice : undefined;
    const { about } = question;
    const color = about.is === 'coding' ? about.code?.color : 'color' in about ? about.color : undefined;
    element.style.setProperty('--code', color === undefined ? 'transparent' : cssColor(color));
    element.classList.toggle('decided', choice !== undefined);
    setAttributes(element, { 'aria-label': labelOf(model, texts) });
    element.replaceChildren(
      this.head(model, color !== undefined),
      ...(about.is === 'comment' && question.aspect !== 'comment'
        ? [html('p', { class: 'comment' }, about.comment)]
        : []),
      ...(question.passage === undefined ? [] : [passageOf(question.passage, texts)]),
      html('p', { class: 'ask' }, askText(question, texts)),
      ...(question.before === undefined ? [] : [saidBefore(question.before, question, texts)]),
      html('div', { class: 'sides' }, this.side('ours', model), this.side('theirs', model)),
      ...(question.choices.includes('both') ? [html('div', { class: 'choices' }, this.button('both', model))] : []),
    );
    if (focused === undefined || focused === element) return;
    const button = again === undefined ? null : element.querySelector<HTMLElement>(`[data-choice="${again}"]`);
    (button ?? element).focus({ preventScroll: true });
  }

  private head({ question, choice, sides }: RowModel, hasColor: boolean): HTMLElement {
    const { texts } = this;
    return html(
      'div',
      { class: 'head' },
      hasColor ? html('span', { class: 'disc', 'aria-hidden': 'true' }) : undefined,
      html('span', { class: 'code' }, aboutText(question, texts)),
      html('span', { class: 'facts' }, factsText(question)),
      html('span', { class: 'spacer' }),
      link(question.group.is === 'transcript' ? texts.show : texts.open, 'Space', () => this.actions.show(question)),
      choice === undefined ? undefined : html('span', { class: 'done' }, decidedText(choice, sides, texts)),
    );
  }

  private side(name: MergeSide, model: RowModel): HTMLElement {
    const { question, choice, sides, marked } = model;
    const isTaken = choice === name || choice === 'both';
    return html(
      'section',
      { class: `side ${isTaken ? 'taken' : ''} ${marked === name ? 'marked' : ''}`, 'aria-label': sides[name] },
      html('h3', {}, sides[name]),
      html('div', { class: 'said' }, ...saidBy(question[name], question, this.texts)),
      this.button(name, model),
    );
  }

  private button(name: MergeChoice, { question, choice, marked }: RowModel): HTMLElement {
    const element = html(
      'button',
      {
        class: marked === name ? 'take marked' : 'take',
        type: 'button',
        'data-choice': name,
        'aria-pressed': String(choice === name),
      },
      html('kbd', { 'aria-hidden': 'true' }, String(CHOICES.indexOf(name) + 1)),
      this.labelOf(name, question),
    );
    element.addEventListener('click', () => this.actions.choose(question, name));
    return element;
  }

  private labelOf(name: MergeChoice, question: Question): string {
    const { texts } = this;
    if (name === 'both') return texts.both;
    const { isThere } = question[name];
    if (name === 'ours') return isThere ? texts.keep : texts.leaveOut;
    return isThere ? texts.take : texts.takeOut;
  }
}

function decidedText(choice: MergeChoice, sides: QuestionsState['sides'], texts: Texts): string {
  return choice === 'both' ? texts.decidedBoth : filled(texts.decidedAs, sides[choice]);
}

/** What a screen reader says of a question. */
function labelOf({ question, under, choice, sides }: RowModel, texts: Texts): string {
  const { passage } = question;
  const quote = passage?.turns.flatMap(({ words }) => words.map(({ text }) => text)).join(' ');
  const said = (['ours', 'theirs'] as const).map(name => {
    const { isThere, isRemoved, words } = question[name];
    const text = isThere ? words.map(part => part.text).join('') : isRemoved ? texts.removed : texts.notThere;
    return text === '' ? sides[name] : `${sides[name]}: ${text}`;
  });
  const parts = [
    under,
    aboutText(question, texts),
    factsText(question),
    quote === undefined ? '' : `“${quote}”`,
    askText(question, texts),
    ...said,
    choice === undefined ? '' : decidedText(choice, sides, texts),
  ];
  return parts.filter(part => part !== undefined && part !== '').join('. ');
}
