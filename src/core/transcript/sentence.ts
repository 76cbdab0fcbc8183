import type { Pieces } from '../pieces.js';
import { firstWhere } from '../text/firstWhere.js';
import type { Span } from '../text/span.js';
import { firstFrom, isGap, isLiteral } from './search.js';
import type { TextRun, Transcript } from './transcript.js';

/** How many runs and UTF-16 units of a paragraph are looked at on either side. No sentence is longer. */
const MOST_RUNS = 200;
const FURTHEST = 4000;

const ABBREVIATION = /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|Mme|Hr|Fr|Sr|Sra|vs|ca|bzw|e\.g|i\.e|z\.B|p\.ex)\.\s*$/u;

/** The sentence around a position, within its turn and paragraph; undefined in a label and between paragraphs. */
export function sentenceAt(t: Transcript, position: number): Span | undefined {
  const at = firstFrom(t.runs, position);
  // Where two runs meet, the one that starts here holds the position.
  const next = t.runs[at + 1];
  const index = next?.span.start === position && t.runs[at]?.span.end === position ? at + 1 : at;
  const run = t.runs[index];
  if (run === undefined || position < run.span.start) return undefined;
  const runs = t.runs.slice(edge(t, index, -1), edge(t, index, 1) + 1);
  const paragraph = new Paragraph(t, runs);
  const offset = paragraph.offsetOf(position);
  const from = Math.max(0, offset - FURTHEST);
  const segmenter = new Intl.Segmenter(locale(t.frontMatter.language), { granularity: 'sentence' });
  // A hard-wrapped line ends no sentence.
  const segments = segmenter.segment(paragraph.text.slice(from, offset + FURTHEST).replaceAll('\n', ' '));
  const sentence = around(segments, Math.min(offset, paragraph.text.length - 1) - from);
  if (sentence.trim === '') return undefined;
  const start = from + sentence.index;
  return { start: paragraph.positionOf(start), end: paragraph.endOf(start + sentence.trim.length) };
}

/** All sentences of a transcript, in order and apart: what `sentenceAt` finds at their places. Linear in the text. */
export function* sentencesOf(t: Transcript): Pieces<Span[]> {
  const segmenter = new Intl.Segmenter(locale(t.frontMatter.language), { granularity: 'sentence' });
  const sentences: Span[] = [];
  for (let from = 0; from < t.runs.length; ) {
    let to = from + 1;
    while (to < t.runs.length && !endsParagraph(t, t.runs[to - 1] as TextRun, t.runs[to] as TextRun)) to++;
    const paragraph = new Paragraph(t, t.runs.slice(from, to));
    for (const [start, end] of sentencesIn(segmenter.segment(paragraph.text.replaceAll('\n', ' '))))
      sentences.push({ start: paragraph.positionOf(start), end: paragraph.endOf(end) });
    from = to;
    yield;
  }
  return sentences.filter(({ start, end }) => start < end);
}

/** Where sentences begin and end among segments, white space left out. A full stop behind `Dr.` ends none. */
function* sentencesIn(segments: Intl.Segments): Generator<[number, number]> {
  let [from, whole] = [0, ''];
  const trimmed = (): [number, number] => {
    const start = from + whole.length - whole.trimStart().length;
    return [start, start + whole.trim().length];
  };
  for (const { index, segment } of segments) {
    if (whole === '') from = index;
    whole += segment;
    if (ABBREVIATION.test(segment)) continue;
    if (whole.trim() !== '') yield trimmed();
    whole = '';
  }
  if (whole.trim() !== '') yield trimmed();
}

/** The sentence at an offset, its white space trimmed, and where it starts. A full stop behind `Dr.` ends none. */
function around(segments: Intl.Segments, offset: number): { index: number; trim: string } {
  let { index = 0, segment = '' } = segments.containing(offset) ?? {};
  for (
    let before = segments.containing(index - 1);
    before && ABBREVIATION.test(before.segment);
    before = segments.containing(index - 1)
  ) {
    index = before.index;
    segment = before.segment + segment;
  }
  while (ABBREVIATION.test(segment)) {
    const after = segments.containing(index + segment.length);
    if (after === undefined) break;
    segment += after.segment;
  }
  return { index: index + segment.length - segment.trimStart().length, trim: segment.trim() };
}

/** The last run, going up or down from one, that stands in the same paragraph of the same turn. */
function edge(t: Transcript, index: number, step: -1 | 1): number {
  let at = index;
  for (let count = 0; count < MOST_RUNS; count++, at += step) {
    const [before, after] = step > 0 ? [t.runs[at], t.runs[at + 1]] : [t.runs[at - 1], t.runs[at]];
    if (before === undefined || after === undefined || endsParagraph(t, before, after)) return at;
  }
  return at;
}

/** Whether two runs that follow each other stand in two paragraphs, or are said by two people. */
function endsParagraph(t: Transcript, before: TextRun, after: TextRun): boolean {
  return before.kind !== after.kind || isGap(t, before, after) || startsTurn(t, after.span.start);
}

function startsTurn(t: Transcript, position: number): boolean {
  const turn = t.turns[firstFrom(t.turns, position)];
  return turn !== undefined && turn.body.start === position;
}

function locale(language: string | undefined): string {
  try {
    return (language !== undefined && Intl.getCanonicalLocales(language)[0]) || 'en';
  } catch {
    return 'en';
  }
}

/** Runs joined into one text, with the way back to positions. */
class Paragraph {
  readonly text: string;
  private readonly starts: number[] = [];

  constructor(
    private readonly t: Transcript,
    private readonly runs: readonly TextRun[],
  ) {
    let length = 0;
    for (const run of runs) {
      this.starts.push(length);
      length += run.text.length;
    }
    this.text = runs.map(run => run.text).join('');
  }

  offsetOf(position: number): number {
    const index = Math.max(
      0,
      this.runs.findLastIndex(run => run.span.start <= position),
    );
    const run = this.runs[index] as TextRun;
    const start = this.starts[index] as number;
    if (!isLiteral(run)) return start;
    const { points } = this.t;
    return start + Math.min(run.text.length, points.toUtf16(position) - points.toUtf16(run.span.start));
  }

  /** Position of the character at an offset. */
  positionOf(offset: number): number {
    const index = this.runBefore(offset + 1);
    const run = this.runs[index] as TextRun;
    if (!isLiteral(run)) return run.span.start;
    return this.t.points.fromUtf16(this.t.points.toUtf16(run.span.start) + offset - (this.starts[index] as number));
  }

  /** Position behind the character before an offset. */
  endOf(offset: number): number {
    const index = this.runBefore(offset);
    const run = this.runs[index] as TextRun;
    if (!isLiteral(run)) return run.span.end;
    return this.t.points.fromUtf16(this.t.points.toUtf16(run.span.start) + offset - (this.starts[index] as number));
  }

  /** Index of the last run that starts before an offset; 0 where none does. */
  private runBefore(offset: number): number {
    return Math.max(0, firstWhere(this.starts, start => start >= offset) - 1);
  }
}
