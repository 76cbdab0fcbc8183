import { codePointLength } from '../../text/codePoints.js';
import { speakerKey } from '../../transcript/names.js';
import { escapeRegExp } from './escapeRegExp.js';

/** Values that say nothing of anybody where they stand in another text. */
const SAYS_NOTHING = new Set(['yes', 'no', 'none', 'unknown', 'other', 'n/a', 'not given', 'not known']);

/**
 * A test for texts that say one of some values, as words of their own and letter case aside. Values without a letter or a year, and of
 * one or two letters, are not looked for: they would be found in everything.
 * @param ids of people; of these only single letters are not looked for
 */
export function saysAnyOf(values: Iterable<string>, ids: Iterable<string> = []): (text: string) => boolean {
  const looked = new Set([...[...values].filter(isTelling), ...[...ids].filter(id => codePointLength(id.trim()) > 1)]);
  if (looked.size === 0) return () => false;
  const pattern = wholeWords([...looked], 'iu');
  return text => pattern.test(flat(text));
}

function isTelling(value: string): boolean {
  const text = value.trim();
  const isLong = codePointLength(text) >= 3 && (/\p{L}/u.test(text) || /\d{4}/.test(text));
  return isLong && !SAYS_NOTHING.has(text.toLowerCase());
}

/** What separates words in names of files does so in texts, too. */
const flat = (text: string): string => text.normalize('NFC').replace(/[\s_-]+/g, ' ');

/** Finds any of some texts where no letter or number goes on before or behind them. The longest that fits is found. */
export function wholeWords(texts: readonly string[], flags: string): RegExp {
  const sorted = [...texts].sort((a, b) => b.length - a.length).map(text => escapeRegExp(flat(text.trim())));
  const joined = sorted.map(text => text.replaceAll(' ', '[\\s_-]+')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${joined})(?![\\p{L}\\p{N}])`, flags);
}

/**
 * The same where names are labels of turns: before a colon or between marks of Markdown, as in a passage that was cut out of a file.
 */
export function labelRenamer(names: ReadonlyMap<string, string>): (text: string) => string {
  const known = new Map([...names].filter(([name, other]) => name !== other && name.trim() !== ''));
  if (known.size === 0) return text => text;
  const byKey = new Map([...known].map(([name, other]) => [speakerKey(flat(name)), other]));
  const { source } = wholeWords([...known.keys()], 'u');
  const time = String.raw`(?:\s*[[(]?\d{1,2}:\d{2}[\d:.,]*[\])]?)?`;
  const pattern = new RegExp(`(${source})(?=\\**${time}\\**\\s*[:：]|\\*\\*)|(?<=(?:\\*\\*|#)\\s*)(${source})`, 'giu');
  return text => text.replace(pattern, found => byKey.get(speakerKey(flat(found))) ?? found);
}

/**
 * Puts other names in the place of names, where they stand as words of their own, in the letter case they have. Names of a single letter
 * are left: they are words.
 */
export function renamer(names: ReadonlyMap<string, string>): (text: string) => string {
  const known = new Map([...names].filter(([name, other]) => name !== other && codePointLength(name.trim()) > 1));
  if (known.size === 0) return text => text;
  const pattern = wholeWords([...known.keys()], 'gu');
  const byFlat = new Map([...known].map(([name, other]) => [flat(name.trim()), other]));
  return text => text.replace(pattern, found => byFlat.get(flat(found)) ?? found);
}

/** A passage as it stood in a file, in which marked labels that nobody knows any more say only that somebody speaks. */
export function withoutStrangers(text: string, known: ReadonlySet<string>): string {
  return text.replace(/\*\*([^*]{1,60}?)(?:[:：]\*\*|\*\*\s*[:：])/gu, (found, label: string) =>
    known.has(label.trim()) ? found : '**Speaker:**',
  );
}
