import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { failsAs } from './support/failing.js';
import { SharedStudy } from './support/workStudy.js';

describe('a disk that is full', function () {
  this.timeout(30_000);
  let shared: SharedStudy;

  beforeEach(() => {
    shared = new SharedStudy();
  });
  afterEach(() => shared.remove());

  it('leaves everything as it was where another version does not fit, also what git had written by then', async () => {
    const eva = shared.clone('Eva');
    for (const file of ['a.md', 'b.md', 'm.md', 'z.md']) eva.put(file, 'x\n');
    eva.commit('start');
    eva.git('push', '--quiet', '-u', 'origin', 'main');
    const max = shared.clone('Max');
    for (const file of ['a.md', 'deep/new.md', 'z.md']) max.put(file, 'theirs\n');
    max.delete('b.md');
    max.put('m.md', 'x'.repeat(40_000));
    max.put('n.md', 'x'.repeat(40_000));
    max.commit('theirs');
    max.git('push', '--quiet');
    const work = await eva.work();
    await work.fetch();
    const merge = await work.merge(eva.git('rev-parse', 'origin/main'));
    shared.withFullDisk();
    await failsAs('disk', eva, () => work.conclude(merge, new Map(), ''));
    await failsAs('disk', eva, () => work.switchTo('other', merge.theirs));
  });

  it('keeps a version from being saved, and nothing of it is left', async () => {
    const eva = shared.clone('Eva');
    eva.put('a.md', 'x\n');
    eva.commit('start');
    eva.put('a.md', randomBytes(20_000).toString('hex'));
    const work = await eva.work();
    shared.withFullDisk();
    await failsAs('disk', eva, () => work.save(['a.md'], 'large'));
    assert.deepEqual(shared.temporary, []);
  });
});
