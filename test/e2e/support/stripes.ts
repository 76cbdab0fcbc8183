/** What the gutter shows on one row of the editor. */
export interface StripeRow {
  readonly top: number;
  readonly height: number;
  readonly lanes: readonly { lane: number; color: string; shape: 'start' | 'run' | 'end' | 'whole' }[];
  readonly hasMore: boolean;
}

/** Runs in the page: the rows of the active editor that have stripes, from the top. It reads what is painted, not what was asked for. */
export function stripeRows(): StripeRow[] {
  const marks = [...document.querySelectorAll<HTMLElement>('.editor-group-container.active .monaco-editor .cgmr')];
  const rows = marks.map(mark => {
    const style = getComputedStyle(mark);
    // Layers of the background: three for more than can be shown, then stripe, foot above and foot below for every lane.
    const split = (list: string) => list.split(/,\s*(?![^(]*\))/).map(part => part.trim());
    const images = style.backgroundImage.split(/,\s*(?=none|linear-gradient)/);
    const [sizes, positions] = [split(style.backgroundSize), split(style.backgroundPosition)];
    const lanes = [0, 1, 2, 3].flatMap(lane => {
      const at = 3 + 3 * lane;
      if ((images[at] ?? 'none') === 'none') return [];
      const hasFoot = (layer: number) => Number.parseFloat(sizes[layer] ?? '0') > 0;
      const [starts, ends] = [hasFoot(at + 1), hasFoot(at + 2)];
      const color = /rgba?\([^)]*\)/.exec(images[at] ?? '')?.[0] ?? '';
      const shape = starts && ends ? 'whole' : starts ? 'start' : ends ? 'end' : 'run';
      return positions.length > at ? [{ lane, color, shape: shape as 'start' | 'run' | 'end' | 'whole' }] : [];
    });
    const { top, height } = mark.getBoundingClientRect();
    return { top, height, lanes, hasMore: (images[0] ?? 'none') !== 'none' };
  });
  return rows.filter(({ lanes, hasMore }) => lanes.length > 0 || hasMore).sort((a, b) => a.top - b.top);
}
