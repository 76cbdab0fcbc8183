/** What something is painted with; the page and the file each have colours of their own for it. */
export type Paint =
  | 'none'
  | 'ink'
  | 'paper'
  | 'rule'
  /** A faint ground. */
  | 'band'
  /** Where there is nothing. */
  | 'blank'
  /** The one colour of heat maps, from 0 (the page) to 1 (the strongest on which letters can be read). */
  | { readonly heat: number }
  /** The colour of a code; filled with a pattern besides, so that it can be told apart without it. */
  | { readonly code: string; readonly pattern?: number };

/** Where a click leads: to the excerpts that a question finds, to a passage in its text, or to what the page has besides about a row. */
export type FigureLink =
  | { readonly query: string }
  | { readonly coding: string; readonly transcript: string }
  | { readonly row: string };

interface Mark {
  /** What is said of it when one points at it. */
  readonly title?: string;
  readonly link?: FigureLink;
}

/** A rectangle between two places. */
export interface ChartRect extends Mark {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly fill: Paint;
  readonly stroke?: Paint;
}

/** A text at a place. */
export interface ChartText extends Mark {
  readonly x: number;
  readonly y: number;
  /** Lines are parted by line ends. */
  readonly text: string;
}

/** How the texts of a layer stand at their places. */
export interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Moves them, in units. */
  readonly dx?: number;
  readonly dy?: number;
  readonly isBold?: boolean;
  /** Whether the page shines around the letters, so that they can be read on anything. */
  readonly hasHalo?: boolean;
}

/** A circle; its radius is in units. */
export interface ChartDot extends Mark {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly fill: Paint;
  readonly stroke: Paint;
}

/** A straight line between two places; its width is in units. */
export interface ChartLine extends Mark {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly width: number;
}

/** What is drawn, from the ground upwards. */
export type ChartLayer =
  | { readonly is: 'rects'; readonly name: string; readonly of: readonly ChartRect[]; readonly inset?: number }
  | ({ readonly is: 'texts'; readonly name: string; readonly of: readonly ChartText[] } & TextStyle)
  | { readonly is: 'dots'; readonly name: string; readonly of: readonly ChartDot[] }
  | { readonly is: 'links'; readonly name: string; readonly of: readonly ChartLine[] }
  /** One line through all points. */
  | { readonly is: 'line'; readonly name: string; readonly of: readonly { readonly x: number; readonly y: number }[] };

/** Where numbers of the data are in the picture: `from` is at the left or at the top. */
export interface ChartScale {
  readonly from: number;
  readonly to: number;
}

/** What is written along a side. */
export interface ChartAxis {
  readonly side: 'top' | 'bottom' | 'left';
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly hasGrid: boolean;
  /** Labels are turned, in degrees. */
  readonly turned?: number;
  /** Between labels and picture, in units. */
  readonly gap?: number;
}

/** A picture as plain data: all places are numbers of the data, sizes are in units. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly x: ChartScale;
  readonly y: ChartScale;
  readonly axes: readonly ChartAxis[];
  readonly layers: readonly ChartLayer[];
  /** What colours and patterns stand for; above the picture. */
  readonly legend: readonly { readonly label: string; readonly fill: Paint }[];
}

/** Size of letters, and height of a line of the legend, in units. */
export const FONT_SIZE = 12;
export const LEGEND_LINE = 22;
