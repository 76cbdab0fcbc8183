import type { AnswerFigures } from '../../core/analysis/answer/figures.js';
import { counted, filled } from '../common/filled.js';
import type { Texts } from './protocol.js';

/** An answer in one sentence: participants first, of how many in each role, then excerpts and sessions. */
export function sentenceOf({ participants, roles, excerpts, sessions }: AnswerFigures, texts: Texts): string {
  const people = counted(texts.oneParticipant, texts.participants, participants);
  const byRole = roles.map(({ role, said, of }) => filled(texts.roleFigures, role, said, of)).join(', ');
  const said = counted(texts.oneExcerpt, texts.excerpts, excerpts);
  const where = filled(texts.inSessions, said, counted(texts.oneSession, texts.sessions, sessions));
  return [byRole === '' ? people : `${people} (${byRole})`, where].join(', ');
}
