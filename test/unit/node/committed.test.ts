import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { TemporaryRepository } from '../support/repository.js';

describe('what the last commit has of a study', () => {
  let repository: TemporaryRepository;
  const committed = (folder = '.') => new NodeFileStore(path.join(repository.root, folder), () => true).gitCommitted();
  const idOf = (file: string): string => repository.git('rev-parse', `HEAD:${file}`);

  beforeEach(() => {
    repository = new TemporaryRepository();
  });
  afterEach(() => repository.remove());

  it('is nothing before the first commit', async () => {
    repository.put('transcripts/pp-01.md', 'PP1: I do.\n');
    repository.git('add', '--all');
    assert.deepEqual(await committed(), new Map());
  });

  it('is its files by their paths from its folder, whatever they are called, not what came since', async () => {
    const names = ['transcripts/pp-01.md', 'transcripts/ä "b"\n希望.md'];
    for (const name of names) repository.put(`studies/peers/${name}`, `PP1: ${name}\n`);
    repository.put('other.md', 'x');
    repository.commit('start');
    repository.put('studies/peers/transcripts/pp-01.md', 'PP1: I did.\n');
    repository.put('studies/peers/transcripts/pp-02.md', 'PP2: We did.\n');
    repository.git('add', '--all');
    const found = await committed('studies/peers');
    assert.deepEqual([...(found ?? [])].sort(), names.map(name => [name, idOf(`studies/peers/${name}`)]).sort());
    assert.equal((await committed())?.get('other.md'), idOf('other.md'));
  });

  it('has files by the names that are the same in every form of Unicode', async () => {
    repository.put(`transcripts/${'é'.normalize('NFD')}.md`, 'PP1: I do.\n');
    repository.commit('start');
    assert.deepEqual([...((await committed())?.keys() ?? [])], [`transcripts/${'é'.normalize('NFC')}.md`]);
  });

  it('is not known outside a repository, without git and where git must not be asked', async () => {
    repository.put('a.md', 'x');
    repository.commit('start');
    assert.equal(await new NodeFileStore(repository.root).gitCommitted(), undefined);
    const outside = mkdtempSync(path.join(os.tmpdir(), 'verbatim-outside-'));
    assert.equal(await new NodeFileStore(outside, () => true).gitCommitted(), undefined);
    const before = process.env.PATH;
    try {
      process.env.PATH = outside;
      assert.equal(await committed(), undefined);
    } finally {
      process.env.PATH = before;
    }
    rmSync(outside, { recursive: true });
  });
});
