import fc from 'fast-check';
import type { Continuum, Unit } from '../../../../../src/core/analysis/agreement/measures/continuum.js';

/** Short continua of two to four coders: each marks what it likes, none of it twice. */
export function anyContinuum({ codes = ['a', 'b', 'c'], longest = 5 } = {}): fc.Arbitrary<Continuum> {
  const piece = fc.record({
    gap: fc.nat(3),
    length: fc.integer({ min: 1, max: longest }),
    code: fc.constantFrom(...codes),
  });
  return fc
    .tuple(fc.array(fc.array(piece, { maxLength: 4 }), { minLength: 2, maxLength: 4 }), fc.nat(3))
    .map(([lists, rest]) => {
      const units = lists.flatMap((list, coder) => {
        let at = 0;
        return list.map(({ gap, length, code }): Unit => {
          const start = at + gap;
          at = start + length;
          return { coder: `c${coder}`, start, end: at, code };
        });
      });
      const length = Math.max(1, ...units.map(({ end }) => end)) + rest;
      return { length, coders: lists.map((_, coder) => `c${coder}`), units };
    });
}

/** The same continuum, each unit made into another one. */
export const mapUnits = (continuum: Continuum, map: (unit: Unit) => Unit): Continuum => ({
  ...continuum,
  units: continuum.units.map(map),
});
