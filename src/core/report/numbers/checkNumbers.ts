import { normaliseText } from '../../text/normalise.js';
import type { ReportSources } from '../study/sources.js';
import type { NumberClaim } from './claim.js';
import { rolesOf, thingsOf } from './facts.js';
import { judgeMarked, MARKED } from './marked.js';
import { NUMERAL } from './numerals.js';
import { type Judged, peoplePhrases } from './people.js';
import { headingBefore, ownProse, sentenceAt } from './prose.js';
import { thingPhrases } from './things.js';

/** So many characters of a sentence are shown around a number that was not understood. */
const AROUND = 28;
const DIGITS = /(?<![\p{L}\p{N}.,:/–-])\d{1,6}(?![\p{L}\p{N}]|[.,:/–-]\d|%|\s?%)/gu;

/**
 * Compares the numbers in a manuscript with the data: those in phrases that are recognised, and those that are marked. Numbers in digits
 * of which nobody can tell what they count are listed as not checked; what is quoted is not looked at.
 * @returns in the order of the text
 */
export function checkNumbers(raw: string, sources: ReportSources): NumberClaim[] {
  const text = normaliseText(raw);
  const claims: NumberClaim[] = [];
  const taken: { start: number; end: number }[] = [];
  const isTaken = (start: number, end: number): boolean => taken.some(one => start < one.end && end > one.start);
  const add = (at: number, words: string, judged: Judged, isMarked: boolean): void => {
    taken.push({ start: at, end: at + words.length });
    const line = text.slice(0, at).split('\n').length;
    claims.push({ line, at, words: words.replace(/\s+/g, ' ').trim(), ...judged, isMarked });
  };
  for (const match of text.matchAll(MARKED)) {
    const { number = '', what = '', query = '' } = match.groups ?? {};
    add(match.index, match[0], judgeMarked(sources.corpus, number, what.toLowerCase(), query), true);
  }
  const prose = ownProse(text);
  // Where small numbers of people by role are held back, none is told here.
  const roles = rolesOf(sources.sample);
  for (const { pattern, judge } of [
    ...peoplePhrases(roles, sources.sample.total.people),
    ...thingPhrases(thingsOf(sources), roles),
  ]) {
    for (const match of prose.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (isTaken(match.index, end)) continue;
      const { start, end: stop } = sentenceAt(prose, match.index);
      const title = headingBefore(prose, match.index)?.toLowerCase();
      const evidence = sources.evidence.find(one => one.entry.title.toLowerCase() === title);
      const where = { sentence: prose.slice(start, stop), ...(evidence === undefined ? {} : { evidence }) };
      add(match.index, match[0], judge(match.groups ?? {}, where), false);
    }
  }
  for (const match of [...prose.matchAll(SHARES), ...prose.matchAll(DIGITS)]) {
    if (isTaken(match.index, match.index + match[0].length)) continue;
    const { start, end } = sentenceAt(prose, match.index);
    const words = prose.slice(Math.max(start, match.index - AROUND), Math.min(end, match.index + AROUND));
    const judged: Judged = {
      verdict: 'unchecked',
      says: match[0].replace(/\s+/g, ' '),
      data: 'It is not understood what is counted.',
    };
    taken.push({ start: match.index, end: match.index + match[0].length });
    const line = text.slice(0, match.index).split('\n').length;
    claims.push({ line, at: match.index, words: words.replace(/\s+/g, ' ').trim(), ...judged, isMarked: false });
  }
  return claims.sort((a, b) => a.at - b.at);
}

/** “8 of 9”, also in words. */
const SHARES = new RegExp(`(?<![\\p{L}\\p{N}])${NUMERAL}\\s+of\\s+(?:the\\s+)?${NUMERAL}(?![\\p{L}\\p{N}])`, 'giu');
