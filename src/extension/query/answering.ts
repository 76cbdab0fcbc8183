import { AnswerCounter, type AnswerFigures } from '../../core/analysis/answer/figures.js';
import { fixesOf } from '../../core/analysis/answer/fixes.js';
import { groupsOfAnswer, listedExcerpts } from '../../core/analysis/answer/listed.js';
import type { Corpus, CorpusExcerpt } from '../../core/analysis/corpus/corpus.js';
import { speakersInScope } from '../../core/analysis/corpus/speakersInScope.js';
import { understand } from '../../core/analysis/query/ask.js';
import { runQueryInSlices } from '../../core/analysis/query/run.js';
import type { Cancellation } from '../../core/ports.js';
import type { Answer } from '../../webview/query/protocol.js';
import { pause } from '../common/delay.js';
import { commandLine } from './commandLine.js';

/** After so long others get their turn. Milliseconds. */
const SLICE = 8;
/** How many excerpts are counted before anybody looks at the time. */
const PIECE = 1000;

const NOBODY: AnswerFigures = { participants: 0, roles: [], excerpts: 0, sessions: 0 };

/** An answer, and all that is in it. */
export interface WholeAnswer {
  readonly shown: Answer;
  readonly excerpts: readonly CorpusExcerpt[];
}

/**
 * Answers a question in pieces, so that whoever types meanwhile is not kept waiting.
 * @param limit how many excerpts are shown
 * @returns undefined where it was cancelled
 */
export async function answerTo(
  text: string,
  corpus: Corpus,
  limit: number,
  cancellation: Cancellation,
): Promise<WholeAnswer | undefined> {
  const { query, problems } = understand(text, corpus);
  const base = { text, commandLine: commandLine(text) };
  if (query === undefined) {
    const shown = problems.map(problem => ({ ...problem, fixes: fixesOf(text, problem, corpus) }));
    const nothing = { figures: NOBODY, excerpts: [], groups: groupsOfAnswer(corpus, []) };
    return { shown: { ...base, ...nothing, problems: shown }, excerpts: [] };
  }
  const turns = new Turns();
  const excerpts = await runQueryInSlices(query, corpus, { cancellation, pause: () => turns.next() });
  const people = cancellation.cancelled ? undefined : await peopleIn(corpus, turns);
  const counter = new AnswerCounter();
  for (const [i, excerpt] of excerpts.entries()) {
    if (i % PIECE === 0) await turns.next();
    counter.add(excerpt);
  }
  if (cancellation.cancelled || people === undefined) return undefined;
  const figures = counter.figures(corpus, people);
  const listed = listedExcerpts(corpus, excerpts.slice(0, limit));
  const shown = { ...base, problems: [], figures, excerpts: listed, groups: groupsOfAnswer(corpus, listed) };
  return { shown, excerpts };
}

/** Lets others have their turn, though not more often than it takes. */
class Turns {
  private since = Date.now();

  async next(): Promise<void> {
    if (Date.now() - this.since < SLICE) return;
    await pause();
    this.since = Date.now();
  }
}

const known = new WeakMap<Corpus, ReadonlySet<string>>();

/** Who speaks in scope; worked out once for what was read. */
async function peopleIn(corpus: Corpus, turns: Turns): Promise<ReadonlySet<string>> {
  const before = known.get(corpus);
  if (before !== undefined) return before;
  const people = new Set<string>();
  for (const transcript of corpus.transcripts) {
    for (const person of speakersInScope(corpus, [transcript])) people.add(person);
    await turns.next();
  }
  known.set(corpus, people);
  return people;
}
