import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  TableCell,
  Table as TableDocx,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { columnShares } from '../columnWidths.js';
import type { Table, Words } from '../document.js';
import { runsDocx } from './runs.js';
import { STYLE } from './styles.js';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'C9C9CF' } as const;
const STRONG_LINE = { style: BorderStyle.SINGLE, size: 8, color: '52525B' } as const;
/** Tables with more columns than this are set in small type. */
const MANY_COLUMNS = 7;

/** A table whose header is repeated on every page and whose rows are not torn. @param width in twentieths of a point */
export function tableDocx(table: Table, width: number): TableDocx {
  const { columns, rows, headless } = table;
  const widths = columnShares(table).map(share => Math.round(share * width));
  const isSmall = columns.length > MANY_COLUMNS;
  const cell = (words: Words, at: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'F4F4F5', color: 'auto' } } : {}),
      children: [
        new Paragraph({
          style: STYLE.cell,
          alignment: columns[at]?.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: runsDocx(words, isHead, isSmall ? 16 : undefined),
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, at) => cell(title, at, true)),
  });
  return new TableDocx({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: !headless, noHBand: true, noVBand: true },
    margins: { left: 80, right: 80 },
    borders: {
      top: STRONG_LINE,
      bottom: STRONG_LINE,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
      insideHorizontal: LINE,
    },
    rows: [
      head,
      ...rows.map(row => new TableRow({ cantSplit: true, children: row.map((words, at) => cell(words, at, false)) })),
    ],
  });
}
