import type { EntryEvidence } from '../../analysis/evidence/evidence.js';
import { type CountedRole, roleNoun } from './facts.js';
import { NUMERAL, numeralValue } from './numerals.js';

/** What is known of where a number stands. */
export interface Where {
  /** The sentence around it. */
  readonly sentence: string;
  /** What the numbers say of the theme or code that the heading above is called like; missing where it is called otherwise. */
  readonly evidence?: EntryEvidence;
}

/** What is found about a number in prose, before it has its place. */
export interface Judged {
  readonly verdict: 'right' | 'wrong' | 'unchecked';
  readonly says: string;
  readonly data: string;
}

/** A phrase that is recognised, and what it says against the data. */
export interface Phrase {
  /** Named groups hold the numbers. */
  readonly pattern: RegExp;
  judge(groups: Readonly<Record<string, string | undefined>>, where: Where): Judged;
}

const MARK_IT =
  'Of whom the share is told is not said: mark the number, as in 7<!-- participants: code:hope and role:peer -->.';

/** “9 of 11 peers”, “peers (9 of 11)”, “18 non-peer participants”, “18 non-peers took part”. */
export function peoplePhrases(roles: readonly CountedRole[], total: number): Phrase[] {
  const ofRole = roles.flatMap((role): Phrase[] => {
    const share = `(?<part>${NUMERAL}) of (?:the |all )?(?<whole>${NUMERAL})`;
    const noun = `(?:${role.pattern})`;
    return [
      phrase(`${share} (?:eligible |employed )?${noun}(?! of)`, ({ part, whole }, where) =>
        judgeShare(role, part, whole, where),
      ),
      phrase(`${noun} \\(${share}\\)`, ({ part, whole }, where) => judgeShare(role, part, whole, where)),
      phrase(
        `(?<part>${NUMERAL}) ${noun}(?: participants?| practitioners?)? (?:took part|participated|were interviewed|in total)`,
        ({ part }) => judgeCount(role, part),
      ),
      phrase(`(?<part>${NUMERAL}) ${noun} participants?`, ({ part }) => judgeCount(role, part)),
    ];
  });
  const everybody = phrase(
    `(?<part>${NUMERAL}) (?:people|persons|participants)(?= took part| participated|,? in total| in all|\\.)|(?:sample of|in total|altogether),? (?<other>${NUMERAL}) (?:people|persons|participants)`,
    ({ part, other }) => compared(numeralValue(part ?? other ?? ''), total, 'people', 'took part'),
  );
  return [...ofRole, everybody];
}

function judgeShare(
  role: CountedRole,
  part: string | undefined,
  whole: string | undefined,
  { sentence, evidence }: Where,
): Judged {
  const [some, all] = [numeralValue(part ?? '') ?? 0, numeralValue(whole ?? '') ?? 0];
  const says = `${some} of ${all} ${roleNoun(role.role, all)}`;
  const pool = role.pools.find(({ value }) => value === all);
  const isAboutTakingPart =
    /\b(?:took part|taken part|participated|were interviewed|are employed|of the sample)\b/i.test(sentence);
  if (pool !== undefined && (all !== role.people || isAboutTakingPart)) {
    const data = `${role.people} took part, of ${all} ${pool.of}`;
    return { verdict: some === role.people ? 'right' : 'wrong', says, data };
  }
  if (all === role.people) {
    if (some > all) return { verdict: 'wrong', says, data: `there are ${all}` };
    const said = evidence?.roles.find(one => one.role === role.role)?.said.length;
    if (evidence === undefined || said === undefined) {
      return { verdict: 'unchecked', says, data: `There are ${all}. ${MARK_IT}` };
    }
    const data = `${said} of ${all} for “${evidence.entry.title}”`;
    // Whether the whole theme is meant only its authors know: what differs need not be wrong.
    if (said !== some) return { verdict: 'unchecked', says, data: `It is ${data}, the heading above. ${MARK_IT}` };
    return { verdict: 'right', says, data };
  }
  const pools = role.pools.map(({ value, of }) => `, ${value} ${of}`).join('');
  return { verdict: 'wrong', says, data: `${role.people} took part${pools}` };
}

function judgeCount(role: CountedRole, part: string | undefined): Judged {
  return compared(numeralValue(part ?? ''), role.people, roleNoun(role.role, 2), 'took part');
}

/** A number against the one of the data. */
export function compared(said: number | undefined, value: number, noun: string, rest = ''): Judged {
  const data = `${value} ${noun}${rest === '' ? '' : ` ${rest}`}`;
  return { verdict: said === value ? 'right' : 'wrong', says: `${said} ${noun}`, data };
}

/** White space in a phrase may be any, a line end too. */
export function phrase(source: string, judge: Phrase['judge']): Phrase {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}.,-])(?:${source.replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`, 'giu');
  return { pattern, judge };
}
