const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

const tensAndUnits = `(?:${TENS.join('|')})(?:[-\\u2010\\u2011\\s](?:${UNITS.slice(1, 10).join('|')}))?`;

/** A number as a pattern: digits, or an English word up to ninety-nine. It has no groups. */
export const NUMERAL = `(?:\\d{1,6}|${tensAndUnits}|${[...UNITS].reverse().join('|')})`;

/** What a numeral stands for; undefined where it is none. */
export function numeralValue(numeral: string): number | undefined {
  const text = numeral.toLowerCase();
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const unit = (UNITS as readonly string[]).indexOf(text);
  if (unit !== -1) return unit;
  const [first = '', second = ''] = text.split(/[-\u2010\u2011\s]/);
  const tens = (TENS as readonly string[]).indexOf(first);
  if (tens === -1) return undefined;
  const rest = second === '' ? 0 : (UNITS as readonly string[]).indexOf(second);
  return rest === -1 || rest >= 10 ? undefined : (tens + 2) * 10 + rest;
}
