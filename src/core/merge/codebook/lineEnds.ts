import type { FileVersions } from '../merge.js';
import { settle } from './settle.js';

/** A text with the line ends and the byte order mark of the side that changed them, else those of ours. */
export function withEndsOf(text: string, { bases, ours = '', theirs = '' }: FileVersions): string {
  const known = bases.filter(base => base !== undefined);
  const pick = (of: (raw: string) => string): string => {
    const verdict = settle(known.map(of), of(ours), of(theirs));
    return of(verdict === 'two' ? theirs : ours);
  };
  const mark = pick(raw => (raw.startsWith('\uFEFF') ? '\uFEFF' : ''));
  const end = pick(raw => /\r\n?|\n/.exec(raw)?.[0] ?? '\n');
  return mark + (end === '\n' ? text : text.replaceAll('\n', end));
}
