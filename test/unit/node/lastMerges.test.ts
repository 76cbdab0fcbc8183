import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { LastMade, MadeMerge, StudyGit } from '../../../src/core/ports.js';
import { type GitObject, GitObjects } from '../../../src/node/gitObjects.js';
import { studyGit } from '../../../src/node/studyGit.js';
import { lastMerges } from '../../../src/node/work/made/lastMerges.js';
import { placeOf } from '../../../src/node/work/place.js';
import { settle } from '../../../src/node/work/settle.js';
import { gitIn, TemporaryRepository } from '../support/repository.js';
import { historyOf } from './support/studyInGit.js';

/** Objects of a repository of which git does not answer about one. */
class MuteObjects extends GitObjects {
  constructor(
    folder: string,
    private readonly mute: string,
  ) {
    super(folder);
  }

  override async commit(name: string): Promise<GitObject | undefined> {
    if (name === this.mute) throw new Error('Git does not answer');
    return super.commit(name);
  }
}

const BASE = Array.from({ length: 9 }, (_, i) => `line ${i + 1}\n`).join('');
/** The text with other words in a line. */
const changed = (text: string, line: number, words: string): string => text.replace(`line ${line}\n`, `${words}\n`);

describe('what git puts together', function () {
  this.timeout(60_000);

  let repository: TemporaryRepository;
  const git = (...args: string[]): string => repository.git(...args);
  const id = (name: string): string => git('rev-parse', name);
  /** Git refuses, since something is left to decide. */
  const stops = (...args: string[]): void => assert.throws(() => git(...args));
  const lookAtAll = async (): Promise<LastMade> =>
    lastMerges(path.join(repository.root, 'study'), await historyOf(repository.root, 'study'));
  const look = async (): Promise<readonly MadeMerge[]> => {
    const { merges, unknown } = await lookAtAll();
    assert.deepEqual(unknown, []);
    return merges;
  };
  const only = async (): Promise<MadeMerge> => {
    const [merge, ...more] = await look();
    assert.deepEqual(more, []);
    return merge ?? assert.fail('nothing was found');
  };
  const put = (file: string, text: string): void => repository.put(`study/${file}`, text);
  const text = (blob: string | undefined): string | undefined => blob && `${git('cat-file', 'blob', blob)}\n`;
  /** Paths, those that are conflicts with a mark. */
  const paths = ({ files }: MadeMerge): string[] => files.map(file => file.path + (file.isUnmerged ? '!' : ''));

  beforeEach(() => {
    repository = new TemporaryRepository();
    for (const file of ['a.md', 'b.md', 'c.md']) put(file, BASE);
    repository.put('elsewhere.md', BASE);
    repository.commit('start');
    git('checkout', '--quiet', '-b', 'topic');
    put('a.md', changed(BASE, 2, 'theirs'));
    put('b.md', changed(BASE, 2, 'theirs'));
    put('c.md', changed(BASE, 5, 'theirs'));
    repository.put('elsewhere.md', changed(BASE, 2, 'theirs'));
    repository.commit('What comes in');
    git('checkout', '--quiet', 'main');
    put('a.md', changed(BASE, 2, 'ours'));
    put('b.md', changed(BASE, 8, 'ours'));
    repository.commit('What is here');
  });
  afterEach(() => repository.remove());

  /** The conflict in a.md settled, as a person would. */
  function decide(): void {
    put('a.md', changed(BASE, 2, 'both'));
    repository.put('elsewhere.md', changed(BASE, 2, 'theirs'));
    git('add', '--all');
  }

  it('is nothing where nobody merged, or nothing was saved yet', async () => {
    assert.deepEqual(await look(), []);
    const empty = new TemporaryRepository();
    try {
      assert.deepEqual(await lastMerges(empty.root, await historyOf(empty.root)), { merges: [], unknown: [] });
    } finally {
      empty.remove();
    }
  });

  it('is a merge with its sides, while it is under way and afterwards', async () => {
    const [ours, theirs, base] = [id('main'), id('topic'), id('main~1')];
    stops('merge', 'topic');
    const merge = await only();
    assert.deepEqual([merge.underWay, merge.made, merge.ours, merge.theirs], ['merge', undefined, ours, theirs]);
    assert.deepEqual(merge.bases, [base]);
    assert.deepEqual(paths(merge), ['a.md!', 'b.md']);
    const [a, b] = merge.files;
    assert.deepEqual([...(a?.bases ?? []), a?.ours, a?.theirs].map(text), [
      BASE,
      changed(BASE, 2, 'ours'),
      changed(BASE, 2, 'theirs'),
    ]);
    assert.match(text(a?.left) ?? '', /^<{7} HEAD\nours\n={7}\ntheirs\n>{7} topic$/m);
    assert.equal(text(b?.left), changed(changed(BASE, 2, 'theirs'), 8, 'ours'));
    decide();
    assert.deepEqual(paths(await only()), ['a.md', 'b.md']);
    git('commit', '--quiet', '--message', 'merged');
    const past = await only();
    assert.deepEqual([past.underWay, past.made, past.ours, past.theirs], [undefined, id('HEAD'), ours, theirs]);
    assert.deepEqual([past.bases, paths(past)], [[base], ['a.md', 'b.md']]);
    put('a.md', BASE);
    repository.commit('work went on');
    assert.deepEqual(await look(), []);
  });

  it('is a merge of histories that crossed, with all that both come from', async () => {
    const [m, t] = [id('main'), id('topic')];
    stops('merge', 'topic');
    decide();
    git('commit', '--quiet', '--message', 'one way');
    git('checkout', '--quiet', 'topic');
    stops('merge', m);
    put('a.md', changed(BASE, 2, 'neither'));
    git('add', '--all');
    git('commit', '--quiet', '--message', 'the other way');
    stops('merge', 'main');
    const merge = await only();
    assert.deepEqual([...merge.bases].sort(), [m, t].sort());
    const [a] = merge.files;
    assert.equal(a?.isUnmerged, true);
    assert.deepEqual(a?.bases.map(text).sort(), [changed(BASE, 2, 'ours'), changed(BASE, 2, 'theirs')]);
  });

  it('is a rebase: each version that is put on top, and all of them afterwards', async () => {
    git('checkout', '--quiet', 'topic');
    put('c.md', changed(BASE, 7, 'more'));
    repository.commit('Something more');
    const [first, second, onto] = [id('topic~1'), id('topic'), id('main')];
    stops('rebase', 'main');
    const merge = await only();
    assert.deepEqual([merge.underWay, merge.ours, merge.theirs], ['rebase', onto, first]);
    assert.deepEqual([merge.bases, paths(merge)], [[id('main~1')], ['a.md!', 'b.md']]);
    decide();
    git('-c', 'core.editor=true', 'rebase', '--continue');
    const past = await look();
    assert.deepEqual(
      past.map(({ underWay, ours, theirs, made }) => [underWay, ours, theirs, made]),
      [
        [undefined, onto, first, id('topic~1')],
        [undefined, id('topic~1'), second, id('topic')],
      ],
    );
    assert.deepEqual(past.map(paths), [['a.md', 'b.md'], []]);
    // Once something else was done, it is not what made the last version.
    git('commit', '--quiet', '--amend', '--message', 'Said otherwise');
    assert.deepEqual(await look(), []);
  });

  it('is a rebase in the older way, too', async () => {
    git('checkout', '--quiet', 'topic');
    const first = id('topic');
    stops('rebase', '--apply', 'main');
    const merge = await only();
    assert.deepEqual([merge.underWay, merge.theirs, paths(merge)], ['rebase', first, ['a.md!', 'b.md']]);
    decide();
    git('rebase', '--continue');
    assert.deepEqual((await only()).theirs, first);
  });

  it('leaves out what a rebase dropped, and what it put together with something else', async () => {
    git('checkout', '--quiet', 'topic');
    put('b.md', changed(changed(BASE, 2, 'theirs'), 5, 'dropped'));
    repository.commit('To be dropped');
    put('d.md', BASE);
    repository.commit('Kept');
    const kept = id('topic');
    git('reset', '--quiet', '--hard', 'topic~2');
    stops('rebase', '--onto', 'main', 'main~1');
    git('rebase', '--abort');
    git('reset', '--quiet', '--hard', kept);
    git('-c', 'sequence.editor=sed -i /dropped/d', 'rebase', '--quiet', '--interactive', 'topic~2');
    assert.deepEqual(
      (await look()).map(({ theirs, made }) => [theirs, made]),
      [[kept, id('topic')]],
    );
  });

  it('is a cherry-pick, of one version or several', async () => {
    const [theirs, ours] = [id('topic'), id('main')];
    stops('cherry-pick', 'topic');
    const merge = await only();
    assert.deepEqual([merge.underWay, merge.theirs, paths(merge)], ['cherry-pick', theirs, ['a.md!', 'b.md']]);
    decide();
    git('-c', 'core.editor=true', 'cherry-pick', '--continue');
    const past = await only();
    assert.deepEqual([past.ours, past.theirs, past.made, paths(past)], [ours, theirs, id('HEAD'), ['a.md', 'b.md']]);
    git('checkout', '--quiet', 'topic');
    for (const [line, words] of [
      [7, 'line 7'],
      [3, 'line 3'],
    ] as const) {
      put('c.md', changed(text(git('rev-parse', 'topic:study/c.md')) ?? '', line, 'more'));
      repository.commit(`More at ${words}`);
    }
    git('checkout', '--quiet', '-b', 'other', 'main');
    put('c.md', changed(BASE, 9, 'ours'));
    repository.commit('The end');
    git('cherry-pick', 'topic~1', 'topic');
    const several = await look();
    assert.deepEqual(
      several.map(each => [each.theirs, each.made, ...paths(each)]),
      [
        [id('topic~1'), id('other~1'), 'c.md'],
        [id('topic'), id('other'), 'c.md'],
      ],
    );
    git('reset', '--quiet', '--hard', 'other~2');
    git('cherry-pick', '-x', 'topic');
    git('branch', '--force', 'topic', 'main~1');
    assert.deepEqual((await only()).theirs, several[1]?.theirs);
  });

  it('is a cherry-pick of versions that were fetched and that nothing here is named after', async () => {
    const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'verbatim-elsewhere-'));
    git('clone', '--quiet', '--branch', 'topic', repository.root, elsewhere);
    for (const [line, words] of [
      [7, 'more'],
      [3, 'and more'],
    ] as const) {
      const file = path.join(elsewhere, 'study/c.md');
      writeFileSync(file, changed(readFileSync(file, 'utf8'), line, words));
      gitIn(elsewhere, ['commit', '--quiet', '--all', '--message', `More at ${line}`]);
    }
    git('fetch', '--quiet', elsewhere, 'topic');
    put('c.md', changed(BASE, 9, 'ours'));
    repository.commit('The end');
    git('cherry-pick', 'FETCH_HEAD~1', 'FETCH_HEAD');
    rmSync(elsewhere, { recursive: true });
    assert.deepEqual(
      (await look()).map(each => [each.theirs, each.made, ...paths(each)]),
      [
        [id('FETCH_HEAD~1'), id('main~1'), 'c.md'],
        [id('FETCH_HEAD'), id('main'), 'c.md'],
      ],
    );
  });

  it('is not known of a cherry-pick whose original is nowhere, and that is said', async () => {
    put('c.md', changed(BASE, 9, 'ours'));
    repository.commit('The end');
    git('checkout', '--quiet', 'topic');
    for (const line of [7, 3]) {
      put('c.md', changed(text(id('topic:study/c.md')) ?? '', line, 'more'));
      repository.commit(`More at ${line}`);
    }
    git('checkout', '--quiet', 'main');
    git('cherry-pick', 'topic~1', 'topic');
    const known = id('topic~1');
    git('branch', '--quiet', '--force', 'topic', known);
    const { merges, unknown } = await lookAtAll();
    assert.deepEqual(
      merges.map(each => [each.theirs, each.made]),
      [[known, id('main~1')]],
    );
    assert.deepEqual(unknown, [id('main')]);
  });

  it('is a failure, and not less, where git does not answer what was picked', async () => {
    git('checkout', '--quiet', '-b', 'other', 'main');
    put('c.md', changed(BASE, 9, 'ours'));
    repository.commit('The end');
    git('checkout', '--quiet', 'topic');
    put('c.md', changed(text(id('topic:study/c.md')) ?? '', 7, 'more'));
    repository.commit('More');
    git('checkout', '--quiet', 'other');
    git('cherry-pick', 'topic');
    const study = path.join(repository.root, 'study');
    const history = await studyGit(study, new MuteObjects(study, id('topic')));
    await assert.rejects(lastMerges(study, history as StudyGit), /^Error: Git does not answer$/);
  });

  it('is a merge that is picked, against the parent that git took', async () => {
    git('checkout', '--quiet', '-b', 'side', 'main~1');
    put('c.md', changed(BASE, 9, 'side'));
    repository.commit('side');
    git('merge', '--quiet', '--no-edit', 'topic');
    git('checkout', '--quiet', 'main');
    stops('cherry-pick', '--mainline', '1', 'side');
    assert.deepEqual((await only()).bases, [id('side^1')]);
    git('cherry-pick', '--abort');
    put('c.md', changed(BASE, 9, 'ours'));
    repository.commit('the end');
    stops('cherry-pick', '--mainline', '2', 'side');
    assert.deepEqual((await only()).bases, [id('side^2')]);
  });

  it('is a squash, by what its message lists', async () => {
    const theirs = id('topic');
    stops('merge', '--squash', 'topic');
    const merge = await only();
    assert.deepEqual([merge.underWay, merge.theirs, paths(merge)], ['squash', theirs, ['a.md!', 'b.md']]);
    decide();
    git('commit', '--quiet', '--no-edit');
    const past = await only();
    assert.deepEqual([past.made, past.theirs, paths(past)], [id('HEAD'), theirs, ['a.md', 'b.md']]);
  });

  it('is a version that is taken back', async () => {
    put('a.md', changed(changed(BASE, 2, 'again'), 8, 'ours'));
    repository.commit('again');
    stops('revert', '--no-edit', 'HEAD~1');
    const merge = await only();
    assert.deepEqual([merge.underWay, merge.ours, merge.theirs], ['revert', id('HEAD'), id('HEAD~2')]);
    assert.deepEqual([merge.bases, paths(merge)], [[id('HEAD~1')], ['a.md!']]);
    git('revert', '--abort');
    put('b.md', changed(changed(BASE, 8, 'ours'), 2, 'more'));
    repository.commit('more');
    put('b.md', changed(changed(changed(BASE, 8, 'ours'), 2, 'more'), 5, 'yet more'));
    repository.commit('yet more');
    git('revert', '--no-edit', 'HEAD~1');
    assert.deepEqual([(await only()).bases, paths(await only())], [[id('HEAD~2')], ['b.md']]);
  });

  it('is a stash that does not fit any more', async () => {
    put('a.md', changed(changed(BASE, 2, 'ours'), 4, 'aside'));
    put('b.md', changed(changed(BASE, 8, 'ours'), 4, 'aside'));
    git('stash', '--quiet');
    put('a.md', changed(changed(BASE, 2, 'ours'), 4, 'in the way'));
    put('b.md', BASE);
    repository.commit('in the way');
    stops('stash', 'pop');
    const merge = await only();
    assert.deepEqual([merge.underWay, merge.theirs, merge.bases], ['stash', id('stash@{0}'), [id('stash@{0}^')]]);
    assert.deepEqual(paths(merge), ['a.md!', 'b.md']);
  });

  it('tells files that one side renamed by their new path, and files that are gone', async () => {
    const own = BASE.replaceAll('line', 'word');
    git('checkout', '--quiet', '-b', 'before', 'main~1');
    put('old.md', own);
    repository.commit('another file');
    git('checkout', '--quiet', '-b', 'renames');
    git('mv', 'study/old.md', 'study/new.md');
    put('new.md', `${own}the end\n`);
    rmSync(path.join(repository.root, 'study/a.md'));
    repository.commit('renamed');
    git('checkout', '--quiet', 'before');
    put('old.md', `title\n${own}`);
    put('a.md', changed(BASE, 2, 'ours'));
    repository.commit('changed');
    stops('merge', 'renames');
    const { files } = await only();
    assert.deepEqual(
      files.map(file => [file.path, file.isUnmerged, ...[file.bases[0], file.ours, file.theirs].map(text)]),
      [
        ['a.md', true, BASE, changed(BASE, 2, 'ours'), undefined],
        ['new.md', false, own, `title\n${own}`, `${own}the end\n`],
      ],
    );
  });

  it('is settled file by file, one that is gone included', async () => {
    stops('merge', 'topic');
    put('a.md', changed(BASE, 2, 'both'));
    rmSync(path.join(repository.root, 'study/b.md'));
    put('größe.md', 'new\n');
    await settle((await placeOf(path.join(repository.root, 'study'))) ?? assert.fail(), ['a.md', 'b.md', 'größe.md']);
    assert.equal(
      git('-c', 'core.quotePath=false', 'status', '--porcelain', 'study'),
      ['M  study/a.md', 'D  study/b.md', 'M  study/c.md', 'A  study/größe.md'].join('\n'),
    );
  });

  it('knows nothing in common where there is nothing', async () => {
    git('checkout', '--quiet', '--orphan', 'alone');
    put('a.md', 'mine\n');
    repository.commit('alone');
    stops('merge', '--allow-unrelated-histories', 'main');
    const { bases, files } = await only();
    assert.deepEqual([bases, files[0]?.bases, files[0]?.isUnmerged], [[], [undefined], true]);
  });
});
