import type { Evidence } from '../../core/coding/evidence.js';
import { html } from './dom.js';

/** What the marks are called. */
export type EvidenceTexts = Readonly<Record<Evidence, string>>;

/** A shape and a word: what it says is told without its colour. */
const SHAPES: Readonly<Record<Evidence, string>> = { supports: '+', nuances: '±', contradicts: '−' };

/** How an excerpt stands to its code, as a small sign. */
export function evidenceSign(evidence: Evidence, texts: EvidenceTexts): HTMLElement {
  const shape = html('span', { class: 'shape', 'aria-hidden': 'true' }, SHAPES[evidence]);
  return html('span', { class: `evidence ${evidence}` }, shape, ` ${texts[evidence]}`);
}
