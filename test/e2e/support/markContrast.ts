/** What is measured of a picture: by selectors, its marks and its words. */
export interface Measured {
  readonly marks: string;
  readonly words: string;
}

/**
 * The least contrast of marks of a picture, and of its words, to the page; runs inside the page, so it is complete in itself. A mark is seen by what it
 * is filled with, or, where that is the colour of the page, by its line.
 * @param figure the picture
 */
export function markContrast(figure: Element, measured: Measured): { marks: number; words: number } {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (color: string): number[] => {
    if (!context) return [];
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r = 0, g = 0, b = 0]: number[]): number => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map(byte => {
      const value = byte / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const page = getComputedStyle(document.body).backgroundColor;
  const contrast = (color: string): number => {
    const [low = 0, high = 0] = [luminance(rgb(color)), luminance(rgb(page))].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const styles = (selector: string) => [...figure.querySelectorAll(selector)].map(one => getComputedStyle(one));
  const least = (contrasts: readonly number[]): number => Math.min(Number.POSITIVE_INFINITY, ...contrasts);
  return {
    marks: least(
      styles(measured.marks).map(({ fill, stroke }) =>
        Math.max(fill === 'none' ? 1 : contrast(fill), stroke === 'none' ? 1 : contrast(stroke)),
      ),
    ),
    words: least(styles(measured.words).map(({ fill }) => contrast(fill))),
  };
}
