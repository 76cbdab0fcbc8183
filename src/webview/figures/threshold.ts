import { inWords } from '../../core/report/figures/words.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import type { FiguresTexts } from './protocol.js';

/** A slider for the least number of passages. */
export interface Threshold {
  readonly element: HTMLElement;
  show(minimum: number | undefined): void;
}

/**
 * Makes the slider.
 * @param most where it ends
 * @param onMove hears of every step
 */
export function makeThreshold(texts: FiguresTexts, most: number, onMove: (minimum: number) => void): Threshold {
  const input = html('input', { type: 'range', min: 1, max: most, step: 1, id: 'threshold', class: 'threshold' });
  const output = html('label', { for: 'threshold', class: 'caption' });
  const tell = (minimum: number): void => {
    output.textContent = filled(texts.atLeast, inWords('passages', minimum, texts.words));
  };
  input.addEventListener('input', () => {
    tell(input.valueAsNumber);
    onMove(input.valueAsNumber);
  });
  return {
    element: html('div', { class: 'labelled' }, output, input),
    show: (minimum = 1) => {
      if (input.valueAsNumber !== minimum) input.value = String(minimum);
      tell(minimum);
    },
  };
}
