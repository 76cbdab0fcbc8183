import type { Anchors } from '../../anchoring/anchors.js';
import type { SeenTranscript } from '../../coding/actions.js';
import type { Anchored } from '../../coding/coding.js';
import type { Study } from '../../study/study.js';
import type { Span } from '../../text/span.js';
import type { Transcript } from '../../transcript/transcript.js';
import type { ContextTurn } from '../excerptContext.js';
import { reviewPassage } from '../reviewEntry.js';
import { seenNow } from '../reviewedTranscript.js';
import {
  comparedTurns,
  plainTurns,
  type ReviewTurn,
  turnsAround,
  turnsOfQuote,
  withWordsOf,
} from '../reviewPassage.js';
import type { ShownPassage } from './question.js';
import { onlyHere } from './shownWords.js';

/** How much is shown around a passage, as `contextOf` counts. */
const STEP = 1;

/** Where passages of one transcript are today, records of any version of its codings among them. */
export class PassagesToday {
  private constructor(
    private readonly study: Study,
    private readonly path: string,
    private readonly seen: SeenTranscript | undefined,
    private readonly today: Transcript | undefined,
    private readonly anchors: Anchors | undefined,
  ) {}

  /** Reads a transcript and the older versions that it takes to find the records in it. */
  static async in(study: Study, path: string, records: readonly Anchored[]): Promise<PassagesToday> {
    const seen = await seenNow(study, path);
    if (seen === undefined) return new PassagesToday(study, path, undefined, undefined, undefined);
    const today = study.transcripts.parse(seen.points.text, path);
    return new PassagesToday(study, path, seen, today, await study.places.in(path, seen, records));
  }

  /** Where a record's passage is in today's text, in code points; undefined where that is not certain. */
  spanOf(record: Anchored): Span | undefined {
    return this.anchors?.resolve(record).span;
  }

  /** A record's passage in today's transcript, or as it was coded. */
  async shown(record: Anchored): Promise<ShownPassage> {
    const span = this.spanOf(record);
    const turns = await this.turnsOf(record, span);
    return { turns: plainTurns(turns), isToday: span !== undefined };
  }

  /** The passages that two versions of a record have, with the words marked that the other has not. */
  async compared(ours: Anchored, theirs: Anchored): Promise<readonly [ShownPassage, ShownPassage]> {
    const spans = [this.spanOf(ours), this.spanOf(theirs)] as const;
    const isOnePlace = spans[0]?.start === spans[1]?.start && spans[0]?.end === spans[1]?.end;
    // At one place today's words are no difference: what they were coded as is.
    const [one, other] = [
      await this.turnsOf(ours, spans[0], isOnePlace),
      await this.turnsOf(theirs, spans[1], isOnePlace),
    ];
    const { old, now } = comparedTurns(one, other);
    const marked = (turns: readonly ReviewTurn[]): ReviewTurn[] =>
      turns.map(turn => ({ ...turn, words: turn.words.map(onlyHere) }));
    return [
      {
        turns: marked(plainTurns(one).map((turn, i) => ({ ...turn, words: old[i] ?? turn.words }))),
        isToday: spans[0] !== undefined,
      },
      { turns: marked(now), isToday: spans[1] !== undefined },
    ];
  }

  private async turnsOf(record: Anchored, span: Span | undefined, asCoded = false): Promise<readonly ContextTurn[]> {
    const { today } = this;
    if (today === undefined || span === undefined) return this.turnsThen(record);
    const turns = turnsAround(today, span, STEP);
    return asCoded ? withWordsOf(turns, turnsOfQuote(this.parse, record.quote)) : turns;
  }

  /** The passage as it was coded. */
  private async turnsThen(record: Anchored): Promise<readonly ContextTurn[]> {
    const { base } = record;
    const text =
      base === undefined
        ? undefined
        : base === this.seen?.base
          ? this.seen.points.text
          : await this.study.places.textOf(base);
    const past = text === undefined ? undefined : this.parse(text);
    const sources = { past, parse: this.parse, elsewhere: [] };
    const { old } = reviewPassage(record, { outcome: 'orphan', candidates: [] }, sources, {
      step: STEP,
      most: 0,
      wantsAll: false,
    });
    return old.map(turn => ({ ...turn, words: turn.words.map(({ text: words }) => words).join('') }));
  }

  private readonly parse = (text: string): Transcript => this.study.transcripts.parse(text, this.path);
}
