import { participantsOf } from '../analysis/people.js';
import type { Pieces } from '../pieces.js';
import type { Participants } from '../study/participants.js';
import { putTo } from '../text/grouped.js';
import { LineStarts } from '../text/lines.js';
import { speakerKey } from '../transcript/names.js';
import { isGap, isLiteral, runsIn } from '../transcript/search.js';
import type { TextRun, Transcript, Turn } from '../transcript/transcript.js';
import { BRACKET, ELISION, ROUND_REMARK, standsForWords } from './marks.js';
import { type Token, tokensOf, uncased } from './tokens.js';

/** What so many people said, each in one transcript, is looked through in one piece. */
export const SAID_IN_A_PIECE = 10;

/** A word or mark that was said, and where. */
export interface SpokenToken extends Pick<Token, 'kind' | 'text'> {
  /** In code points of the transcript. */
  readonly start: number;
  readonly end: number;
  /** Who said it, where that is not one person for all: id or label. */
  readonly person?: string;
  /** Number of the stretch that the speaker was not interrupted in. */
  readonly stretch: number;
  /** How many words were said before it. */
  readonly before: number;
}

/** Everything that one person says in one transcript, ready to be looked through. */
export class Said {
  private readonly places = new Map<string, number[]>();

  constructor(
    readonly transcript: Transcript,
    /** Id of the participant, else the label; empty where there is none. */
    readonly person: string,
    readonly tokens: readonly SpokenToken[],
    readonly lines: LineStarts,
  ) {
    tokens.forEach(({ text }, i) => {
      const key = uncased(text);
      putTo(this.places, key, i);
    });
  }

  /** Where a word or mark stands, its first letter large or small: indices of tokens, in order. */
  placesOf(text: string): readonly number[] {
    return this.places.get(uncased(text)) ?? [];
  }

  /** Line of a token, from 1. */
  lineOf(index: number): number {
    const { points } = this.transcript;
    return this.lines.lineAt(points.toUtf16(this.tokens[index]?.start ?? 0)) + 1;
  }

  /** What the source says from one token to another, both included, on one line. */
  textOf(first: number, last: number): string {
    const [start, end] = [this.tokens[first]?.start ?? 0, this.tokens[last]?.end ?? 0];
    return this.transcript.points
      .slice(start, end)
      .replace(/[*\n\s]+/gu, ' ')
      .trim();
  }
}

/**
 * What several people said in a transcript, in the order in which they did. Who takes the word from another of them interrupts nobody.
 * @param some of one transcript, of each person one
 */
export function jointly(some: readonly [Said, ...Said[]]): Said {
  const [{ transcript, lines }] = some;
  const all = some.flatMap(({ person, tokens }) => tokens.map(token => ({ ...token, person })));
  let [stretch, last, before] = [0, Number.NEGATIVE_INFINITY, 0];
  const tokens = all
    .sort((a, b) => a.start - b.start)
    .map(token => {
      if (token.stretch > last + 1) stretch++;
      last = token.stretch;
      const made = { ...token, stretch, before };
      if (token.kind === 'word') before++;
      return made;
    });
  return new Said(transcript, '', tokens, lines);
}

/**
 * What is said in a transcript, by person, in order of first appearance. Pauses and remarks of who transcribed, `[laughs]`, `. . .`,
 * `((coughs))`, are not said; brackets that stand for words, `[name]`, `[inaudible]`, are one word each. Where square brackets hold
 * anything else, there is a second reading with their words, as for speech at the same time.
 */
export function* saidIn(transcript: Transcript, participants: Participants): Pieces<Said[]> {
  const who = participantsOf({ participants }, transcript.frontMatter);
  const lines = new LineStarts(transcript.text);
  const [alone, ...more] = transcript.frontMatter.participants;
  const someone = more.length === 0 && alone !== undefined ? (participants.named(alone)?.id ?? alone) : '';
  const people = new Map<string, { name: string; turns: { turn: Turn; stretch: number }[] }>();
  let [stretch, before] = [0, ''];
  for (const turn of transcript.turns) {
    const name = turn.speaker === undefined ? someone : (who(turn.speaker) ?? turn.speaker);
    const key = speakerKey(name);
    if (key !== before) stretch++;
    before = key;
    const person = people.get(key) ?? { name, turns: [] };
    people.set(key, person);
    person.turns.push({ turn, stretch });
  }
  const said: Said[] = [];
  for (const { name, turns } of people.values()) {
    const bracketed = { found: false };
    said.push(new Said(transcript, name, yield* tokensIn(transcript, turns, false, bracketed), lines));
    if (!bracketed.found) continue;
    said.push(new Said(transcript, name, yield* tokensIn(transcript, turns, true, bracketed), lines));
  }
  return said;
}

const REMARK = new RegExp(
  `(?<square>${BRACKET.source})|(?<round>${ROUND_REMARK.source})|(?<pause>${ELISION.source})`,
  'giu',
);
/** What a transcriber remarks, and nobody says at the same time as somebody else. */
const NO_SPEECH =
  /\d|laugh|pause|silen|sigh|cough|cries|crying|smil|nods|sic\b|whisper|overlap|interrupt|door|phone|noise|everyone|all\b/iu;

function* tokensIn(
  transcript: Transcript,
  turns: readonly { readonly turn: Turn; readonly stretch: number }[],
  withBrackets: boolean,
  bracketed: { found: boolean },
): Pieces<SpokenToken[]> {
  const tokens: SpokenToken[] = [];
  let before = 0;
  for (const { turn, stretch } of turns) {
    const spoken = spokenIn(transcript, turn);
    const take = (kind: Token['kind'], text: string, start: number, end: number): void => {
      tokens.push({ kind, text, start: spoken.startOf(start), end: spoken.endOf(end), stretch, before });
      if (kind === 'word') before++;
    };
    const words = (from: number, to: number): void => {
      for (const { kind, text, start, end } of tokensOf(spoken.text.slice(from, to)))
        take(kind, text, from + start, from + end);
    };
    let at = 0;
    for (const match of spoken.text.matchAll(REMARK)) {
      words(at, match.index);
      at = match.index + match[0].length;
      const { square } = match.groups ?? {};
      if (square === undefined || /^\[\s*[.…]/u.test(square)) continue;
      const inside = square.slice(1, -1);
      if (standsForWords(inside)) take('word', `[${inside.toLowerCase()}]`, match.index, at);
      else if (!NO_SPEECH.test(inside)) {
        bracketed.found = true;
        if (withBrackets) words(match.index + 1, at - 1);
      }
    }
    words(at, spoken.text.length);
    yield;
  }
  return tokens;
}

/** What is said in a turn as one text, with the way back to code points of the transcript. */
function spokenIn(
  t: Transcript,
  { body }: Turn,
): { readonly text: string; startOf(offset: number): number; endOf(offset: number): number } {
  const parts: { readonly run: TextRun; readonly from: number }[] = [];
  let text = '';
  let last: TextRun | undefined;
  for (const run of runsIn(t, body)) {
    if (run.kind === 'heading') continue;
    if (last !== undefined && isGap(t, last, run)) text += '\n';
    parts.push({ run, from: text.length });
    text += run.text;
    last = run;
  }
  const at = (offset: number, isEnd: boolean): number => {
    const index = parts.findLastIndex(({ from }) => (isEnd ? from < offset : from <= offset));
    const part = parts[Math.max(0, index)];
    if (part === undefined) return body.start;
    const { start, end } = part.run.span;
    if (!isLiteral(part.run)) return isEnd ? end : start;
    return Math.min(end, t.points.fromUtf16(t.points.toUtf16(start) + offset - part.from));
  };
  return { text, startOf: offset => at(offset, false), endOf: offset => at(offset, true) };
}
