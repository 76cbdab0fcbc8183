import type { Arguments } from './arguments.js';
import { Refusal } from './refusal.js';

/** A form in which a list can be printed beside text. */
export type Format = 'json' | 'csv' | 'md';

const FORMATS: readonly Format[] = ['json', 'csv', 'md'];

/** The form that was asked for; undefined for text. @throws Refusal where there are two */
export function formatIn(args: Arguments): Format | undefined {
  const [format, ...more] = FORMATS.filter(name => args.has(name));
  if (format === undefined || more.length === 0) return format;
  throw new Refusal(
    'arguments',
    `--${[format, ...more].join(' and --')} do not go together.`,
    'Ask for one format at a time.',
  );
}
