import type { QuotationRemark } from './checked.js';
import type { Match } from './match.js';
import type { Pattern } from './pattern.js';

/** What an elision leaves out besides words of the speaker: turns of others. */
export function overTurns({ said, starts }: Match, { segments }: Pattern): QuotationRemark[] {
  const stretches = new Set<number>();
  segments.forEach((segment, i) => {
    const start = starts[i] as number;
    for (const index of [start, start + segment.length - 1]) stretches.add(said.tokens[index]?.stretch ?? 0);
  });
  if (stretches.size < 2) return [];
  const lines = starts.map(start => said.lineOf(start));
  return [
    {
      kind: 'over-turns',
      message: `Others speak in between: the parts are from lines ${lines.join(', ')}.`,
      remedy: 'Make sure that it does not read as one answer.',
      isWrong: false,
    },
  ];
}
