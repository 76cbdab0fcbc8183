import type { ListFilter } from '../../core/analysis/excerptFilter.js';
import type { Grouping } from '../../core/analysis/excerptGroups.js';
import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import { EVIDENCE } from '../../core/coding/evidence.js';
import { button, type Choice, type Control, checkbox, dropdown, textField } from '../common/controls.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import type { Texts } from './protocol.js';

/** What the filter is, and what it leaves. */
export interface FilterModel {
  readonly filter: ListFilter;
  readonly all: readonly ListedExcerpt[];
  readonly shown: number;
  readonly grouping: Grouping;
  /** What the list can be grouped by. */
  readonly groupings: readonly Grouping[];
  /** While sorting: whether only what waits is shown. */
  readonly onlyWaiting?: boolean;
}

/** What a person changes. */
export interface FilterActions {
  filter(change: Partial<ListFilter>): void;
  onlyWaiting(on: boolean): void;
  group(by: Grouping): void;
  showAll(): void;
}

/** The bar above the excerpts: words, coder, transcript, marks, what they are grouped by, and how many are shown. */
export class Filters {
  readonly element = html('div', { class: 'filters', role: 'search' });
  private readonly shown = html('span', { class: 'shown', role: 'status' });
  private words: Control<string> | undefined;
  private coder: Control<string> | undefined;
  private transcript: Control<string> | undefined;
  private evidence: Control<string> | undefined;
  private grouping: Control<string> | undefined;
  private waiting: Control<boolean> | undefined;
  private all: Control<string> | undefined;
  private built = '';

  constructor(private readonly actions: FilterActions) {}

  show(model: FilterModel, texts: Texts): void {
    const { filter, all, shown, grouping, onlyWaiting } = model;
    this.element.hidden = all.length === 0;
    this.build(model, texts);
    if (this.words !== undefined && this.words.value !== filter.words) this.words.value = filter.words;
    if (this.coder !== undefined) this.coder.value = filter.coder;
    if (this.transcript !== undefined) this.transcript.value = filter.transcript;
    if (this.evidence !== undefined) this.evidence.value = filter.evidence;
    if (this.grouping !== undefined) this.grouping.value = grouping;
    if (this.waiting !== undefined) this.waiting.value = onlyWaiting ?? false;
    const isAll = shown === all.length;
    const text = isAll ? '' : filled(texts.someShown, shown, all.length);
    if (this.shown.textContent !== text) this.shown.textContent = text;
    if (this.all !== undefined) this.all.element.hidden = isAll;
  }

  /** Gives the words the keyboard. */
  focusWords(): void {
    this.words?.element.focus();
  }

  /** The choices follow from the excerpts: built anew only where these have others. */
  private build({ all, groupings, onlyWaiting }: FilterModel, texts: Texts): void {
    const coders = [...new Set(all.map(({ coder }) => coder))].sort();
    const names = new Map(all.map(({ transcript, name }) => [transcript, name]));
    const isMarked = all.some(({ evidence }) => evidence !== undefined);
    const wanted = JSON.stringify([coders, [...names.keys()], isMarked, groupings, onlyWaiting === undefined]);
    if (wanted === this.built) return;
    this.built = wanted;
    const focused =
      this.element.contains(document.activeElement) && this.words?.element.contains(document.activeElement);
    this.words ??= textField(texts.search, '', words => this.actions.filter({ words }), {
      placeholder: texts.search,
      hideLabel: true,
    });
    this.coder = one(texts.coder, texts.allCoders, coders.map(same), coder => this.actions.filter({ coder }));
    const transcripts = [...names].map(([value, label]) => ({ value, label }));
    this.transcript = one(texts.transcript, texts.allTranscripts, transcripts, transcript =>
      this.actions.filter({ transcript }),
    );
    this.evidence = isMarked
      ? one(texts.evidence, texts.allEvidence, evidenceChoices(texts), value =>
          this.actions.filter({ evidence: MARKS.find(mark => mark === value) ?? '' }),
        )
      : undefined;
    const groups = { transcript: texts.byTranscript, participant: texts.byParticipant, code: texts.byCode };
    const byWhat = groupings.map(value => ({ value, label: groups[value] }));
    this.grouping = dropdown(texts.groupBy, byWhat, 'transcript', value => {
      const chosen = groupings.find(one => one === value);
      if (chosen !== undefined) this.actions.group(chosen);
    });
    this.grouping.element.classList.add('group-by');
    this.waiting =
      onlyWaiting === undefined
        ? undefined
        : checkbox(texts.onlyWaiting, onlyWaiting, on => this.actions.onlyWaiting(on));
    this.all ??= button(texts.showAll, () => this.actions.showAll());
    const controls = [this.words, this.coder, this.transcript, this.evidence, this.grouping, this.waiting].filter(
      it => it !== undefined,
    );
    this.element.replaceChildren(...controls.map(it => it.element), this.shown, this.all.element);
    if (focused) this.focusWords();
  }
}

const same = (value: string): Choice => ({ value, label: value });

const MARKS = [...EVIDENCE, 'none'] as const;

function evidenceChoices(texts: Texts): Choice[] {
  return MARKS.map(value => ({ value, label: value === 'none' ? texts.unmarked : texts[value] }));
}

/** A choice of one among several; none where there is no choice. */
function one(
  label: string,
  all: string,
  choices: readonly Choice[],
  onChange: (value: string) => void,
): Control<string> | undefined {
  return choices.length < 2 ? undefined : dropdown(label, [{ value: '', label: all }, ...choices], '', onChange);
}
