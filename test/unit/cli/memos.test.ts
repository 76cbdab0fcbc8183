import assert from 'node:assert/strict';
import { codedStudy, type TemporaryStudy } from './support/study.js';

describe('verbatim memos', () => {
  let study: TemporaryStudy;
  let ids: string[];
  beforeEach(async () => {
    study = await codedStudy();
    const { out } = await study.run(['codes', '--json']);
    ids = (JSON.parse(out).codes as { id: string; kind: string }[])
      .filter(({ kind }) => kind === 'code')
      .map(({ id }) => id);
    study.put('memos/2026-01-01-first.md', `---\nauthor: EA\nabout: ${ids[0]}\n---\n\n# First thoughts\n`);
    study.put('memos/2026-02-01-second.md', `[[${ids[0]}]] and [[${ids[1]}]]\n`);
  });
  afterEach(() => study.remove());

  it('lists them, the latest first, with what they mention', async () => {
    const { exit, out } = await study.run(['memos', '--json']);
    assert.equal(exit, 0);
    const { memos, counts } = JSON.parse(out);
    assert.deepEqual(counts, { memos: 2 });
    assert.deepEqual(memos[1], {
      memo: 'memos/2026-01-01-first.md',
      title: 'First thoughts',
      date: '2026-01-01',
      author: 'EA',
      codes: [ids[0]],
      excerpts: [],
      quotes: 0,
    });
    assert.match((await study.run(['memos'])).out, /^MEMO +DATE +AUTHOR +TITLE[\s\S]*2 memos\.\n$/);
  });

  it('lists those that mention a code', async () => {
    const titles = async (...args: string[]): Promise<string[]> =>
      JSON.parse((await study.run(['memos', ...args, '--json'])).out).memos.map(
        ({ title }: { title: string }) => title,
      );
    assert.deepEqual(await titles('--code', ids[1] as string), ['second']);
    assert.deepEqual(await titles('--code', ids[0] as string), ['second', 'First thoughts']);
    assert.equal((await study.run(['memos', '--code', 'nothing-of-the-kind'])).exit, 2);
  });
});
