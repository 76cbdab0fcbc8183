import { digitOf, isOwnKey, type KeyPress, stepsOf } from '../common/keyPress.js';

/** What a key asks for on an entry. */
export type KeyWish =
  | { readonly do: 'move'; readonly steps: number }
  /** To the next place, or the one before. */
  | { readonly do: 'compare'; readonly by: 1 | -1 }
  /** Takes the place with a number, from 1; without one, the place that is compared. */
  | { readonly do: 'take'; readonly number?: number }
  | { readonly do: 'show' | 'byHand' | 'keep' | 'remove' | 'more' | 'help' }
  | { readonly do: 'widen'; readonly by: 1 | -1 };

const FAR = 5;

/** The keys on an entry. */
export function wishOf(event: KeyPress): KeyWish | undefined {
  const { key, shiftKey } = event;
  if (!isOwnKey(event)) return undefined;
  const steps = stepsOf(key, FAR);
  if (steps !== undefined) return shiftKey ? undefined : { do: 'move', steps };
  const number = digitOf(event);
  if (number !== undefined && number > 0) return { do: 'take', number };
  if (key.toLowerCase() === 'c') return { do: 'widen', by: shiftKey ? -1 : 1 };
  return PLAIN[key] ?? PLAIN[key.toLowerCase()];
}

const PLAIN: Readonly<Record<string, KeyWish>> = {
  ArrowRight: { do: 'compare', by: 1 },
  ArrowLeft: { do: 'compare', by: -1 },
  Enter: { do: 'take' },
  ' ': { do: 'show' },
  s: { do: 'byHand' },
  k: { do: 'keep' },
  m: { do: 'more' },
  Delete: { do: 'remove' },
  '?': { do: 'help' },
};
