import assert from 'node:assert/strict';
import type { GitMerge, StudyWork } from '../../../src/core/ports.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { failsAs } from './support/failing.js';
import { type Copy, SharedStudy } from './support/workStudy.js';

describe('files that are in the way of another version', function () {
  this.timeout(30_000);
  let shared: SharedStudy;
  let eva: Copy;
  let work: StudyWork;
  let forward: GitMerge;
  let both: () => Promise<GitMerge>;

  beforeEach(async () => {
    shared = new SharedStudy();
    eva = shared.clone('Eva', 'study');
    eva.put('../.gitignore', '*.secret.md\n');
    for (const file of ['a.md', 'b.md', 'c.md']) eva.put(file, 'x\n');
    eva.put('../other.txt', 'x\n');
    eva.commit('start');
    eva.git('push', '--quiet', '-u', 'origin', 'main');
    const max = shared.clone('Max', 'study');
    max.put('a.md', 'theirs\n');
    max.delete('b.md');
    max.put('new.md', 'theirs\n');
    max.put('x.secret.md', 'theirs\n');
    max.put('../other.txt', 'theirs\n');
    max.git('add', '--force', 'study/x.secret.md');
    max.commit('theirs');
    max.git('push', '--quiet');
    work = await eva.work();
    await work.fetch();
    const theirs = eva.git('rev-parse', 'origin/main');
    forward = await work.merge(theirs);
    both = async () => {
      eva.put('mine.md', 'ours\n');
      await work.save(['mine.md'], 'mine');
      return work.merge(theirs);
    };
  });
  afterEach(() => shared.remove());

  /** What puts a file in the way, and which of the study are named. */
  const ways: Readonly<Record<string, readonly [() => void, readonly string[]]>> = {
    'changed here': [() => eva.put('a.md', 'not saved\n'), ['a.md']],
    'changed here and removed there': [() => eva.put('b.md', 'not saved\n'), ['b.md']],
    'removed here': [() => eva.delete('a.md'), ['a.md']],
    'new here and there': [() => eva.put('new.md', 'not saved\n'), ['new.md']],
    'ignored here': [() => eva.put('x.secret.md', 'not saved\n'), ['x.secret.md']],
    'a folder here': [() => eva.put('new.md/deep.md', 'not saved\n'), ['new.md']],
    'outside the study': [() => eva.put('../other.txt', 'not saved\n'), []],
    'staged only': [
      () => {
        eva.put('a.md', 'staged\n');
        eva.git('add', 'study/a.md');
        eva.put('a.md', 'x\n');
      },
      ['a.md'],
    ],
    'several at once': [
      () => {
        eva.put('a.md', 'not saved\n');
        eva.put('new.md', 'not saved\n');
        eva.put('../other.txt', 'not saved\n');
      },
      ['a.md', 'new.md'],
    ],
  };
  for (const [what, [put, files]] of Object.entries(ways)) {
    it(`are named, and nothing is touched: ${what}`, async () => {
      const merge = await both();
      put();
      const resolved = new Map([['a.md', encodeUtf8('both\n')]]);
      const attempts = [
        () => work.conclude(merge, resolved, 'both'),
        () => work.switchTo('main', forward.theirs),
        () => work.switchTo('other', forward.theirs),
      ];
      const failures = [await failsAs('files-in-the-way', eva, attempts[0] ?? assert.fail)];
      eva.git('stash', '--include-untracked', '--quiet', '--all');
      eva.git('reset', '--quiet', '--hard', 'HEAD~1');
      put();
      for (const attempt of attempts.slice(1)) failures.push(await failsAs('files-in-the-way', eva, attempt));
      for (const failure of failures) assert.deepEqual([...failure.files].sort(), files);
    });
  }

  it('are none where they already are as the other version has them', async () => {
    eva.put('a.md', 'theirs\n');
    eva.put('new.md', 'theirs\n');
    eva.delete('b.md');
    eva.put('c.md', 'not saved\n');
    eva.git('add', 'study/a.md');
    await work.conclude(forward, new Map(), '');
    assert.equal(eva.git('status', '--porcelain'), ' M study/c.md');
    assert.equal(eva.git('rev-parse', 'HEAD'), forward.theirs);
  });
});
