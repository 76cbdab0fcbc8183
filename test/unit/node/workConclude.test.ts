import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { GitMerge, StudyWork } from '../../../src/core/ports.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { gitIn } from '../support/repository.js';
import { failsAs } from './support/failing.js';
import { type Copy, SharedStudy } from './support/workStudy.js';

describe('a combined version', function () {
  this.timeout(30_000);
  let shared: SharedStudy;
  let eva: Copy;
  let work: StudyWork;
  let merge: GitMerge;
  const both = new Map([['a.md', encodeUtf8('both\n')]]);

  beforeEach(async () => {
    shared = new SharedStudy();
    eva = shared.clone('Eva');
    eva.put('a.md', 'x\n');
    eva.commit('start');
    eva.git('push', '--quiet', '-u', 'origin', 'main');
    const max = shared.clone('Max');
    max.put('a.md', 'theirs\n');
    max.commit('theirs');
    max.git('push', '--quiet');
    eva.put('a.md', 'ours\n');
    eva.commit('ours');
    work = await eva.work();
    await work.fetch();
    merge = await work.merge(eva.git('rev-parse', 'origin/main'));
  });
  afterEach(() => shared.remove());

  const conclude = (): Promise<string> => work.conclude(merge, both, 'both');

  it('is not made where another one was saved meanwhile, nobody is known, no branch is open, or git is busy', async () => {
    eva.git('checkout', '--quiet', '--detach');
    await failsAs('detached', eva, conclude);
    eva.git('checkout', '--quiet', 'main');
    writeFileSync(path.join(eva.top, '.git/HEAD.lock'), '');
    await failsAs('locked', eva, conclude);
    eva.git('config', '--unset', 'user.name');
    await failsAs('no-identity', eva, conclude);
    eva.git('config', 'user.name', 'Eva');
    await assert.rejects(work.conclude(merge, new Map(), 'x'), { kind: 'other' });
    eva.put('b.md', 'x\n');
    await work.save(['b.md'], 'meanwhile').catch(() => undefined);
    await failsAs('locked', eva, conclude);
  });

  it('is not made on a version that came after', async () => {
    eva.put('b.md', 'x\n');
    await work.save(['b.md'], 'meanwhile');
    await failsAs('overtaken', eva, conclude);
  });

  it('is signed where versions are, or not made', async () => {
    eva.git('config', 'commit.gpgSign', 'true');
    eva.git('config', 'gpg.program', path.join(shared.folder, 'gpg'));
    await failsAs('signing-failed', eva, conclude);
    const script =
      '#!/bin/sh\ncat > /dev/null\necho "[GNUPG:] SIG_CREATED D" >&2\nprintf -- "-----BEGIN PGP SIGNATURE-----\\nx\\n-----END PGP SIGNATURE-----\\n"\n';
    writeFileSync(path.join(shared.folder, 'gpg'), script);
    chmodSync(path.join(shared.folder, 'gpg'), 0o755);
    await conclude();
    assert.match(eva.git('cat-file', 'commit', 'HEAD'), /^gpgsig /m);
    eva.put('a.md', 'more\n');
    await work.save(['a.md'], 'more');
    assert.match(eva.git('cat-file', 'commit', 'HEAD'), /^gpgsig /m);
  });

  it('has a description that is checked as that of any version', async () => {
    eva.hook('commit-msg', 'echo "Say more" >&2; exit 1');
    assert.match((await failsAs('refused-by-check', eva, conclude)).details, /Say more/);
    eva.hook('commit-msg', 'echo "Checked-by: a hook" >> "$1"');
    await conclude();
    assert.equal(eva.git('log', '-1', '--format=%B').trim(), 'both\nChecked-by: a hook');
  });

  it('is made the same way whatever settings say of merging', async () => {
    for (const [name, value] of Object.entries({
      'branch.main.mergeOptions': '--squash --no-ff',
      'merge.ff': 'false',
      'merge.autoStash': 'true',
      'commit.cleanup': 'scissors',
      'core.commentChar': 'B',
    })) {
      eva.git('config', name, value);
    }
    eva.put('b.md', 'not saved\n');
    const made = await work.conclude(merge, both, 'Both\n\n# more');
    assert.equal(eva.git('rev-parse', 'HEAD'), made);
    assert.equal(eva.git('log', '-1', '--format=%B').trim(), 'Both\n\n# more');
    assert.equal(eva.git('status', '--porcelain'), '?? b.md');
    assert.deepEqual([(await work.standing()).underWay, eva.git('stash', 'list')], [undefined, '']);
  });

  it('has line ends as this copy wants them, and is as saved', async () => {
    eva.git('config', 'core.autocrlf', 'true');
    await conclude();
    assert.equal(eva.read('a.md'), 'both\r\n');
    assert.equal(eva.git('show', 'HEAD:a.md'), 'both');
    assert.equal(eva.git('status', '--porcelain'), '');
    assert.deepEqual(await work.unsaved(), []);
  });

  it('is the same in a repository of the other kind of ids', async () => {
    const root = path.join(shared.folder, 'sha256');
    mkdirSync(root);
    const git = (...args: string[]): string => gitIn(root, args);
    const put = (text: string): void => writeFileSync(path.join(root, 'a.md'), text);
    git('init', '--quiet', '--object-format=sha256', '--initial-branch', 'main');
    const there = (await new NodeFileStore(root, () => true).work()) ?? assert.fail();
    await there.identify('Eva', 'eva@example.org');
    put('x\n');
    await there.save(['a.md'], 'start');
    await there.startBranch('other', 'main');
    put('theirs\n');
    const theirs = await there.save(['a.md'], 'theirs');
    await there.switchTo('main');
    put('ours\n');
    await there.save(['a.md'], 'ours');
    const made = await there.conclude(await there.merge(theirs), both, 'both');
    assert.equal(made.length, 64);
    assert.equal(git('show', 'HEAD:a.md'), 'both');
    assert.equal(git('status', '--porcelain'), '');
  });
});
