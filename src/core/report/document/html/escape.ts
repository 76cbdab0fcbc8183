import { escapeXml } from '../../escapeXml.js';
import { type Run, runsOf, type Words } from '../document.js';

/** Characters that turn the direction of what follows around would let a text pose as another one. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A text as content or attribute of HTML. */
export function escapeText(text: string): string {
  return escapeXml(text.replace(TURNING, ''));
}

const ELEMENTS = { strong: 'strong', emphasis: 'em', code: 'code' } as const;

/** Words as HTML. */
export function wordsHtml(words: Words): string {
  return runsOf(words).map(runHtml).join('');
}

function runHtml(run: Run): string {
  if (typeof run === 'string') return escapeText(run);
  const name = ELEMENTS[run.as];
  return `<${name}>${escapeText(run.text)}</${name}>`;
}
