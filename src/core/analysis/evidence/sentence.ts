import type { EntryEvidence, Voices } from './evidence.js';
import type { Quantifier } from './quantifier.js';

/**
 * What the numbers say, in one sentence: “Most peers (7 of 9) and some non-peers (5 of 18) said so. 1 peer spoke against it only; 2 of 31
 * excerpts contradict it.”
 */
export function evidenceSentence({ roles, all, excerpts, count }: EntryEvidence): string {
  if (all.people === 0) return 'Nobody speaks in scope yet, so there is nobody to count.';
  if (count === 0) return `None of the ${counted(all.people, 'participant')} said so: there are no excerpts in scope.`;
  const groups = roles.length === 0 || (roles.length === 1 && roles[0]?.role === '') ? [{ role: '', ...all }] : roles;
  const who = groups.map(group => groupInWords(group, group.role, groups.length));
  const against = groups.flatMap(({ role, against: { length } }) =>
    length === 0 ? [] : counted(length, nounOf(role, groups.length)),
  );
  const further = [
    ...(against.length === 0 ? [] : [`${listed(against)} spoke against it only`]),
    ...(excerpts.contradicts.length === 0
      ? []
      : [
          `${excerpts.contradicts.length} of ${counted(count, 'excerpt')} ${excerpts.contradicts.length === 1 ? 'contradicts' : 'contradict'} it`,
        ]),
  ];
  return `${capital(listed(who))} said so.${further.length === 0 ? '' : ` ${capital(further.join('; '))}.`}`;
}

function groupInWords({ word, said, people }: Voices, role: string, groups: number): string {
  const noun = nounOf(role, groups);
  const isOne = word === 'one' || (word === 'none' && people === 1);
  return `${WORDS[word]} ${isOne ? noun : plural(noun)} (${said.length} of ${people})`;
}

/** The words as they come before people. */
const WORDS: Readonly<Record<Quantifier, string>> = {
  all: 'all',
  'nearly all': 'nearly all',
  most: 'most',
  'about half': 'about half of the',
  some: 'some',
  'a few': 'a few',
  one: 'one',
  none: 'no',
};

/** What somebody of a role is called. */
function nounOf(role: string, groups: number): string {
  if (role !== '') return role;
  return groups > 1 ? 'participant without a role' : 'participant';
}

/** Words at the end of a role that are made plural by an “s”. */
const REGULAR =
  /(?:^|[\s-])(?:peer|practitioner|worker|nurse|manager|clinician|therapist|psychologist|psychiatrist|doctor|professional|leader|member|participant|patient|client|user|carer|parent|relative|student|teacher|researcher|volunteer|expert|excerpt)$/i;

/** What roles are called is the study's, in any language: only what is certain to be English is put into the plural. */
export function plural(noun: string): string {
  if (noun.startsWith('participant ')) return noun.replace('participant', 'participants');
  return REGULAR.test(noun) ? `${noun}s` : `people in the role “${noun}”`;
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : plural(noun)}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
