import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { LoggedCommit } from '../../../src/core/ports.js';
import { TemporaryRepository } from '../support/repository.js';
import { historyOf } from './support/studyInGit.js';

describe('the log of a study', () => {
  let repository: TemporaryRepository;
  const id = (name: string): string => repository.git('rev-parse', name);
  const put = (file: string, text: string, message = `${file} ${text}`): void => {
    repository.put(file, text);
    repository.commit(message);
  };
  const said = (log: readonly LoggedCommit[]): unknown =>
    log.map(({ subject, files }) => [
      subject,
      ...files.map(({ path, before, after }) => [path, text(before), text(after)]),
    ]);
  const text = (blob: string | undefined) => blob && repository.git('cat-file', 'blob', blob);

  beforeEach(() => {
    repository = new TemporaryRepository();
  });
  afterEach(() => repository.remove());

  it('is what each commit changed in the study, the oldest first, without what changed nothing there', async () => {
    put('study/a.md', 'one');
    put('study-2/a.md', 'elsewhere');
    put('study/ä "b"\n希望.md', 'two');
    put('study/a.md', 'three');
    repository.git('mv', 'study/a.md', 'study/-b.md');
    repository.commit('moved');
    put('study/picture.png', 'four');
    repository.git('commit', '--quiet', '--allow-empty', '-m', 'empty');
    const log = await (await historyOf(repository.root, 'study')).log(id('HEAD'));
    assert.deepEqual(said(log), [
      ['study/a.md one', ['a.md', undefined, 'one']],
      ['study/ä "b"', ['ä "b"\n希望.md', undefined, 'two']],
      ['study/a.md three', ['a.md', 'one', 'three']],
      ['moved', ['-b.md', undefined, 'three'], ['a.md', 'three', undefined]],
    ]);
    assert.deepEqual(log[2]?.parents, [log[1]?.id]);
    assert.deepEqual([log[0]?.author, log[0]?.body], ['EA', '']);
    // Commits between that changed nothing in the study are passed over.
    assert.deepEqual(
      log.map(({ madeOn }) => madeOn),
      [[], [log[0]?.id], [log[1]?.id], [log[2]?.id]],
    );
    assert.ok(log.every(({ isCutOff }) => !isCutOff));
  });

  it('is bounded by where it begins, and by files, in whatever form their names are written', async () => {
    const name = `${'é'.normalize('NFD')}.md`;
    put(name, 'one', 'accent');
    put('b.md', 'two');
    repository.put(name, 'three');
    put('b.md', 'four', 'both');
    const git = await historyOf(repository.root);
    const all = ['accent', 'b.md two', 'both'];
    assert.deepEqual(
      (await git.log(id('HEAD'))).map(({ subject }) => subject),
      all,
    );
    assert.deepEqual(
      (await git.log(id('HEAD'), { from: id('HEAD~2') })).map(({ subject }) => subject),
      all.slice(1),
    );
    assert.deepEqual(await git.log(id('HEAD'), { from: id('HEAD') }), []);
    for (const form of ['NFC', 'NFD']) {
      const log = await git.log(id('HEAD'), { paths: [name.normalize(form)] });
      const path = name.normalize('NFC');
      assert.deepEqual(said(log), [
        ['accent', [path, undefined, 'one']],
        ['both', [path, 'one', 'three']],
      ]);
    }
    assert.deepEqual(await git.log(id('HEAD'), { paths: ['--all', '*.md'] }), []);
    await assert.rejects(git.log('HEAD'), /full id/);
    await assert.rejects(git.log(id('HEAD'), { from: '--all' }), /full id/);
    await assert.rejects(git.log('f'.repeat(40)), /^Error: Git could not read the history: fatal/);
  });

  it('compares a merge with its first parent, and has commits behind those they were made on', async () => {
    put('a.md', 'start');
    repository.git('switch', '--quiet', '--create', 'eva');
    put('b.md', 'eva');
    repository.git('switch', '--quiet', 'main');
    put('c.md', 'main');
    repository.git('merge', '--quiet', '--no-ff', '-m', 'merged', 'eva');
    const log = await (await historyOf(repository.root)).log(id('HEAD'));
    assert.deepEqual(said(log.slice(-1)), [['merged', ['b.md', undefined, 'eva']]]);
    assert.deepEqual(log.at(-1)?.parents, [id('HEAD^1'), id('HEAD^2')]);
    const order = log.map(commit => commit.id);
    for (const { id, parents } of log) {
      for (const parent of parents) assert.ok(order.indexOf(parent) < order.indexOf(id));
    }
    assert.equal(log.length, 4);
    assert.deepEqual(log.at(-1)?.madeOn, log.at(-1)?.parents);
  });

  it('begins where the history is cut off in a shallow clone', async () => {
    for (const text of ['one', 'two', 'three']) put('a.md', text);
    const clone = path.join(repository.root, 'clone');
    repository.git('clone', '--quiet', '--depth', '2', `file://${repository.root}`, clone);
    const git = await historyOf(clone);
    const log = await git.log(id('HEAD'));
    assert.deepEqual(said(log), [
      ['a.md two', ['a.md', undefined, 'two']],
      ['a.md three', ['a.md', 'two', 'three']],
    ]);
    assert.deepEqual(log[0]?.parents, []);
    assert.deepEqual(
      log.map(({ isCutOff }) => isCutOff),
      [true, false],
    );
    assert.deepEqual((await git.commit('HEAD~1'))?.parents, []);
    assert.deepEqual((await git.commit('HEAD'))?.parents, [id('HEAD~1')]);
  });

  it('takes a link or a submodule for no file, and no notice of whether a file may be run', async () => {
    put('a.md', 'one');
    repository.git('update-index', '--chmod=+x', 'a.md');
    repository.git('commit', '--quiet', '-m', 'may be run');
    const link = repository.blob('elsewhere');
    repository.git('update-index', '--cacheinfo', `120000,${link},a.md`);
    repository.git('update-index', '--add', '--cacheinfo', `160000,${id('HEAD')},m.md`);
    repository.git('commit', '--quiet', '-m', 'link');
    const log = await (await historyOf(repository.root)).log(id('HEAD'));
    assert.deepEqual(said(log), [
      ['a.md one', ['a.md', undefined, 'one']],
      ['link', ['a.md', 'one', undefined]],
    ]);
  });

  it('may be long', async function () {
    this.timeout(60_000);
    const count = 3000;
    const commits = Array.from({ length: count }, (_, i) => {
      const [message, content] = [`version ${i}`, `text ${i}`];
      const from = i === 0 ? '' : `from :${i}\n`;
      return `commit refs/heads/main\nmark :${i + 1}\ncommitter EA <e@x> ${1_700_000_000 + i} +0000\ndata ${message.length}\n${message}\n${from}M 100644 inline a.md\ndata ${content.length}\n${content}\n`;
    });
    execFileSync('git', ['fast-import', '--quiet'], { cwd: repository.root, input: commits.join('') });
    const log = await (await historyOf(repository.root)).log(id('main'));
    assert.deepEqual(
      log.map(({ subject }) => subject),
      Array.from({ length: count }, (_, i) => `version ${i}`),
    );
  });
});
