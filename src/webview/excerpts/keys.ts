import { digitOf, stepsOf } from '../common/keyPress.js';

/** What a key asks for on the page. */
export type KeyWish =
  /** `select`: everything on the way is selected. */
  | { readonly do: 'move'; readonly steps: number; readonly select: boolean }
  | { readonly do: 'open'; readonly stay: boolean }
  | { readonly do: 'example' | 'remove' | 'recode' | 'addCode' | 'memo' | 'evidence' | 'comment' | 'quote' }
  /** More of what stands around an excerpt, or less. */
  | { readonly do: 'context'; readonly by: 1 | -1 }
  /** Takes the excerpt into the selection or out of it; selects none. */
  | { readonly do: 'toggle' | 'deselect' }
  | { readonly do: 'fold' | 'unfold' }
  | { readonly do: 'find' | 'help' }
  | { readonly do: 'clear' | 'add' }
  | { readonly do: 'assign'; readonly number: number; readonly also: boolean };

const FAR = 10;

/** The keys on an excerpt or a heading. `sorting`: those for sorting count as well. */
export function wishOf(event: KeyboardEvent, sorting: boolean): KeyWish | undefined {
  if (event.altKey || event.isComposing) return undefined;
  if (event.ctrlKey || event.metaKey) return withControl(event);
  const number = digitOf(event);
  if (sorting && number !== undefined) return { do: 'assign', number, also: event.shiftKey };
  const steps = stepsOf(event.key, FAR);
  if (steps !== undefined) return { do: 'move', steps, select: event.shiftKey };
  const wish = PLAIN[event.key] ?? PLAIN[event.key.toLowerCase()];
  if (wish?.do === 'context') return { do: 'context', by: event.shiftKey ? -1 : 1 };
  if (wish?.do === 'clear' || wish?.do === 'add') return sorting ? wish : undefined;
  return wish;
}

function withControl({ code, key, shiftKey }: KeyboardEvent): KeyWish | undefined {
  if (shiftKey) return undefined;
  if (code === 'Space') return { do: 'toggle' };
  return key.toLowerCase() === 'f' ? { do: 'find' } : undefined;
}

const PLAIN: Readonly<Record<string, KeyWish>> = {
  Enter: { do: 'open', stay: false },
  ' ': { do: 'open', stay: true },
  ArrowLeft: { do: 'fold' },
  ArrowRight: { do: 'unfold' },
  a: { do: 'addCode' },
  c: { do: 'context', by: 1 },
  d: { do: 'comment' },
  e: { do: 'example' },
  m: { do: 'memo' },
  q: { do: 'quote' },
  r: { do: 'recode' },
  v: { do: 'evidence' },
  x: { do: 'toggle' },
  Delete: { do: 'remove' },
  Escape: { do: 'deselect' },
  '/': { do: 'find' },
  '?': { do: 'help' },
  Backspace: { do: 'clear' },
  n: { do: 'add' },
};
