import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { parseCodingFile } from '../../../../src/core/coding/file.js';

/** The file that all processes write. */
export const WRITTEN_FILE = 'codings/EA/pp-03.jsonl';

/** A process that adds codings, what it has acknowledged so far, and its end. */
export interface Writer {
  readonly child: ChildProcess;
  readonly acknowledged: () => string[];
  readonly end: Promise<number | null>;
}

/** Processes that code one study after the other, each in a temporary folder. */
export class Writers {
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-processes-'));
  private readonly script = path.join(this.folder, 'writer.js');
  root = '';

  async build(): Promise<void> {
    const entryPoints = ['test/unit/node/writer.ts'];
    await build({ entryPoints, bundle: true, platform: 'node', outfile: this.script, logLevel: 'error' });
  }

  newStudy(): void {
    this.root = mkdtempSync(path.join(this.folder, 'study-'));
  }

  start(prefix: string, count: number): Writer {
    const child = spawn(process.execPath, [this.script, this.root, prefix, String(count)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', chunk => {
      said += chunk;
    });
    const end = new Promise<number | null>(resolve => child.on('close', resolve));
    return { child, acknowledged: () => said.split('\n').slice(0, -1), end };
  }

  /** Ids of the codings in the file, each line of which must be one. */
  inFile(): string[] {
    const text = readFileSync(path.join(this.root, WRITTEN_FILE), 'utf8');
    const file = parseCodingFile(text, { path: WRITTEN_FILE, coder: '', transcript: '' });
    assert.deepEqual(file.problems, []);
    return file.codings.map(coding => coding.id);
  }

  /** Has processes add codings at the same time; every one of them must be there afterwards, once. */
  async allAtOnce(processes: number, each: number): Promise<void> {
    this.newStudy();
    const prefixes = Array.from({ length: processes }, (_, i) => String.fromCharCode(97 + i).repeat(2));
    const writers = prefixes.map(prefix => this.start(prefix, each));
    assert.deepEqual(
      await Promise.all(writers.map(writer => writer.end)),
      prefixes.map(() => 0),
    );
    const ids = this.inFile();
    assert.equal(new Set(ids).size, processes * each);
    assert.deepEqual(ids.sort(), writers.flatMap(writer => writer.acknowledged()).sort());
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
