import type { Corpus, CorpusExcerpt, CorpusTranscript } from '../corpus/corpus.js';
import { roleKey } from '../people.js';
import { sessionsOf } from '../sample/sessions.js';

/** How many people of one role are in an answer, and how many there could be. */
export interface RoleFigures {
  readonly role: string;
  readonly said: number;
  /** Those who speak in scope in any transcript. */
  readonly of: number;
}

/** An answer in numbers; people count first. */
export interface AnswerFigures {
  readonly participants: number;
  /** By role, in the order of `participants.csv`; none where no role is declared. */
  readonly roles: readonly RoleFigures[];
  readonly excerpts: number;
  readonly sessions: number;
}

/** Who speaks in scope in some transcripts, each once. */
export function speakersInScope(corpus: Corpus, transcripts: readonly CorpusTranscript[]): Set<string> {
  const people = new Set<string>();
  for (const transcript of transcripts) {
    for (const { participant, body, words } of transcript.turns) {
      if (participant === undefined || words === 0 || people.has(participant)) continue;
      if (corpus.isInScope(transcript, body)) people.add(participant);
    }
  }
  return people;
}

/**
 * Counts an answer.
 * @param people who could be in it, as `speakersInScope` says
 */
export function figuresOf(
  { study: { participants }, transcripts }: Pick<Corpus, 'study' | 'transcripts'>,
  excerpts: readonly CorpusExcerpt[],
  people: ReadonlySet<string>,
): AnswerFigures {
  const said = new Set(excerpts.flatMap(excerpt => excerpt.participants));
  const from = new Set(excerpts.map(({ transcript }) => transcript));
  const sessions = sessionsOf(transcripts).filter(session => session.transcripts.some(one => from.has(one)));
  const roles = new Map<string, RoleFigures>();
  for (const { id, role } of participants.list) {
    if (role === undefined || !(people.has(id) || said.has(id))) continue;
    const figures = roles.get(roleKey(role)) ?? { role, said: 0, of: 0 };
    roles.set(roleKey(role), { ...figures, said: figures.said + (said.has(id) ? 1 : 0), of: figures.of + 1 });
  }
  return {
    participants: said.size,
    roles: [...roles.values()],
    excerpts: excerpts.length,
    sessions: sessions.length,
  };
}
