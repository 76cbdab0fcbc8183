import type { Block, Figure, Table } from '../document.js';
import { escapeText, wordsHtml } from './escape.js';

/** Tables with more columns than this are printed in small type. */
const MANY_COLUMNS = 7;

/** Tables with no more rows than this stand on one page. */
const FEW_ROWS = 9;

/** Gives every table an id of its own, in order. */
export interface Ids {
  next(): string;
}

/** A part of a section as HTML. */
export function blockHtml(block: Block, ids: Ids): string {
  switch (block.is) {
    case 'paragraph':
      return `<p>${wordsHtml(block.words)}</p>`;
    case 'note':
      return `<p class="note"><strong>Note:</strong> ${wordsHtml(block.words)}</p>`;
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul';
      return `<${name}>\n${block.items.map(item => `<li>${wordsHtml(item)}</li>\n`).join('')}</${name}>`;
    }
    case 'quotation':
      return `<figure class="quotation">\n<blockquote><p>${wordsHtml(block.words)}</p></blockquote>\n<figcaption>${escapeText(block.attribution)}</figcaption>\n</figure>`;
    case 'table':
      return tableHtml(block, ids.next());
    case 'figure':
      return figureHtml(block, ids);
  }
}

/** A table that can be scrolled sideways by the keyboard as well, where it is wider than the window. */
function tableHtml({ caption, columns, rows, headless }: Table, id: string): string {
  const side = (at: number): string => (columns[at]?.right ? ' class="number"' : '');
  const head = columns.map(({ title }, at) => `<th scope="col"${side(at)}>${escapeText(title)}</th>`).join('');
  const body = rows.map(row => {
    const cells = row.map((cell, at) =>
      at === 0 && !headless
        ? `<th scope="row"${side(at)}>${wordsHtml(cell)}</th>`
        : `<td${side(at)}>${wordsHtml(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>\n`;
  });
  const small = columns.length > MANY_COLUMNS ? ' many' : '';
  const short = rows.length <= FEW_ROWS ? ' short' : '';
  return `<div class="table${small}${short}" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">${escapeText(caption)}</caption>
<thead>
<tr>${head}</tr>
</thead>
<tbody>
${body.join('')}</tbody>
</table>
</div>`;
}

/** The picture as a file in an address of its own: nothing in it reaches the page. What says the same stands below it. */
function figureHtml({ svg, width, height, alternative, caption, instead }: Figure, ids: Ids): string {
  const address = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  const size = `width="${Math.round(width)}" height="${Math.round(height)}"`;
  return `<figure>
<img src="${escapeText(address)}" ${size} alt="${escapeText(alternative)}">
<figcaption>${escapeText(caption)}</figcaption>
</figure>
${instead.map(block => blockHtml(block, ids)).join('\n')}`;
}
