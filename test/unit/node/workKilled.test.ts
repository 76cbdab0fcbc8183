import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { StudyWork } from '../../../src/core/ports.js';
import { failsAs } from './support/failing.js';
import { until } from './support/watchedGit.js';
import { type Copy, SharedStudy } from './support/workStudy.js';

const NEWER: Readonly<Record<string, string>> = { 'a.md': 'theirs\n', 'deep/er/n.md': 'new\n', 'z.md': 'theirs\n' };

describe('a program that is killed while it works on versions', function () {
  this.timeout(30_000);
  let folder = '';
  let script = '';
  let shared: SharedStudy;
  let eva: Copy;
  let work: StudyWork;
  let theirs: string;
  let started: string;

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-killed-'));
    script = path.join(folder, 'driver.js');
    const entryPoints = ['test/unit/node/support/workDriver.ts'];
    await build({ entryPoints, bundle: true, platform: 'node', outfile: script, logLevel: 'error' });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  beforeEach(async () => {
    shared = new SharedStudy();
    started = path.join(shared.folder, 'started');
    eva = shared.clone('Eva');
    for (const file of ['a.md', 'b.md', 'c.md', 'z.md']) eva.put(file, 'x\n');
    eva.commit('start');
    eva.git('push', '--quiet', '-u', 'origin', 'main');
    const max = shared.clone('Max');
    for (const [file, text] of Object.entries(NEWER)) max.put(file, text);
    max.delete('b.md');
    max.commit('theirs');
    max.git('push', '--quiet');
    work = await eva.work();
    await work.fetch();
    theirs = eva.git('rev-parse', 'origin/main');
  });
  afterEach(() => shared.remove());

  /** Starts a program that does something, and waits until a hook of git says that it is there. */
  async function startUntil(...words: string[]): Promise<ChildProcess> {
    const child = spawn(process.execPath, [script, eva.study, ...words], { stdio: 'ignore' });
    await until('the hook is reached', () => existsSync(started) && readFileSync(started, 'utf8').trim() !== '');
    return child;
  }

  async function kill(child: ChildProcess): Promise<void> {
    const end = new Promise(resolve => child.on('close', resolve));
    child.kill('SIGKILL');
    await end;
  }

  /** A hook that tells the id of the git that runs it and waits for a file, or is killed. */
  const waiting = (): string =>
    `echo $PPID > '${started}'; while [ -e '${started}' ] && [ ! -e '${started}.go' ]; do sleep 0.02; done`;
  const gitOfHook = (): number => Number(readFileSync(started, 'utf8'));
  const leftovers = (): string[] => readdirSync(path.join(eva.top, '.git')).filter(name => /lock|verbatim/.test(name));

  it('has changed nothing where git was killed before there was a version', async () => {
    eva.hook('pre-commit', 'kill -9 $PPID; sleep 0.1');
    eva.put('a.md', 'mine\n');
    assert.match((await failsAs('other', eva, () => work.save(['a.md'], 'x'))).message, /ended from outside/);
    assert.deepEqual(leftovers(), []);
  });

  it('has saved the version where git was killed after that', async () => {
    eva.hook('post-commit', 'kill -9 $PPID; sleep 0.1');
    eva.put('a.md', 'mine\n');
    assert.equal(await work.save(['a.md'], 'x'), eva.git('rev-parse', 'HEAD'));
    assert.equal(eva.git('status', '--porcelain'), '');
    assert.deepEqual(leftovers(), []);
  });

  it('has sent nothing where git was killed before that, and sends it the next time', async () => {
    await work.startBranch('mine', 'main');
    eva.hook('pre-push', 'kill -9 $PPID; sleep 0.1');
    await failsAs('other', eva, () => work.push());
    rmSync(path.join(eva.top, '.git/hooks/pre-push'));
    await work.push();
    assert.equal((await work.standing()).upstream, 'origin/mine');
  });

  it('has put files back where git was killed while it wrote them', async () => {
    eva.put('c.md', 'not saved\n');
    writeFileSync(path.join(eva.top, '.git/info/attributes'), 'z.md filter=deadly\n');
    eva.git('config', 'filter.deadly.smudge', 'read -r x; case $x in theirs) kill -9 $PPID; sleep 0.1;; esac; echo $x');
    const merge = await work.merge(theirs);
    await failsAs('other', eva, () => work.conclude(merge, new Map(), ''));
    await failsAs('other', eva, () => work.switchTo('other', theirs));
    assert.deepEqual(leftovers(), []);
    eva.git('config', '--unset', 'filter.deadly.smudge');
    await work.conclude(merge, new Map(), '');
    assert.equal(eva.git('status', '--porcelain'), ' M c.md');
  });

  it('is waited for as long as its git is at work, and the next one puts things in order', async () => {
    eva.hook('pre-commit', waiting());
    for (const file of ['a.md', 'c.md']) eva.put(file, 'mine\n');
    await kill(await startUntil('save', 'a.md'));
    const failure = await failsAs('locked', eva, () => work.save(['c.md'], 'more'));
    assert.match(failure.message, new RegExp(`process ${gitOfHook()}`));
    writeFileSync(`${started}.go`, '');
    await until('the version is there', () => eva.git('rev-list', '--count', 'HEAD') === '2');
    await work.save(['c.md'], 'more');
    assert.equal(eva.git('rev-list', '--count', 'HEAD'), '3');
    assert.equal(eva.git('status', '--porcelain'), '');
    assert.deepEqual(leftovers(), []);
  });

  it('leaves nothing behind that keeps the next one from working, wherever it was', async () => {
    eva.hook('pre-commit', waiting());
    eva.put('c.md', 'mine\n');
    let child = await startUntil('save', 'c.md');
    process.kill(-gitOfHook(), 'SIGKILL');
    await kill(child);
    assert.equal(eva.git('rev-list', '--count', 'HEAD'), '1');
    rmSync(path.join(eva.top, '.git/hooks/pre-commit'));
    rmSync(started);
    eva.hook('post-merge', waiting());
    child = await startUntil('conclude', theirs);
    await kill(child);
    process.kill(-gitOfHook(), 'SIGKILL');
    assert.equal(eva.git('rev-parse', 'HEAD'), theirs);
    await work.save(['c.md'], 'mine');
    assert.equal(eva.git('status', '--porcelain'), '');
    assert.equal(eva.git('diff', '--name-only', 'HEAD~1'), 'c.md');
    assert.deepEqual(leftovers(), []);
  });

  it('of which nobody knows what it was at has left a lock that is named', async () => {
    writeFileSync(path.join(eva.top, '.git/index.lock'), 'DIRC');
    eva.put('a.md', 'mine\n');
    const failure = await failsAs('locked', eva, () => work.save(['a.md'], 'x'));
    assert.match(failure.message, process.platform === 'linux' ? /broke off/ : /broke off|is working/);
  });
});
