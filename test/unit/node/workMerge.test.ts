import assert from 'node:assert/strict';
import { chmodSync, existsSync } from 'node:fs';
import type { FileBlobs, GitMerge, StudyWork } from '../../../src/core/ports.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { failsAs } from './support/failing.js';
import { type Copy, SharedStudy } from './support/workStudy.js';

const BASE = Array.from({ length: 9 }, (_, i) => `line ${i + 1}\n`).join('');
/** The text with other words in a line. */
const changed = (text: string, line: number, words: string): string => text.replace(`line ${line}\n`, `${words}\n`);

for (const [which, isOld] of [
  ['as git does it today', false],
  ['as git did it before 2.38', true],
] as const) {
  describe(`putting two versions together, ${which}`, function () {
    this.timeout(30_000);
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
      if (isOld) shared.withOldGit();
    });
    afterEach(() => {
      assert.deepEqual(shared.temporary, []);
      shared.remove();
    });

    const sent = async (): Promise<string> => {
      if (max.git('status', '--porcelain') !== '') max.commit('theirs');
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

    it('makes one base of all versions that both come from where histories crossed', async () => {
      eva.put('a.md', changed(BASE, 2, 'ours'));
      const mine = eva.commit('mine');
      max.put('a.md', changed(BASE, 8, 'theirs'));
      max.put('b.md', changed(BASE, 8, 'theirs'));
      const theirs = await sent();
      max.git('fetch', '--quiet', eva.top, 'main');
      max.git('merge', '--quiet', '--no-edit', mine);
      eva.git('merge', '--quiet', '--no-edit', theirs);
      const crossed = changed(changed(BASE, 2, 'ours'), 8, 'theirs');
      eva.put('a.md', changed(crossed, 5, 'ours again'));
      eva.commit('again');
      max.put('a.md', changed(crossed, 5, 'theirs again'));
      max.git('commit', '--quiet', '--all', '-m', 'again');
      const merge = await mergeAll();
      assert.deepEqual([...merge.bases].sort(), [mine, theirs].sort());
      assert.deepEqual(
        merge.bothChanged.map(({ path }) => path),
        ['a.md'],
      );
      const bases = merge.bothChanged[0]?.bases.map(words);
      // What either of them changed, both sides come from.
      assert.deepEqual(bases, [changed(changed(BASE, 2, 'ours'), 8, 'theirs')]);
      await work.conclude(merge, decided(merge, 'both\n'), 'x');
      assert.equal(eva.read('a.md'), 'both\n');
    });

    it('takes what versions with nothing in common have as new on both sides', async () => {
      max.git('checkout', '--quiet', '--orphan', 'new');
      max.put('a.md', 'theirs\n');
      max.delete('b.md');
      max.commit('new');
      max.git('push', '--quiet', 'origin', 'new');
      await work.fetch();
      const merge = await work.merge(eva.git('rev-parse', 'origin/new'));
      assert.deepEqual([merge.relation, merge.bases, merge.foreign], ['both', [], []]);
      assert.deepEqual(merge.bothChanged.map(shown), [['a.md', [undefined], BASE, 'theirs\n']]);
      await work.conclude(merge, decided(merge, 'both\n'), 'x');
      assert.deepEqual([eva.read('a.md'), eva.read('b.md'), eva.read('d.md')], ['both\n', BASE, BASE]);
    });

    it('leaves to somebody who knows git what is no file of the study, and touches nothing', async () => {
      eva.put('../other.txt', 'ours\n');
      eva.put('folder/x.md', 'ours\n');
      eva.commit('ours');
      max.put('../other.txt', 'theirs\n');
      max.put('folder', 'theirs\n');
      const merge = await mergeAll();
      const foreign = merge.foreign.filter(name => !name.startsWith('study/folder'));
      assert.deepEqual([merge.bothChanged, foreign], [[], ['other.txt']]);
      const failure = await failsAs('other', eva, () => work.conclude(merge, new Map(), 'x'));
      assert.match(failure.details, /other\.txt/);
    });

    it('does not ask our own driver, but those of others, whose files are nowhere in the way', async () => {
      const marker = `${shared.folder}/started`;
      eva.put('../.gitattributes', '*.md merge=verbatim\nother.txt merge=mine\n');
      eva.put('.gitattributes', 'b.md -merge\n');
      eva.git('config', 'merge.verbatim.driver', `touch '${marker}'`);
      eva.git('config', 'merge.mine.driver', 'pwd > %A');
      eva.put('a.md', changed(BASE, 2, 'ours'));
      eva.put('b.md', changed(BASE, 2, 'ours'));
      eva.put('../other.txt', 'ours\n');
      eva.commit('ours');
      max.put('a.md', changed(BASE, 8, 'theirs'));
      max.put('b.md', changed(BASE, 8, 'theirs'));
      max.put('../other.txt', 'theirs\n');
      const merge = await mergeAll();
      assert.deepEqual([merge.foreign, merge.bothChanged.map(({ path }) => path)], [[], ['a.md', 'b.md']]);
      await work.conclude(merge, decided(merge, 'both\n'), 'x');
      assert.match(eva.read('../other.txt') ?? '', new RegExp(`^${shared.folder}/tmp/`));
      assert.equal(existsSync(marker), false);
    });

    it('follows renames on either side, and leaves two new names for one file to a person', async () => {
      const own = (name: string): string => BASE.replaceAll('line', `line of ${name}`);
      const edited = (name: string, line: number, words: string): string =>
        own(name).replace(`line of ${name} ${line}\n`, `${words}\n`);
      for (const name of 'abcd') eva.put(`${name}.md`, own(name));
      eva.commit('each its own');
      eva.git('push', '--quiet');
      max.git('pull', '--quiet');
      const moved = (copy: Copy, from: string, to: string, line: number, words: string): void => {
        copy.git('mv', `study/${from}.md`, `study/${to}.md`);
        copy.put(`${to}.md`, edited(from, line, words));
      };
      moved(eva, 'a', 'both', 2, 'ours');
      moved(eva, 'b', 'one', 2, 'ours');
      moved(eva, 'c', 'gone', 2, 'ours');
      eva.put('d.md', edited('d', 2, 'ours'));
      eva.commit('ours');
      moved(max, 'a', 'both', 8, 'theirs');
      moved(max, 'b', 'two', 8, 'theirs');
      max.delete('c.md');
      moved(max, 'd', 'new', 8, 'theirs');
      const merge = await mergeAll();
      assert.deepEqual(merge.foreign, ['study/b.md', 'study/one.md', 'study/two.md']);
      assert.deepEqual(merge.bothChanged.map(shown), [
        ['both.md', [own('a')], edited('a', 2, 'ours'), edited('a', 8, 'theirs')],
        ['gone.md', [own('c')], edited('c', 2, 'ours'), undefined],
        ['new.md', [own('d')], edited('d', 2, 'ours'), edited('d', 8, 'theirs')],
      ]);
    });

    it('puts files where they were, whatever they are called, and keeps whether they can be run', async () => {
      const names = ['\u00e9', 'e\u0301', '-rf', ':(top)x', 'a "b"\n希望'].map(name => `${name}.md`);
      const [, nfd = '', ...others] = names;
      for (const name of [nfd, ...others]) eva.put(name, BASE);
      chmodSync(`${eva.study}/-rf.md`, 0o755);
      eva.commit('names');
      eva.git('push', '--quiet');
      max.git('pull', '--quiet');
      for (const name of [nfd, ...others]) {
        eva.put(name, changed(BASE, 2, 'ours'));
        max.put(name, changed(BASE, 2, 'theirs'));
      }
      eva.commit('ours');
      const merge = await mergeAll();
      assert.deepEqual(merge.bothChanged.map(({ path }) => path).sort(), [nfd.normalize('NFC'), ...others].sort());
      await work.conclude(merge, decided(merge, 'both\n'), 'x');
      for (const name of [nfd, ...others]) assert.equal(eva.read(name), 'both\n', name);
      assert.equal(eva.git('status', '--porcelain'), '');
      assert.match(eva.git('ls-files', '--stage', '--', 'study/-rf.md'), /^100755/);
    });
  });
}
