import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { TemporaryStudy, UNCODED } from './support/study.js';

describe('the bundled command line', () => {
  let folder: string;
  let bundle: string;
  let study: TemporaryStudy;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'verbatim-bundle-'));
    bundle = path.join(folder, 'cli.js');
    study = new TemporaryStudy(UNCODED);
    buildSync({ entryPoints: ['src/cli/main.ts'], outfile: bundle, bundle: true, platform: 'node', logLevel: 'error' });
  });
  after(() => {
    study.remove();
    rmSync(folder, { recursive: true });
  });

  const run = (...args: string[]) =>
    spawnSync(process.execPath, [bundle, ...args], { cwd: study.root, encoding: 'utf8' });

  it('runs as a program with its exit codes', () => {
    assert.equal(run('check').status, 0);
    assert.equal(run('nonsuch').status, 2);
    const code = run(
      'code',
      'transcripts/pp-01.md',
      '--quote',
      'it got quiet',
      '--code',
      'hope',
      '--coder',
      'EA',
      '--json',
    );
    assert.equal(code.status, 0);
    const [{ id }] = JSON.parse(code.stdout).codings;
    assert.equal(JSON.parse(run('excerpts', '--json').stdout).excerpts[0].id, id);
    study.put('codings/EA/transcripts/pp-01.jsonl', '{\n');
    assert.equal(run('check').status, 1);
  }).timeout(20_000);

  it('ends quietly when its output is closed', async () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, i) => `{"code": "hope", "quote": "${'x'.repeat(60)}", "at": [${i}, ${i + 60}], "id": "i${i}"}`,
    );
    study.put('codings/EA/transcripts/pp-01.jsonl', `${lines.join('\n')}\n`);
    const child = spawn(process.execPath, [bundle, 'excerpts'], { cwd: study.root, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', data => {
      stderr += data;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise(resolve => child.on('close', resolve));
    assert.deepEqual([status, stderr], [0, '']);
  }).timeout(20_000);
});
