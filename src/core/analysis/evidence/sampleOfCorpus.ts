import type { Pieces } from '../../pieces.js';
import { compareNames } from '../../text/compare.js';
import type { Corpus, CorpusTranscript } from '../corpus/corpus.js';
import { populationOf } from '../matrix/population.js';
import { isInterviewer, roleKey } from '../people.js';
import { sessionsOf } from '../sample/sessions.js';

/** A session in which somebody of the sample spoke. */
export interface SpokenSession {
  readonly name: string;
  readonly kind: string;
  readonly transcripts: readonly CorpusTranscript[];
  /** Who spoke in scope. */
  readonly people: ReadonlySet<string>;
}

/** Who belongs to the sample: who speaks in scope, in a transcript that is there. */
export interface SampleOfCorpus {
  /** By role, then NP2 before NP11; each with the role as it is written first. */
  readonly people: ReadonlyMap<string, string>;
  readonly sessions: readonly SpokenSession[];
  /** Who speaks in scope, by transcript. */
  readonly spoke: ReadonlyMap<CorpusTranscript, ReadonlySet<string>>;
}

/** Finds the people of a study and the sessions in which they speak in scope. */
export function* sampleOfCorpus(corpus: Corpus): Pieces<SampleOfCorpus> {
  const spoke = yield* populationOf(corpus, new Map());
  const sessions = sessionsOf(corpus.transcripts)
    .map(({ name, transcripts }): SpokenSession => {
      const people = new Set(transcripts.flatMap(transcript => [...(spoke.get(transcript) ?? [])]));
      const kind = transcripts.find(({ frontMatter }) => frontMatter.kind !== undefined)?.frontMatter.kind ?? '';
      return { name, kind, transcripts, people };
    })
    .filter(({ people }) => people.size > 0);
  return { people: peopleByRole(corpus, new Set(sessions.flatMap(({ people }) => [...people]))), sessions, spoke };
}

function peopleByRole(corpus: Corpus, ids: ReadonlySet<string>): Map<string, string> {
  const { participants } = corpus.study;
  const roles = new Map<string, string>();
  for (const { role } of participants.list)
    if (role !== undefined && !isInterviewer(role) && !roles.has(roleKey(role))) roles.set(roleKey(role), role);
  const order = [...roles.keys()];
  const roleOf = (id: string): string => roleKey(participants.find(id)?.role);
  const rank = (id: string): number => (roleOf(id) === '' ? order.length : order.indexOf(roleOf(id)));
  const sorted = [...ids].sort((a, b) => rank(a) - rank(b) || compareNames(a, b));
  return new Map(sorted.map(id => [id, roles.get(roleOf(id)) ?? '']));
}
