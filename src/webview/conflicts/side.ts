import type { Question, QuestionSide, ShownPassage } from '../../core/analysis/questions/question.js';
import type { DiffPart } from '../../core/text/wordDiff.js';
import { cssColor } from '../common/colors.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import { aspectText, own } from './named.js';
import type { Texts } from './protocol.js';
import { dateText } from './words.js';

/** What one side of a question says. */
export function saidBy(side: QuestionSide, question: Question, texts: Texts): HTMLElement[] {
  if (!side.isThere) return [html('p', { class: 'absent' }, side.isRemoved ? texts.removed : texts.notThere)];
  if (side.passage !== undefined) return [passageOf(side.passage, texts)];
  if (side.changed !== undefined)
    return side.changed.map(({ aspect, words }) =>
      html(
        'p',
        { class: 'words' },
        html('span', { class: 'label' }, `${aspectText(aspect, texts)}: `),
        ...wordsOf(words, texts),
      ),
    );
  return [html('p', { class: 'words' }, ...said(side, question, texts))];
}

/** What it was before, in a line. */
export function saidBefore(side: QuestionSide, question: Question, texts: Texts): HTMLElement {
  const words = side.isThere ? said(side, question, texts) : [texts.beforeMissing];
  return html('p', { class: 'before' }, html('span', { class: 'label' }, texts.before), ' ', ...words);
}

/** A passage within what stands around it, turn by turn. */
export function passageOf({ turns, isToday }: ShownPassage, texts: Texts): HTMLElement {
  const drawn = turns.map(({ speaker, before, words, after }) => {
    const isHere = words.length > 0;
    const label = speaker === undefined ? undefined : html('b', { class: 'who' }, `${speaker}: `);
    const quoted = isHere ? html('mark', { class: 'here' }, ...wordsOf(words, texts)) : undefined;
    return html('p', { class: isHere ? 'turn here' : 'turn' }, label, before, quoted, after);
  });
  const note = isToday ? undefined : html('p', { class: 'label' }, texts.asCoded);
  return html('div', { class: 'turns' }, ...drawn, note);
}

/** What a side says in the respect that is asked about. */
function said({ words, color }: QuestionSide, { aspect }: Question, texts: Texts): (HTMLElement | string)[] {
  const text = words.map(part => part.text).join('');
  if (aspect === 'orphan') return [text === '' ? texts.orphanNo : filled(texts.orphanYes, dateText(text))];
  if (text === '') return [html('span', { class: 'absent' }, texts.nothing)];
  const known = own(texts.values, `${aspect}.${text}`);
  if (known !== undefined) return [known];
  return color === undefined ? wordsOf(words, texts) : [discOf(color), ...wordsOf(words, texts)];
}

/** A dot in a code's colour. */
export function discOf(color: string): HTMLElement {
  const disc = html('span', { class: 'disc', 'aria-hidden': 'true' });
  disc.style.setProperty('--code', cssColor(color));
  return disc;
}

/** Words that the other side does not have are underlined, and said to be so to who does not see that. */
function wordsOf(words: readonly DiffPart[], texts: Texts): (HTMLElement | string)[] {
  if (words.length === 0) return [html('span', { class: 'absent' }, texts.nothing)];
  return words.map(({ text, kind }) =>
    kind === 'same' ? text : html('ins', {}, html('span', { class: 'unseen' }, texts.onlyHere), text),
  );
}
