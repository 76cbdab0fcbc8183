import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { GitObjects } from '../../../src/node/gitObjects.js';
import { gitIn, TemporaryRepository } from '../support/repository.js';
import { until, WatchedGit } from './support/watchedGit.js';

/** Two contents whose blob ids have the same first 12 hex digits. */
const ALIKE = ['01xz16', '0hq5zt'] as const;
const said = (one: PromiseSettledResult<unknown> | undefined): string =>
  one?.status === 'rejected' ? (one.reason as Error).message : 'no failure';
const text = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('utf8');

describe('blobs of a repository', () => {
  let repository: TemporaryRepository;
  let objects: GitObjects;
  let watched: WatchedGit | undefined;
  const watch = (stuck?: number): WatchedGit => {
    watched = new WatchedGit(stuck);
    return watched;
  };

  beforeEach(() => {
    repository = new TemporaryRepository();
    objects = new GitObjects(repository.root);
  });
  afterEach(() => {
    watched?.remove();
    watched = undefined;
    repository.remove();
  });

  it('are read to the byte, by a whole id or its first 12 digits', async () => {
    const every = Uint8Array.from({ length: 1024 }, (_, i) => i % 256);
    for (const content of [every, Uint8Array.of(), Buffer.from('PP3: it got better 🌱\r\n')]) {
      const id = repository.blob(content);
      assert.deepEqual(await objects.read(id), new Uint8Array(content));
      assert.deepEqual(await objects.read(id.slice(0, 12)), new Uint8Array(content));
    }
  });

  it('are read several at once by one git, each answer to its question', async () => {
    const ids = Array.from({ length: 120 }, (_, i) => repository.blob(`transcript ${i}\n`.repeat(1 + i * 40)));
    const git = watch();
    const found = await Promise.all([...ids, 'f'.repeat(12), ...ids].map(id => objects.read(id)));
    assert.equal(found[120], undefined);
    for (const [i, bytes] of found.toSpliced(120, 1).entries()) {
      assert.equal(text(bytes)?.startsWith(`transcript ${i % 120}\n`), true);
      assert.equal(bytes?.length, `transcript ${i % 120}\n`.length * (1 + (i % 120) * 40));
    }
    assert.equal(git.started.length, 1);
  });

  it('are nothing where the id is unknown, not a blob’s or no id', async () => {
    repository.put('transcripts/pp-01.md', 'PP1: I do.\n');
    repository.commit('start');
    const known = repository.git('rev-parse', 'HEAD:transcripts/pp-01.md');
    const others = ['0'.repeat(12), repository.git('rev-parse', 'HEAD'), repository.git('rev-parse', 'HEAD^{tree}')];
    for (const id of others) assert.equal(await objects.read(id), undefined);
    assert.equal(text(await objects.read(known)), 'PP1: I do.\n');
    const git = watch();
    const other = new GitObjects(repository.root);
    for (const id of ['', 'main', known.slice(0, 11), `${known}\n${known}`, '--batch-all-objects', known.toUpperCase()])
      assert.equal(await other.read(id), undefined);
    assert.deepEqual(git.started, []);
  });

  it('are nothing where an id is that of several, and each is found by more of its digits', async () => {
    const [one, other] = ALIKE.map(content => repository.blob(content)) as [string, string];
    const shared = one.slice(0, 12);
    assert.equal(other.slice(0, 12), shared);
    assert.notEqual(one, other);
    assert.equal(await objects.read(shared), undefined);
    assert.equal(text(await objects.read(one)), ALIKE[0]);
    assert.equal(text(await objects.read(other)), ALIKE[1]);
  });

  it('may be large, and what no transcript can be is not read, nor does it keep others from being read', async function () {
    this.timeout(60_000);
    const large = Buffer.alloc(30_000_000, 'PP1: we do. ');
    const [first, huge, last] = [large, Buffer.alloc(65 * 1024 * 1024), 'last'].map(each => repository.blob(each));
    const [a, b, c] = await Promise.all([first, huge, last].map(id => objects.read(id as string)));
    assert.equal(Buffer.compare(a ?? Buffer.alloc(0), large), 0);
    assert.equal(b, undefined);
    assert.equal(text(c), 'last');
  });

  it('are nothing without git', async () => {
    const id = repository.blob('PP1: I do.\n');
    const before = process.env.PATH;
    try {
      process.env.PATH = mkdtempSync(path.join(repository.root, 'empty-'));
      assert.deepEqual(await Promise.all([objects.read(id), objects.read(id)]), [undefined, undefined]);
      assert.equal(await objects.read(id), undefined);
    } finally {
      process.env.PATH = before;
    }
    assert.equal(text(await objects.read(id)), 'PP1: I do.\n');
  });

  it('are nothing outside a repository and in a folder that is gone, which costs no git a question', async () => {
    const outside = mkdtempSync(path.join(os.tmpdir(), 'verbatim-outside-'));
    const git = watch();
    for (const folder of [outside, path.join(outside, 'gone')]) {
      const other = new GitObjects(folder);
      const found = await Promise.all(Array.from({ length: 50 }, () => other.read('a'.repeat(12))));
      assert.deepEqual(new Set(found), new Set([undefined]));
    }
    assert.ok(git.started.length <= 4, `${git.started.length} were started`);
    rmSync(outside, { recursive: true });
  });

  it('are found from a folder inside the repository and in another working tree of it', async () => {
    repository.put('studies/peers/transcripts/pp-01.md', 'PP1: I do.\n');
    repository.commit('start');
    const id = repository.git('rev-parse', 'HEAD:studies/peers/transcripts/pp-01.md');
    assert.equal(text(await new GitObjects(path.join(repository.root, 'studies/peers')).read(id)), 'PP1: I do.\n');
    const tree = path.join(repository.root, 'tree');
    repository.git('worktree', 'add', '--quiet', '--detach', tree);
    assert.equal(text(await new GitObjects(tree).read(id)), 'PP1: I do.\n');
  });

  it('let git go once nobody has asked for a while, and start it again', async () => {
    const id = repository.blob('PP1: I do.\n');
    const git = watch();
    await objects.read(id);
    assert.equal(git.running.length, 1);
    await until('git has ended', () => git.running.length === 0);
    assert.equal(text(await objects.read(id)), 'PP1: I do.\n');
    assert.equal(git.started.length, 2);
  });

  it('lose one answer when git is killed in the middle, which is a failure and not the answer that there is none', async () => {
    const ids = ['one', 'two', 'three'].map(content => repository.blob(content));
    const git = watch(1);
    const answers = Promise.allSettled(ids.map(id => objects.read(id)));
    await until('git runs', () => git.running.length === 1);
    process.kill(git.started[0] as number, 'SIGKILL');
    const [lost, ...others] = await answers;
    assert.match(said(lost), /^Git could not read the saved versions: it was ended by something else\. /);
    assert.deepEqual(
      others.map(one => (one.status === 'fulfilled' ? text(one.value) : said(one))),
      ['two', 'three'],
    );
  });

  it('are a failure where git does not answer, and are read when it does', async () => {
    repository.put('transcripts/pp-01.md', 'PP1: I do.\n');
    repository.commit('start');
    const id = repository.git('rev-parse', 'HEAD:transcripts/pp-01.md');
    watch(1);
    const impatient = new GitObjects(repository.root, 200);
    const answers = await Promise.allSettled([impatient.read(id), impatient.commit('HEAD')]);
    for (const answer of answers)
      assert.equal(said(answer), 'Git could not read the saved versions: it did not answer. Please try again.');
    assert.equal(text(await objects.read(id)), 'PP1: I do.\n');
  });

  it('are read where we had no time to look at the answer, however long', async () => {
    const ids = ['one', 'two'].map(content => repository.blob(content));
    const impatient = new GitObjects(repository.root, 1000);
    assert.equal(text(await impatient.read(ids[0] as string)), 'one');
    const answer = impatient.read(ids[1] as string);
    // A machine that is busy with other things, or slept: git has answered, and the time is over.
    await new Promise(resolve => setImmediate(resolve));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
    assert.equal(text(await answer), 'two');
  });

  it('are nothing where an object is damaged, and the others are read', async () => {
    const [one, damaged, three] = ['one', 'two', 'three'].map(content => repository.blob(content)) as [
      string,
      string,
      string,
    ];
    const file = path.join(repository.root, '.git/objects', damaged.slice(0, 2), damaged.slice(2));
    rmSync(file);
    writeFileSync(file, 'no object');
    const found = await Promise.all([one, damaged, three].map(id => objects.read(id)));
    assert.deepEqual(found.map(text), ['one', undefined, 'three']);
  });

  it('are never fetched in a partial clone', async () => {
    repository.put('transcripts/pp-01.md', 'PP1: I do.\n');
    repository.commit('start');
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const id = repository.git('rev-parse', 'HEAD:transcripts/pp-01.md');
    const clone = path.join(repository.root, 'clone');
    const options = ['--quiet', '--filter=blob:none', '--no-checkout'];
    repository.git('clone', ...options, `file://${repository.root}`, clone);
    assert.equal(await new GitObjects(clone).read(id), undefined);
    const missing = gitIn(clone, ['rev-list', '--objects', '--all', '--missing=print']);
    assert.match(missing, new RegExp(`^\\?${id}$`, 'm'));

    // A repository may name a program as its remote, and allow itself to start it.
    const marker = path.join(repository.root, 'started');
    gitIn(clone, ['config', 'remote.origin.url', `ext::touch ${marker}`]);
    gitIn(clone, ['config', 'protocol.ext.allow', 'always']);
    assert.equal(await new GitObjects(clone).read(id), undefined);
    assert.equal(existsSync(marker), false);
  });

  it('are read without starting what the repository’s settings name, and whatever it puts in their place', async () => {
    repository.put('transcripts/pp-01.md', 'PP1: I do.\n');
    repository.put('.gitattributes', '*.md filter=bad diff=bad\n');
    repository.commit('start');
    const marker = path.join(repository.root, 'started');
    const program = `touch '${marker}'`;
    const settings = {
      ...{ 'core.fsmonitor': program, 'core.pager': program, 'core.sshCommand': program, 'core.editor': program },
      ...{ 'filter.bad.smudge': program, 'filter.bad.clean': program, 'filter.bad.process': program },
      ...{ 'diff.bad.textconv': program, 'alias.cat-file': `!${program}`, 'core.alternateRefsCommand': program },
    };
    for (const [name, value] of Object.entries(settings)) repository.git('config', name, value);
    const id = repository.git('rev-parse', 'HEAD:transcripts/pp-01.md');
    repository.git('replace', id, repository.blob('PP1: I do not.\n'));
    assert.equal(text(await objects.read(id)), 'PP1: I do.\n');
    assert.equal(existsSync(marker), false);
  });

  it('keep no program from ending', async () => {
    const script = path.join(repository.root, 'one.js');
    const entry = 'test/unit/node/support/oneQuestion.ts';
    await build({ entryPoints: [entry], bundle: true, platform: 'node', outfile: script, logLevel: 'error' });
    const id = repository.blob('PP1: I do.\n');
    const out = execFileSync(process.execPath, [script, repository.root, id], { encoding: 'utf8' });
    const [length, milliseconds] = JSON.parse(out) as [number, number];
    assert.equal(length, 11);
    assert.ok(milliseconds < 1000, `${milliseconds} ms`);
  });
});
