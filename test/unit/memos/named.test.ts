import assert from 'node:assert/strict';
import { namedMemos } from '../../../src/core/memos/named.js';
import { Study } from '../../../src/core/study/study.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { smallStudy } from '../support/studies.js';

const MEMO =
  '---\ntitle: Hope\ndate: 2026-03-02\nabout: [optimism]\n---\n\nSee [[hope]].\n\n> it got better\n>\n> — [[pp-03#aaaaaaaaaa]]\n';

async function namedIn(files: Record<string, string>) {
  const study = new Study(new MemoryStore({ ...smallStudy(), ...files }), fixedEnvironment());
  await study.refresh();
  const entry = study.entry('hope');
  assert.ok(entry);
  return namedMemos(study, entry, new Set(['aaaaaaaaaa', 'bbbbbbbbbb']));
}

describe('memos named for a page', () => {
  it('are those of the code, by any id it had, and those of each excerpt, with the line that mentions it', async () => {
    const memo = { path: 'memos/2026-03-02-hope.md', title: 'Hope', date: '2026-03-02' };
    assert.deepEqual(await namedIn({ [memo.path]: MEMO }), {
      entry: [{ ...memo, line: 6 }],
      excerpts: { aaaaaaaaaa: [{ ...memo, line: 10 }] },
    });
  });

  it('are the latest first, each once', async () => {
    const later = MEMO.replace('2026-03-02', '2026-04-01').replace('title: Hope', 'title: Later');
    const twice = `${later}\nAgain [[pp-03#aaaaaaaaaa]].\n`;
    const { entry, excerpts } = await namedIn({ 'memos/a.md': MEMO, 'memos/b.md': twice });
    const titles = (memos: typeof entry | undefined) => memos?.map(({ title }) => title);
    assert.deepEqual(
      [titles(entry), titles(excerpts.aaaaaaaaaa)],
      [
        ['Later', 'Hope'],
        ['Later', 'Hope'],
      ],
    );
    assert.equal(excerpts.bbbbbbbbbb, undefined);
  });
});
