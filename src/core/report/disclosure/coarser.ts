import { Corpus, type CorpusTranscript } from '../../analysis/corpus/corpus.js';
import { isInterviewer } from '../../analysis/people.js';
import { nameKey } from '../../analysis/query/fields/field.js';
import type { Pieces } from '../../pieces.js';
import type { Participant, Participants } from '../../study/participants.js';
import { speakerKey } from '../../transcript/names.js';

/**
 * A corpus that does not say some attributes of people and sessions: what is counted from it is counted as if nobody had noted them. That is
 * how an export with several tables keeps small cells back: none of its tables can be set against another one.
 * @param names of attributes, and `recruitment`, which is told by role
 */
export function* withoutAttributes(corpus: Corpus, names: readonly string[]): Pieces<Corpus> {
  if (names.length === 0) return corpus;
  const keys = new Set(names.map(nameKey));
  const kept = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).filter(([name]) => !keys.has(nameKey(name))));
  const { participants, config, codebook } = corpus.study;
  const list = participants.list.map(({ role, attributes, ...person }): Participant => {
    const hasRole = role !== undefined && (isInterviewer(role) || !keys.has('role'));
    return { ...person, ...(hasRole ? { role } : {}), attributes: kept(attributes) };
  });
  const transcripts: CorpusTranscript[] = [];
  for (const transcript of corpus.transcripts) {
    const { kind, site, language, duration, date, other, ...front } = transcript.frontMatter;
    const told = Object.entries({ kind, site, language, duration, date }).filter(([, value]) => value !== undefined);
    const result = { ...transcript, frontMatter: { ...front, ...kept(Object.fromEntries(told)), other: kept(other) } };
    const excerpts = transcript.excerpts.map(one => ({ ...one, transcript: result }));
    transcripts.push(Object.assign(result, { excerpts }));
    yield;
  }
  const study = {
    codebook,
    participants: peopleOf(participants, list),
    config: keys.has('role') || keys.has('recruitment') ? { ...config, recruitment: [] } : config,
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
 * @param coarser what may be left out, from nothing to all of it
 */
export function* coarseEnough<T>(
  corpus: Corpus,
  smallestCell: number,
  count: (corpus: Corpus) => Pieces<T>,
  isSafe: (counted: T) => boolean,
  coarser = COARSER,
): Pieces<Coarse<T>> {
  for (const left of coarser) {
    const counted = yield* count(yield* withoutAttributes(corpus, left));
    if (smallestCell < 2 || left === coarser.at(-1) || isSafe(counted)) return { of: counted, left };
  }
  throw new Error('There is always something coarse enough.');
}

/** What was left out, in sentences for the end of an export. @param what is left out, up to the verb */
export function saidOfLeft(left: readonly string[], smallestCell: number, what = 'Nothing is told'): string[] {
  const attributes = left.filter(name => name !== 'recruitment');
  const recruitment = `Recruitment is left out: some of its figures are of fewer than ${smallestCell} people.`;
  const sentences = left.includes('recruitment') ? [recruitment] : [];
  if (attributes.length === 0) return sentences;
  return [
    ...sentences,
    `${what} by ${attributes.join(' or ')}: some cells would have fewer than ${smallestCell} people, and the tables of this export could be set against each other.`,
  ];
}
