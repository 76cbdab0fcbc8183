import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

/** What a process may keep in memory, in MB: what grows without an end is found by it. */
const MEMORY = 600;

/** Works through mutated studies, each slice in a process of its own that has to come to its end. */
export class Slices {
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-fuzz-'));
  private readonly script = path.join(this.folder, 'main.js');

  async build(): Promise<void> {
    const entryPoints = ['test/unit/fuzz/main.ts'];
    await build({
      entryPoints,
      bundle: true,
      platform: 'node',
      outfile: this.script,
      logLevel: 'error',
      sourcemap: 'inline',
    });
  }

  /**
   * @param most milliseconds after which a slice counts as one that hangs: a hundred times what it takes
   * @returns what was found, each with the number of its case; and one that says so where the process did not come to its end
   */
  run(seed: number, first: number, count: number, most: number): Promise<string[]> {
    const flags = ['--enable-source-maps', `--max-old-space-size=${MEMORY}`];
    const child = spawn(process.execPath, [...flags, this.script, ...[seed, first, count].map(String)], {
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    });
    let said = '';
    let at = '';
    child.stdout?.setEncoding('utf8').on('data', chunk => {
      said += chunk;
    });
    child.stdio[3]?.on('data', chunk => {
      at = String(chunk).trimEnd().split('\n').at(-1) ?? at;
    });
    const stop = setTimeout(() => child.kill('SIGKILL'), most);
    return new Promise(resolve =>
      child.on('close', (code, signal) => {
        clearTimeout(stop);
        const found = said.split('\n').filter(line => line.startsWith('{'));
        const isWhole = said.endsWith('whole\n');
        resolve(isWhole ? found : [...found, `case ${at} of seed ${seed} did not come to its end (${signal ?? code})`]);
      }),
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
