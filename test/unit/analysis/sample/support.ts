import { readSample } from '../../../../src/core/analysis/sample/readSample.js';
import type { Sample } from '../../../../src/core/analysis/sample/sample.js';
import { formatCodingLine } from '../../../../src/core/coding/line.js';
import { Study } from '../../../../src/core/study/study.js';
import { coding } from '../../support/coding.js';
import { fixedEnvironment } from '../../support/environment.js';
import { MemoryStore } from '../../support/memoryStore.js';

export const SCOPE_BOOK = '# Codebook\n\n## About peers {#about-peers .scope}\n';

/** A study of some files. */
export async function studyOf(files: Readonly<Record<string, string>>): Promise<Study> {
  const study = new Study(new MemoryStore(files), fixedEnvironment());
  await study.refresh();
  return study;
}

export const sampleIn = async (files: Readonly<Record<string, string>>): Promise<Sample> =>
  readSample(await studyOf(files));

/** A transcript: front matter, and one paragraph for each label that speaks. */
export function transcript(front: Readonly<Record<string, string>>, ...labels: readonly string[]): string {
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${value}\n`);
  const turns = labels.map((label, i) => `**${label}:** These are words number ${i}.\n`);
  return `---\n${lines.join('')}---\n\n${turns.join('\n')}`;
}

/** A line of a coding file that marks as in scope what stands in a text from one piece of it to another. */
export function scopeLine(text: string, from: string, to: string, id: string): string {
  const [start, end] = [text.indexOf(from), text.indexOf(to) + to.length];
  const at: [number, number] = [[...text.slice(0, start)].length, [...text.slice(0, end)].length];
  return `${formatCodingLine(coding({ code: 'about-peers', quote: text.slice(start, end), at, context: ['', ''], id }))}\n`;
}
