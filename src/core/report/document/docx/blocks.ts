import { Paragraph, type Table as TableDocx } from 'docx';
import type { Block } from '../document.js';
import { cleanText, runsDocx } from './runs.js';
import { STYLE } from './styles.js';
import { tableDocx } from './table.js';

/** How many ordered lists there are by now: each counts from 1. */
export interface Listed {
  ordered: number;
}

/** A part of a section. @param width of the text, in twentieths of a point */
export function blockDocx(block: Block, lists: Listed, width: number): (Paragraph | TableDocx)[] {
  switch (block.is) {
    case 'paragraph':
      return [new Paragraph({ children: runsDocx(block.words) })];
    case 'note':
      return [new Paragraph({ style: STYLE.note, children: runsDocx(block.words) })];
    case 'list': {
      const instance = block.ordered ? ++lists.ordered : 0;
      const numbering = { reference: block.ordered ? 'numbers' : 'bullets', level: 0, instance };
      const spacing = { after: 60 };
      return block.items.map(item => new Paragraph({ numbering, spacing, children: runsDocx(item) }));
    }
    case 'quotation':
      return [
        new Paragraph({ style: STYLE.quotation, children: runsDocx(block.words) }),
        new Paragraph({ style: STYLE.attribution, text: cleanText(`— ${block.attribution}`) }),
      ];
    case 'table':
      // Word needs something between two tables, and room behind one.
      return [
        new Paragraph({ style: 'Caption', text: cleanText(block.caption) }),
        tableDocx(block, width),
        new Paragraph({ spacing: { after: 60 } }),
      ];
    case 'figure':
      return block.instead.flatMap(one => blockDocx(one, lists, width));
  }
}
