import assert from 'node:assert/strict';
import { type Copy, SharedStudy } from './support/workStudy.js';

describe('exchanging versions', function () {
  this.timeout(30_000);
  let shared: SharedStudy;
  let eva: Copy;

  beforeEach(() => {
    shared = new SharedStudy();
    eva = shared.clone('Eva');
    eva.put('a.md', 'x\n');
    eva.commit('start');
  });
  afterEach(() => shared.remove());

  it('sends the first version to a remote that has none, and follows it', async () => {
    const work = await eva.work();
    assert.deepEqual([(await work.standing()).remote, (await work.standing()).upstream], ['origin', undefined]);
    await work.fetch();
    await work.push();
    assert.equal((await work.standing()).upstream, 'origin/main');
    assert.equal(eva.git('ls-remote', 'origin', 'refs/heads/main').slice(0, 40), eva.git('rev-parse', 'HEAD'));
    assert.equal(eva.git('config', '--local', '--get-all', 'branch.main.merge'), 'refs/heads/main');
  });

  it('sends a piece of work under its own name, and keeps what it is to be put into', async () => {
    eva.git('push', '--quiet', '-u', 'origin', 'main');
    const work = await eva.work();
    await work.startBranch('review/eva-1', 'origin/main');
    assert.equal((await work.standing()).base, 'origin/main');
    eva.put('a.md', 'y\n');
    await work.save(['a.md'], 'more');
    await work.push();
    const { branch, base, upstream } = await work.standing();
    assert.deepEqual([branch, base, upstream], ['review/eva-1', 'origin/main', 'origin/review/eva-1']);
    await work.switchTo('main');
    assert.equal(eva.read('a.md'), 'x\n');
    assert.equal(eva.git('status', '--porcelain'), '');
  });
});
