import type { Composition } from '../../core/manuscript/compose/composition.js';
import type { Passage, WordRange } from '../../core/manuscript/compose/passage.js';
import { html } from '../common/dom.js';
import type { QuoteTexts } from './protocol.js';
import { turnsOf } from './wordRun.js';

/** How many words Page Up and Page Down go. */
const FAR = 25;

/** The words of a passage, of which a person selects some with mouse or keyboard. One word is always selected at least. */
export class Words {
  readonly element = html('div', { class: 'words', role: 'listbox', tabindex: 0, 'aria-multiselectable': 'true' });
  private options: HTMLElement[] = [];
  private anchor = 0;
  private active = 0;
  private key = '';

  constructor(private readonly selected: () => void) {
    this.element.addEventListener('pointerdown', event => this.onPointerDown(event));
    this.element.addEventListener('keydown', event => {
      if (this.onKey(event)) event.preventDefault();
    });
  }

  /** What is selected. */
  get range(): WordRange {
    return { from: Math.min(this.anchor, this.active), to: Math.max(this.anchor, this.active) + 1 };
  }

  /** @param key another one: another passage, which begins with its first word selected */
  show(key: string, passage: Passage, composition: Composition, texts: QuoteTexts): void {
    const { elements, options } = turnsOf(passage, composition, texts);
    this.options = options;
    this.element.setAttribute('aria-label', texts.words);
    this.element.replaceChildren(...elements);
    if (key !== this.key) this.anchor = this.active = composition.from;
    this.key = key;
    const last = options.length - 1;
    this.select(Math.min(this.anchor, last), Math.min(this.active, last));
  }

  focus(): void {
    this.element.focus();
  }

  /** Selects the words of a range. */
  choose({ from, to }: WordRange): void {
    this.select(from, to - 1);
  }

  private select(anchor: number, active: number): void {
    [this.anchor, this.active] = [anchor, active];
    const { from, to } = this.range;
    this.options.forEach((option, i) => {
      const isIn = from <= i && i < to;
      option.setAttribute('aria-selected', String(isIn));
      option.classList.toggle('active', i === active);
    });
    const option = this.options[active];
    if (option === undefined) return;
    this.element.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
    this.selected();
  }

  private onPointerDown(event: PointerEvent): void {
    const at = wordAt(event.target);
    if (at === undefined || event.button !== 0) return;
    event.preventDefault();
    this.element.focus();
    this.select(event.shiftKey ? this.anchor : at, at);
    const drag = new AbortController();
    const { signal } = drag;
    window.addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        const over = wordAt(document.elementFromPoint(clientX, clientY));
        if (over !== undefined && over !== this.active) this.select(this.anchor, over);
      },
      { signal },
    );
    window.addEventListener('pointerup', () => drag.abort(), { signal });
    window.addEventListener('pointercancel', () => drag.abort(), { signal });
  }

  private onKey(event: KeyboardEvent): boolean {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (altKey) return false;
    const last = this.options.length - 1;
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'a' && !shiftKey) {
      this.select(0, last);
      return true;
    }
    if (metaKey) return false;
    const to = this.goal(key, last);
    if (to === undefined) return false;
    const active = Math.max(0, Math.min(last, to));
    this.select(shiftKey ? this.anchor : active, active);
    return true;
  }

  private goal(key: string, last: number): number | undefined {
    switch (key) {
      case 'ArrowRight':
        return this.active + 1;
      case 'ArrowLeft':
        return this.active - 1;
      case 'ArrowDown':
        return this.inLine(1);
      case 'ArrowUp':
        return this.inLine(-1);
      case 'PageDown':
        return this.active + FAR;
      case 'PageUp':
        return this.active - FAR;
      case 'Home':
        return 0;
      case 'End':
        return last;
      default:
        return undefined;
    }
  }

  /** The word in the line above or below that is nearest to the active one. */
  private inLine(step: 1 | -1): number {
    const middle = (element: Element): { x: number; y: number } => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    };
    const from = this.options[this.active];
    if (from === undefined) return this.active;
    const start = middle(from);
    const height = from.getBoundingClientRect().height / 2;
    let best: { at: number; y: number; x: number } | undefined;
    for (let at = this.active + step; at >= 0 && at < this.options.length; at += step) {
      const place = middle(this.options[at] as HTMLElement);
      if (step * (place.y - start.y) <= height) continue;
      if (best !== undefined && Math.abs(place.y - best.y) > height) break;
      const x = Math.abs(place.x - start.x);
      if (best === undefined || x < best.x) best = { at, y: place.y, x };
    }
    return best?.at ?? (step === 1 ? this.options.length - 1 : 0);
  }
}

function wordAt(target: EventTarget | null): number | undefined {
  const word = target instanceof Element ? target.closest<HTMLElement>('[data-word]')?.dataset.word : undefined;
  return word === undefined ? undefined : Number(word);
}
