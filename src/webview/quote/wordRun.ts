import type { ComposeMark, Composition } from '../../core/manuscript/compose/composition.js';
import type { Passage, PassageWord } from '../../core/manuscript/compose/passage.js';
import { otherCase } from '../../core/manuscript/compose/pieces.js';
import { html } from '../common/dom.js';
import type { QuoteTexts } from './protocol.js';

/** A word of the passage as it is drawn, with what was done to it said to those who do not see it. */
export function wordElement(
  word: PassageWord,
  index: number,
  { from, to, marks }: Composition,
  texts: QuoteTexts,
): HTMLElement {
  const range = marks.find(mark => 'from' in mark && mark.from <= index && index < mark.to);
  const isAround = index < from || index >= to;
  const isSic = marks.some(mark => mark.kind === 'sic' && mark.at === index);
  const isCased = marks.some(mark => mark.kind === 'cased' && mark.at === index);
  const said = [isAround ? texts.isAround : saidOf(range, texts), isSic ? texts.isSic : ''].filter(one => one !== '');
  const shown = `${word.before}${isCased ? otherCase(word.text) : word.text}${word.after}`;
  return html(
    'span',
    {
      id: `word-${index}`,
      class: ['word', isAround ? 'around' : (range?.kind ?? '')].filter(one => one !== '').join(' '),
      role: 'option',
      'data-word': index,
      'aria-selected': 'false',
      'aria-label': [shown, ...said].join(', '),
    },
    shown,
    isSic ? html('span', { class: 'note' }, ' [sic]') : undefined,
  );
}

/** What the writer put before a word, or in the place of words that end there. */
export function notesBefore(index: number, { marks }: Composition, texts: QuoteTexts): HTMLElement[] {
  return marks.flatMap(mark => {
    const text = noteOf(mark, index);
    return text === undefined
      ? []
      : [html('span', { class: 'note', 'aria-label': `${texts.isInserted}: ${text}` }, text)];
  });
}

function noteOf(mark: ComposeMark, index: number): string | undefined {
  if (mark.kind === 'inserted') return mark.at === index ? `[${mark.text}]` : undefined;
  if (mark.kind === 'replaced') return mark.to === index ? `[${mark.text}]` : undefined;
  if (mark.kind === 'redacted') return mark.to === index ? `[${mark.label}]` : undefined;
  return undefined;
}

function saidOf(mark: ComposeMark | undefined, texts: QuoteTexts): string {
  if (mark?.kind === 'left-out') return texts.isLeftOut;
  if (mark?.kind === 'replaced') return `${texts.isReplaced}: ${mark.text}`;
  return mark?.kind === 'redacted' ? `${texts.isRedacted}: ${mark.label}` : '';
}

/** The words of a passage, turn after turn, each with its label. */
export function turnsOf(
  { turns, words }: Passage,
  composition: Composition,
  texts: QuoteTexts,
): { readonly elements: HTMLElement[]; readonly options: HTMLElement[] } {
  const options = words.map((word, i) => wordElement(word, i, composition, texts));
  const elements = turns.map(({ speaker }, turn) => {
    const parts: (HTMLElement | string)[] = [];
    words.forEach((word, i) => {
      if (word.turn !== turn) return;
      const notes = notesBefore(i, composition, texts);
      if (word.spaced && parts.length > 0) parts.push(' ');
      for (const note of notes) parts.push(note, ' ');
      parts.push(options[i] as HTMLElement);
      const isLast = words[i + 1]?.turn !== turn;
      if (isLast) for (const note of notesBefore(i + 1, composition, texts)) parts.push(' ', note);
    });
    const label = speaker === undefined ? undefined : html('span', { class: 'speaker' }, speaker);
    return html('p', { class: 'turn', role: 'group', 'aria-label': speaker }, label, ...parts);
  });
  return { elements, options };
}
