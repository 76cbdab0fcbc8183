import type { AttributionChoice, Draft } from '../../core/manuscript/compose/draft.js';
import { ELISIONS } from '../../core/manuscript/compose/style.js';
import type { QuoteStyle } from '../../core/manuscript/style.js';
import { type Control, dropdown } from '../common/controls.js';
import { html } from '../common/dom.js';
import type { QuoteTexts } from './protocol.js';

/** How the quotation is set and who it is said to be by. */
export class StyleBar {
  readonly element = html('div', { class: 'style-bar' });
  private controls: readonly Control<string>[] = [];
  private draft: Draft | undefined;

  constructor(private readonly change: (draft: Draft) => void) {}

  fill(texts: QuoteTexts): void {
    const set = (make: (draft: Draft, value: string) => Draft) => (value: string) => {
      if (this.draft !== undefined) this.change(make(this.draft, value));
    };
    const style = <Key extends 'block' | 'elision' | 'marks'>(key: Key) =>
      set((draft, value) => ({ ...draft, style: { ...draft.style, [key]: value as QuoteStyle[Key] } }));
    const choice = (value: string, label: string) => ({ value, label });
    this.controls = [
      dropdown(
        texts.kind,
        [choice('auto', texts.kindAuto), choice('block', texts.kindBlock), choice('short', texts.kindShort)],
        'auto',
        style('block'),
      ),
      dropdown(
        texts.elision,
        ELISIONS.map(mark => choice(mark, mark)),
        ELISIONS[0] as string,
        style('elision'),
      ),
      dropdown(
        texts.marks,
        [
          choice('curly', texts.marksCurly),
          choice('straight', texts.marksStraight),
          choice('single', texts.marksSingle),
          choice('guillemets', texts.marksGuillemets),
          choice('german', texts.marksGerman),
        ],
        'curly',
        style('marks'),
      ),
      dropdown(
        texts.attribution,
        [
          choice('auto', texts.attributionAuto),
          choice('first', texts.attributionFirst),
          choice('later', texts.attributionLater),
          choice('none', texts.attributionNone),
        ],
        'auto',
        set((draft, value) => ({ ...draft, choice: value as AttributionChoice })),
      ),
    ];
    this.element.replaceChildren(...this.controls.map(({ element }) => element));
  }

  /** @param isEdit it stands in a manuscript: there it stays what it is, and whoever it is attributed to */
  show(draft: Draft, isEdit: boolean): void {
    this.draft = draft;
    const values = [draft.style.block, draft.style.elision ?? (ELISIONS[0] as string), draft.style.marks, draft.choice];
    this.controls.forEach((control, i) => {
      control.value = values[i] as string;
      control.disabled = isEdit && (i === 0 || i === values.length - 1);
    });
  }
}
