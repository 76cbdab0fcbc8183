import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { GeneratedStudy } from '../generate';

const QUOTATIONS = 60;
const PROSE =
  'Most of those who took part came back to it more than once, in different words and often at the end of what they had to say. It was rarely the first thing that was named, and never the only one. ';

/** Writes a manuscript into a generated study: prose of some pages with quotations, of which every fourth is not quite what was said. */
export function writeManuscript({ root, transcripts }: GeneratedStudy): void {
  const paragraphs = Array.from({ length: QUOTATIONS }, (_, i) => {
    const at = (i * 7) % transcripts.length;
    const said = saidIn(readFileSync(path.join(root, transcripts[at] as string), 'utf8'), i);
    const words = i % 4 === 3 ? said.replace(/\S+$/, 'kettle') : said;
    return `${PROSE}One of them put it like this: “${words}” (PP${at}). ${PROSE}`;
  });
  mkdirSync(path.join(root, 'paper'), { recursive: true });
  writeFileSync(path.join(root, 'paper', 'manuscript.md'), `# What was said\n\n${paragraphs.join('\n\n')}\n`);
}

/** Some words that the participant says in a turn of a transcript. */
function saidIn(transcript: string, turn: number): string {
  const turns = transcript.split('\n').filter(line => line.startsWith('**PP'));
  const words = (turns[(turn % 5) + 3] ?? '').replace(/^\S+\s/, '').split(' ');
  return words.slice(1, 13).join(' ');
}
