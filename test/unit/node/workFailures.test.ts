import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StudyWork } from '../../../src/core/ports.js';
import type { VersionFailure } from '../../../src/core/versions/failure.js';
import { failsAs } from './support/failing.js';
import { type Copy, SharedStudy } from './support/workStudy.js';

describe('what keeps a version from being saved', function () {
  this.timeout(30_000);
  let shared: SharedStudy;
  let eva: Copy;
  let work: StudyWork;

  beforeEach(async () => {
    shared = new SharedStudy();
    eva = shared.clone('Eva', 'study');
    eva.put('a.md', 'x\n');
    eva.put('b.md', 'x\n');
    eva.commit('start');
    eva.put('a.md', 'not saved\n');
    eva.put('new.md', 'new\n');
    eva.put('b.md', 'staged\n');
    eva.git('add', 'study/b.md');
    work = await eva.work();
  });
  afterEach(() => shared.remove());

  const save = (): Promise<unknown> => work.save(['a.md', 'new.md'], 'more');

  it('nobody said who saves, until somebody does', async () => {
    eva.git('config', '--unset', 'user.email');
    assert.equal((await work.standing()).identity, undefined);
    await failsAs('no-identity', eva, save);
    for (const [name, mail] of [
      ['', 'a@b'],
      ['Eva', ' '],
      ['E<va', 'a@b'],
      ['Eva', 'a@b\nc'],
    ] as const) {
      await failsAs('no-identity', eva, () => work.identify(name, mail));
    }
    await work.identify('  Éva -x ', 'eva@example.org');
    assert.deepEqual((await work.standing()).identity, { name: 'Éva -x', email: 'eva@example.org' });
    await save();
    assert.equal(eva.git('log', '-1', '--format=%an <%ae>'), 'Éva -x <eva@example.org>');
  });

  it('a setting cannot be written', async () => {
    const lock = path.join(eva.top, '.git/config.lock');
    writeFileSync(lock, '');
    const failure = await failsAs('locked', eva, () => work.identify('Max', 'max@example.org'));
    assert.match(failure.remedy, /config\.lock/);
  });

  for (const lock of ['index.lock', 'HEAD.lock', 'refs/heads/main.lock']) {
    it(`another program holds ${lock}, or left it behind`, async () => {
      const file = path.join(eva.top, '.git', lock);
      writeFileSync(file, '');
      assert.equal((await work.standing()).isLocked, true);
      const failure = await failsAs('locked', eva, save);
      assert.match(`${failure.message} ${failure.remedy}`, /\d{4}-\d\d-\d\d \d\d:\d\d/);
      assert.ok(failure.remedy.includes(file));
      rmSync(file);
      assert.equal((await work.standing()).isLocked, false);
      await save();
    });
  }

  it('an older version is open', async () => {
    eva.git('checkout', '--quiet', '--detach');
    const failure = await failsAs('detached', eva, save);
    assert.match(failure.remedy, /“main”/);
    await work.switchTo('main');
    await save();
  });

  it('a check is against it, whichever it is', async () => {
    for (const hook of ['pre-commit', 'commit-msg', 'prepare-commit-msg']) {
      eva.hook(hook, 'echo "Names in line 3" >&2; exit 1');
      const failure = await failsAs('refused-by-check', eva, save);
      assert.match(failure.details, /Names in line 3/);
      rmSync(path.join(eva.top, '.git/hooks', hook));
    }
    await save();
  });

  it('signing does not work', async () => {
    eva.git('config', 'commit.gpgSign', 'true');
    eva.git('config', 'gpg.program', path.join(eva.top, 'no-such-program'));
    await failsAs('signing-failed', eva, save);
  });

  it('there is nothing to save, or nothing is said about it', async () => {
    await failsAs('nothing-to-save', eva, () => work.save(['gone.md', '.verbatim/lock', '../x.md'], 'x'));
    await failsAs('nothing-to-save', eva, () => work.save([], 'x'));
    await failsAs('other', eva, () => work.save(['a.md'], ' \n '));
  });

  it('git is gone, or was ended from outside', async () => {
    const before = process.env.PATH;
    process.env.PATH = eva.study;
    const failures = await Promise.all(
      [save(), work.standing(), work.identify('x', 'y')].map(failing => failing.catch((error: unknown) => error)),
    );
    process.env.PATH = before;
    assert.deepEqual(
      failures.map(failure => (failure as VersionFailure).kind),
      Array(3).fill('no-git'),
    );
    eva.hook('pre-commit', 'kill -9 $PPID; exec sleep 1');
    await failsAs('other', eva, save);
  });
});
