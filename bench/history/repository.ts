import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { formatCodingLine } from '../../src/core/coding/line.js';
import { below, seeded } from '../random.js';

const TRANSCRIPTS = 40;
const CODERS = ['EA', 'MB'];
const CODES = 60;
/** Codings that a version adds to one file. */
const ADDED = 4;
/** Every so many versions the codebook changes as well. */
const CODEBOOK_EVERY = 10;
/** Files hold so many codings; then the oldest go as new ones come, so that versions of a long history cost as much as those of a short one. */
const FULL = 60;

/** A repository with a linear history: coders code in turn, and the codebook is worked on. @returns its folder */
export function historyRepository(versions: number): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-history-'));
  const git = (args: readonly string[], input?: string): void => {
    execFileSync('git', args, { cwd: root, input, stdio: ['pipe', 'ignore', 'ignore'] });
  };
  git(['init', '--quiet', '--initial-branch', 'main']);
  git(['fast-import', '--quiet'], [...commits(versions)].join(''));
  git(['reset', '--quiet', '--hard']);
  return root;
}

function* commits(versions: number): Generator<string> {
  const random = seeded(1);
  const files = new Map<string, string[]>();
  for (let i = 0; i < versions; i++) {
    const changed: (readonly [string, string])[] = [];
    if (i === 0) {
      for (let t = 0; t < TRANSCRIPTS; t++)
        changed.push([`transcripts/t-${t}.md`, `PP${t}: It got better after that.\n`]);
    }
    if (i % CODEBOOK_EVERY === 0) changed.push(['codebook.md', codebookAt(i)]);
    const file = `codings/${CODERS[i % CODERS.length]}/transcripts/t-${below(random, TRANSCRIPTS)}.jsonl`;
    const lines = [...(files.get(file) ?? []), ...codingsAt(i, random)].slice(-FULL);
    files.set(file, lines);
    changed.push([file, lines.join('')]);
    yield commit(i, changed);
  }
}

function codingsAt(version: number, random: () => number): string[] {
  return Array.from({ length: ADDED }, (_, n) => {
    const start = version * ADDED + n;
    const id = String(start).padStart(10, '0');
    const code = `code-${below(random, CODES)}`;
    return `${formatCodingLine({ code, quote: `words ${start}`, at: [start * 20, start * 20 + 11], base: '3f2a9c1d04be', id })}\n`;
  });
}

function codebookAt(version: number): string {
  const codes = Array.from({ length: CODES }, (_, i) => {
    const title = i === version % CODES ? `Code ${i} as of ${version}` : `Code ${i}`;
    return `${i % 10 === 0 ? `## Theme ${i / 10} {#theme-${i / 10} .theme}\n\n` : ''}### ${title} {#code-${i}}\n\nWhat it means, in a sentence.\n`;
  });
  return `# Codebook\n\n${codes.join('\n')}`;
}

function commit(version: number, files: readonly (readonly [string, string])[]): string {
  const message = `Version ${version}`;
  const changes = files.map(([file, text]) => `M 100644 inline ${file}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  const from = version === 0 ? '' : `from :${version}\n`;
  const head = `commit refs/heads/main\nmark :${version + 1}\ncommitter EA <ea@example.org> ${1_700_000_000 + version * 3600} +0000`;
  return `${head}\ndata ${message.length}\n${message}\n${from}${changes.join('')}`;
}
