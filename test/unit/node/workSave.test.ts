import assert from 'node:assert/strict';
import { type Copy, SharedStudy } from './support/workStudy.js';

describe('saving a version', () => {
  let shared: SharedStudy;
  let eva: Copy;

  beforeEach(() => {
    shared = new SharedStudy();
    eva = shared.clone('Eva', 'studies/peers');
  });
  afterEach(() => shared.remove());

  const committed = (copy: Copy): string[] =>
    copy.git('show', '--no-renames', '--name-status', '--format=', 'HEAD').split('\n').sort();

  it('takes exactly the files it is told, new, changed and removed ones; what else is changed or staged stays as it is', async () => {
    for (const file of ['transcripts/a.md', 'transcripts/b.md', 'codebook.md', 'codings/EA/a.jsonl'])
      eva.put(file, 'x\n');
    eva.put('../../other.txt', 'x\n');
    eva.commit('start');
    eva.put('transcripts/a.md', 'y\n');
    eva.delete('transcripts/b.md');
    eva.put('codings/EA/transcripts/ä "b"\n希望.jsonl', '{}\n');
    eva.put('memos/new.md', 'n\n');
    eva.put('codebook.md', 'staged\n');
    eva.put('../../other.txt', 'staged\n');
    eva.git('add', 'other.txt', 'studies/peers/codebook.md');
    eva.put('codebook.md', 'after staging\n');
    const work = await eva.work();
    const unsaved = await work.unsaved();
    const odd = 'codings/EA/transcripts/ä "b"\n希望.jsonl';
    assert.deepEqual(unsaved, ['codebook.md', odd, 'memos/new.md', 'transcripts/a.md', 'transcripts/b.md']);
    const made = await work.save([odd, 'transcripts/a.md', 'transcripts/b.md'], 'Coded a\n\n# 14 excerpts\n');
    assert.equal(made, eva.git('rev-parse', 'HEAD'));
    assert.equal(eva.git('log', '-1', '--format=%B%an'), 'Coded a\n\n# 14 excerpts\nEva');
    assert.deepEqual(committed(eva).length, 3);
    assert.equal(eva.git('diff', '--cached', '--name-only'), 'other.txt\nstudies/peers/codebook.md');
    assert.equal(eva.git('show', ':studies/peers/codebook.md'), 'staged');
    assert.deepEqual(await work.unsaved(), ['codebook.md', 'memos/new.md']);
    assert.equal(eva.git('status', '--porcelain').includes('verbatim'), false);
  });
});
