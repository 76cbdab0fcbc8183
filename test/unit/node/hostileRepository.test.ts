import assert from 'node:assert/strict';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StudyGit } from '../../../src/core/ports.js';
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { userName } from '../../../src/node/git.js';
import { gitIn, TemporaryRepository } from '../support/repository.js';
import { WatchedGit } from './support/watchedGit.js';

/** Every setting by which a repository may have git start a program, as far as git documents them. */
const PROGRAMS = [
  ...['core.fsmonitor', 'core.pager', 'core.editor', 'core.sshCommand', 'core.askPass', 'core.gitProxy'],
  ...['core.alternateRefsCommand', 'sequence.editor', 'diff.external', 'diff.bad.command', 'diff.bad.textconv'],
  ...['filter.bad.clean', 'filter.bad.smudge', 'filter.bad.process', 'merge.bad.driver', 'merge.default'],
  ...['gpg.program', 'gpg.ssh.program', 'gpg.x509.program', 'gpg.ssh.defaultKeyCommand', 'credential.helper'],
  ...['uploadpack.packObjectsHook', 'remote.origin.uploadpack', 'remote.origin.receivepack', 'remote.origin.vcs'],
  ...['interactive.diffFilter', 'sendemail.toCmd', 'trailer.x.cmd', 'browser.x.cmd', 'difftool.x.cmd', 'man.x.cmd'],
  ...['pager.config', 'pager.ls-tree', 'pager.rev-list', 'pager.diff-tree', 'pager.for-each-ref', 'http.proxy'],
];
const COMMANDS = [
  ...['cat-file', 'ls-tree', 'ls-files', 'rev-list', 'diff-tree', 'for-each-ref', 'merge-base', 'symbolic-ref'],
  ...['config', 'rev-parse', 'hash-object', 'check-attr', 'fetch'],
];

describe('a repository of somebody who means no good', () => {
  let repository: TemporaryRepository;
  let marker: string;

  beforeEach(() => {
    repository = new TemporaryRepository();
    marker = path.join(repository.root, 'started');
    repository.put('study/a.md', 'PP1: I do.\r\n');
    repository.put('study/git', `#!/bin/sh\ntouch '${marker}'\n`);
    repository.commit('start');
    repository.put('study/a.md', 'PP1: I did.\r\n');
    repository.put('.gitattributes', '* filter=bad diff=bad merge=bad\n');
    repository.commit('more');
    repository.git('update-ref', 'refs/heads/--upload-pack=x', 'HEAD');
    repository.git('update-ref', `refs/heads/$(touch\${IFS}${marker.replaceAll('/', '-')})`, 'HEAD');
    repository.git('replace', 'HEAD', 'HEAD~1');
    chmodSync(path.join(repository.root, 'study/git'), 0o755);
  });
  afterEach(() => repository.remove());

  const program = (): string => `touch '${marker}'; exit 1`;

  function hooks(): void {
    for (const hook of [
      'post-index-change',
      'reference-transaction',
      'pre-auto-gc',
      'post-checkout',
      'fsmonitor-watchman',
    ]) {
      const file = path.join(repository.root, '.git/hooks', hook);
      writeFileSync(file, `#!/bin/sh\n${program()}\n`);
      chmodSync(file, 0o755);
    }
  }

  /** Everything at once, part of it in a file that the repository's own settings include. */
  function settings(root: string): void {
    const more = path.join(root, 'more');
    for (const [i, name] of PROGRAMS.entries()) {
      gitIn(root, ['config', ...(i % 2 ? ['--file', more] : []), name, program()]);
    }
    for (const command of COMMANDS) gitIn(root, ['config', `alias.${command}`, `!${program()}`]);
    const others = {
      ...{
        'include.path': more,
        'log.showSignature': 'true',
        'protocol.allow': 'always',
        'protocol.ext.allow': 'always',
      },
      ...{ 'core.hooksPath': path.join(root, '.git/hooks'), 'remote.origin.url': `ext::sh -c touch% ${marker}` },
      ...{
        'submodule.recurse': 'true',
        'diff.submodule': 'log',
        'core.untrackedCache': 'true',
        'filter.bad.required': 'true',
      },
    };
    for (const [name, value] of Object.entries(others)) gitIn(root, ['config', name, value]);
  }

  async function everything(git: StudyGit): Promise<void> {
    const [head, refs] = [await git.head(), await git.refs()];
    for (const { name } of [...refs, { name: '--upload-pack=x' }, { name: `$(touch ${marker})` }])
      await git.commit(name);
    const commit = head.commit ?? assert.fail();
    const first = (await git.commit(commit))?.parents[0] ?? assert.fail('the replacement was taken');
    assert.equal((await git.log(commit, { from: first, paths: ['a.md', '--output=x'] })).length, 1);
    assert.equal((await git.log(commit)).length, 2);
    assert.equal(await git.mergeBase(commit, first), first);
    const blob = (await git.files({ commit })).get('a.md') ?? assert.fail();
    assert.equal((await git.files('index')).get('a.md'), blob);
    assert.notEqual(await git.read(blob), undefined);
  }

  it('has no program started by asking for its history', async () => {
    hooks();
    settings(repository.root);
    const before = process.env.PATH;
    try {
      // On many systems “here” is looked into for programs.
      process.env.PATH = ['.', '', before].join(path.delimiter);
      const store = new NodeFileStore(path.join(repository.root, 'study'), () => true);
      await everything((await store.git()) ?? assert.fail());
      await Promise.all([store.gitCommitted(), store.gitBlobId('a.md'), userName(store.root)]);
    } finally {
      process.env.PATH = before;
    }
    assert.equal(existsSync(marker), false);
    assert.equal(existsSync(path.join(repository.root, 'study/x')), false);
    // They are not merely set wrongly.
    assert.throws(() => gitIn(repository.root, ['--no-replace-objects', 'diff', 'HEAD~1']));
    assert.equal(existsSync(marker), true);
  });

  it('has none started where something would have to be fetched', async () => {
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const clone = path.join(repository.root, 'clone');
    const from = [`file://${repository.root}`, clone];
    gitIn(repository.root, ['clone', '--quiet', '--no-checkout', '--filter=tree:0', ...from]);
    settings(clone);
    const git = (await new NodeFileStore(clone, () => true).git()) ?? assert.fail();
    const commit = (await git.head()).commit ?? assert.fail();
    await assert.rejects(git.files({ commit }), /Git could not list the files of a saved version/);
    await assert.rejects(git.log(commit), /Git could not read what saved versions changed/);
    assert.equal(await git.read(repository.git('rev-parse', 'HEAD:study/a.md')), undefined);
    assert.equal(existsSync(marker), false);
  });

  it('has not even git started where it is not trusted', async () => {
    settings(repository.root);
    const watched = new WatchedGit();
    try {
      const store = new NodeFileStore(path.join(repository.root, 'study'), () => false);
      const asked = [store.git(), store.gitCommitted(), store.gitBlobId('a.md'), store.gitVersion('f'.repeat(40))];
      assert.deepEqual(await Promise.all(asked), Array(4).fill(undefined));
      assert.deepEqual(watched.started, []);
    } finally {
      watched.remove();
    }
  });
});
