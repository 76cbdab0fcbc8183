/** What a key asks for on an entry. */
export type KeyWish =
  | { readonly do: 'move'; readonly steps: number }
  /** To the next place, or the one before. */
  | { readonly do: 'compare'; readonly by: 1 | -1 }
  /** Takes the place with a number, from 1; without one, the place that is compared. */
  | { readonly do: 'take'; readonly number?: number }
  | { readonly do: 'show' | 'byHand' | 'keep' | 'remove' | 'more' | 'help' }
  | { readonly do: 'widen'; readonly by: 1 | -1 };

/** What of a key event matters. */
export type KeyPress = Readonly<
  Record<'key' | 'code', string> & Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing', boolean>
>;

const FAR = 5;

/** The keys on an entry. */
export function wishOf(event: KeyPress): KeyWish | undefined {
  const { key, code, shiftKey } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  const steps = MOVES[key];
  if (steps !== undefined) return shiftKey ? undefined : { do: 'move', steps };
  // By its place on the keyboard: on some keyboards digits need Shift. Without NumLock those of the number block are arrows.
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit !== undefined && (code.startsWith('Digit') || /^\d$/.test(key)))
    return { do: 'take', number: Number(digit) };
  if (key.toLowerCase() === 'c') return { do: 'widen', by: shiftKey ? -1 : 1 };
  return PLAIN[key] ?? PLAIN[key.toLowerCase()];
}

const MOVES: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: FAR,
  PageUp: -FAR,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

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
