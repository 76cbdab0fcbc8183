import type { MergeChoice } from '../../core/merge/merge.js';
import { digitOf, isOwnKey, type KeyPress, stepsOf } from '../common/keyPress.js';

/** What a key asks for on a question. */
export type KeyWish =
  | { readonly do: 'move'; readonly steps: number }
  /** Marks the side to the right, or to the left, for Enter. */
  | { readonly do: 'mark'; readonly by: 1 | -1 }
  /** Without a choice: what is marked. */
  | { readonly do: 'choose'; readonly choice?: MergeChoice }
  | { readonly do: 'open' | 'show' | 'help' };

/** In the order in which the sides stand and keys count them. */
export const CHOICES: readonly MergeChoice[] = ['ours', 'theirs', 'both'];

const FAR = 5;

/** The keys on a question. */
export function wishOf(event: KeyPress): KeyWish | undefined {
  const { key, shiftKey } = event;
  if (!isOwnKey(event)) return undefined;
  const steps = stepsOf(key, FAR);
  if (steps !== undefined) return shiftKey ? undefined : { do: 'move', steps };
  const digit = digitOf(event);
  const choice = digit === undefined ? undefined : CHOICES[digit - 1];
  if (choice !== undefined) return { do: 'choose', choice };
  return PLAIN[key];
}

/** Whether a key ends the page: all is decided. */
export function isFinish({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): boolean {
  return key === 'Enter' && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

const PLAIN: Readonly<Record<string, KeyWish>> = {
  ArrowRight: { do: 'mark', by: 1 },
  ArrowLeft: { do: 'mark', by: -1 },
  Enter: { do: 'choose' },
  Backspace: { do: 'open' },
  Delete: { do: 'open' },
  ' ': { do: 'show' },
  '?': { do: 'help' },
};
