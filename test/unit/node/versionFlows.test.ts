import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { VersionFailure } from '../../../src/core/versions/failure.js';
import { fetchWork, type Got, takeInShared } from '../../../src/core/versions/get.js';
import { branchNameFor, proposeReviewName } from '../../../src/core/versions/reviewName.js';
import { planSending, sendAgain, sendForReview } from '../../../src/core/versions/send.js';
import { type VersionSource, versionSource } from '../../../src/core/versions/source.js';
import { takeReview } from '../../../src/core/versions/takeReview.js';
import type { Decide } from '../../../src/core/versions/together.js';
import { unsavedWork } from '../../../src/core/versions/unsaved.js';
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { startRepository } from '../../../src/node/work/startRepository.js';
import { coded, inFavourOf, nobody, START } from '../versions/support/team.js';
import { type Copy, SharedStudy } from './support/workStudy.js';

const sourceOf = (copy: Copy): Promise<VersionSource> => versionSource(storeOf(copy));
const storeOf = (copy: Copy): NodeFileStore => new NodeFileStore(copy.study, () => true);

function put(copy: Copy, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) copy.put(file, text);
}

/** Saves all that is not, as the window does. @returns what was said of it */
async function save(copy: Copy, coder: string): Promise<string> {
  const source = await sourceOf(copy);
  const unsaved = await unsavedWork(source, storeOf(copy), { coder });
  assert.ok(unsaved);
  await source.work.save(unsaved.paths, unsaved.message.subject);
  return unsaved.message.subject;
}

async function send(copy: Copy, coder: string): Promise<string> {
  const source = await sourceOf(copy);
  await fetchWork(source);
  const plan = await planSending(source);
  if (plan?.is === 'again' || plan?.is === 'begin') await sendAgain(source);
  if (plan?.is !== 'new') return plan?.is ?? '';
  const name = branchNameFor(proposeReviewName(plan.changes, coder), plan.taken);
  await sendForReview(source, name, plan);
  return name;
}

async function get(copy: Copy, decide: Decide = nobody): Promise<Got> {
  const source = await sourceOf(copy);
  await fetchWork(source);
  return takeInShared(source, { decide });
}

describe('a team with nothing but a folder to share', function () {
  // Git is started some hundred times.
  this.timeout(60_000);
  let shared: SharedStudy;
  let ea: Copy;
  let mb: Copy;

  beforeEach(async () => {
    shared = new SharedStudy();
    ea = shared.clone('EA');
    put(ea, START);
    assert.equal(await save(ea, 'EA'), 'First version: 2 transcripts, 1 code');
    assert.equal(await send(ea, 'EA'), 'begin');
    mb = shared.clone('MB');
  });
  afterEach(() => shared.remove());

  it('works in circles: save, send, look, take in, get', async () => {
    for (const [round, [one, other]] of [[ea, mb] as const, [mb, ea] as const].entries()) {
      const [coder, reviewer] = one === ea ? ['EA', 'MB'] : ['MB', 'EA'];
      put(one, coded(coder, 'pp-03', `${coder}round${round}`));
      assert.match(await save(one, coder), new RegExp(`^${coder} coded pp-03: 1 excerpt`));
      const name = await send(one, coder);
      assert.match(name, new RegExp(`^${coder.toLowerCase()}/pp-03`));
      assert.equal(one.git('symbolic-ref', '--short', 'HEAD'), name);
      put(other, coded(reviewer, 'pp-05', `${reviewer}meanwhile${round}`));
      await save(other, reviewer);
      const { reviews } = await get(other);
      assert.deepEqual([reviews.length, reviews[0]?.name, reviews[0]?.author], [1, name, coder]);
      const [review] = reviews;
      assert.ok(review);
      const taken = await takeReview(await sourceOf(other), review, { decide: nobody });
      assert.equal(taken.is, 'taken');
      const got = await get(one);
      assert.deepEqual([got.arrived, one.git('symbolic-ref', '--short', 'HEAD')], [name, 'main']);
      for (const copy of [ea, mb]) {
        assert.equal(copy.git('status', '--porcelain'), '');
        assert.equal(copy.git('rev-parse', 'main'), copy.git('rev-parse', 'origin/main'));
        assert.match(copy.read(`codings/${coder}/transcripts/pp-03.jsonl`) ?? '', new RegExp(`round${round}`));
        assert.match(copy.read(`codings/${reviewer}/transcripts/pp-05.jsonl`) ?? '', new RegExp(`meanwhile${round}`));
      }
      assert.deepEqual((await get(other)).reviews, []);
    }
  });

  it('sends more to the same place, and goes on where a colleague added to it', async () => {
    put(ea, coded('EA', 'pp-03'));
    await save(ea, 'EA');
    const name = await send(ea, 'EA');
    assert.equal(await send(ea, 'EA'), 'nothing');
    put(ea, coded('EA', 'pp-05'));
    await save(ea, 'EA');
    assert.equal(await send(ea, 'EA'), 'again');
    mb.git('fetch', '--quiet');
    mb.git('checkout', '--quiet', name);
    put(mb, coded('MB', 'pp-03'));
    mb.commit('Added to it');
    mb.git('push', '--quiet');
    put(ea, { 'memos/2026-03-02-hope.md': '# Hope\n' });
    await save(ea, 'EA');
    await assert.rejects(
      send(ea, 'EA')
        .then(() => sourceOf(ea))
        .then(({ work }) => work.push()),
      (error: VersionFailure) => error.kind === 'rejected',
    );
    await get(ea);
    assert.equal(await send(ea, 'EA'), 'again');
    assert.ok(ea.read('codings/MB/transcripts/pp-03.jsonl'));
  });

  it('asks what both changed differently, and leaves everything as it was where that is put off', async () => {
    put(mb, { 'codebook.md': '# Codebook\n\n## Living hope {#hope}\n' });
    await save(mb, 'MB');
    mb.git('push', '--quiet');
    put(ea, { 'codebook.md': '# Codebook\n\n## Trust {#hope}\n' });
    await save(ea, 'EA');
    ea.git('fetch', '--quiet');
    const before = ea.state();
    assert.equal((await get(ea, async () => undefined)).isPutOff, true);
    assert.deepEqual(ea.state(), before);
    const got = await get(ea, inFavourOf('theirs'));
    assert.equal(got.isPutOff, false);
    assert.equal(ea.read('codebook.md'), '# Codebook\n\n## Living hope {#hope}\n');
    assert.equal(ea.git('status', '--porcelain'), '');
  });

  it('is left as it was by whatever stands in the way', async () => {
    put(ea, coded('EA', 'pp-03'));
    await save(ea, 'EA');
    const lock = path.join(ea.top, '.git/index.lock');
    const ways: [string, VersionFailure['kind'], () => void, () => void][] = [
      ['lock', 'locked', () => writeFileSync(lock, ''), () => rmSync(lock)],
      [
        'detached',
        'detached',
        () => ea.git('checkout', '--quiet', '--detach'),
        () => ea.git('checkout', '--quiet', 'main'),
      ],
      [
        'no remote',
        'no-remote',
        () => ea.git('remote', 'rename', 'origin', 'x'),
        () => ea.git('remote', 'rename', 'x', 'origin'),
      ],
      [
        'unreachable',
        'unreachable',
        () => ea.git('remote', 'set-url', 'origin', path.join(shared.folder, 'gone.git')),
        () => ea.git('remote', 'set-url', 'origin', shared.remote),
      ],
    ];
    for (const [what, kind, begin, end] of ways) {
      if (what === 'no remote') ea.git('remote', 'remove', 'origin');
      else begin();
      const before = ea.state();
      await assert.rejects(send(ea, 'EA'), (error: VersionFailure) => error.kind === kind, what);
      await assert.rejects(get(ea), (error: VersionFailure) => error.kind === kind, what);
      assert.deepEqual(ea.state(), before, what);
      if (what === 'no remote') ea.git('remote', 'add', 'origin', shared.remote);
      else end();
    }
  });

  it('is back where it was where sending breaks off after a name was given', async () => {
    put(ea, coded('EA', 'pp-03'));
    await save(ea, 'EA');
    const source = await sourceOf(ea);
    await fetchWork(source);
    const plan = await planSending(source);
    assert.ok(plan?.is === 'new');
    const refs = ea.git('for-each-ref');
    const settings = ea.git('config', '--local', '--list');
    rmSync(shared.remote, { recursive: true });
    await assert.rejects(
      sendForReview(source, 'ea/pp-03', plan),
      (error: VersionFailure) => error.kind === 'unreachable',
    );
    assert.deepEqual([ea.git('for-each-ref'), ea.git('config', '--local', '--list')], [refs, settings]);
    assert.deepEqual([ea.git('symbolic-ref', 'HEAD'), ea.git('status', '--porcelain')], ['refs/heads/main', '']);
    assert.ok(existsSync(path.join(ea.top, 'codings/EA/transcripts/pp-03.jsonl')));
  });
});

describe('a folder of which no versions are kept', () => {
  it('can begin to keep them, and has a first one', async () => {
    const shared = new SharedStudy();
    try {
      const study = path.join(shared.folder, 'alone');
      mkdirSync(study);
      const store = new NodeFileStore(study, () => true);
      for (const [file, text] of Object.entries(START)) await store.replace(file, undefined, Buffer.from(text));
      await assert.rejects(versionSource(store), (error: VersionFailure) => error.kind === 'no-repository');
      await startRepository(study);
      const source = await versionSource(store);
      const unsaved = await unsavedWork(source, store, {});
      assert.ok(unsaved);
      await assert.rejects(
        source.work.save(unsaved.paths, 'x'),
        (error: VersionFailure) => error.kind === 'no-identity',
      );
      await source.work.identify('Eva Adams', 'eva@example.org');
      await source.work.save(unsaved.paths, unsaved.message.subject);
      assert.deepEqual(await source.work.unsaved(), []);
    } finally {
      shared.remove();
    }
  });
});
