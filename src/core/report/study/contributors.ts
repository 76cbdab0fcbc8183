import type { Corpus, CorpusExcerpt } from '../../analysis/corpus/corpus.js';
import { allThreads } from '../../discussion/threads.js';
import type { Pieces } from '../../pieces.js';
import { decisionsOf } from '../../review/decisions.js';
import type { StudyHistory } from '../../review/historyModel.js';
import type { Study } from '../../study/study.js';
import { compareTexts } from '../../text/compare.js';
import { grouped, putTo } from '../../text/grouped.js';
import type { Contributor, Discussed } from './sources.js';
import { dayOf } from './words.js';

/** Everybody who coded, saved versions or took part in discussions, those with most codings first. */
export function* contributorsOf(study: Study, corpus: Corpus, story: StudyHistory | undefined): Pieces<Contributor[]> {
  const excerpts = new Map<string, CorpusExcerpt[]>();
  for (const transcript of corpus.transcripts) {
    for (const excerpt of transcript.excerpts) putTo(excerpts, excerpt.coder, excerpt);
    yield;
  }
  const comments = grouped(
    allThreads(study).flatMap(thread => thread.comments),
    ({ author }) => author,
  );
  const commits = grouped(story?.versions.flatMap(({ commit }) => commit ?? []) ?? [], ({ author }) => author);
  const all: Contributor[] = [];
  for (const name of [...new Set([...excerpts, ...comments, ...commits].map(([key]) => key))].sort(compareTexts)) {
    const [own, said, saved] = [excerpts.get(name) ?? [], comments.get(name) ?? [], commits.get(name) ?? []];
    const times = [
      ...own.map(({ coding }) => coding.created),
      ...said.map(({ comment }) => comment.created),
      ...saved.map(({ date }) => date),
    ];
    const days = [...new Set(times.flatMap(time => (time === undefined ? [] : dayOf(time))))].sort();
    const [from, to] = [days[0], days.at(-1)];
    all.push({
      name,
      codings: own.length,
      transcripts: new Set(own.map(({ transcript }) => transcript)).size,
      versions: saved.length,
      comments: said.length,
      ...(from === undefined || to === undefined ? {} : { from, to }),
    });
    yield;
  }
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
