import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { baseOf } from '../src/core/coding/blobId.js';
import { type Coding, compareCodings } from '../src/core/coding/coding.js';
import { createCoding } from '../src/core/coding/create.js';
import { formatCodingLine } from '../src/core/coding/line.js';
import type { Environment } from '../src/core/ports.js';
import { codingPath } from '../src/core/study/layout.js';
import { CodePoints } from '../src/core/text/codePoints.js';
import type { Span } from '../src/core/text/span.js';
import { encodeUtf8 } from '../src/core/text/utf8.js';
import { Prose } from './prose.js';
import { below, seeded } from './random.js';
import { CODERS, type Size } from './sizes.js';

/** What was written. Paths are relative to the study. */
export interface GeneratedStudy {
  readonly root: string;
  readonly transcripts: readonly string[];
  readonly codingFiles: readonly string[];
  readonly codingBytes: number;
  readonly codes: readonly string[];
}

/**
 * Writes a study of a size into a folder, the same one at every run: quotes are real, at their true positions, with
 * their real neighbours. A few codes are used much more than the others, as in real studies.
 */
export function generateStudy(root: string, size: Size): GeneratedStudy {
  const random = seeded(size.transcripts * 7919 + size.codings);
  const environment: Environment = { now: () => Date.UTC(2026, 2, 2, 10, 3, 11), random };
  const prose = new Prose(random);
  const codes = Array.from({ length: size.codes }, (_, i) => `code-${i}`);
  const taken = new Set<string>();
  const transcripts: string[] = [];
  const codingFiles: string[] = [];
  let codingBytes = 0;

  const makeCoding = (points: CodePoints, base: string): Coding => {
    const code = codes[Math.floor(codes.length * random() ** 2)] as string;
    const span = passage(points, random);
    const coding = createCoding({ points, span, base, code }, environment, id => taken.has(id));
    taken.add(coding.id);
    return coding;
  };
  const perFile = size.codings / size.transcripts / CODERS.length;
  for (let i = 0; i < size.transcripts; i++) {
    const file = `transcripts/pp-${String(i).padStart(4, '0')}.md`;
    const text = prose.transcript(`PP${i}`, size.words);
    const points = new CodePoints(text);
    const base = baseOf(encodeUtf8(text));
    write(root, file, text);
    transcripts.push(file);
    for (const coder of CODERS) {
      const codings = Array.from({ length: perFile }, () => makeCoding(points, base)).sort(compareCodings);
      const lines = codings.map(coding => `${formatCodingLine(coding)}\n`).join('');
      write(root, codingPath(coder, file), lines);
      codingFiles.push(codingPath(coder, file));
      codingBytes += encodeUtf8(lines).length;
    }
  }
  write(root, 'codebook.md', codebook(codes));
  write(root, 'participants.csv', `participant,role\n${transcripts.map((_, i) => `PP${i},peer\n`).join('')}`);
  write(root, 'verbatim.json', '{ "title": "A generated study" }\n');
  return { root, transcripts, codingFiles, codingBytes, codes };
}

/** A stretch of whole words, about two sentences long. */
export function passage(points: CodePoints, random: () => number): Span {
  const { text } = points;
  const from = text.indexOf(' ', Math.floor(text.length * 0.02) + below(random, Math.floor(text.length * 0.9))) + 1;
  const to = text.indexOf(' ', from + 20 + below(random, 120));
  const end = to === -1 ? text.trimEnd().length : to;
  return { start: points.fromUtf16(from), end: points.fromUtf16(end) };
}

/** A theme for every ten codes, a subtheme in every other. */
function codebook(codes: readonly string[]): string {
  const entries = codes.map((code, i) => {
    const theme = i % 10 === 0 ? `## Theme ${i / 10} {#theme-${i / 10} .theme}\n\nWhat these have in common.\n\n` : '';
    const subtheme = i % 20 === 5 ? `### Subtheme ${i} {#subtheme-${i} .theme}\n\n` : '';
    const level = i % 20 >= 5 && i % 20 < 10 ? '####' : '###';
    const text = `What is meant by it, in one sentence.\n\nInclude: what counts.\nExclude: what does not.\n\n`;
    return `${theme}${subtheme}${level} Code number ${i} {#${code}}\n\n${text}`;
  });
  return `# Codebook\n\n${entries.join('')}`;
}

function write(root: string, file: string, text: string): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
