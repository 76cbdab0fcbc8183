import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where Verbatim may start a process: one file, which starts git and nothing else. */
const ONLY = 'src/node/gitProgram.ts';
const STARTS =
  /(?:from|import|require)\s*\(?\s*['"`](?:node:)?(?:child_process|cluster|worker_threads)['"`]|createTerminal|new\s+vscode\.(?:Shell|Process)Execution/;

describe('processes', () => {
  it('are started in one place, so that none gets past the question whether the workspace is trusted', () => {
    const sources = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map(entry => path.join(entry.parentPath, entry.name).replaceAll(path.sep, '/'));
    assert.ok(sources.includes(ONLY));
    const starting = sources.filter(file => STARTS.test(withoutTypes(readFileSync(file, 'utf8'))));
    assert.deepEqual(starting, [ONLY]);
  });
});

/** Imports of types start nothing. */
function withoutTypes(source: string): string {
  return source.replace(/^import type .*$/gm, '');
}
