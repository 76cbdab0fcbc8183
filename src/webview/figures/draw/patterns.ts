import type { Paint } from '../../../core/report/figures/chart.js';
import { PATTERN_SIZE, patternOf } from '../../../core/report/patterns.js';
import { svg } from '../../common/dom.js';
import type { Colors } from './colors.js';

/** The patterns that a picture needs, each once. */
export class Patterns {
  private readonly known = new Map<string, SVGPatternElement>();

  constructor(private readonly colors: Colors) {}

  /** What to fill with, as CSS. */
  of(paint: Exclude<Paint, 'none'>): string {
    const color = this.colors.of(paint);
    if (typeof paint === 'string' || !('code' in paint) || paint.pattern === undefined) return color;
    const id = `pattern-${paint.pattern}-${paint.code.replace('#', '')}`;
    if (!this.known.has(id)) this.known.set(id, this.make(id, paint.pattern, color));
    return `url(#${id})`;
  }

  /** The element in which all of them stand. */
  definitions(): SVGDefsElement {
    return svg('defs', {}, ...this.known.values());
  }

  private make(id: string, pattern: number, color: string): SVGPatternElement {
    const size = { width: PATTERN_SIZE, height: PATTERN_SIZE };
    return svg(
      'pattern',
      { id, patternUnits: 'userSpaceOnUse', ...size },
      svg('rect', { ...size, fill: this.colors.ground(color) }),
      svg('path', { d: patternOf(pattern), fill: 'none', stroke: color, 'stroke-opacity': 0.6 }),
    );
  }
}
