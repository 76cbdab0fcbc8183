import type { Counted } from '../../analysis/matrix/matrix.js';
import type { MeasureText } from '../textWidth.js';
import type { Chart } from './chart.js';
import type { FigureTable, TableSort } from './figureTable.js';

/** How a picture is looked at. */
export interface FigureLook {
  readonly counted: Counted;
  /** In what order; the picture follows the table. */
  readonly sort?: TableSort | undefined;
  /** Whether everything is shown, however much it is. */
  readonly isWhole: boolean;
}

/** How wide a picture may be, and how wide letters are. */
export interface FigureRoom {
  readonly width: number;
  readonly measure: MeasureText;
}

/** A picture with its table: finished figures, ready to be drawn. */
export interface Figure {
  /** What it is a picture of. */
  readonly title: string;
  /** The gist in a sentence, for who cannot see it. */
  readonly gist: string;
  /** What was counted, and what colours and lines stand for. */
  readonly caption: string;
  /** All rows, unsorted. */
  readonly table: FigureTable;
  /** The order the rows are in, where nobody asked for one. */
  readonly order?: TableSort;
  /** The rows stay in the order they have: another one would tell something of what is held back. */
  readonly isFixed?: boolean;
  /** How much of it is shown; missing: all. */
  readonly shown?: {
    readonly rows: number;
    readonly of: number;
    readonly columns?: number;
    readonly ofColumns?: number;
  };
  /** Nothing is to be seen in it. */
  readonly isEmpty: boolean;
  chart(room: FigureRoom): Chart;
}
