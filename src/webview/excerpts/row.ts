import type { EntryDetails } from '../../core/analysis/entryDetails.js';
import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import { OLD_CODE } from '../../core/coding/sorting.js';
import { cssColor } from '../common/colors.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import type { Texts } from './protocol.js';

/** What can be done with an excerpt. */
export interface RowActions {
  /** `stay`: the page keeps the keyboard. */
  open(excerpt: ListedExcerpt, stay: boolean): void;
  example(excerpt: ListedExcerpt): void;
  remove(excerpt: ListedExcerpt): void;
  /** `also`: a further code, the others stay. */
  assign(excerpt: ListedExcerpt, number: number, also: boolean): void;
}

/** All that an excerpt looks like. */
export interface RowModel {
  readonly key: string;
  readonly excerpt: ListedExcerpt;
  readonly color: string;
  /** The code it has, where the list is of a theme. */
  readonly code?: EntryDetails | undefined;
  /** While sorting: the numbers it was given, and the names of all codes by number, the old one first. */
  readonly sorted?: { readonly numbers: readonly number[]; readonly names: readonly string[] } | undefined;
}

/** An excerpt as it is drawn: who speaks, the words, where they stand, and what can be done. */
export function drawRow(model: RowModel, texts: Texts, actions: RowActions): HTMLElement {
  const { excerpt, sorted } = model;
  const words = html('p', { class: 'words' }, excerpt.text);
  words.addEventListener('click', () => {
    // Somebody who marks words to copy them does not want to go anywhere.
    if (document.getSelection()?.isCollapsed ?? true) actions.open(excerpt, true);
  });
  const speakers = excerpt.speakers.join(', ');
  const row = html(
    'article',
    { class: sorted === undefined ? 'excerpt' : 'excerpt sorting', tabindex: -1, 'data-key': model.key },
    speakers === '' ? undefined : html('div', { class: 'speaker' }, speakers),
    words,
    excerpt.memo === undefined
      ? undefined
      : html('p', { class: 'memo' }, html('span', { class: 'label' }, `${texts.memo} `), excerpt.memo),
    html(
      'div',
      { class: 'foot' },
      html('span', { class: 'facts' }, ...facts(model, texts)),
      buttons(model, texts, actions),
    ),
    sorted === undefined ? undefined : places(model, sorted, texts, actions),
  );
  row.style.setProperty('--code', cssColor(model.color));
  return row;
}

function facts({ excerpt, code }: RowModel, texts: Texts): (HTMLElement | string)[] {
  const doubt = { orphan: texts.orphan, ambiguous: texts.ambiguous }[excerpt.outcome as string];
  const parts: HTMLElement[] = [];
  if (code !== undefined) parts.push(html('span', { class: 'code' }, code.title));
  if (doubt !== undefined) parts.push(html('span', { class: 'doubt' }, doubt));
  if (excerpt.line !== undefined) parts.push(html('span', {}, filled(texts.line, excerpt.line)));
  parts.push(html('span', {}, excerpt.coder));
  const date = dateOf(excerpt.created);
  if (date !== '') parts.push(html('span', {}, date));
  if (excerpt.madeWith !== undefined) parts.push(html('span', {}, filled(texts.former, excerpt.madeWith)));
  if (excerpt.isExample) parts.push(html('span', { class: 'mark' }, texts.isExample));
  return parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part]));
}

function buttons({ excerpt }: RowModel, texts: Texts, actions: RowActions): HTMLElement {
  return html(
    'span',
    { class: 'actions' },
    link(texts.open, 'Enter', () => actions.open(excerpt, false)),
    excerpt.isExample ? undefined : link(texts.asExample, 'E', () => actions.example(excerpt)),
    link(texts.remove, 'Delete', () => actions.remove(excerpt)),
  );
}

/** The codes an excerpt can be sorted into, as buttons: pressed where it is in them. */
function places(
  { excerpt }: RowModel,
  { numbers, names }: { readonly numbers: readonly number[]; readonly names: readonly string[] },
  texts: Texts,
  actions: RowActions,
): HTMLElement {
  const order = [...names.keys()].slice(1).concat(OLD_CODE);
  const buttonsOf = order.map(number => {
    const isOld = number === OLD_CODE;
    const name = isOld ? texts.keepsOld : names[number] || filled(texts.codeNumber, number);
    const label = isOld ? filled(texts.leave, names[OLD_CODE] ?? '') : filled(texts.give, `${number} ${name}`);
    const element = html(
      'button',
      {
        class: 'place',
        type: 'button',
        'aria-pressed': String(numbers.includes(number)),
        'aria-label': label,
        title: label,
      },
      html('span', { class: 'key' }, String(number)),
      html('span', { class: 'name' }, name),
    );
    element.addEventListener('click', event => actions.assign(excerpt, number, event.shiftKey));
    return element;
  });
  const waits = numbers.length === 0 ? html('span', { class: 'waits' }, texts.notSorted) : undefined;
  return html('div', { class: 'places' }, ...buttonsOf, waits);
}

function link(label: string, key: string, onPress: () => void): HTMLElement {
  const element = html('button', { class: 'link', type: 'button', title: `${label} (${key})` }, label);
  element.addEventListener('click', onPress);
  return element;
}

function dateOf(created: string | undefined): string {
  const date = new Date(created ?? '');
  if (Number.isNaN(date.getTime())) return '';
  return date.toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: 'medium' });
}
