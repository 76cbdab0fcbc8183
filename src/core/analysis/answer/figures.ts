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

/** Counts an answer, excerpt after excerpt, so that a long one can be counted in pieces. */
export class AnswerCounter {
  private readonly said = new Set<string>();
  private readonly from = new Set<CorpusTranscript>();
  private count = 0;

  add({ participants, transcript }: CorpusExcerpt): void {
    for (const participant of participants) this.said.add(participant);
    this.from.add(transcript);
    this.count++;
  }

  /**
   * What was counted.
   * @param people who could be in it, as `speakersInScope` says
   */
  figures({ study, transcripts }: Pick<Corpus, 'study' | 'transcripts'>, people: ReadonlySet<string>): AnswerFigures {
    const { said, from } = this;
    const roles = new Map<string, RoleFigures>();
    for (const { id, role } of study.participants.list) {
      if (role === undefined || !(people.has(id) || said.has(id))) continue;
      const figures = roles.get(roleKey(role)) ?? { role, said: 0, of: 0 };
      roles.set(roleKey(role), { ...figures, said: figures.said + (said.has(id) ? 1 : 0), of: figures.of + 1 });
    }
    const sessions = sessionsOf(transcripts).filter(session => session.transcripts.some(one => from.has(one)));
    return {
      participants: said.size,
      roles: [...roles.values()],
      excerpts: this.count,
      sessions: sessions.length,
    };
  }
}
