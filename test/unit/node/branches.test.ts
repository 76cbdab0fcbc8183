import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { countCodings } from '../../../src/core/analysis/codeUse.js';
import type { CodebookChange } from '../../../src/core/codebook/change.js';
import { codePassage } from '../../../src/core/coding/actions.js';
import { changeCodebookOf } from '../../../src/core/study/changeCodebook.js';
import { openStudy } from '../../../src/node/studies.js';
import { smallStudy } from '../support/studies.js';

describe('two branches of a study', () => {
  let root: string;
  const git = (...args: string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=EA', '-c', 'user.email=ea@example.org', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
  const commit = (message: string): void => {
    git('add', '.');
    git('commit', '--quiet', '--message', message);
  };
  const change = async (what: CodebookChange): Promise<void> =>
    void (await changeCodebookOf(await openStudy(root), what));

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-branches-'));
    const files = {
      ...smallStudy(),
      'codebook.md':
        '# Codebook\n\n## Hope {#hope}\n\nThings get better.\n\n## Waiting {#waiting}\n\nTime goes by.\n\n## Pay {#pay}\n',
    };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    git('init', '--quiet', '--initial-branch', 'main');
    commit('start');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('combine without loss where one merges a code and the other still uses it', async () => {
    git('switch', '--quiet', '--create', 'bo');
    const theirs = await openStudy(root);
    const points = (await theirs.transcripts.text('transcripts/np-01.md')) ?? assert.fail();
    const passage = { transcript: 'transcripts/np-01.md', points, base: '0'.repeat(12), span: { start: 9, end: 15 } };
    await codePassage(theirs, passage, 'Bo', [{ id: 'hope' }]);
    commit('Bo codes with Hope');

    git('switch', '--quiet', 'main');
    await change({ do: 'merge', from: ['hope'], into: 'waiting' });
    commit('EA merges Hope into Waiting');
    git('merge', '--quiet', '--no-edit', 'bo');
    assert.equal(git('status', '--porcelain'), '');

    const both = await openStudy(root);
    const waiting = both.entry('waiting') ?? assert.fail();
    assert.equal(countCodings(both, waiting), 2);
    assert.equal(both.titleOf('hope'), 'Waiting');

    await change({ do: 'unmerge', id: 'hope' });
    const back = await openStudy(root);
    const hope = back.entry('hope') ?? assert.fail();
    assert.deepEqual([hope.title, hope.definition, countCodings(back, hope)], ['Hope', 'Things get better.', 2]);
  });

  it('combine where one renames and moves codes and the other adds one', async () => {
    git('switch', '--quiet', '--create', 'bo');
    await change({ do: 'add', kind: 'code', title: 'Tired', under: 'pay' });
    commit('Bo adds a code');
    git('switch', '--quiet', 'main');
    await change({ do: 'rename', entry: 'hope', title: 'Taking heart' });
    commit('EA renames Hope');
    git('merge', '--quiet', '--no-edit', 'bo');
    const { codebook } = await openStudy(root);
    assert.deepEqual(
      codebook.entries.map(({ id, title }) => [id, title]),
      [
        ['hope', 'Taking heart'],
        ['waiting', 'Waiting'],
        ['pay', 'Pay'],
        ['tired', 'Tired'],
      ],
    );
  });
});
