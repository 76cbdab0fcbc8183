import {
  type Block,
  type PlacedSection,
  placedSections,
  type ReportDocument,
  type Run,
  runsOf,
  type Table,
  type Words,
} from '../../core/report/document/document.js';
import { type Child, html } from '../common/dom.js';
import type { ReportTexts } from './protocol.js';

/** A report as it will be in a file, as text nodes. */
export function previewOf(document: ReportDocument, texts: ReportTexts): HTMLElement {
  const placed = placedSections(document);
  const links = placed
    .filter(({ depth }) => depth === 1)
    .map(one => html('li', {}, html('a', { href: `#${idOf(one)}` }, one.section.heading)));
  return html(
    'article',
    { class: 'report', lang: document.language },
    html('h1', {}, document.title),
    document.subtitle === undefined ? undefined : html('p', { class: 'muted' }, document.subtitle),
    html('nav', { 'aria-label': texts.contents }, html('ol', {}, ...links)),
    ...placed.flatMap(one => [headingOf(one), ...one.section.blocks.flatMap(block => blockOf(block, texts))]),
  );
}

const LEVELS = ['h2', 'h3', 'h4', 'h5'] as const;

function headingOf(placed: PlacedSection): HTMLElement {
  const level = LEVELS[Math.min(placed.depth, LEVELS.length) - 1] ?? 'h5';
  return html(level, { id: idOf(placed) }, placed.section.heading);
}

const idOf = ({ number }: PlacedSection): string => `section-${number.replaceAll('.', '-')}`;

function blockOf(block: Block, texts: ReportTexts): HTMLElement[] {
  switch (block.is) {
    case 'paragraph':
      return [html('p', {}, ...childrenOf(block.words))];
    case 'note':
      return [html('p', { class: 'note' }, html('strong', {}, texts.note), ' ', ...childrenOf(block.words))];
    case 'list':
      return [html(block.ordered ? 'ol' : 'ul', {}, ...block.items.map(item => html('li', {}, ...childrenOf(item))))];
    case 'quotation': {
      const words = html('blockquote', {}, html('p', {}, ...childrenOf(block.words)));
      return [html('figure', { class: 'quotation' }, words, html('figcaption', { class: 'muted' }, block.attribution))];
    }
    case 'table':
      return [tableOf(block)];
    case 'figure':
      return [pictureOf(block), ...block.instead.flatMap(one => blockOf(one, texts))];
  }
}

function tableOf({ caption, columns, rows, headless }: Table): HTMLElement {
  const side = (at: number): { class?: string } => (columns[at]?.right ? { class: 'number' } : {});
  const head = html('tr', {}, ...columns.map(({ title }, at) => html('th', { scope: 'col', ...side(at) }, title)));
  const body = rows.map(row =>
    html(
      'tr',
      {},
      ...row.map((cell, at) =>
        at === 0 && !headless
          ? html('th', { scope: 'row', ...side(at) }, ...childrenOf(cell))
          : html('td', side(at), ...childrenOf(cell)),
      ),
    ),
  );
  const table = html('table', {}, html('caption', {}, caption), html('thead', {}, head), html('tbody', {}, ...body));
  return html('div', { class: 'table', role: 'region', 'aria-label': caption, tabindex: 0 }, table);
}

/** The picture as a file in memory: nothing in it reaches the page. */
function pictureOf({ svg, alternative, caption }: Extract<Block, { is: 'figure' }>): HTMLElement {
  const src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  return html('figure', {}, html('img', { src, alt: alternative }), html('figcaption', { class: 'muted' }, caption));
}

const childrenOf = (words: Words): Child[] => runsOf(words).map(childOf);

function childOf(run: Run): Child {
  if (typeof run === 'string') return run;
  return html(run.as === 'emphasis' ? 'em' : run.as, {}, run.text);
}
