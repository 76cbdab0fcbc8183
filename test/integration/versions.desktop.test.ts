import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { OpenStudy } from '../../src/extension/study/openStudy';
import { beCoder, read, until, uriOf, verbatim, write } from './support/study';

const NP7 = 'codings/EA/transcripts/np-07.jsonl';
const MB7 = 'codings/MB/transcripts/np-07.jsonl';
const HEADING = '#### Hope by being there';

describe('versions of a study', () => {
  let opened: OpenStudy;
  let folder: string;
  let start: string;
  let line: string;

  const run = (cwd: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=MB', '-c', 'user.email=mb@example.org', ...args], {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  const git = (...args: string[]): string => run(uriOf('').fsPath, ...args);
  const mb = (...args: string[]): string => run(path.join(folder, 'MB'), ...args);
  const shared = (...args: string[]): string => run(path.join(folder, 'shared.git'), ...args);
  const branch = (): string => git('rev-parse', '--abbrev-ref', 'HEAD');
  /** A coding of EA's as a line with another id. */
  const another = (id: string): string => `${line.replace(/"id": "\w+"/, `"id": "${id}"`)}\n`;
  /** Runs a command and takes whatever it proposes, until something is so. */
  const accept = async (command: string, what: string, isSo: () => boolean): Promise<void> => {
    const running = vscode.commands.executeCommand(command);
    await until(what, async () => {
      if (isSo()) return true;
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return false;
    });
    await running;
  };

  before(async () => {
    await beCoder('EA');
    const { studies } = await verbatim();
    const study = await studies.of(uriOf('codebook.md'));
    assert.ok(study);
    opened = study;
    [line = ''] = ((await read(NP7)) ?? '').split('\n');
    start = git('rev-parse', 'main');
    git('config', 'user.name', 'EA');
    git('config', 'user.email', 'ea@example.org');
    folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-shared-'));
    run(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', 'shared.git');
    git('remote', 'add', 'origin', path.join(folder, 'shared.git'));
    git('push', '--quiet', '--set-upstream', 'origin', 'main');
    run(folder, 'clone', '--quiet', 'shared.git', 'MB');
  });
  after(async () => {
    git('checkout', '--quiet', '--force', 'main');
    git('reset', '--quiet', '--hard', start);
    git('remote', 'remove', 'origin');
    for (const name of git('branch', '--list', 'ea/*', '--format=%(refname:short)').split('\n').filter(Boolean))
      git('branch', '--quiet', '-D', name);
    rmSync(folder, { recursive: true, force: true });
    await opened.study.refresh();
  });

  it('are counted in the background, with what would be said of them', async () => {
    const { versions } = await verbatim();
    await versions.counts.settled();
    await write(NP7, `${(await read(NP7)) ?? ''}${another('eaeaeaea01')}`);
    await opened.study.refresh();
    await versions.counts.settled();
    const unsaved = versions.counts.of(opened);
    assert.deepEqual([unsaved?.paths, unsaved?.changes.length], [[NP7], 1]);
    assert.equal(unsaved?.message.subject, 'EA coded np-07: 1 excerpt');
  });

  it('hold the files of the study and no other, whatever is staged', async () => {
    await write('notes.txt', 'mine\n');
    git('add', 'notes.txt');
    await accept('verbatim.saveVersion', 'a version is saved', () => git('rev-parse', 'main') !== start);
    assert.equal(git('log', '-1', '--format=%an: %s'), 'EA: EA coded np-07: 1 excerpt');
    assert.equal(git('show', '--name-only', '--format='), NP7);
    assert.equal(git('diff', '--cached', '--name-only'), 'notes.txt');
    const { versions } = await verbatim();
    await versions.counts.settled();
    assert.deepEqual(versions.counts.of(opened)?.paths, []);
    git('rm', '--quiet', '--force', 'notes.txt');
  });

  it('are sent for review beside the shared work, and more of them to the same place', async () => {
    const isSent = (): boolean => shared('branch', '--list', 'ea/np-07') !== '';
    await accept('verbatim.sendForReview', 'it is sent', isSent);
    assert.deepEqual([branch(), git('rev-parse', 'main'), shared('rev-parse', 'main')], ['ea/np-07', start, start]);
    await write(NP7, `${(await read(NP7)) ?? ''}${another('eaeaeaea02')}`);
    await opened.study.refresh();
    const before = shared('rev-parse', 'ea/np-07');
    await accept('verbatim.sendForReview', 'more is sent', () => shared('rev-parse', 'ea/np-07') !== before);
    assert.equal(shared('rev-parse', 'ea/np-07'), git('rev-parse', 'HEAD'));
  });

  it('come back as the shared work once they were taken in, with what colleagues did', async () => {
    mb('pull', '--quiet', 'origin', 'ea/np-07');
    mkdirSync(path.dirname(path.join(folder, 'MB', MB7)), { recursive: true });
    appendFileSync(path.join(folder, 'MB', MB7), another('mbmbmbmb01'));
    mb('add', '--all');
    mb('commit', '--quiet', '-m', 'MB coded np-07');
    mb('push', '--quiet', 'origin', 'main');
    await vscode.commands.executeCommand('verbatim.getWork');
    assert.deepEqual([branch(), git('rev-parse', 'main')], ['main', shared('rev-parse', 'main')]);
    const ids = [...opened.study.index.allFiles()].flatMap(file => file.codings.map(({ id }) => id));
    for (const id of ['eaeaeaea01', 'eaeaeaea02', 'mbmbmbmb01']) assert.ok(ids.includes(id), id);
  });

  it('stay as they are while questions are put off', async () => {
    const file = path.join(folder, 'MB', 'codebook.md');
    const text = (await read('codebook.md')) ?? '';
    assert.ok(text.includes(HEADING));
    rmSync(file);
    appendFileSync(file, text.replace(HEADING, '#### Living hope'));
    mb('commit', '--quiet', '--all', '-m', 'MB renamed a code');
    mb('push', '--quiet', 'origin', 'main');
    await write('codebook.md', text.replace(HEADING, '#### Hope in person'));
    git('commit', '--quiet', '--all', '-m', 'EA renamed a code');
    const before = [git('rev-parse', 'HEAD'), git('status', '--porcelain'), await read('codebook.md')];
    const getting = vscode.commands.executeCommand('verbatim.getWork');
    const isAsked = (tab: vscode.Tab): boolean => tab.label === 'Questions to Decide';
    const tab = await until('questions are asked', () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isAsked),
    );
    await vscode.window.tabGroups.close(tab);
    await getting;
    assert.deepEqual([git('rev-parse', 'HEAD'), git('status', '--porcelain'), await read('codebook.md')], before);
  });
});
