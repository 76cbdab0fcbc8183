import type { MergeChoice } from '../../core/merge/merge.js';

/** What a key asks for on a question. */
export type KeyWish =
  | { readonly do: 'move'; readonly steps: number }
  /** Marks the side to the right, or to the left, for Enter. */
  | { readonly do: 'mark'; readonly by: 1 | -1 }
  /** Without a choice: what is marked. */
  | { readonly do: 'choose'; readonly choice?: MergeChoice }
  | { readonly do: 'open' | 'show' | 'help' };

/** What of a key event matters. */
export type KeyPress = Readonly<
  Record<'key' | 'code', string> & Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing', boolean>
>;

/** In the order in which the sides stand and keys count them. */
export const CHOICES: readonly MergeChoice[] = ['ours', 'theirs', 'both'];

const FAR = 5;

/** The keys on a question. */
export function wishOf(event: KeyPress): KeyWish | undefined {
  const { key, code, shiftKey } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  const steps = MOVES[key];
  if (steps !== undefined) return shiftKey ? undefined : { do: 'move', steps };
  // By its place on the keyboard: on some keyboards digits need Shift. Without NumLock those of the number block are arrows.
  const digit = /^(?:Digit|Numpad)([1-3])$/.exec(code)?.[1];
  const choice = digit === undefined ? undefined : CHOICES[Number(digit) - 1];
  if (choice !== undefined && (code.startsWith('Digit') || /^\d$/.test(key))) return { do: 'choose', choice };
  return PLAIN[key];
}

/** Whether a key ends the page: all is decided. */
export function isFinish({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): boolean {
  return key === 'Enter' && (ctrlKey || metaKey) && !altKey && !shiftKey;
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
  ArrowRight: { do: 'mark', by: 1 },
  ArrowLeft: { do: 'mark', by: -1 },
  Enter: { do: 'choose' },
  Backspace: { do: 'open' },
  Delete: { do: 'open' },
  ' ': { do: 'show' },
  '?': { do: 'help' },
};
