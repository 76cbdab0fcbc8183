import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formatCodingLine } from '../../../src/core/coding/line.js';

const SAMPLE = 'samples/peer-support';
export const TRANSCRIPT = 'transcripts/a.md';

/** Files of every kind that a study has: those of the sample, and what coders would have written about its first transcript. */
export type Seeds = Readonly<Record<string, readonly Uint8Array[]>>;

/** The kinds, by the path that one of them has in the study of a case. */
export function readSeeds(): Seeds {
  const each = (folder: string): Buffer[] =>
    readdirSync(path.join(SAMPLE, folder)).map(name => readFileSync(path.join(SAMPLE, folder, name)));
  const text = (file: string): Buffer => readFileSync(path.join(SAMPLE, file));
  const transcripts = each('transcripts');
  return {
    [TRANSCRIPT]: transcripts,
    'codebook.md': [text('codebook.md')],
    'participants.csv': [text('participants.csv')],
    'verbatim.json': [text('verbatim.json')],
    'codings/EA/transcripts/a.jsonl': [Buffer.from(codingsOf(transcripts[0]?.toString() ?? ''))],
    'codings/EA/transcripts/a.reading.ndjson': [Buffer.from(READING)],
    'codings/EA/discussion.ndjson': [text('codings/EA/discussion.ndjson'), text('codings/MB/discussion.ndjson')],
    'codings/EA/rounds.ndjson': [Buffer.from(ROUNDS)],
    'memos/a.md': each('memos'),
    'queries/a.query': each('queries'),
    'paper/manuscript.md': [text('paper/manuscript.md')],
  };
}

function codingsOf(text: string): string {
  const words = text.split('\n').filter(line => line.startsWith('**'));
  const lines = words.slice(1, 9).map((quote, i) => {
    const start = [...text.slice(0, text.indexOf(quote))].length;
    const at: [number, number] = [start, start + [...quote].length];
    return formatCodingLine({
      code: i % 2 ? 'hope' : 'own-story',
      quote,
      at,
      context: ['', '\n'],
      id: `fuzz00000${i}`,
    });
  });
  return `${lines.join('\n')}\n`;
}

const READING = `{"state": "reading", "since": "2026-03-02T10:03:11Z"}
{"quote": "and", "at": [100, 103], "context": ["a", "b"], "memo": "a note", "created": "2026-03-02T10:03:11Z", "id": "note000001"}
`;
const ROUNDS = `{"round": "pilot", "does": "open", "coders": ["EA", "MB"], "transcripts": ["${TRANSCRIPT}"], "created": "2026-06-01T10:03:11Z", "id": "round00001"}
{"does": "close", "of": "round00001", "created": "2026-06-02T10:03:11Z", "id": "round00002"}
`;
