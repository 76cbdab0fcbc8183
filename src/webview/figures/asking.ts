import { textField } from '../common/controls.js';
import { html } from '../common/dom.js';
import type { FiguresState } from './protocol.js';

/** The line for the question that narrows what is counted, with what is wrong with it below. */
export interface Asking {
  readonly element: HTMLElement;
  show(state: FiguresState): void;
}

/** How long nobody types before a question is asked, in milliseconds; Enter asks at once. */
const PAUSE = 500;

/**
 * Makes the line.
 * @param ask a person has written a question
 */
export function makeAsking(ask: (query: string) => void): Asking {
  const element = html('div', { class: 'asking' });
  const problem = html('p', { class: 'problem', role: 'status' });
  let field: ReturnType<typeof textField> | undefined;
  let timer: number | undefined;
  let asked = '';

  const askNow = (): void => {
    clearTimeout(timer);
    if (field === undefined || field.value === asked) return;
    asked = field.value;
    ask(asked);
  };
  element.addEventListener('keydown', event => {
    if (event.key === 'Enter') askNow();
  });
  return {
    element,
    show: ({ choices, texts, problem: wrong }) => {
      const { figure } = choices;
      element.hidden = !(figure === 'heat' || figure === 'bars' || figure === 'network');
      if (field === undefined) {
        const later = (): void => {
          clearTimeout(timer);
          timer = setTimeout(askNow, PAUSE);
        };
        field = textField(texts.query, choices.query, later, { placeholder: texts.queryExample });
        element.replaceChildren(field.element, problem);
        asked = choices.query;
      }
      // What is being written is not taken away from under the keyboard.
      if (choices.query !== asked && !element.contains(document.activeElement)) {
        field.value = choices.query;
        asked = choices.query;
      }
      problem.hidden = wrong === undefined;
      problem.textContent = wrong ?? '';
    },
  };
}
