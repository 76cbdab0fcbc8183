import type { Corpus } from '../../analysis/corpus/corpus.js';
import { allThreads } from '../../discussion/threads.js';
import { decisionsOf } from '../../review/decisions.js';
import type { StudyHistory } from '../../review/historyModel.js';
import type { Study } from '../../study/study.js';
import { compareTexts } from '../../text/compare.js';
import type { Contributor, Discussed } from './sources.js';
import { dayOf } from './words.js';

/** Everybody who coded, saved versions or took part in discussions, those with most codings first. */
export function contributorsOf(study: Study, corpus: Corpus, story: StudyHistory | undefined): Contributor[] {
  const excerpts = [...corpus.excerpts()];
  const comments = allThreads(study).flatMap(thread => thread.comments);
  const commits = story?.versions.flatMap(({ commit }) => commit ?? []) ?? [];
  const names = [
    ...excerpts.map(({ coder }) => coder),
    ...comments.map(({ author }) => author),
    ...commits.map(({ author }) => author),
  ];
  const all = [...new Set(names)].sort(compareTexts).map((name): Contributor => {
    const own = excerpts.filter(({ coder }) => coder === name);
    const said = comments.filter(({ author }) => author === name);
    const saved = commits.filter(({ author }) => author === name);
    const times = [
      ...own.map(({ coding }) => coding.created),
      ...said.map(({ comment }) => comment.created),
      ...saved.map(({ date }) => date),
    ];
    const days = times
      .filter(time => time !== undefined)
      .map(dayOf)
      .sort();
    const [from, to] = [days[0], days.at(-1)];
    return {
      name,
      codings: own.length,
      transcripts: new Set(own.map(({ transcript }) => transcript)).size,
      versions: saved.length,
      comments: said.length,
      ...(from === undefined || to === undefined ? {} : { from, to }),
    };
  });
  return all.sort((a, b) => b.codings - a.codings);
}

/** What was discussed, and what was decided in discussions. */
export function discussedIn(study: Study): Discussed {
  const threads = allThreads(study);
  const comments = threads.flatMap(thread => thread.comments);
  const decisions = decisionsOf(study).map(({ on, text, by, created }) => ({
    on: on.kind === 'coding' ? 'a passage' : study.titleOf(on.id),
    text,
    by,
    day: dayOf(created ?? ''),
  }));
  return {
    threads: threads.length,
    comments: comments.length,
    people: [...new Set(comments.map(({ author }) => author))].sort(compareTexts),
    open: threads.filter(({ resolved }) => !resolved).length,
    decisions: decisions.sort((a, b) => compareTexts(a.day, b.day)),
  };
}
