import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { askRepository } from '../../../src/node/askRepository.js';
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { gitIn, TemporaryRepository } from '../support/repository.js';
import { historyOf } from './support/studyInGit.js';
import { WatchedGit } from './support/watchedGit.js';

describe('what git knows of a study', () => {
  let repository: TemporaryRepository;
  const id = (name: string): string => repository.git('rev-parse', name);
  const history = (folder = '.') => historyOf(repository.root, folder);

  beforeEach(() => {
    repository = new TemporaryRepository();
  });
  afterEach(() => repository.remove());

  it('is asked for where there is a repository, git, and the right to start it, and nowhere else', async () => {
    const watched = new WatchedGit();
    try {
      assert.equal(await new NodeFileStore(repository.root, () => false).git(), undefined);
      assert.equal(await new NodeFileStore(repository.root).git(), undefined);
      assert.deepEqual(watched.started, []);
      assert.notEqual(await new NodeFileStore(repository.root, () => true).git(), undefined);
      assert.equal(watched.started.length, 1);
    } finally {
      watched.remove();
    }
    const outside = mkdtempSync(path.join(os.tmpdir(), 'verbatim-outside-'));
    assert.equal(await new NodeFileStore(outside, () => true).git(), undefined);
    const before = process.env.PATH;
    try {
      process.env.PATH = outside;
      assert.equal(await new NodeFileStore(repository.root, () => true).git(), undefined);
    } finally {
      process.env.PATH = before;
      rmSync(outside, { recursive: true });
    }
  });

  it('is not taken for nothing where git does not answer', async () => {
    const watched = new WatchedGit(1);
    try {
      await assert.rejects(askRepository(repository.root, ['--is-inside-work-tree'], 50), {
        message: 'Git could not tell whether versions are kept of this folder: it did not answer. Please try again.',
      });
      assert.deepEqual(await askRepository(repository.root, ['--is-inside-work-tree']), ['true']);
    } finally {
      watched.remove();
    }
  });

  it('is not taken for nothing where git breaks off', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-broken-'));
    writeFileSync(path.join(folder, 'git'), '#!/bin/sh\nkill -9 $$\n', { mode: 0o755 });
    const before = process.env.PATH;
    try {
      process.env.PATH = folder;
      const store = new NodeFileStore(repository.root, () => true);
      for (const ask of ['git', 'work'] as const)
        await assert.rejects(store[ask](), /^Error: Git could not tell whether versions are kept of this folder/);
    } finally {
      process.env.PATH = before;
      rmSync(folder, { recursive: true });
    }
  });

  describe('about commits', () => {
    it('is who made them, when and why', async () => {
      repository.put('a.md', 'x');
      repository.git('add', '--all');
      const message = 'Merge hope into trust\n\nThey were one\nfrom the start.\n\nAgreed on Monday.\n';
      const author = 'Éva Ångström <eva@example.org>';
      repository.git('commit', '--quiet', '-m', message, `--author=${author}`, '--date=2026-05-04T11:12:03+02:00');
      assert.deepEqual(await (await history()).commit('main'), {
        id: id('HEAD'),
        parents: [],
        author: 'Éva Ångström',
        date: '2026-05-04T09:12:03Z',
        subject: 'Merge hope into trust',
        body: 'They were one\nfrom the start.\n\nAgreed on Monday.',
      });
    });

    it('is read in the encoding they were written in, and has no control characters that a terminal would obey', async () => {
      repository.put('a.md', 'x');
      repository.git('add', '--all');
      const tree = repository.git('write-tree');
      const raw = Buffer.from(
        `tree ${tree}\nauthor \u00c9va\u001b[2J <e@x> 1777885923 +0200\ncommitter B <b@x> 1777885923 +0200\nencoding ISO-8859-1\n\nth\u00e9me \u0007bell\n`,
        'latin1',
      );
      const made = gitIn(repository.root, ['hash-object', '-t', 'commit', '-w', '--stdin'], raw);
      const commit = await (await history()).commit(made);
      assert.deepEqual([commit?.author, commit?.subject, commit?.body], ['Éva [2J', 'théme bell', '']);
    });

    it('is found by every name that git knows, and by no other', async () => {
      repository.put('a.md', 'x');
      repository.commit('one');
      repository.put('a.md', 'y');
      repository.commit('two');
      repository.git('branch', 'eva/größer');
      repository.git('tag', '-a', '-m', 'sent', 'v1', 'HEAD~1');
      repository.git('tag', '-a', '-m', 'again', 'v1-again', 'v1');
      const [one, two] = [id('HEAD~1'), id('HEAD')];
      repository.git('update-ref', 'refs/heads/-x', two);
      repository.git('update-ref', 'refs/heads/--help', one);
      const git = await history();
      const found = { [two]: two, main: two, HEAD: two, 'eva/größer': two, '-x': two, '--help': one };
      const others = { v1: one, 'v1-again': one, 'main~1': one, [one.slice(0, 8)]: one, 'main@{1}': one };
      for (const [name, commit] of Object.entries({ ...found, ...others })) {
        assert.equal((await git.commit(name))?.id, commit, name);
      }
      const unknown = [
        '',
        'mian',
        '--version',
        '--batch-all-objects',
        'main\nv1',
        'main\0',
        'main\r',
        ':a.md',
        'HEAD:a.md',
      ];
      for (const name of [...unknown, 'main..v1', 'HEAD^{tree}', 'main@{99}', 'f'.repeat(40), '$(touch x)', '‮']) {
        assert.equal(await git.commit(name), undefined, name);
      }
      assert.deepEqual((await git.commit('main'))?.parents, [one]);
    });
  });

  describe('about files', () => {
    const names = [
      'transcripts/ä "b"\n希望.md',
      '-rf.md',
      'codings/E A/transcripts/pp-01.jsonl',
      ':(top)x.md',
      'a\\b.md',
    ];

    it('is those of a commit and of the index by their paths from the study, whatever they are called', async () => {
      for (const name of names) repository.put(`studies/peers/${name}`, name);
      repository.put('studies/peers-2/other.md', 'x');
      repository.put('studies/peers/picture.png', 'x');
      repository.put('studies/peers/.hidden/a.md', 'x');
      repository.put('other.md', 'x');
      repository.commit('start');
      repository.put('studies/peers/new.md', 'staged');
      repository.git('add', '--all');
      repository.put('studies/peers/new.md', 'not staged');
      const git = await history('studies/peers');
      const expected = new Map(names.map(name => [name, repository.blob(name)]));
      assert.deepEqual(new Map([...(await git.files({ commit: id('HEAD') }))].sort()), new Map([...expected].sort()));
      expected.set('new.md', repository.blob('staged'));
      assert.deepEqual(new Map([...(await git.files('index'))].sort()), new Map([...expected].sort()));
      assert.equal(Buffer.from((await git.read(expected.get('-rf.md') ?? '')) ?? []).toString(), '-rf.md');
      assert.equal((await (await history()).files('index')).get('other.md'), repository.blob('x'));
    });

    it('has names in one form of Unicode, and neither links nor submodules', async () => {
      repository.put(`${'é'.normalize('NFD')}.md`, 'x');
      repository.commit('start');
      symlinkSync('/etc/passwd', path.join(repository.root, 'link.md'));
      repository.git('add', '--all');
      repository.git('update-index', '--add', '--cacheinfo', `160000,${id('HEAD')},module.md`);
      repository.git('commit', '--quiet', '-m', 'more');
      const git = await history();
      for (const of of [{ commit: id('HEAD') }, 'index'] as const) {
        assert.deepEqual([...(await git.files(of)).keys()], [`${'é'.normalize('NFC')}.md`]);
      }
    });

    it('is none where the study is not there yet, or nothing is staged', async () => {
      repository.put('other.md', 'x');
      repository.commit('start');
      repository.put('study/a.md', 'x');
      const git = await history('study');
      assert.deepEqual(await git.files({ commit: id('HEAD') }), new Map());
      assert.deepEqual(await git.files('index'), new Map());
    });

    it('is our side’s while a merge is under way', async () => {
      repository.put('a.md', 'start');
      repository.put('gone.md', 'start');
      repository.commit('start');
      repository.git('switch', '--quiet', '--create', 'theirs');
      for (const file of ['a.md', 'gone.md', 'clean.md']) repository.put(file, 'theirs');
      repository.commit('theirs');
      repository.git('switch', '--quiet', 'main');
      repository.put('a.md', 'ours');
      repository.git('rm', '--quiet', 'gone.md');
      repository.commit('ours');
      assert.throws(() => repository.git('merge', '--quiet', 'theirs'));
      const expected = { 'a.md': repository.blob('ours'), 'clean.md': repository.blob('theirs') };
      assert.deepEqual(Object.fromEntries(await (await history()).files('index')), expected);
    });

    it('is refused with a sentence where there is no such commit, or something is no whole id', async () => {
      const git = await history();
      await assert.rejects(git.files({ commit: 'f'.repeat(40) }), /^Error: Git could not list .*: fatal.*git fsck/);
      for (const commit of ['HEAD', '--help', '', `${'f'.repeat(40)}\n`]) {
        await assert.rejects(git.files({ commit }), /full id/);
      }
    });
  });

  it('is the last commit two have in common, if any', async () => {
    repository.put('a.md', 'x');
    repository.commit('start');
    repository.git('switch', '--quiet', '--create', 'eva');
    repository.put('b.md', 'x');
    repository.commit('eva');
    repository.git('switch', '--quiet', 'main');
    repository.put('c.md', 'x');
    repository.commit('main');
    repository.git('switch', '--quiet', '--orphan', 'other');
    repository.put('d.md', 'x');
    repository.commit('other');
    const git = await history();
    assert.equal(await git.mergeBase(id('main'), id('eva')), id('main~1'));
    assert.equal(await git.mergeBase(id('main'), id('other')), undefined);
    await assert.rejects(git.mergeBase(id('main'), 'f'.repeat(40)), /^Error: Git could not find where/);
    await assert.rejects(git.mergeBase('main', '--all'), /full id/);
  });

  it('is the same in a repository of the other kind of ids, and where git was told of another one', async () => {
    const other = mkdtempSync(path.join(os.tmpdir(), 'verbatim-sha256-'));
    process.env.GIT_DIR = path.join(repository.root, '.git');
    try {
      const put = (args: string[], input?: string): string =>
        gitIn(other, [`--git-dir=${other}/.git`, `--work-tree=${other}`, ...args], input);
      put(['init', '--quiet', '--object-format=sha256', '--initial-branch', 'main']);
      const blob = put(['hash-object', '-w', '--stdin'], 'PP1: I do.\n');
      put(['update-index', '--add', '--cacheinfo', `100644,${blob},a.md`]);
      put(['commit', '--quiet', '-m', 'start']);
      const git = await historyOf(other);
      const commit = await git.commit('main');
      assert.equal(commit?.id.length, 64);
      const expected = [{ path: 'a.md', before: undefined, after: blob }];
      assert.deepEqual(
        (await git.log(commit?.id ?? '')).map(({ files }) => files),
        [expected],
      );
      assert.deepEqual(await git.files({ commit: commit?.id ?? '' }), new Map([['a.md', blob]]));
      assert.equal(Buffer.from((await git.read(blob)) ?? []).toString(), 'PP1: I do.\n');
    } finally {
      delete process.env.GIT_DIR;
      rmSync(other, { recursive: true });
    }
  });
});
