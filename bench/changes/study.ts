import { baseOf, blobId } from '../../src/core/coding/blobId.js';
import type { Coding } from '../../src/core/coding/coding.js';
import { anchorOf } from '../../src/core/coding/create.js';
import { formatCodingLine } from '../../src/core/coding/line.js';
import type { Snapshot } from '../../src/core/review/state.js';
import { codingPath } from '../../src/core/study/layout.js';
import { CodePoints } from '../../src/core/text/codePoints.js';
import { encodeUtf8 } from '../../src/core/text/utf8.js';
import { Prose } from '../prose.js';
import { below, seeded } from '../random.js';

export const TRANSCRIPTS = 200;
export const CODINGS = 20_000;
const WORDS = 4000;
/** Codings begin behind the front matter. Code points. */
const HEAD = 200;
const CODES = 300;
const CODERS = ['EA', 'MB'];

/** A transcript with its codings by coder. */
export interface Coded {
  readonly path: string;
  readonly text: string;
  readonly codings: ReadonlyMap<string, readonly Coding[]>;
}

/** Transcripts with a hundred codings each by two coders; the same ones at every run. */
export function codedTranscripts(count = TRANSCRIPTS): Coded[] {
  const random = seeded(31);
  const prose = new Prose(random);
  let made = 0;
  return Array.from({ length: count }, (_, i) => {
    const text = prose.transcript(`PP${i + 1}`, WORDS);
    const points = new CodePoints(text);
    const base = baseOf(encodeUtf8(text));
    const codings = new Map(
      CODERS.map(coder => {
        const list = Array.from({ length: CODINGS / TRANSCRIPTS / CODERS.length }, (): Coding => {
          const span = wordsAt(points, HEAD + below(random, points.length - HEAD - 400), 30 + below(random, 200));
          const id = (made++).toString(36).padStart(10, '0');
          return {
            code: `code-${below(random, CODES)}`,
            ...anchorOf(points, span, base),
            created: '2026-03-02T10:03:11Z',
            id,
          };
        });
        return [coder, list] as const;
      }),
    );
    return { path: `transcripts/pp-${i + 1}.md`, text, codings };
  });
}

/** Whole words from about here to about there, in code points. */
export function wordsAt(points: CodePoints, from: number, length: number): { start: number; end: number } {
  const { text } = points;
  const start = text.indexOf(' ', points.toUtf16(from)) + 1;
  const end = text.indexOf(' ', start + length);
  return { start: points.fromUtf16(start), end: points.fromUtf16(end) };
}

/** The codebook of the study. */
export function codebook(): string {
  const parts = ['# Codebook'];
  for (let i = 0; i < CODES; i++) {
    if (i % 20 === 0) parts.push(`## Theme ${i / 20} {.theme}`);
    parts.push(`### Code ${i} {#code-${i}}`, `What ${i} people say of it.`);
  }
  return `${parts.join('\n\n')}\n`;
}

/** A state in memory. */
export interface MemoryState extends Snapshot {
  readonly texts: ReadonlyMap<string, string>;
}

/** @param older states whose transcripts git would have */
export function stateOf(book: string, transcripts: readonly Coded[], older: readonly MemoryState[] = []): MemoryState {
  const texts = new Map([['codebook.md', book]]);
  for (const { path, text, codings } of transcripts) {
    texts.set(path, text);
    for (const [coder, list] of codings)
      texts.set(codingPath(coder, path), list.map(one => `${formatCodingLine(one)}\n`).join(''));
  }
  const files = new Map([...texts].map(([path, text]) => [path, blobId(encodeUtf8(text))]));
  const versions = new Map([...texts].map(([path, text]) => [files.get(path)?.slice(0, 12), text]));
  return {
    name: { is: 'working' },
    files,
    texts,
    read: async path => texts.get(path),
    async version(base) {
      const text = versions.get(base);
      if (text !== undefined) return encodeUtf8(text);
      for (const one of older) {
        const found = await one.version(base);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}
