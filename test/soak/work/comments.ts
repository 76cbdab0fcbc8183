import { addComment, editComment, markDecision, removeComment, replyTo } from '../../../src/core/discussion/write.js';
import { someCoding } from './codings.js';
import { type Action, type Desk, inOrder, tried } from './desk.js';

function ownComment({ study, coder, chance }: Desk): string | undefined {
  const own = inOrder(study.discussion.allFiles())
    .filter(file => file.coder === coder)
    .flatMap(file => file.comments);
  return chance.pick(own)?.id;
}

export const comment: Action = async desk => {
  const coding = someCoding(desk)?.coding.id;
  const entry = desk.chance.pick(desk.study.codebook.entries);
  const subject =
    coding !== undefined && desk.chance.percent(60)
      ? ({ kind: 'coding', id: coding } as const)
      : entry && { kind: entry.kind, id: entry.id };
  if (subject === undefined) return undefined;
  const options = desk.chance.percent(20) ? { decision: true } : {};
  return tried(() => addComment(desk.study, desk.coder, subject, desk.words('comment'), options), `on ${subject.id}`);
};

export const reply: Action = async desk => {
  const thread = desk.chance.pick([...desk.study.discussion.conversations()])?.id;
  if (thread === undefined) return undefined;
  const does = desk.chance.pick(['resolve', 'reopen', undefined] as const);
  const words = does !== undefined && desk.chance.percent(50) ? '' : desk.words('reply');
  const options = does === undefined ? {} : { does };
  return tried(() => replyTo(desk.study, desk.coder, thread, words, options), `reply to ${thread}`);
};

export const rewriteComment: Action = async desk => {
  const id = ownComment(desk);
  if (id === undefined) return undefined;
  await editComment(desk.study, desk.coder, id, desk.words('comment'));
  return `comment ${id}`;
};

export const takeCommentBack: Action = async desk => {
  const id = ownComment(desk);
  if (id === undefined) return undefined;
  await removeComment(desk.study, desk.coder, id);
  return `took back ${id}`;
};

export const decide: Action = async desk => {
  const id = ownComment(desk);
  if (id === undefined) return undefined;
  await markDecision(desk.study, desk.coder, id, desk.chance.percent(50));
  return `decision ${id}`;
};
