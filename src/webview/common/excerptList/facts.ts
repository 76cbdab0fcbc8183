import { html } from '../dom.js';
import { evidenceSign } from '../evidenceSign.js';
import { filled } from '../filled.js';
import type { ShownExcerpt } from './shownExcerpt.js';
import type { ExcerptTexts } from './texts.js';

/** What is known of an excerpt besides its words, in one line. */
export function factsOf(
  { excerpt, code, where, selected, revealed }: ShownExcerpt,
  texts: ExcerptTexts,
): (HTMLElement | string)[] {
  const doubt = { orphan: texts.orphan, ambiguous: texts.ambiguous }[excerpt.outcome as string];
  const parts: HTMLElement[] = [];
  if (selected) parts.push(html('span', { class: 'chosen' }, texts.selected));
  if (excerpt.evidence !== undefined) parts.push(evidenceSign(excerpt.evidence, texts));
  if (code !== undefined) parts.push(html('span', { class: 'code' }, code.title));
  if (doubt !== undefined) parts.push(html('span', { class: 'doubt' }, doubt));
  if (where !== undefined) parts.push(html('span', {}, where));
  if (excerpt.line !== undefined) parts.push(html('span', {}, filled(texts.line, excerpt.line)));
  parts.push(html('span', {}, excerpt.coder));
  const date = dateOf(excerpt.created);
  if (date !== '') parts.push(html('span', {}, date));
  if (excerpt.madeWith !== undefined) parts.push(html('span', {}, filled(texts.former, excerpt.madeWith)));
  if (excerpt.isExample) parts.push(html('span', { class: 'mark' }, texts.isExample));
  if (revealed) parts.push(html('span', { class: 'now' }, texts.nowShown));
  return parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part]));
}

function dateOf(created: string | undefined): string {
  const date = new Date(created ?? '');
  if (Number.isNaN(date.getTime())) return '';
  return date.toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: 'medium' });
}
