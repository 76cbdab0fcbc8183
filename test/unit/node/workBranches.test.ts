import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StudyWork } from '../../../src/core/ports.js';
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { failsAs } from './support/failing.js';
import { WatchedGit } from './support/watchedGit.js';
import { Copy, SharedStudy } from './support/workStudy.js';

describe('going on with another piece of work', function () {
  this.timeout(30_000);
  let shared: SharedStudy;
  let eva: Copy;
  let work: StudyWork;
  let first: string;
  let second: string;

  beforeEach(async () => {
    shared = new SharedStudy();
    eva = shared.clone('Eva');
    eva.put('a.md', 'x\n');
    first = eva.commit('start');
    eva.git('push', '--quiet', '-u', 'origin', 'main');
    eva.git('branch', 'behind');
    eva.put('a.md', 'y\n');
    second = eva.commit('more');
    work = await eva.work();
  });
  afterEach(() => shared.remove());

  const at = (): string[] => [eva.git('symbolic-ref', '--short', 'HEAD'), eva.git('rev-parse', 'HEAD')];

  it('begins one here, with what is not saved, and notes what it is for', async () => {
    eva.put('a.md', 'not saved\n');
    eva.put('b.md', 'staged\n');
    eva.git('add', 'b.md');
    await work.startBranch('review/größer-1', 'main');
    assert.deepEqual(at(), ['review/größer-1', second]);
    assert.equal((await work.standing()).base, 'main');
    assert.equal(eva.git('status', '--porcelain'), ' M a.md\nA  b.md');
    assert.equal((await work.standing()).upstream, undefined);
    await work.startBranch('none', undefined);
    assert.throws(() => eva.git('config', '--get', 'branch.none.vscode-merge-base'));
  });

  it('does not begin one under a name that is taken or no name', async () => {
    await failsAs('name-taken', eva, () => work.startBranch('behind', 'main'));
    for (const name of ['', '-x', 'a..b', 'a b', '.a', 'a.lock', '@{u}', 'HEAD', 'main/more']) {
      await failsAs('other', eva, () => work.startBranch(name, 'main'));
    }
    writeFileSync(path.join(eva.top, '.git/HEAD.lock'), '');
    await failsAs('locked', eva, () => work.startBranch('fine', 'main'));
  });

  it('goes back to another one, and forward on it at once', async () => {
    await work.startBranch('mine', 'main');
    eva.put('b.md', 'mine\n');
    await work.save(['b.md'], 'mine');
    eva.put('c.md', 'not saved\n');
    eva.hook('post-checkout', 'echo "$@" > .git/seen; exit 1');
    const mine = eva.git('rev-parse', 'HEAD');
    await work.switchTo('behind');
    assert.equal(readFileSync(path.join(eva.top, '.git/seen'), 'utf8'), `${mine} ${first} 1\n`);
    assert.deepEqual([at(), eva.read('a.md')], [['behind', first], 'x\n']);
    await work.switchTo('behind', second);
    assert.deepEqual([at(), eva.read('a.md')], [['behind', second], 'y\n']);
    await work.switchTo('main', eva.git('rev-parse', 'mine'));
    assert.deepEqual([at(), eva.read('b.md')], [['main', eva.git('rev-parse', 'mine')], 'mine\n']);
    await work.switchTo('another', first);
    assert.deepEqual(at(), ['another', first]);
    assert.equal(eva.git('status', '--porcelain'), '?? c.md');
  });

  it('does not move one to where it would lose versions, nor one that is open elsewhere or not there', async () => {
    await failsAs('overtaken', eva, () => work.switchTo('main', first));
    await failsAs('other', eva, () => work.switchTo('nothing'));
    const elsewhere = path.join(shared.folder, 'elsewhere');
    eva.git('worktree', 'add', '--quiet', elsewhere, 'behind');
    const failure = await failsAs('other', eva, () => work.switchTo('behind', second));
    assert.match(failure.message, /elsewhere/);
  });

  it('leaves no version behind that nothing else holds', async () => {
    eva.git('checkout', '--quiet', '--detach');
    eva.put('a.md', 'z\n');
    eva.commit('on nothing');
    await failsAs('detached', eva, () => work.switchTo('main'));
    await work.startBranch('kept', 'main');
    await work.switchTo('main');
    assert.deepEqual(at(), ['main', second]);
  });

  it('is as good in another folder of the same repository', async () => {
    const elsewhere = path.join(shared.folder, 'elsewhere');
    eva.git('worktree', 'add', '--quiet', elsewhere, 'behind');
    const other = new Copy(elsewhere, 'Eva', '.');
    const there = await other.work();
    other.put('b.md', 'x\n');
    await there.save(['b.md'], 'there');
    const merge = await there.merge(second);
    await there.conclude(merge, new Map(), 'both');
    await there.startBranch('more', 'behind');
    assert.equal(other.git('status', '--porcelain'), '');
    assert.deepEqual([other.read('a.md'), other.read('b.md')], ['y\n', 'x\n']);
    assert.deepEqual(at(), ['main', second]);
  });

  it('is nothing that happens in a folder that is not trusted', async () => {
    const watched = new WatchedGit();
    try {
      assert.equal(await new NodeFileStore(eva.study, () => false).work(), undefined);
      assert.deepEqual(watched.started, []);
    } finally {
      watched.remove();
    }
  });
});
