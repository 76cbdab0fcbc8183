/** Source of a pattern for a clock time: `12:31`, `00:12:31`, `00:12:31.250`, `00:12:31,250`, f4's `00:12:31-4`. */
export const TIME = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:-\d{1,3})?(?!\d)`;

/** Source of a pattern for a time that its marks set apart: `[00:12:31]`, `(12:31)`, `\[12:31\]`, `#00:12:31-4#`, `[0:03 --> 0:06]`. */
export const STAMP = String.raw`(?:\\?[\[(（【]\s?${TIME}(?:\s?(?:-->|[-–—])\s?${TIME})?\s?\\?[\])）】]|#${TIME}#)`;

const PARTS = /(\d{1,3}):(\d{2})(?::(\d{2}))?(?:[.,](\d{1,3}))?(?:-(\d{1,3}))?/;

/**
 * Milliseconds of the first clock time in a text. Two parts are minutes and seconds. What follows a point, a comma or
 * f4's hyphen are decimals of a second.
 */
export function milliseconds(text: string): number | undefined {
  const match = PARTS.exec(text);
  if (!match) return undefined;
  const [, first, second, third, decimals, tenths] = match;
  const seconds =
    third === undefined
      ? Number(first) * 60 + Number(second)
      : (Number(first) * 60 + Number(second)) * 60 + Number(third);
  return seconds * 1000 + Number((decimals ?? tenths ?? '0').padEnd(3, '0'));
}
