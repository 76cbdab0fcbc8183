import assert from 'node:assert/strict';
import path from 'node:path';
import { gitIn, TemporaryRepository } from '../support/repository.js';
import { historyOf } from './support/studyInGit.js';

describe('branches and tags of a study', () => {
  let repository: TemporaryRepository;
  const git = (...args: string[]): string => repository.git(...args);
  const head = async (folder = '.') => (await historyOf(repository.root, folder)).head();
  const base = async (folder = '.') => (await head(folder)).base;

  beforeEach(() => {
    repository = new TemporaryRepository();
  });
  afterEach(() => repository.remove());

  const commit = (date: string): void => {
    repository.put('a.md', date);
    git('add', '--all');
    process.env.GIT_COMMITTER_DATE = date;
    git('commit', '--quiet', '-m', `at ${date}`, `--date=${date}`);
    delete process.env.GIT_COMMITTER_DATE;
  };

  it('are listed with the commits they stand for, the newest first', async () => {
    commit('2026-01-01T00:00:00Z');
    git('tag', '-a', '-m', 'sent', 'v1');
    git('switch', '--quiet', '--create', 'eva/é');
    commit('2026-03-01T00:00:00Z');
    git('switch', '--quiet', 'main');
    commit('2026-02-01T00:00:00Z');
    git('tag', 'blob', repository.blob('no commit'));
    git('update-ref', 'refs/remotes/origin/main', 'v1^{commit}');
    git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
    git('update-ref', 'refs/notes/x', 'main');
    const refs = await (await historyOf(repository.root)).refs();
    const short = refs.map(({ kind, name, date }) => [kind, name, date.slice(0, 7)]);
    assert.deepEqual(short.slice(0, 2), [
      ['branch', 'eva/é', '2026-03'],
      ['branch', 'main', '2026-02'],
    ]);
    assert.deepEqual(short.slice(2).sort(), [
      ['remote', 'origin/main', '2026-01'],
      ['tag', 'v1', '2026-01'],
    ]);
    assert.deepEqual(refs[1], {
      ...{ kind: 'branch', name: 'main', commit: git('rev-parse', 'main') },
      ...{ author: 'EA', date: '2026-02-01T00:00:00Z', subject: 'at 2026-02-01T00:00:00Z' },
    });
  });

  it('of one name can be told apart', async () => {
    commit('2026-01-01T00:00:00Z');
    git('tag', 'v1');
    commit('2026-02-01T00:00:00Z');
    git('branch', 'v1');
    const history = await historyOf(repository.root);
    for (const ref of (await history.refs()).filter(({ name }) => name.endsWith('v1'))) {
      assert.equal(ref.name, ref.kind === 'tag' ? 'tags/v1' : 'heads/v1');
      assert.equal((await history.commit(ref.name))?.id, ref.commit);
    }
  });

  it('say where the working tree is: before the first commit, on a branch, on none', async () => {
    assert.deepEqual(await head(), { branch: 'main', commit: undefined, base: undefined });
    assert.deepEqual(await (await historyOf(repository.root)).refs(), []);
    commit('2026-01-01T00:00:00Z');
    const id = git('rev-parse', 'HEAD');
    assert.deepEqual(await head(), { branch: 'main', commit: id, base: undefined });
    git('switch', '--quiet', '--create', 'eva/-x');
    assert.deepEqual(await head(), { branch: 'eva/-x', commit: id, base: 'main' });
    git('switch', '--quiet', '--detach');
    assert.deepEqual(await head(), { branch: undefined, commit: id, base: 'main' });
  });

  it('say what a branch is to be merged into: what is noted, what it was made from, what is usual', async () => {
    commit('2026-01-01T00:00:00Z');
    git('switch', '--quiet', '--create', 'eva');
    git('branch', 'round-2');
    assert.equal(await base(), 'main');
    git('update-ref', 'refs/remotes/origin/trunk', 'main');
    git('update-ref', 'refs/remotes/origin/master', 'main');
    assert.equal(await base(), 'origin/master');
    git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    assert.equal(await base(), 'origin/trunk');
    git('branch', '--quiet', '--set-upstream-to', 'round-2');
    assert.equal(await base(), 'round-2');
    git('config', 'branch.eva.github-pr-base-branch', 'team#study#master');
    assert.equal(await base(), 'origin/master');
    git('config', 'branch.eva.vscode-merge-base', 'origin/trunk');
    assert.equal(await base(), 'origin/trunk');
    for (const none of ['eva', 'origin/eva', 'gone']) {
      git('config', 'branch.eva.vscode-merge-base', none);
      git('update-ref', 'refs/remotes/origin/eva', 'main');
      assert.equal(await base(), 'origin/master');
    }
  });

  it('never take a branch, or what it is at a remote, for its own base', async () => {
    commit('2026-01-01T00:00:00Z');
    const clone = path.join(repository.root, 'clone');
    git('clone', '--quiet', `file://${repository.root}`, clone);
    assert.equal(await base('clone'), undefined);
    gitIn(clone, ['branch', 'master']);
    assert.equal(await base('clone'), undefined);
    gitIn(clone, ['switch', '--quiet', '--create', 'eva', '--track', 'origin/main']);
    assert.equal(await base('clone'), 'origin/main');
    gitIn(clone, ['push', '--quiet', '--set-upstream', 'origin', 'eva']);
    assert.equal(await base('clone'), 'origin/main');
  });
});
