/** What of a key event matters. */
export type KeyPress = Readonly<
  Record<'key' | 'code', string> & Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing', boolean>
>;

/** Whether a key is one of a page's own: without what makes it the editor's, and not part of a word that is being composed. */
export function isOwnKey({ altKey, ctrlKey, metaKey, isComposing }: KeyPress): boolean {
  return !(altKey || ctrlKey || metaKey || isComposing);
}

/**
 * The digit of a key, by its place on the keyboard: with Shift, and on some keyboards without it, the character is another one.
 * @returns undefined for all other keys, and for those of the number block that are arrows without NumLock
 */
export function digitOf({ code, key }: Pick<KeyPress, 'code' | 'key'>): number | undefined {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit === undefined || !(code.startsWith('Digit') || /^\d$/.test(key))) return undefined;
  return Number(digit);
}

/** How many items a key goes on in a list; `far` is as far as a page. */
export function stepsOf(key: string, far: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: far,
    PageUp: -far,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  return Object.hasOwn(steps, key) ? steps[key] : undefined;
}
