import * as fc from 'fast-check';
import { type CodebookChange, type Destination, PHASES } from '../../../src/core/codebook/change.js';
import type { Codebook } from '../../../src/core/codebook/codebook.js';
import { PALETTE } from '../../../src/core/codebook/colors.js';

/** What a random change is made from: numbers that choose among the entries there are. */
export interface Draw {
  readonly kind: number;
  readonly picks: readonly number[];
  readonly target: number;
  readonly choice: number;
  readonly words: string;
}

/** Draws for changes to whatever codebook there is by then. */
export const anyDraw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.nat(),
  picks: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  target: fc.nat(),
  choice: fc.nat(),
  words: fc.constantFrom('Hope', 'Waiting', 'Plain words', 'Trust & risk', 'C#', 'Two {braces}', 'Ungleich verteilt'),
});

/** The change a draw stands for in a codebook; it may be one that cannot be made. */
export function changeFrom(book: Codebook, { kind, picks, target, choice, words }: Draw): CodebookChange {
  const ids = book.entries.map(entry => entry.id);
  const at = (n: number): string => ids[n % Math.max(1, ids.length)] ?? 'none';
  const entry = at(picks[0] ?? 0);
  const entries = picks.map(at);
  const to: Destination[] = [{ under: at(target) }, { under: at(target) }, { under: undefined }];
  to.push({ before: at(target) }, { after: at(target) });
  const former = book.entries.flatMap(one => one.formerly);
  const note = (['include', 'exclude', 'example'] as const)[choice % 3] ?? 'example';
  const unmerge: CodebookChange = { do: 'unmerge', id: former[choice % Math.max(1, former.length)] ?? 'none' };
  const all: CodebookChange[] = [
    { do: 'add', kind: choice % 2 ? 'theme' : 'code', title: words, under: choice % 5 ? at(target) : undefined },
    { do: 'rename', entry, title: `${words} ${choice % 9}` },
    { do: 'change-id', entry, id: `new-${choice % 50}` },
    { do: 'define', entry, definition: choice % 4 ? `${words}, in ${choice % 7} words.` : '' },
    { do: 'note', entry, as: note, text: `${words}: ${choice % 5}` },
    { do: 'color', entries, color: choice % 3 ? PALETTE[choice % PALETTE.length] : undefined },
    { do: 'phase', entries, phase: PHASES[choice % 4] },
    { do: 'scope', entries, inScope: true },
    { do: 'scope', entries, inScope: choice % 3 === 0 },
    { do: 'move', entries, to: to[choice % to.length] ?? { under: undefined } },
    { do: 'move', entries, to: to[choice % 3] ?? { under: undefined } },
    { do: 'promote', entry },
    { do: 'demote', entry },
    { do: 'group', entries, title: words },
    { do: 'merge', from: entries, into: at(target) },
    unmerge,
    { do: 'delete', entries: [entry], contents: choice % 2 ? 'keep' : 'delete' },
    { do: 'merge', from: [book.find(entry)?.parent?.id ?? entry], into: choice % 2 ? entry : at(target) },
    unmerge,
  ];
  return all[kind % all.length] as CodebookChange;
}
