import * as fc from 'fast-check';
import type { Span } from '../../../src/core/text/span.js';
import { parseTranscript } from '../../../src/core/transcript/parse.js';
import type { Transcript } from '../../../src/core/transcript/transcript.js';

/** Parses a text as a transcript. */
export const parse = (text: string, ...declared: string[]): Transcript =>
  parseTranscript(text, 'transcripts/a.md', new Set(declared));

/** The source of a span. */
export const at = (t: Transcript, span: Span | undefined): string | undefined =>
  span && t.points.slice(span.start, span.end);

/** Each turn as `speaker|body`; a turn without a speaker as `|body`. */
export const said = (t: Transcript): string[] => t.turns.map(turn => `${turn.speaker ?? ''}|${at(t, turn.body)}`);

/** The span of a text that stands in the transcript once. */
export function find(t: Transcript, text: string): Span {
  const start = t.points.fromUtf16(t.text.indexOf(text));
  return { start, end: start + [...text].length };
}

/** Asserts a property that is not asynchronous; the environment variable `THOROUGH` multiplies the number of runs. */
export function check<T>(property: fc.IProperty<T>, numRuns = 100, examples: T[] = []): void {
  void fc.assert(property, { numRuns: numRuns * Number(process.env.THOROUGH ?? 1), examples });
}
