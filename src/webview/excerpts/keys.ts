/** What a key asks for on the page. */
export type KeyWish =
  | { readonly do: 'move'; readonly steps: number }
  | { readonly do: 'open'; readonly stay: boolean }
  | { readonly do: 'example' }
  | { readonly do: 'remove' }
  | { readonly do: 'find' }
  | { readonly do: 'clear' }
  | { readonly do: 'add' }
  | { readonly do: 'assign'; readonly number: number; readonly also: boolean };

const FAR = 10;

/** The keys on an excerpt. `sorting`: those for sorting count as well. */
export function wishOf(event: KeyboardEvent, sorting: boolean): KeyWish | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  // By its place on the keyboard: with Shift, and on some keyboards without it, the character is another one.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  if (sorting && digit !== undefined && isDigitKey(event)) {
    return { do: 'assign', number: Number(digit), also: event.shiftKey };
  }
  const wish = PLAIN[event.key] ?? PLAIN[event.key.toLowerCase()];
  if (wish?.do === 'clear' || wish?.do === 'add') return sorting ? wish : undefined;
  return wish;
}

/** Without NumLock the digits of the number block are arrows. */
function isDigitKey({ code, key }: KeyboardEvent): boolean {
  return code.startsWith('Digit') || /^\d$/.test(key);
}

const PLAIN: Readonly<Record<string, KeyWish>> = {
  ArrowDown: { do: 'move', steps: 1 },
  ArrowUp: { do: 'move', steps: -1 },
  PageDown: { do: 'move', steps: FAR },
  PageUp: { do: 'move', steps: -FAR },
  Home: { do: 'move', steps: Number.NEGATIVE_INFINITY },
  End: { do: 'move', steps: Number.POSITIVE_INFINITY },
  Enter: { do: 'open', stay: false },
  ' ': { do: 'open', stay: true },
  e: { do: 'example' },
  Delete: { do: 'remove' },
  '/': { do: 'find' },
  Backspace: { do: 'clear' },
  n: { do: 'add' },
};
