import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { seeded } from '../../../bench/random.js';
import { parseCodingFile } from '../../../src/core/coding/file.js';
import { NodeFileStore } from '../../../src/node/fileStore.js';

const FILE = 'codings/EA/pp-03.jsonl';

/** A process that adds codings, what it has acknowledged so far, and its end. */
interface Writer {
  readonly child: ChildProcess;
  readonly acknowledged: () => string[];
  readonly end: Promise<number | null>;
}

describe('several processes that code one study', () => {
  let folder = '';
  let root = '';
  let script = '';

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-processes-'));
    script = path.join(folder, 'writer.js');
    await build({
      entryPoints: ['test/unit/node/writer.ts'],
      bundle: true,
      platform: 'node',
      outfile: script,
      logLevel: 'error',
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    root = mkdtempSync(path.join(folder, 'study-'));
  });

  function start(prefix: string, count: number): Writer {
    const child = spawn(process.execPath, [script, root, prefix, String(count)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', chunk => {
      said += chunk;
    });
    const end = new Promise<number | null>(resolve => child.on('close', resolve));
    return { child, acknowledged: () => said.split('\n').slice(0, -1), end };
  }

  function inFile(): string[] {
    const file = parseCodingFile(readFileSync(path.join(root, FILE), 'utf8'), {
      path: FILE,
      coder: '',
      transcript: '',
    });
    assert.deepEqual(file.problems, []);
    return file.codings.map(coding => coding.id);
  }

  it('lose nothing and double nothing: 4 × 50 codings in one file are 200', async function () {
    this.timeout(30_000);
    const writers = ['aa', 'bb', 'cc', 'dd'].map(prefix => start(prefix, 50));
    assert.deepEqual(await Promise.all(writers.map(writer => writer.end)), [0, 0, 0, 0]);
    const ids = inFile();
    assert.equal(new Set(ids).size, 200);
    assert.deepEqual([...ids].sort(), writers.flatMap(writer => writer.acknowledged()).sort());
  });

  it('keep every acknowledged coding when one is killed at any moment, and the next goes on at once', async function () {
    this.timeout(60_000);
    const random = seeded(7);
    const acknowledged: string[] = [];
    for (let round = 0; round < 20; round++) {
      const writer = start(`r${String.fromCharCode(97 + round)}`, 1000);
      await killedAfter(writer, 1 + Math.floor(random() * 6), random());
      acknowledged.push(...writer.acknowledged());
      const there = new Set(inFile());
      assert.deepEqual(
        acknowledged.filter(id => !there.has(id)),
        [],
        `lost in round ${round}`,
      );
    }
    assert.ok(acknowledged.length >= 20);
    const store = new NodeFileStore(root);
    const before = await store.read(FILE);
    assert.equal(await store.replace(FILE, before, before), true);
  });

  /** Kills a writer some codings after its start, at a random moment within the next one. */
  async function killedAfter(writer: Writer, codings: number, part: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      let times: number[] = [];
      writer.child.on('close', () => reject(new Error('The writer ended before it was killed.')));
      writer.child.stdout?.on('data', () => {
        times = [...times, performance.now()];
        if (writer.acknowledged().length < codings) return;
        const usual = times.length < 2 ? 2 : ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1);
        setTimeout(resolve, usual * part);
      });
    }).finally(() => writer.child.kill('SIGKILL'));
    await writer.end;
  }
});
