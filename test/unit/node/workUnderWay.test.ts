import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { StudyWork, UnderWay } from '../../../src/core/ports.js';
import { failsAs } from './support/failing.js';
import { type Copy, SharedStudy } from './support/workStudy.js';

/** How each comes to a stop at a conflict in `a.md`, from `main` with `topic` beside it. */
const BEGINNINGS: Readonly<Record<Exclude<UnderWay, 'bisect'>, (eva: Copy) => void>> = {
  merge: eva => stops(eva, 'merge', 'topic'),
  squash: eva => stops(eva, 'merge', '--squash', 'topic'),
  rebase: eva => stops(eva, 'rebase', 'topic'),
  'cherry-pick': eva => stops(eva, 'cherry-pick', 'topic'),
  revert: eva => stops(eva, 'revert', '--no-edit', 'HEAD~1'),
  stash: eva => stops(eva, 'stash', 'apply'),
};

function stops(eva: Copy, ...args: string[]): void {
  assert.throws(() => eva.git(...args), args.join(' '));
}

describe('what is under way', function () {
  this.timeout(30_000);
  let shared: SharedStudy;
  let eva: Copy;
  let work: StudyWork;

  beforeEach(async () => {
    shared = new SharedStudy();
    eva = shared.clone('Eva', 'study');
    const version = (text: string, more = 'x\n'): string => {
      eva.put('a.md', text);
      eva.put('b.md', more);
      return eva.commit(text);
    };
    version('start\n');
    eva.git('branch', 'other');
    eva.git('checkout', '--quiet', '-b', 'topic');
    version('theirs\n', 'theirs\n');
    eva.git('checkout', '--quiet', 'main');
    version('ours, first\n');
    eva.put('a.md', 'set aside\n');
    eva.git('stash');
    version('ours\n');
    work = await eva.work();
  });
  afterEach(() => shared.remove());

  for (const [what, begin] of Object.entries(BEGINNINGS)) {
    it(`is seen, keeps everything else from happening, and can be given up or finished: ${what}`, async () => {
      const before = eva.state();
      begin(eva);
      const standing = await work.standing();
      assert.equal(standing.underWay, what);
      const theirs = eva.git('rev-parse', what === 'rebase' ? 'main' : 'topic');
      const tries: (() => Promise<unknown>)[] = [
        () => work.save(['b.md'], 'x'),
        () => work.startBranch('more', undefined),
        () => work.switchTo('other'),
        () => work.finishUnderWay(),
        async () => work.conclude(await work.merge(theirs), new Map([['a.md', undefined]]), 'x'),
      ];
      for (const attempt of tries) assert.deepEqual((await failsAs('under-way', eva, attempt)).files, ['a.md']);
      await work.abandonUnderWay();
      const after = eva.state();
      for (const key of ['reflog', 'index', '.git/ORIG_HEAD', '.git/REBASE_HEAD'])
        for (const state of [before, after]) delete state[key];
      assert.deepEqual(after, before);
      assert.equal(eva.git('status', '--porcelain'), '');
      begin(eva);
      eva.put('a.md', 'decided\n');
      await work.settle(['a.md']);
      const count = Number(eva.git('rev-list', '--count', 'HEAD'));
      let now = await work.finishUnderWay();
      while (what === 'rebase' && now.underWay !== undefined) {
        eva.put('a.md', 'decided\n');
        await work.settle(['a.md']);
        now = await work.finishUnderWay();
      }
      assert.equal(now.underWay, undefined);
      assert.equal(eva.read('a.md'), 'decided\n');
      if (what === 'stash') return;
      assert.equal(eva.git('status', '--porcelain'), '');
      assert.ok(Number(eva.git('rev-list', '--count', 'HEAD')) > count);
      assert.doesNotMatch(eva.git('log', '-1', '--format=%B'), /^#/m);
    });
  }

  it('is finished only as far as checks let it', async () => {
    BEGINNINGS.merge(eva);
    eva.put('a.md', 'decided\n');
    await work.settle(['a.md']);
    eva.hook('commit-msg', 'echo "Say more" >&2; exit 1');
    assert.match((await failsAs('refused-by-check', eva, () => work.finishUnderWay())).details, /Say more/);
    rmSync(path.join(eva.top, '.git/hooks/commit-msg'));
    assert.equal((await work.finishUnderWay()).underWay, undefined);
  });

  it('is finished where nothing is left of what was taken over', async () => {
    for (const what of ['cherry-pick', 'revert', 'rebase'] as const) {
      BEGINNINGS[what](eva);
      for (let i = 0; i < 3 && (await work.standing()).underWay !== undefined; i++) {
        eva.put('a.md', `${eva.git('show', 'HEAD:study/a.md')}\n`);
        eva.put('b.md', `${eva.git('show', 'HEAD:study/b.md')}\n`);
        await work.settle(['a.md', 'b.md']);
        await work.finishUnderWay();
      }
      assert.equal((await work.standing()).underWay, undefined, what);
      assert.equal(eva.git('status', '--porcelain'), '');
    }
  });

  it('is a search through older versions', async () => {
    eva.git('bisect', 'start', 'HEAD', 'HEAD~2');
    assert.equal((await work.standing()).underWay, 'bisect');
    await failsAs('under-way', eva, () => work.startBranch('x', undefined));
    await work.finishUnderWay();
    assert.deepEqual([(await work.standing()).underWay, (await work.standing()).branch], [undefined, 'main']);
  });
});
