import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { baseOf, blobId } from '../../../src/core/coding/blobId.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';

describe('the blob id', () => {
  let folder = '';
  const contents: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ['an empty file', new Uint8Array()],
    ['text', encodeUtf8('**PP3:** It got better.\n')],
    ['CRLF', encodeUtf8('one\r\ntwo\r\n')],
    ['a byte order mark and astral characters', encodeUtf8('\ufeff😀 שלום\n')],
    ['bytes that are no UTF-8', Uint8Array.of(0, 255, 254, 13, 10)],
    ['a long file', encodeUtf8('a line of words\n'.repeat(20_000))],
  ];

  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-blob-'));
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is what git hash-object says, for every kind of content', () => {
    for (const [i, [, bytes]] of contents.entries()) writeFileSync(path.join(folder, `${i}.md`), bytes);
    const files = contents.map((_, i) => `${i}.md`);
    const ids = execFileSync('git', ['hash-object', '--no-filters', '--', ...files], { cwd: folder, encoding: 'utf8' });
    const ours = contents.map(([, bytes]) => blobId(bytes));
    assert.deepEqual(ours, ids.trim().split('\n'));
  });

  it('gives a coding its first 12 hex digits', () => {
    assert.equal(baseOf(new Uint8Array()), 'e69de29bb2d1');
  });
});
