import type { ListedExcerpt } from '../../../core/analysis/excerptList.js';
import { html } from '../dom.js';
import { marked } from './marks.js';
import type { ExcerptTexts } from './texts.js';

/** What an excerpt of a list looks like, whatever page it is on. */
export interface ShownExcerpt {
  readonly excerpt: ListedExcerpt;
  /** The code it has, where the heading does not say so. */
  readonly code?: { readonly title: string } | undefined;
  /** The transcript it is from, where the heading does not say so. */
  readonly where?: string | undefined;
  /** Words that are looked for. */
  readonly words: readonly string[];
  readonly selected?: boolean;
  /** Whether it was the last one to be shown in the transcript. */
  readonly revealed: boolean;
  /** For the first of a group: the name of the group, to be heard with it. */
  readonly under?: string | undefined;
}

/** Who speaks in an excerpt; nothing where that is not known. */
export function speakersLine({ excerpt: { speakers }, words }: ShownExcerpt): HTMLElement | undefined {
  return speakers.length === 0 ? undefined : html('div', { class: 'speaker' }, ...marked(speakers.join(', '), words));
}

/** What is said in an excerpt. */
export function wordsLine({ excerpt, words }: ShownExcerpt): HTMLElement {
  return html('p', { class: 'words' }, ...marked(excerpt.text, words));
}

/** The memo on an excerpt; nothing where there is none. */
export function memoLine(
  { excerpt: { memo }, words }: ShownExcerpt,
  texts: Pick<ExcerptTexts, 'memo'>,
): HTMLElement | undefined {
  if (memo === undefined) return undefined;
  const label = html('span', { class: 'label' }, `${texts.memo} `);
  return html('p', { class: 'memo' }, label, ...marked(memo, words));
}

/** What a screen reader says of an excerpt, the words first. */
export function labelOf({ excerpt, code, under, selected, revealed }: ShownExcerpt, texts: ExcerptTexts): string {
  const { speakers, text, evidence, memo, outcome } = excerpt;
  const who = speakers.length === 0 ? '' : `${speakers.join(', ')}: `;
  const doubt = { orphan: texts.orphan, ambiguous: texts.ambiguous }[outcome as string];
  const parts = [
    under,
    who + text,
    code?.title,
    doubt,
    evidence && texts[evidence],
    memo === undefined ? undefined : `${texts.memo} ${memo}`,
    selected ? texts.selected : undefined,
    revealed ? texts.nowShown : undefined,
  ];
  return parts.filter(part => part !== undefined).join('. ');
}

/** Calls back on a click on words, unless somebody marks them or clicks a button among them. */
export function onWordsClick(words: HTMLElement | undefined, open: () => void): void {
  words?.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target instanceof Element && event.target.closest('button')) return;
    // Somebody who marks words to copy them does not want to go anywhere.
    if (document.getSelection()?.isCollapsed ?? true) open();
  });
}
