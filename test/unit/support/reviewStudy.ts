import { baseOf } from '../../../src/core/coding/blobId.js';
import type { Coding } from '../../../src/core/coding/coding.js';
import { anchorOf } from '../../../src/core/coding/create.js';
import { formatCodingLine, formatRecord } from '../../../src/core/coding/line.js';
import { Study } from '../../../src/core/study/study.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { fixedEnvironment } from './environment.js';
import { CODEBOOK } from './studies.js';
import { VersionedStore } from './versionedStore.js';

export const ONE = 'transcripts/pp-01.md';
export const TWO = 'transcripts/pp-02.md';
export const EA_ONE = 'codings/EA/transcripts/pp-01.jsonl';
export const EA_TWO = 'codings/EA/transcripts/pp-02.jsonl';
export const EA_NOTES = 'codings/EA/transcripts/pp-01.reading.ndjson';

const LINES = [
  '**I:** How did you come to this work?',
  '**PP1:** I had been a patient on that ward myself. When they asked me I was frightened of the corridor.',
  '**I:** And what happened then?',
  '**PP1:** Maria from the kitchen brought me tea every morning. That was the moment I stayed.',
  '**I:** What would you tell a newcomer?',
  '**PP1:** Keep a notebook, but never write in it while somebody speaks. People watch your pen.',
];
export const TEXT_ONE = `${LINES.join('\n\n')}\n`;
export const TEXT_TWO = '**I:** Shall we begin?\n\n**PP2:** The meetings are long, and the room is cold in winter.\n';

/** A coding as it was made on the first version of `pp-01`. */
export function made(quote: string, id: string, over: Partial<Coding> = {}): Coding {
  const points = new CodePoints(TEXT_ONE);
  const start = points.fromUtf16(TEXT_ONE.indexOf(quote));
  const span = { start, end: start + [...quote].length };
  const anchor = anchorOf(points, span, baseOf(encodeUtf8(TEXT_ONE)));
  return { code: 'hope', ...anchor, created: '2026-03-02T10:03:11Z', id, ...over };
}

/** Codings as the lines of a file. */
export const linesOf = (...codings: readonly Coding[]): string =>
  codings.map(one => `${formatCodingLine(one)}\n`).join('');

/** Two transcripts, of which EA coded three passages of one and wrote a note on a fourth; both are in git. */
export async function reviewStudy(): Promise<{ store: VersionedStore; study: Study }> {
  const { code: _, ...note } = { ...made('Keep a notebook', 'note000000'), memo: 'Good advice.' };
  const store = new VersionedStore({
    'codebook.md': CODEBOOK,
    'participants.csv': 'participant,role\nPP1,peer\nPP2,peer\n',
    [ONE]: TEXT_ONE,
    [TWO]: TEXT_TWO,
    [EA_ONE]: linesOf(
      made('frightened of the corridor', 'corridor00'),
      made('Maria from the kitchen brought me tea every morning', 'kitchen000'),
      made('never write in it while somebody speaks', 'pen0000000'),
    ),
    [EA_NOTES]: `${formatRecord(note)}\n`,
  });
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study };
}

/** Edits a transcript as another program would, and has the study take it in. */
export async function edit(
  { store, study }: { store: VersionedStore; study: Study },
  path: string,
  change: (text: string) => string,
): Promise<void> {
  store.put(path, change(store.text(path) ?? ''));
  await study.reload([path]);
}
