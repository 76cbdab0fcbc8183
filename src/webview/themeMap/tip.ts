const GAP = 8;
/** About the height of a head, in pixels. */
export const HEAD = 34;

/** Puts the tip beside a circle, on the side that has room; at a box below its title. Always inside the picture. */
export function placeTip(tip: HTMLElement, shape: DOMRect, area: DOMRect, isBox: boolean): void {
  const { width, height } = tip.getBoundingClientRect();
  const right = isBox ? shape.left + GAP : shape.right + GAP;
  const left = right + width + GAP > area.right && !isBox ? shape.left - GAP - width : right;
  const top = isBox ? shape.top + HEAD : shape.top;
  const inside = (value: number, size: number, whole: number): number =>
    Math.max(GAP, Math.min(value, whole - size - GAP));
  tip.style.left = `${inside(left - area.left, width, area.width)}px`;
  tip.style.top = `${inside(top - area.top, height, area.height)}px`;
}
