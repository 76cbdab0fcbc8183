import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    const points = (await theirs.transcripts.text('transcripts/np-01.md'))?.points ?? assert.fail();
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

  const THEMES = `# Codebook

## Room {#room .theme}

What happens in it.

### Hope {#hope}

Things get better.

## Role {#role .theme}

What the work is.

### Pay {#pay}

What it pays.

## Place {#place .theme}
`;

  /** Has EA merge one theme into another while Bo adds a code to it; the codebook that git makes of the two. */
  const mergeWhileBoAdds = async (from: string, into: string): Promise<string> => {
    writeFileSync(path.join(root, 'codebook.md'), THEMES);
    commit('themes');
    git('switch', '--quiet', '--create', 'bo');
    await change({ do: 'add', kind: 'code', title: 'Tired', under: from });
    commit('Bo adds a code');
    git('switch', '--quiet', 'main');
    await change({ do: 'merge', from: [from], into });
    commit('EA merges the theme');
    try {
      git('merge', '--quiet', '--no-edit', 'bo');
    } catch {
      assert.match(git('status', '--porcelain'), /^UU codebook\.md$/m);
    }
    return readFileSync(path.join(root, 'codebook.md'), 'utf8');
  };

  it('combine where one merges a theme and the other adds a code to it', async () => {
    await mergeWhileBoAdds('role', 'room');
    assert.equal(git('status', '--porcelain'), '');
    const parents = async () =>
      (await openStudy(root)).codebook.entries.map(({ id, parent }) => [id, parent?.id].join(' in '));
    assert.deepEqual(await parents(), ['room in ', 'hope in room', 'pay in room', 'tired in room', 'place in ']);
    assert.deepEqual((await openStudy(root)).codebook.problems, []);

    await change({ do: 'unmerge', id: 'role' });
    // The code that came later is left where it is: nothing says that it was in the theme.
    assert.deepEqual(await parents(), [
      'room in ',
      'hope in room',
      'tired in room',
      'role in ',
      'pay in role',
      'place in ',
    ]);
  });

  it('lose nothing where git cannot tell which text is to stand', async () => {
    const both = await mergeWhileBoAdds('room', 'place');
    assert.match(both, /^<<<<<<< /m);
    const { codebook } = await openStudy(root);
    for (const id of ['hope', 'pay', 'role', 'place', 'tired', 'room']) assert.ok(codebook.find(id), id);
    const rules = codebook.problems.map(problem => problem.rule);
    assert.ok(rules.includes('duplicate-code-id') && rules.includes('former-id-conflict'), rules.join(', '));
  });
});
