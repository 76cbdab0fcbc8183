import assert from 'node:assert/strict';
import type { UnderWay } from '../../../src/core/ports.js';
import { VersionFailure } from '../../../src/core/versions/failure.js';
import { fetchWork, takeInShared } from '../../../src/core/versions/get.js';
import { branchNameFor, proposeReviewName } from '../../../src/core/versions/reviewName.js';
import { planSending, sendAgain, sendForReview } from '../../../src/core/versions/send.js';
import { versionSource } from '../../../src/core/versions/source.js';
import { takeReview } from '../../../src/core/versions/takeReview.js';
import type { Decide } from '../../../src/core/versions/together.js';
import { unsavedWork } from '../../../src/core/versions/unsaved.js';
import { MemoryStore } from '../support/memoryStore.js';
import { FakeHost } from './support/fakeHost.js';
import { FakeWork } from './support/fakeWork.js';
import { BOOK, coded, inFavourOf, nobody, START, team } from './support/team.js';

const failure = (kind: VersionFailure['kind']) => (error: unknown) =>
  error instanceof VersionFailure && error.kind === kind && error.remedy !== '';

/** Sends what somebody saved, as the window does. @returns the branch, or what else there was to do */
async function send(one: FakeWork): Promise<string> {
  await fetchWork(one);
  const plan = await planSending(one);
  if (plan?.is === 'new') {
    const branch = branchNameFor(proposeReviewName(plan.changes, one.person), plan.taken);
    await sendForReview(one, branch, plan);
    return branch;
  }
  if (plan?.is === 'again' || plan?.is === 'begin') await sendAgain(one);
  return plan?.is ?? 'cancelled';
}

async function get(one: FakeWork, decide: Decide = nobody) {
  await fetchWork(one);
  return takeInShared(one, { decide });
}

describe('saving a version', () => {
  it('tells which files and what of the analysis would be saved, and nothing where nothing is', async () => {
    const { ea } = await team();
    const nothing = await unsavedWork(ea, ea.store, {});
    assert.deepEqual([nothing?.paths, nothing?.changes, ea.store.readPaths], [[], [], []]);
    ea.put(coded('EA', 'pp-03'));
    const some = await unsavedWork(ea, ea.store, { coder: 'EA' });
    assert.deepEqual(some?.paths, ['codings/EA/transcripts/pp-03.jsonl']);
    assert.equal(some?.message.subject, 'EA coded pp-03: 1 excerpt');
    assert.deepEqual(ea.store.readPaths, some?.paths);
    assert.equal(await unsavedWork(ea, ea.store, { cancellation: { cancelled: true } }), undefined);
  });

  it('counts what there is before the first version', async () => {
    const ea = new FakeWork(new FakeHost(), 'EA').put(START);
    const found = await unsavedWork(ea, ea.store, {});
    assert.equal(found?.message.subject, 'First version: 2 transcripts, 1 code');
  });

  it('says where no versions are kept', async () => {
    await assert.rejects(versionSource(new MemoryStore()), failure('no-repository'));
  });
});

describe('sending for review', () => {
  it('goes on under a name of its own, with the shared work left where it was, and sends more to the same place', async () => {
    const { ea, host } = await team();
    const before = host.branches.get('main');
    assert.equal(await send(ea), 'nothing');
    ea.put({ ...coded('EA', 'pp-03'), ...coded('EA', 'pp-05') });
    await ea.saved();
    assert.equal(await send(ea), 'ea/pp-03-and-pp-05');
    assert.equal(ea.branch, 'ea/pp-03-and-pp-05');
    assert.equal(ea.branches.get('main'), before);
    assert.equal(host.branches.get('main'), before);
    assert.equal(await send(ea), 'nothing');
    ea.put({ 'codebook.md': `${BOOK}\n## Joy {#joy}\n` });
    const more = await ea.saved();
    assert.equal(await send(ea), 'again');
    assert.equal(host.branches.get('ea/pp-03-and-pp-05'), more);
  });

  it('begins the shared work where nobody sent anything yet', async () => {
    const ea = new FakeWork(new FakeHost(), 'EA').put(START);
    await assert.rejects(send(ea), failure('no-version-yet'));
    await ea.saved();
    assert.equal(await send(ea), 'begin');
    assert.equal(ea.host.branches.get('main'), ea.head);
    assert.equal(ea.branch, 'main');
  });

  it('leaves everything as it was where that fails', async () => {
    const { ea } = await team();
    ea.put(coded('EA', 'pp-03'));
    await ea.saved();
    const before = ea.state;
    for (const kind of ['not-allowed', 'unreachable', 'cancelled'] as const) {
      ea.failing.set('push', new VersionFailure(kind, 'No.', 'Later.'));
      await assert.rejects(send(ea), failure(kind));
      assert.deepEqual(ea.state, before);
    }
  });
});

describe("getting colleagues' work", () => {
  it('brings it beside what was not sent yet, without asking where nothing is in question', async () => {
    const { ea, mb } = await team();
    mb.put(coded('MB', 'pp-05'));
    await mb.saved();
    await mb.work.push();
    ea.put(coded('EA', 'pp-03'));
    await ea.saved();
    const got = await get(ea);
    assert.notEqual(got.before, got.after);
    assert.deepEqual([got.isPutOff, got.arrived, got.reviews], [false, undefined, []]);
    assert.ok(
      ea.store.text('codings/MB/transcripts/pp-05.jsonl') && ea.store.text('codings/EA/transcripts/pp-03.jsonl'),
    );
    assert.equal(ea.host.commit(got.after).subject, 'Took in MB: 1 excerpt in pp-05');
    const again = await get(ea);
    assert.equal(again.before, again.after);
  });

  it('goes forward where nothing was saved here', async () => {
    const { ea, mb, host } = await team();
    mb.put(coded('MB', 'pp-05'));
    await mb.saved();
    await mb.work.push();
    assert.equal((await get(ea)).after, host.branches.get('main'));
  });

  it('asks what both changed differently; putting off leaves everything as it was', async () => {
    const { ea, mb } = await team();
    mb.put({ 'codebook.md': BOOK.replace('Hope', 'Living hope') });
    await mb.saved();
    await mb.work.push();
    ea.put({ 'codebook.md': BOOK.replace('Hope', 'Trust') });
    await ea.saved();
    const before = ea.state;
    const asked: string[][] = [];
    const putOff: Decide = async ({ files }) => {
      asked.push(files.map(({ path }) => path));
      return undefined;
    };
    const got = await get(ea, putOff);
    assert.deepEqual([got.isPutOff, got.before === got.after], [true, true]);
    assert.deepEqual(ea.state, before);
    const theirs: Decide = async questions => {
      asked.push(questions.files.map(({ path }) => path));
      return inFavourOf('theirs')(questions);
    };
    assert.equal((await get(ea, theirs)).isPutOff, false);
    assert.match(ea.store.text('codebook.md') ?? '', /Living hope/);
    assert.deepEqual(asked, [['codebook.md'], ['codebook.md']]);
  });

  it('changes nothing where another version was saved while it was decided', async () => {
    const { ea, mb } = await team();
    mb.put({ 'codebook.md': BOOK.replace('Hope', 'Living hope') });
    await mb.saved();
    await mb.work.push();
    ea.put({ 'codebook.md': BOOK.replace('Hope', 'Trust') });
    await ea.saved();
    const late: Decide = async questions => {
      ea.put(coded('EA', 'pp-05'));
      await ea.saved();
      return inFavourOf('ours')(questions);
    };
    await assert.rejects(get(ea, late), failure('overtaken'));
    assert.match(ea.store.text('codebook.md') ?? '', /Trust/);
  });

  it('names files beside the study that both changed, and changes nothing', async () => {
    const { ea, mb } = await team();
    for (const one of [ea, mb]) {
      one.put({ 'budget.txt': `${one.person}\n` });
      await one.saved();
    }
    await mb.work.push();
    const before = ea.state;
    await assert.rejects(get(ea), (error: VersionFailure) => error.files.includes('budget.txt'));
    assert.deepEqual(ea.state, before);
  });

  it('goes back to the shared work once what was sent is in it, and not before', async () => {
    const { ea, mb, host } = await team();
    ea.put(coded('EA', 'pp-03'));
    await ea.saved();
    await send(ea);
    assert.equal((await get(ea)).arrived, undefined);
    const [review] = (await get(mb)).reviews;
    assert.deepEqual([review?.name, review?.author], ['ea/pp-03', 'EA']);
    assert.ok(review);
    mb.put(coded('MB', 'pp-05'));
    await mb.saved();
    assert.equal((await takeReview(mb, review, { decide: nobody })).is, 'taken');
    assert.deepEqual((await get(mb)).reviews, []);
    const got = await get(ea);
    assert.deepEqual([got.arrived, ea.branch, ea.head], ['ea/pp-03', 'main', host.branches.get('main')]);
    assert.ok(ea.store.text('codings/MB/transcripts/pp-05.jsonl'));
  });

  it('knows what was sent again where a web page made one version of several', async () => {
    const { ea, mb, host } = await team();
    for (const name of ['pp-03', 'pp-05']) {
      ea.put(coded('EA', name));
      await ea.saved();
    }
    const branch = await send(ea);
    const squashed = host.make(host.commit(ea.head ?? '').tree, [host.branches.get('main') ?? ''], 'MB', 'All of it');
    host.branches.set('main', squashed);
    assert.deepEqual((await get(mb)).reviews, []);
    assert.deepEqual([(await get(ea)).arrived, ea.branch], [branch, 'main']);
  });
});

describe('taking a review into the shared work', () => {
  it('gets what somebody else shared first, once, and goes back to a review of one’s own', async () => {
    const { ea, mb, host } = await team();
    ea.put(coded('EA', 'pp-03'));
    await ea.saved();
    await send(ea);
    mb.put(coded('MB', 'pp-05'));
    await mb.saved();
    const own = await send(mb);
    const [review] = (await get(mb)).reviews;
    assert.ok(review);
    const jo = new FakeWork(host, 'JO');
    await jo.work.fetch();
    jo.branches.set('main', host.branches.get('main') ?? '');
    await jo.work.switchTo('main');
    jo.put(coded('JO', 'pp-05'));
    await jo.saved();
    await jo.work.push();
    const taken = await takeReview(mb, review, { decide: nobody });
    assert.deepEqual([taken.is, mb.branch], ['taken', own]);
    const shared = host.commit(host.branches.get('main') ?? '').tree;
    assert.deepEqual([...shared.keys()].filter(path => path.startsWith('codings/')).sort(), [
      'codings/EA/transcripts/pp-03.jsonl',
      'codings/JO/transcripts/pp-05.jsonl',
    ]);
    for (const coder of ['EA/transcripts/pp-03', 'JO/transcripts/pp-05', 'MB/transcripts/pp-05'])
      assert.ok(mb.store.text(`codings/${coder}.jsonl`), coder);
  });

  it('is back where one was after a failure, and where questions are put off', async () => {
    const { ea, mb } = await team();
    ea.put({ 'codebook.md': BOOK.replace('Hope', 'Trust') });
    await ea.saved();
    await send(ea);
    mb.put(coded('MB', 'pp-05'));
    await mb.saved();
    await send(mb);
    const [review] = (await get(mb)).reviews;
    assert.ok(review);
    mb.failing.set('push', new VersionFailure('unreachable', 'No.', 'Later.'));
    const before = mb.branch;
    await assert.rejects(takeReview(mb, review, { decide: nobody }), failure('unreachable'));
    assert.equal(mb.branch, before);
    assert.equal((await takeReview(mb, review, { decide: nobody })).is, 'taken');
  });
});

describe('before anybody is asked anything', () => {
  it('what stands in the way is said, and nothing is done', async () => {
    const { ea } = await team();
    ea.put(coded('EA', 'pp-03'));
    await ea.saved();
    const before = ea.state;
    const cases: [Partial<FakeWork['standingNow']>, VersionFailure['kind']][] = [
      [{ isLocked: true }, 'locked'],
      [{ branch: undefined }, 'detached'],
      [{ remote: undefined }, 'no-remote'],
      ...(['merge', 'rebase', 'cherry-pick', 'stash'] as UnderWay[]).map(
        underWay => [{ underWay }, 'under-way'] as [Partial<FakeWork['standingNow']>, VersionFailure['kind']],
      ),
    ];
    for (const [standing, kind] of cases) {
      ea.standingNow = standing;
      await assert.rejects(fetchWork(ea), failure(kind));
      if (kind !== 'no-remote') await assert.rejects(planSending(ea), failure(kind));
    }
    assert.deepEqual([ea.state, ea.calls.includes('fetch')], [before, false]);
  });
});
