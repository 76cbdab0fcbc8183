import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { becomes, ChangesView, picture, screenshot, useWindow } from './support';
import { Colleague } from './support/colleague';

const NP7 = 'codings/EA/transcripts/np-07.jsonl';
const MB7 = 'codings/MB/transcripts/np-07.jsonl';
const PP3 = 'codings/MB/transcripts/pp-03.jsonl';
const EA = { 'verbatim.coder': 'EA' };

describe('saving, sending and getting versions, by somebody who does not know git', () => {
  const window = useWindow({ isStory: true, settings: EA });
  const view = () => new ChangesView(window().workbench);
  const page = (): FrameLocator => window().workbench.webview();
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: window().study.dir, encoding: 'utf8', stdio: 'pipe' }).trim();
  const unsaved = () => window().workbench.statusBarItem('not saved');
  let mb: Colleague;

  /** Codes a passage that is in sight. */
  const code = async (words: string): Promise<void> => {
    const { workbench } = window();
    await workbench.editor.select(words);
    await workbench.press('Alt+K');
    await workbench.quickInput.title().getByText(`Code “${words}”`).waitFor();
    await workbench.quickInput.choose('hope', 'Hope by being there');
    await workbench.said('Coded').waitFor();
  };

  it('shows in the status bar how much is in no version yet', async () => {
    const { workbench, page: shown } = window();
    git('config', 'user.name', '');
    await workbench.openContainer('Verbatim');
    await workbench.closeView('Themes');
    await view().focus();
    await workbench.openFile('np-07.md');
    await code('the newcomer');
    await code('a rather healthy way to start');
    await workbench.statusBarItem('2 changes not saved').waitFor();
    const header = shown.locator('.sidebar .pane-header[aria-label^="Coding Changes Section"]');
    await header.hover({ position: { x: 40, y: 8 } });
    for (const name of ['Save a Version…', 'Get Colleagues’ Work', 'Send for Review…'])
      await header.locator(`.action-label[aria-label^="${name}"]`).waitFor();
    for (const theme of ['dark', 'high contrast', 'high contrast light', 'light'] as const) {
      await workbench.setTheme(theme);
      await workbench.runCommand('Verbatim: Save a Version…');
      await workbench.quickInput.title().getByText('Save a Version').waitFor();
      await header.hover({ position: { x: 40, y: 8 } });
      await screenshot(shown, `versions-01-status-${theme}`);
      await workbench.quickInput.cancel();
    }
  });

  it('proposes what to say of a version, and leads to what changed', async () => {
    const { workbench, page: shown } = window();
    await workbench.runCommand('Verbatim: Save a Version…');
    await workbench.quickInput.title().getByText('Save a Version').waitFor();
    await workbench.quickInput.message().getByText('2 changes in 1 file since the last version.').waitFor();
    assert.equal(await workbench.quickInput.input().inputValue(), 'EA coded np-07: 2 excerpts');
    await picture(shown, 'save-a-version');
    for (const theme of ['dark', 'high contrast', 'light'] as const)
      await screenshot(shown, `versions-02-message-${theme}`);
    await workbench.press('Shift+Tab');
    await shown.keyboard.press('Enter');
    await view().message('Since the last saved version · 2 changes').waitFor();
    await view().waitForFocus('Coded with “Hope by being there”');
    await screenshot(shown, 'versions-03-look');
  });

  it('asks for a name once, and saves with nothing else in it', async () => {
    const { workbench, study, page: shown } = window();
    study.write('notes.txt', 'not of the study\n');
    await workbench.runCommand('Verbatim: Save a Version…');
    await workbench.quickInput.message().getByText('2 changes in 1 file').waitFor();
    await workbench.quickInput.accept();
    await workbench.quickInput.title().getByText('Who saves versions here? (1/2)').waitFor();
    assert.equal(await workbench.quickInput.input().inputValue(), 'EA');
    await screenshot(shown, 'versions-04-name');
    await workbench.quickInput.accept();
    await workbench.quickInput.title().getByText('(2/2)').waitFor();
    await workbench.quickInput.type('nobody');
    await workbench.quickInput.message().getByText('it may be an invented one').waitFor();
    await workbench.quickInput.type('ea@example.org');
    await workbench.quickInput.accept();
    await workbench.said('Saved: EA coded np-07: 2 excerpts').waitFor();
    assert.equal(git('log', '-1', '--format=%an %ae %s'), 'EA ea@example.org EA coded np-07: 2 excerpts');
    assert.equal(git('show', '--name-only', '--format='), NP7);
    await unsaved().waitFor({ state: 'hidden' });
    await workbench.welcome().getByText('Nothing changed since the last saved version.').waitFor();
    await screenshot(shown, 'versions-05-saved');
    await workbench.runCommand('Verbatim: Save a Version…');
    await workbench.said('Nothing changed since the last version.').waitFor();
  });

  it('says that there is nowhere to send to, and changes nothing', async () => {
    const { workbench, page: shown } = window();
    const before = git('for-each-ref');
    await workbench.runCommand('Verbatim: Send for Review…');
    await workbench.notifications.waitFor('not connected with a place that you share with colleagues');
    await screenshot(shown, 'versions-06-no-remote');
    assert.equal(git('for-each-ref'), before);
    await workbench.notifications.clear();
  });

  it('sends what was saved under a name that people read', async () => {
    const { workbench, study, page: shown } = window();
    git('checkout', '--quiet', 'HEAD~1');
    git('checkout', '--quiet', '-B', 'main');
    mb = Colleague.of(study, 'MB');
    await workbench.openFile('np-07.md');
    await code('the newcomer');
    await workbench.statusBarItem('1 change not saved').waitFor();
    await workbench.runCommand('Verbatim: Send for Review…');
    await workbench.quickInput.title().getByText('Send for Review: First Save a Version').waitFor();
    await screenshot(shown, 'versions-07-send-save');
    await workbench.quickInput.accept();
    await workbench.quickInput.title().getByText('What Is It About?').waitFor();
    assert.equal(await workbench.quickInput.input().inputValue(), 'EA: np-07');
    await workbench.quickInput.message().getByText('Colleagues see it as ea/np-07').waitFor();
    await screenshot(shown, 'versions-08-send-name');
    await workbench.quickInput.accept();
    const said = await workbench.notifications.waitFor('Sent as “ea/np-07”');
    assert.match(said, /A colleague looks at it with “Verbatim: Get Colleagues’ Work”/);
    await screenshot(shown, 'versions-09-sent');
    assert.equal(mb.inShared('rev-parse', 'ea/np-07'), git('rev-parse', 'HEAD'));
    assert.equal(git('rev-parse', 'main'), git('rev-parse', 'origin/main'));
    await workbench.notifications.clear();
    await workbench.runCommand('Verbatim: Send for Review…');
    await workbench.said('Nothing new to send: “ea/np-07” has everything you saved.').waitFor();
  });

  it('goes back to the shared work once a colleague has taken it in, and says what came', async () => {
    const { workbench, study, page: shown } = window();
    mb.git('fetch', '--quiet');
    mb.git('merge', '--quiet', '--no-ff', '-m', 'Took in ea/np-07', 'origin/ea/np-07');
    const [line = ''] = mb.read(NP7).split('\n');
    mb.append(MB7, `${line.replace(/"id": "\w+"/, '"id": "mbmbmbmb01"')}\n`);
    mb.save('MB coded np-07: 1 excerpt');
    mb.git('push', '--quiet', 'origin', 'main');
    await workbench.runCommand('Verbatim: Get Colleagues’ Work');
    const said = await workbench.notifications.waitFor('What you sent as “ea/np-07” is in the shared work now');
    assert.match(said, /MB: 1 excerpt in np-07/);
    await screenshot(shown, 'versions-10-got');
    assert.equal(git('rev-parse', '--abbrev-ref', 'HEAD'), 'main');
    assert.ok(study.read(MB7)?.includes('mbmbmbmb01'));
    await workbench.notifications.press('What you sent', 'See What Changed');
    await view().message('Since colleagues’ work came in · 1 change').waitFor();
    await view().waitForFocus('Coded with “');
    await screenshot(shown, 'versions-11-what-came');
    await workbench.runCommand('Verbatim: Get Colleagues’ Work');
    await workbench.said('Nothing new from your colleagues.').waitFor();
  });

  it('tells of a review that waits, shows it, and takes it into the shared work', async () => {
    const { workbench, study, page: shown } = window();
    mb.git('checkout', '--quiet', '-b', 'mb/pp-03');
    mb.write(PP3, mb.read(PP3).replace(/"id": "\w+"/, '"id": "mbmbmbmb02"'));
    mb.save('MB thought again about pp-03');
    mb.git('push', '--quiet', 'origin', 'mb/pp-03');
    await workbench.runCommand('Verbatim: Get Colleagues’ Work');
    await workbench.notifications.waitFor('MB sent “mb/pp-03” for review.');
    await screenshot(shown, 'versions-12-review-waits');
    await workbench.notifications.press('MB sent', 'Look at Reviews…');
    await workbench.quickInput.title().getByText('Reviews from Colleagues').waitFor();
    await screenshot(shown, 'versions-13-reviews');
    await workbench.quickInput.choose('mb/', 'mb/pp-03');
    await workbench.quickInput.row('Look at It').waitFor();
    await screenshot(shown, 'versions-14-review');
    await workbench.quickInput.choose('Look', 'Look at It');
    await view().message('What origin/mb/pp-03 brings · 2 changes').waitFor();
    await screenshot(shown, 'versions-15-looked-at');
    assert.ok(!study.read(PP3)?.includes('mbmbmbmb02'));
    await workbench.runCommand('Verbatim: Look at Reviews…');
    await workbench.quickInput.choose('mb/', 'mb/pp-03');
    await workbench.quickInput.choose('Take', 'Take It into the Shared Work');
    await workbench.notifications.waitFor('“mb/pp-03” is in the shared work now.');
    await study.waitFor(PP3, text => text.includes('mbmbmbmb02'));
    assert.equal(mb.inShared('rev-parse', 'main'), git('rev-parse', 'HEAD'));
    await workbench.notifications.clear();
  });

  it('asks what both changed differently; put off it leaves everything as it was, decided it is in', async () => {
    const { workbench, study, page: shown } = window();
    const heading = '#### Hope by being there';
    mb.git('checkout', '--quiet', 'main');
    mb.git('pull', '--quiet', '--ff-only', 'origin', 'main');
    mb.write('codebook.md', mb.read('codebook.md').replace(heading, '#### Living hope'));
    mb.save('MB renamed the code Hope by being there');
    mb.git('push', '--quiet', 'origin', 'main');
    study.write('codebook.md', (study.read('codebook.md') ?? '').replace(heading, '#### Hope in person'));
    await workbench.statusBarItem('1 change not saved').waitFor();
    await workbench.runCommand('Verbatim: Get Colleagues’ Work');
    await workbench.quickInput.title().getByText('Get Colleagues’ Work: First Save a Version').waitFor();
    assert.equal(await workbench.quickInput.input().inputValue(), 'EA renamed the code Hope by being there');
    await workbench.quickInput.accept();
    await page().getByRole('heading', { name: 'Questions to Decide' }).waitFor();
    await page().locator('.question:focus').waitFor();
    await screenshot(shown, 'versions-16-questions');
    const before = [git('for-each-ref', 'refs/heads'), git('status', '--porcelain', '-uno'), study.read('codebook.md')];
    await page().locator('vscode-button', { hasText: 'Decide Later' }).click();
    await workbench.notifications.waitFor('Questions were put off');
    await screenshot(shown, 'versions-17-put-off');
    assert.deepEqual(
      [git('for-each-ref', 'refs/heads'), git('status', '--porcelain', '-uno'), study.read('codebook.md')],
      before,
    );
    await workbench.notifications.clear();
    await workbench.runCommand('Verbatim: Get Colleagues’ Work');
    await page().locator('.question:focus').waitFor();
    await workbench.press('2');
    await page().getByText('All is decided.').waitFor();
    await page().locator('vscode-button', { hasText: 'Finish' }).click();
    await study.waitFor('codebook.md', text => text.includes('#### Living hope') && !text.includes('Hope in person'));
    await becomes(() => git('rev-list', '--parents', '-n', '1', 'HEAD').split(' ').length, 3);
    await becomes(() => git('--no-optional-locks', 'status', '--porcelain', '-uno'), '');
  });
});

describe('what stands in the way of a version', () => {
  const window = useWindow({ settings: EA });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=EA', '-c', 'user.email=ea@example.org', ...args], {
      cwd: window().study.dir,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  /** What must not change. */
  const state = (): string[] => [git('for-each-ref'), git('rev-parse', 'HEAD'), git('status', '--porcelain', '-uno')];

  it('another program at work, or one that broke off', async () => {
    const { workbench, study, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openFile('np-07.md');
    const lock = path.join(study.dir, '.git/index.lock');
    study.write(NP7, (study.read(NP7) ?? '').split('\n').slice(1).join('\n'));
    writeFileSync(lock, '');
    const before = git('--no-optional-locks', 'status', '--porcelain', '-uno');
    await workbench.runCommand('Verbatim: Save a Version…');
    await workbench.notifications.waitFor('Another program is working on the versions of this study');
    await screenshot(page, 'versions-20-locked');
    assert.equal(git('--no-optional-locks', 'status', '--porcelain', '-uno'), before);
    rmSync(lock);
    await workbench.notifications.press('Another program', 'Try Again');
    await workbench.quickInput.title().getByText('Save a Version').waitFor();
    await workbench.quickInput.cancel();
    study.restore();
  });

  it('an older version that is open: a button leads back', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openFile('np-07.md');
    git('checkout', '--quiet', '--detach', 'HEAD~1');
    const before = state();
    await workbench.runCommand('Verbatim: Save a Version…');
    await workbench.notifications.waitFor('An older version is open here');
    await screenshot(page, 'versions-21-detached');
    assert.deepEqual(state(), before);
    await workbench.notifications.press('An older version', 'Go Back to the Shared Work');
    await becomes(() => git('rev-parse', '--abbrev-ref', 'HEAD'), 'main');
    await workbench.said('Nothing changed since the last version.').waitFor();
  });

  it('something that was begun with git and not ended: it is finished or given up', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openFile('np-07.md');
    const before = state();
    git('merge', '--quiet', '--no-commit', '--no-ff', 'mb-second-reading');
    const begun = git('for-each-ref');
    await workbench.runCommand('Verbatim: Save a Version…');
    await workbench.notifications.waitFor('Putting two versions together was begun here and not ended');
    await screenshot(page, 'versions-22-under-way');
    assert.equal(git('for-each-ref'), begun);
    await workbench.notifications.press('Putting two versions', 'Give It Up…');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('Give up what was begun in this folder?').waitFor();
    await screenshot(page, 'versions-23-give-up');
    await dialog.getByRole('button', { name: 'Give It Up' }).click();
    await becomes(state, before);
  });

  it('colleagues who were faster with the same: their work is got first', async () => {
    const { workbench, study, page } = window();
    await workbench.openContainer('Verbatim');
    git('config', 'user.name', 'EA');
    git('config', 'user.email', 'ea@example.org');
    const mb = Colleague.of(study, 'MB');
    git('checkout', '--quiet', '-b', 'ea/np-07');
    study.write('memos/one.md', '# One\n');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'A memo');
    git('push', '--quiet', '--set-upstream', 'origin', 'ea/np-07');
    mb.git('pull', '--quiet', 'origin', 'ea/np-07');
    mb.write('memos/two.md', '# Two\n');
    mb.save('Another memo');
    mb.git('push', '--quiet', 'origin', 'HEAD:ea/np-07');
    study.write('memos/three.md', '# Three\n');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'A third memo');
    const before = [git('rev-parse', 'HEAD'), git('status', '--porcelain')];
    await workbench.runCommand('Verbatim: Send for Review…');
    await workbench.notifications.waitFor('Colleagues have sent work that is not here yet');
    await screenshot(page, 'versions-25-rejected');
    assert.deepEqual([git('rev-parse', 'HEAD'), git('status', '--porcelain')], before);
    await workbench.notifications.press('Colleagues have sent', 'Get Colleagues’ Work');
    await study.waitFor('memos/two.md');
    await workbench.notifications.waitFor('MB: 1 memo');
    await workbench.runCommand('Verbatim: Send for Review…');
    await workbench.notifications.waitFor('Sent to “ea/np-07” as well.');
    assert.equal(mb.inShared('rev-parse', 'ea/np-07'), git('rev-parse', 'HEAD'));
    git('remote', 'remove', 'origin');
    await workbench.notifications.clear();
  });

  it('a place that does not answer', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    git('remote', 'add', 'origin', '/nowhere/shared.git');
    const before = state();
    await workbench.runCommand('Verbatim: Get Colleagues’ Work');
    await workbench.notifications.waitFor('The place where the study is shared does not answer.');
    await screenshot(page, 'versions-24-unreachable');
    assert.deepEqual(state(), before);
  });
});

describe('a folder of which no versions are kept', () => {
  const window = useWindow({
    study: { 'transcripts/pp-01.md': '**PP1:** Because.\n', 'codebook.md': '# Codebook\n\n## Trust {#trust}\n' },
    settings: EA,
  });

  it('has its first one after one sentence, from the view', async () => {
    const { workbench, study, page } = window();
    rmSync(path.join(study.dir, '.git'), { recursive: true, force: true });
    await workbench.openContainer('Verbatim');
    await workbench.closeView('Themes');
    await new ChangesView(workbench).focus();
    const button = workbench.welcome().getByRole('button', { name: 'Keep Versions of This Folder…' });
    await button.waitFor();
    await screenshot(page, 'versions-30-none');
    await button.click();
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('nothing leaves this computer').waitFor();
    await screenshot(page, 'versions-31-begin');
    await dialog.getByRole('button', { name: 'Keep Versions Here' }).click();
    await workbench.quickInput.title().getByText('Save the First Version').waitFor();
    assert.equal(await workbench.quickInput.input().inputValue(), 'First version: 1 transcript, 1 code');
    await workbench.quickInput.accept();
    await workbench.said('Saved: First version').waitFor();
    await workbench.welcome().getByText('Nothing changed since the last saved version.').waitFor();
  });
});
