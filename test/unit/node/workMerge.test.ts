import assert from 'node:assert/strict';
import type { FileBlobs, GitMerge, StudyWork } from '../../../src/core/ports.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { type Copy, SharedStudy } from './support/workStudy.js';

const BASE = Array.from({ length: 9 }, (_, i) => `line ${i + 1}\n`).join('');
/** The text with other words in a line. */
const changed = (text: string, line: number, words: string): string => text.replace(`line ${line}\n`, `${words}\n`);

describe('putting two versions together', () => {
  let shared: SharedStudy;
  let eva: Copy;
  let max: Copy;
  let work: StudyWork;

  beforeEach(async () => {
    shared = new SharedStudy();
    eva = shared.clone('Eva', 'study');
    for (const file of ['a.md', 'b.md', 'c.md', 'd.md']) eva.put(file, BASE);
    eva.put('../other.txt', BASE);
    eva.commit('start');
    eva.git('push', '--quiet', '-u', 'origin', 'main');
    max = shared.clone('Max', 'study');
    work = await eva.work();
  });
  afterEach(() => shared.remove());

  const sent = async (): Promise<string> => {
    max.commit('theirs');
    max.git('push', '--quiet');
    await work.fetch();
    return eva.git('rev-parse', 'origin/main');
  };
  const words = (blob: string | undefined): string | undefined =>
    blob === undefined ? undefined : `${eva.git('cat-file', 'blob', blob)}\n`;
  const shown = (file: FileBlobs | undefined) =>
    file && [file.path, file.bases.map(words), words(file.ours), words(file.theirs)];
  const mergeAll = async (): Promise<GitMerge> => work.merge(await sent());
  const decided = (merge: GitMerge, text: string) =>
    new Map(merge.bothChanged.map(({ path }) => [path, encodeUtf8(text)]));

  it('lists every file that both changed, whether git can put it together or not, and touches nothing', async () => {
    const before = eva.state();
    eva.put('a.md', changed(BASE, 2, 'ours'));
    eva.put('b.md', changed(BASE, 2, 'ours'));
    eva.delete('c.md');
    eva.put('mine.md', 'ours\n');
    eva.commit('ours');
    max.put('a.md', changed(BASE, 8, 'theirs'));
    max.put('b.md', changed(BASE, 2, 'theirs'));
    max.put('c.md', changed(BASE, 2, 'theirs'));
    max.put('d.md', changed(BASE, 2, 'theirs'));
    const theirs = await sent();
    eva.put('d.md', 'not saved\n');
    const state = eva.state();
    const merge = await work.merge(theirs);
    assert.deepEqual(eva.state(), state);
    assert.notDeepEqual(state, before);
    assert.deepEqual([merge.relation, merge.bases.length, merge.foreign], ['both', 1, []]);
    assert.deepEqual(merge.bothChanged.map(shown), [
      ['a.md', [BASE], changed(BASE, 2, 'ours'), changed(BASE, 8, 'theirs')],
      ['b.md', [BASE], changed(BASE, 2, 'ours'), changed(BASE, 2, 'theirs')],
      ['c.md', [BASE], undefined, changed(BASE, 2, 'theirs')],
    ]);
  });

  it('makes files, index and branch the result at once, in a version of which both are parents', async () => {
    eva.put('a.md', changed(BASE, 2, 'ours'));
    eva.put('c.md', changed(BASE, 2, 'ours'));
    const ours = eva.commit('ours');
    max.put('a.md', changed(BASE, 2, 'theirs'));
    max.put('b.md', changed(BASE, 2, 'theirs'));
    max.delete('c.md');
    max.put('deep/new.md', 'new\n');
    const merge = await mergeAll();
    eva.put('d.md', 'not saved\n');
    const resolved = new Map([
      ['a.md', encodeUtf8('both\n')],
      ['c.md', undefined],
    ]);
    const made = await work.conclude(merge, resolved, 'Got the work of Max');
    assert.equal(
      eva.git('log', '-1', '--format=%H %P %s %an'),
      `${made} ${ours} ${merge.theirs} Got the work of Max Eva`,
    );
    assert.deepEqual(
      ['a.md', 'b.md', 'c.md', 'deep/new.md'].map(file => eva.read(file)),
      ['both\n', changed(BASE, 2, 'theirs'), undefined, 'new\n'],
    );
    assert.equal(eva.git('status', '--porcelain'), ' M study/d.md');
    assert.equal(eva.git('diff', '--cached', '--name-only'), '');
  });

  it('goes forward where nothing was saved here, and does nothing where nothing is new', async () => {
    max.put('a.md', 'theirs\n');
    const forward = await mergeAll();
    assert.equal(forward.relation, 'forward');
    assert.equal(await work.conclude(forward, new Map(), ''), forward.theirs);
    assert.equal(eva.git('status', '--porcelain'), '');
    const here = await work.merge(forward.bases[0] ?? '');
    assert.equal(here.relation, 'here');
    assert.equal(await work.conclude(here, new Map(), ''), forward.theirs);
  });

  it('follows a file that one side renamed, and the other one changed', async () => {
    eva.git('mv', 'study/a.md', 'study/z.md');
    eva.put('z.md', changed(BASE, 2, 'ours'));
    eva.commit('renamed');
    max.put('a.md', changed(BASE, 8, 'theirs'));
    max.git('mv', 'study/b.md', 'study/y.md');
    const merge = await mergeAll();
    assert.deepEqual(merge.foreign, []);
    assert.deepEqual(merge.bothChanged.map(shown), [
      ['z.md', [BASE], changed(BASE, 2, 'ours'), changed(BASE, 8, 'theirs')],
    ]);
    await work.conclude(merge, decided(merge, 'both\n'), 'x');
    assert.deepEqual(
      eva.git('ls-files', 'study').split('\n').sort(),
      ['c', 'd', 'y', 'z'].map(name => `study/${name}.md`),
    );
    assert.equal(eva.read('z.md'), 'both\n');
  });
});
