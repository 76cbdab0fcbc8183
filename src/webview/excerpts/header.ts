import type { EntryDetails } from '../../core/analysis/entryDetails.js';
import type { ExcerptList } from '../../core/analysis/excerptList.js';
import type { NamedMemo } from '../../core/memos/named.js';
import { cssColor } from '../common/colors.js';
import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { counted, filled } from '../common/filled.js';
import { memoLinks } from './memoLinks.js';
import type { ListState, Texts } from './protocol.js';

/** What can be done from the head of the page. */
export interface HeaderActions {
  openCodebook(): void;
  /** Who said it, and who did not. */
  whoSaidIt(): void;
  split(): void;
  openMemo(memo: NamedMemo): void;
}

/** The head of the page: what the codebook says of the code or theme. */
export class Header {
  readonly element = html('header', { class: 'entry' });
  private shown = '';

  constructor(private readonly actions: HeaderActions) {}

  /** Draws it anew where anything in it has changed, so that a button in use keeps the keyboard. */
  show({ list, memos, texts }: ListState, sorting: boolean): void {
    const counts = countsOf(list, texts);
    const shown = JSON.stringify([list.entry, counts, memos.entry, sorting]);
    if (shown === this.shown) return;
    this.shown = shown;
    const { entry } = list;
    const disc = html('span', { class: entry.kind === 'theme' ? 'disc theme' : 'disc', 'aria-hidden': 'true' });
    disc.style.setProperty('--code', cssColor(entry.color));
    const phase = phaseText(entry, texts);
    const title = sorting ? filled(texts.sortTitle, entry.title) : entry.title;
    this.element.replaceChildren(
      ...(entry.path.length === 0 ? [] : [html('p', { class: 'path' }, entry.path.join(' › '))]),
      html(
        'div',
        { class: 'title' },
        disc,
        html('h1', {}, title),
        phase === undefined ? undefined : html('span', { class: 'phase' }, phase),
        html('span', { class: 'spacer' }),
        html('div', { class: 'offers' }, ...this.buttons(list, texts, sorting)),
      ),
      html('p', { class: 'counts' }, counts),
      ...(memos.entry.length === 0
        ? []
        : [
            html(
              'p',
              { class: 'counts' },
              memoLinks(memos.entry, texts, memo => this.actions.openMemo(memo)),
            ),
          ]),
      ...definition(entry, texts),
    );
  }

  private buttons({ entry, excerpts }: ExcerptList, texts: Texts, sorting: boolean): HTMLElement[] {
    const open = button(texts.openCodebook, () => this.actions.openCodebook());
    if (sorting || excerpts.length === 0) return [open.element];
    const who = button(texts.whoSaidIt, () => this.actions.whoSaidIt()).element;
    if (entry.kind === 'theme') return [who, open.element];
    return [button(texts.sort, () => this.actions.split()).element, who, open.element];
  }
}

function countsOf({ excerpts, codes }: ExcerptList, texts: Texts): string {
  const within = codes.length === 0 ? [] : [counted(texts.oneCode, texts.codes, codes.length)];
  if (excerpts.length === 0) return [...within, texts.empty].join(' · ');
  const coders = [...new Set(excerpts.map(excerpt => excerpt.coder))].sort();
  const transcripts = new Set(excerpts.map(excerpt => excerpt.transcript)).size;
  return [
    ...within,
    counted(texts.oneExcerpt, texts.excerpts, excerpts.length),
    counted(texts.oneTranscript, texts.transcripts, transcripts),
    filled(texts.codedBy, coders.join(', ')),
  ].join(' · ');
}

function phaseText({ phase }: EntryDetails, texts: Texts): string | undefined {
  if (phase === undefined) return undefined;
  return { candidate: texts.phaseCandidate, reviewed: texts.phaseReviewed, defined: texts.phaseDefined }[phase];
}

function definition(entry: EntryDetails, texts: Texts): HTMLElement[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [texts.include, entry.include],
    [texts.exclude, entry.exclude],
    [texts.example, entry.example],
    [texts.formerly, entry.formerly.length === 0 ? [] : [entry.formerly.join(', ')]],
  ];
  const rows = lists.flatMap(([label, values]) => {
    const [first, ...more] = values;
    if (first === undefined) return [];
    return [html('dt', {}, label), ...[first, ...more].map(value => html('dd', {}, value))];
  });
  const words = entry.definition ?? texts.noDefinition;
  const paragraph = html('p', { class: entry.definition === undefined ? 'definition missing' : 'definition' }, words);
  return [paragraph, ...(rows.length === 0 ? [] : [html('dl', {}, ...rows)])];
}
