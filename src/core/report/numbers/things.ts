import type { CountedRole, CountedThing } from './facts.js';
import { NUMERAL, numeralValue } from './numerals.js';
import { type Judged, type Phrase, phrase } from './people.js';

/** “23 sessions”, “11 interviews and 4 focus groups”, “three themes”, “29 quotations”. */
export function thingPhrases(things: readonly CountedThing[], roles: readonly CountedRole[]): Phrase[] {
  return things.map(thing =>
    phrase(`(?<count>${NUMERAL}) (?:${thing.pattern})`, ({ count }, { sentence }) => {
      const named = roles.filter(({ pattern }) =>
        new RegExp(`(?<![\\p{L}-])(?:${pattern})(?![\\p{L}])`, 'iu').test(sentence),
      );
      return judge(thing, numeralValue(count ?? '') ?? 0, named.length === 1 ? named[0]?.role : undefined);
    }),
  );
}

/** Where a sentence names one role, the number is that role's, or that of all; else any of those that are true. */
function judge({ name, values }: CountedThing, said: number, role: string | undefined): Judged {
  const possible = role === undefined ? values : values.filter(one => one.role === undefined || one.role === role);
  const found = possible.find(({ value }) => value === said);
  const all = (possible.length > 1 ? possible : values).map(({ value, of }) =>
    of === 'all' ? `${value}` : `${value} ${of}`,
  );
  const data =
    found === undefined
      ? `${name}: ${all.join(', ')}`
      : `${name}: ${found.value}${found.of === 'all' ? '' : ` ${found.of}`}`;
  return { verdict: found === undefined ? 'wrong' : 'right', says: `${said} ${name}`, data };
}
