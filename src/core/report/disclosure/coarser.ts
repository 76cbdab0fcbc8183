import { Corpus } from '../../analysis/corpus/corpus.js';
import { isInterviewer } from '../../analysis/people.js';
import { nameKey } from '../../analysis/query/fields/field.js';
import type { Participant, Participants } from '../../study/participants.js';
import { speakerKey } from '../../transcript/names.js';

/**
 * A corpus that does not say some attributes of people and sessions: what is counted from it is counted as if nobody had noted them. That is
 * how an export with several tables keeps small cells back: none of its tables can be set against another one.
 */
export function withoutAttributes(corpus: Corpus, names: readonly string[]): Corpus {
  if (names.length === 0) return corpus;
  const keys = new Set(names.map(nameKey));
  const kept = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).filter(([name]) => !keys.has(nameKey(name))));
  const { participants, config, codebook } = corpus.study;
  const list = participants.list.map(({ role, attributes, ...person }): Participant => {
    const hasRole = role !== undefined && (isInterviewer(role) || !keys.has('role'));
    return { ...person, ...(hasRole ? { role } : {}), attributes: kept(attributes) };
  });
  const transcripts = corpus.transcripts.map(transcript => {
    const { kind, site, language, duration, date, other, ...front } = transcript.frontMatter;
    const told = Object.entries({ kind, site, language, duration, date }).filter(([, value]) => value !== undefined);
    const result = { ...transcript, frontMatter: { ...front, ...kept(Object.fromEntries(told)), other: kept(other) } };
    return Object.assign(result, { excerpts: transcript.excerpts.map(one => ({ ...one, transcript: result })) });
  });
  const study = {
    codebook,
    participants: peopleOf(participants, list),
    config: keys.has('role') ? { ...config, recruitment: [] } : config,
  };
  return new Corpus(study, transcripts, corpus.complete);
}

function peopleOf(participants: Participants, list: readonly Participant[]): Participants {
  const byId = new Map(list.map(one => [one.id.toLowerCase(), one]));
  const byKey = new Map(list.map(one => [speakerKey(one.id), one]));
  return {
    ...participants,
    list,
    find: id => byId.get(id.toLowerCase()),
    named: label => {
      const id = participants.named(label)?.id;
      return id === undefined ? undefined : byKey.get(speakerKey(id));
    },
  };
}

/** What may be counted by, from all of it to nothing: the first that is safe is taken. */
const COARSER: readonly (readonly string[])[] = [[], ['kind'], ['role'], ['role', 'kind']];

/** What was counted, and by what it was not. */
export interface Coarse<T> {
  readonly of: T;
  readonly left: readonly string[];
}

/**
 * Counts by role and kind of session as far as no cell is small.
 * @param isSafe whether nobody could be recognised by what was counted
 */
export function coarseEnough<T>(
  corpus: Corpus,
  smallestCell: number,
  count: (corpus: Corpus) => T,
  isSafe: (counted: T) => boolean,
): Coarse<T> {
  for (const left of COARSER) {
    const counted = count(withoutAttributes(corpus, left));
    if (smallestCell < 2 || left.length === 2 || isSafe(counted)) return { of: counted, left };
  }
  throw new Error('There is always something coarse enough.');
}

/** What was left out, in sentences for the end of an export. */
export function saidOfLeft(left: readonly string[], smallestCell: number): string[] {
  if (left.length === 0) return [];
  return [
    `Nothing is told by ${left.join(' or ')}: some cells would have fewer than ${smallestCell} people, and the tables of this export could be set against each other.`,
  ];
}
