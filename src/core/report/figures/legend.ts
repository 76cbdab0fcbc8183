import { LEGEND_LINE } from './chart.js';

/** In units: the box of a legend's entry with the gap to its label, and what is free behind the label. */
export const LEGEND_BOX = 22;
export const LEGEND_GAP = 18;

/** How high a legend is, whose entries stand beside each other as long as there is room. */
export function legendHeight(labels: readonly string[], room: number, measured: (text: string) => number): number {
  return labels.length === 0 ? 0 : legendPlaces(labels, room, measured).lines * LEGEND_LINE + 8;
}

/** Where the entries of a legend stand, in units from its left upper corner. */
export function legendPlaces(
  labels: readonly string[],
  room: number,
  measured: (text: string) => number,
): { readonly lines: number; readonly places: readonly { readonly x: number; readonly line: number }[] } {
  let [x, line] = [0, 0];
  const places = labels.map(label => {
    const width = LEGEND_BOX + measured(label) + LEGEND_GAP;
    if (x > 0 && x + width > room) [x, line] = [0, line + 1];
    const place = { x, line };
    x += width;
    return place;
  });
  return { lines: labels.length === 0 ? 0 : line + 1, places };
}
