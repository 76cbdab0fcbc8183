import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { seeded } from '../../../../bench/random.js';
import { parseCodingFile } from '../../../../src/core/coding/file.js';
import { formatCodingLine } from '../../../../src/core/coding/line.js';
import { codingPath } from '../../../../src/core/study/layout.js';
import { NodeFileStore } from '../../../../src/node/fileStore.js';
import { coding } from '../../support/coding.js';
import { CODERS, GROUP, NAMES, PLACES } from './killedNames.js';
import { IN_MEMORY } from './watchedStudy.js';

const TEXT = `I: How was it?\n\nPP3: I think it got better after that. ${'And so it went on. '.repeat(600)}\n`;

/** What was said to be done, and so must never be missing. */
interface Acknowledged {
  readonly codings: Set<string>;
  code: string;
  readonly former: Set<string>;
  place: string;
}

/**
 * Lets one process after the other work in a study and kills each at a moment that chance names. After each, the next start must find every file
 * whole, everything that was acknowledged, and of what was being done all or nothing.
 */
export async function killAgainAndAgain(kills: number, seed: number): Promise<void> {
  const folder = mkdtempSync(path.join(IN_MEMORY, 'verbatim-killed-'));
  const root = path.join(folder, 'study');
  try {
    const script = path.join(folder, 'writer.js');
    const entryPoints = ['test/unit/node/killedWriter.ts'];
    await build({ entryPoints, bundle: true, minify: true, platform: 'node', outfile: script, logLevel: 'error' });
    begin(root);
    const random = seeded(seed);
    const known: Acknowledged = { codings: new Set(), code: 'hope', former: new Set(), place: PLACES[0] };
    let count = 0;
    for (let round = 0; round < kills; round++) {
      const said = await work([script, root, known.place, String(round)], 1 + Math.floor(random() * 4), random());
      for (const [what, word = ''] of said) {
        if (what === 'coding') known.codings.add(word);
        else if (what === 'code') {
          known.former.add(known.code);
          known.code = word;
        } else known.place = word;
      }
      count += said.length;
      await new NodeFileStore(root).list();
      lookAt(root, known, `after kill ${round + 1} of ${kills}, seed ${seed}`);
    }
    assert.ok(count >= kills);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function begin(root: string): void {
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  put('codebook.md', '# Codebook\n\n## Hope {#hope}\n\n## Trust {#trust}\n');
  for (const [j, name] of NAMES.entries()) {
    put(`${PLACES[0]}/${name}`, TEXT.replace('PP3', `PP${j + 3}`));
    for (const [i, coder] of CODERS.entries()) {
      const line = formatCodingLine(coding({ id: GROUP[i * NAMES.length + j] as string, at: [29, 42] }));
      put(codingPath(coder, `${PLACES[0]}/${name}`), `${line}\n`);
    }
  }
}

/** Lets a process work and kills it some steps after its start, within the next. @returns what it said, as words */
function work(args: readonly string[], steps: number, part: number): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    let last = performance.now();
    let usual = 0;
    child.stdout.setEncoding('utf8').on('data', chunk => {
      said += chunk;
      usual = Math.max(usual, performance.now() - last);
      last = performance.now();
      if (said.split('\n').length > steps && !child.killed) setTimeout(() => child.kill('SIGKILL'), part * 2 * usual);
    });
    child.on('close', (_, signal) => {
      const lines = said.split('\n').slice(0, -1);
      if (signal === 'SIGKILL') resolve(lines.map(line => line.split(' ')));
      else reject(new Error('The process ended before it was killed.'));
    });
  });
}

/** What the study is may be one step ahead of what was acknowledged, whole; then that counts from now on. */
function lookAt(root: string, known: Acknowledged, when: string): void {
  const isAt = (place: string): boolean => existsSync(path.join(root, place, NAMES[0]));
  const places = PLACES.filter(isAt);
  assert.equal(places.length, 1, `the transcripts are in ${places.join(' and ') || 'no folder'} ${when}`);
  const place = places[0] as string;
  const codes = new Set<string>();
  for (const name of NAMES) {
    assert.equal(existsSync(path.join(root, place, name)), true, `${name} is not in ${place} ${when}`);
    for (const coder of CODERS)
      for (const { code } of codingsIn(root, codingPath(coder, `${place}/${name}`), when)) codes.add(code);
  }
  assert.equal(codes.size, 1, `the codings have ${[...codes].join(' and ')} ${when}`);
  const [code] = [...codes] as [string];
  assert.match(readFileSync(path.join(root, 'codebook.md'), 'utf8'), new RegExp(`\\{#${code}\\}`), when);
  const there = NAMES.flatMap(name => codingsIn(root, codingPath('Cy', `${place}/${name}`), when).map(({ id }) => id));
  assert.deepEqual(
    [...known.codings].filter(id => !there.includes(id)),
    [],
    `lost ${when}`,
  );
  assert.deepEqual(readdirSync(path.join(root, '.verbatim')), ['.gitignore'], when);
  // Each code is newer than those before: their codings never go back to one.
  assert.ok(!known.former.has(code), `the codings went back from ${known.code} to ${code} ${when}`);
  if (code !== known.code) known.former.add(known.code);
  known.code = code;
  known.place = place;
}

function codingsIn(root: string, file: string, when: string) {
  if (!existsSync(path.join(root, file))) return [];
  const text = readFileSync(path.join(root, file), 'utf8');
  const { codings, problems } = parseCodingFile(text, { path: file, coder: '', transcript: '' });
  assert.deepEqual(problems, [], when);
  return codings;
}
