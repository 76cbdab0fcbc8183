import type { Continuum } from '../../../../../src/core/analysis/agreement/measures/continuum.js';

/** A code point as one coder saw it: what it is in, and how much of the other coders marked it, too. */
interface Point {
  /** The unit, or the point itself: a gap is nobody's unit. */
  readonly within: string;
  readonly code: string | undefined;
  /** Share of the other coders who marked it. */
  readonly met: number;
  readonly at: number;
}

/** Every code point of a continuum as every coder saw it. */
export function pointsOf({ length, coders, units }: Continuum): readonly Point[] {
  const unitAt = (coder: string, at: number) =>
    units.findIndex(unit => unit.coder === coder && unit.start <= at && at < unit.end);
  return coders.flatMap(coder =>
    Array.from({ length }, (_, at): Point => {
      const unit = unitAt(coder, at);
      const others = coders.filter(other => other !== coder);
      const met = others.filter(other => unitAt(other, at) !== -1).length / others.length;
      return { within: unit === -1 ? `${coder} ${at}` : `unit ${unit}`, code: units[unit]?.code, met, at };
    }),
  );
}

/** uα by the definition: all pairs of points that coders see, those of the same unit left out, each pair looked at. */
export function uAlphaByPoint(continuum: Continuum): number {
  const points = pointsOf(continuum);
  return alpha(points, points, () => 1);
}

/** cuα by the definition; (k)uα where a code is given. */
export function cuAlphaByPoint(continuum: Continuum, code?: string): number {
  const points = pointsOf(continuum).filter(point => point.code !== undefined);
  const first = code === undefined ? points : points.filter(point => point.code === code);
  return alpha(first, points, ({ met }) => met);
}

function alpha(first: readonly Point[], all: readonly Point[], weight: (point: Point) => number): number {
  let [observed, pairs, expected, chance] = [0, 0, 0, 0];
  for (const a of first) {
    for (const b of all) {
      const differ = a.code === b.code ? 0 : 1;
      if (a.within !== b.within) {
        chance += weight(a) * weight(b);
        expected += weight(a) * weight(b) * differ;
        if (a.at === b.at) {
          pairs += 1;
          observed += differ;
        }
      }
    }
  }
  return 1 - observed / pairs / (expected / chance);
}
