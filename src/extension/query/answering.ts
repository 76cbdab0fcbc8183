import { AnswerCounter, type AnswerFigures } from '../../core/analysis/answer/figures.js';
import { fixesOf } from '../../core/analysis/answer/fixes.js';
import { groupsOfAnswer, listedExcerpts } from '../../core/analysis/answer/listed.js';
import type { Corpus, CorpusExcerpt } from '../../core/analysis/corpus/corpus.js';
import { peopleInScope } from '../../core/analysis/corpus/speakersInScope.js';
import { understand } from '../../core/analysis/query/ask.js';
import { runQuery } from '../../core/analysis/query/run.js';
import { each, type Pieces } from '../../core/pieces.js';
import type { Answer } from '../../webview/query/protocol.js';
import { commandLine } from './commandLine.js';

/** How many excerpts are counted in one go. */
const PIECE = 1000;

const NOBODY: AnswerFigures = { participants: 0, roles: [], excerpts: 0, sessions: 0 };

/** An answer, and all that is in it. */
export interface WholeAnswer {
  readonly shown: Answer;
  readonly excerpts: readonly CorpusExcerpt[];
}

/**
 * Answers a question.
 * @param limit how many excerpts are shown
 */
export function* answerTo(text: string, corpus: Corpus, limit: number): Pieces<WholeAnswer> {
  const { query, problems } = understand(text, corpus);
  const base = { text, commandLine: commandLine(text) };
  if (query === undefined) {
    const shown = problems.map(problem => ({ ...problem, fixes: fixesOf(text, problem, corpus) }));
    const nothing = { figures: NOBODY, excerpts: [], groups: groupsOfAnswer(corpus, []) };
    return { shown: { ...base, ...nothing, problems: shown }, excerpts: [] };
  }
  const excerpts = yield* runQuery(query, corpus);
  const people = yield* peopleInScope(corpus);
  const counter = new AnswerCounter();
  yield* each(excerpts, PIECE, excerpt => counter.add(excerpt));
  const figures = counter.figures(corpus, people);
  const listed = yield* listedExcerpts(corpus, excerpts.slice(0, limit));
  const shown = { ...base, problems: [], figures, excerpts: listed, groups: groupsOfAnswer(corpus, listed) };
  return { shown, excerpts };
}
