import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { becomes, ChangesView, picture, screenshot, useWindow } from './support';

const BRANCH = 'mb-second-reading';
const NP2 = 'codings/MB/transcripts/np-02.jsonl';
const TITLE = `np-02 (before ↔ ${BRANCH})`;

describe('reviewing what a colleague changed, by keyboard', () => {
  const window = useWindow({ isStory: true, settings: { 'verbatim.coder': 'EA' } });
  const view = () => new ChangesView(window().workbench);

  it('begins with nothing, and a button for more', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.closeView('Themes');
    await view().focus();
    await workbench.welcome().getByText('Nothing changed since the last saved version.').waitFor();
    await workbench.welcome().getByRole('button', { name: 'Compare With…' }).waitFor();
    await screenshot(page, 'changes-01-nothing');
  });

  it('goes from the name of a branch to the changes it brings', async () => {
    const { workbench, page } = window();
    await workbench.runCommand('Verbatim: Compare With…');
    await workbench.quickInput.row(BRANCH).getByText('MB · May 19, 2026 · Proposals for the codebook').waitFor();
    await screenshot(page, 'changes-02-compare-with');
    await workbench.quickInput.cancel();
    await view().compareWith('second-read', BRANCH, 'Merged “Plain words”');
    await view().message(`What ${BRANCH} brings · 13 changes`).waitFor();
    await screenshot(page, 'changes-03-listed');
    await workbench.runCommand('Verbatim: Group Changes by Transcript');
    await view().tree.waitForOrder(['np-02', 'np-07', 'Codebook']);
    await view().waitForFocus('Merged “Plain words”');
  });

  it('shows a changed passage in the diff editor by Enter, and the next ones by Alt+J', async () => {
    const { workbench, page } = window();
    await workbench.press('Home');
    await workbench.press('ArrowDown');
    await view().waitForFocus('MB removed “Plain words”');
    await view().showBy('Enter', TITLE, "different when there's");
    await screenshot(page, 'changes-04-removed');
    await view().showBy('Alt+J', TITLE, 'in the same direction');
    await view().waitForFocus('MB gave “Hope by being there”');
    await screenshot(page, 'changes-05-recoded');
  });

  it('accepts one, and goes on to the next', async () => {
    const { workbench, study, page } = window();
    await workbench.press('ControlOrMeta+Enter');
    const text = await study.waitFor(NP2, lines => /"code": "hope"[^\n]*"id": "s8m34tn7bg"/.test(lines));
    assert.ok(text.includes('"id": "89dagb1vzp"'), 'what was not accepted is as it was');
    await workbench.said('Accepted: MB gave “Hope by being there”').waitFor();
    await view().waitForFocus('MB extended the passage');
    await view().waitForPassage(TITLE, 'For half a year');
    await view().message('13 changes, 1 reviewed').waitFor();
    assert.match(await view().spoken('MB gave “Hope'), /^accepted, MB gave “Hope by being there”/);
    await screenshot(page, 'changes-06-accepted');
    await picture(page, 'coding-changes');
  });

  it('rejects one: today’s files stay without it', async () => {
    const { workbench, study, page } = window();
    const before = study.read(NP2);
    await workbench.press('Delete');
    await workbench.said('Rejected: MB extended the passage').waitFor();
    await view().waitForFocus('MB wrote a memo');
    await view().waitForPassage(TITLE, 'named in three bids');
    assert.equal(study.read(NP2), before);
    assert.match(await view().spoken('MB extended the passage'), /^rejected, /);
    await screenshot(page, 'changes-07-rejected');
  });

  it('goes on from within the diff editor, accepts there, and marks by Space in the view', async () => {
    const { workbench, study, page } = window();
    await workbench.press('ControlOrMeta+1');
    await page.locator('.monaco-diff-editor .monaco-editor.focused').first().waitFor();
    await workbench.press('ControlOrMeta+Enter');
    await study.waitFor(NP2, lines => lines.includes('The bids are the point, not the reading.'));
    await view().waitForPassage(`np-07 (before ↔ ${BRANCH})`, 'conversation stops');
    await page.locator('.monaco-diff-editor .monaco-editor.focused').first().waitFor();
    await screenshot(page, 'changes-08-in-editor');
    await view().showBy('Alt+Shift+J', TITLE, 'named in three bids');
    await view().focus();
    await view().waitForFocus('MB wrote a memo');
    await view().walkTo('MB coded with “Staff as people', 'ArrowDown');
    await workbench.press('Space');
    await view().message('13 changes, 4 reviewed').waitFor();
    assert.match(await view().spoken('MB coded with “Staff'), /^rejected, /);
    await workbench.press('Space');
    await view().message('13 changes, 3 reviewed').waitFor();
  });

  it('comments on one', async () => {
    const { workbench, study, page } = window();
    await view().walkTo('MB gave “Hope by being there”', 'ArrowUp');
    await workbench.runCommand('Verbatim: Comment on Change…');
    await page.locator('.review-widget .monaco-editor.focused').first().waitFor();
    await page.keyboard.type('Hope, or relief? Let us talk about this one.');
    await screenshot(page, 'changes-09-comment');
    await workbench.press('ControlOrMeta+Enter');
    await study.waitFor(
      'codings/EA/discussion.ndjson',
      text => text.includes('Hope, or relief?') && text.includes('"on": "coding s8m34tn7bg"'),
    );
    await workbench.said('Commented on Hope by being there').waitFor();
    // The thread takes the keyboard once more as it is drawn.
    await page.locator('.review-widget .comment-body', { hasText: 'Hope, or relief?' }).waitFor();
    await screenshot(page, 'changes-10-commented');
  });

  it('takes back what was accepted; it is open again', async () => {
    const { workbench, study } = window();
    await view().focus();
    await workbench.press('ControlOrMeta+Z');
    await workbench.said('Undone: Commented on').waitFor();
    await workbench.press('ControlOrMeta+Z');
    await workbench.said('Undone: Accepted: MB wrote a memo').waitFor();
    await study.waitFor(NP2, lines => !lines.includes('The bids are the point'));
    await view().message('13 changes, 2 reviewed').waitFor();
  });

  it('comments on what only the branch has beside it, in the diff editor', async () => {
    const { workbench, study, page } = window();
    const thread = page.locator('.monaco-diff-editor .review-widget');
    await view().focus();
    await view().walkTo('MB coded with “Where rank returns”', 'ArrowDown');
    await workbench.runCommand('Verbatim: Comment on Change…');
    await thread.locator('.monaco-editor.focused').first().waitFor();
    await thread.getByText('Where rank returns: “I say what I’d lean towards').waitFor();
    await page.keyboard.type('Whose silence is this?');
    await workbench.press('ControlOrMeta+Enter');
    await study.waitFor(
      'codings/EA/discussion.ndjson',
      text => text.includes('Whose silence is this?') && text.includes('"on": "coding b9k3t5z1ue"'),
    );
    await workbench.said('Commented on Where rank returns').waitFor();
    await thread.locator('.comment-body', { hasText: 'Whose silence is this?' }).waitFor();
    await screenshot(page, 'changes-10-commented-in-diff');
    assert.equal(study.read('codings/MB/transcripts/np-07.jsonl'), undefined, 'nothing was accepted by that');
  });

  it('shows what became of the codebook, in every theme', async () => {
    const { workbench, page } = window();
    await view().tree.row('Defined “Unclear remit” anew').click();
    await view().waitForPassage(`codebook (before ↔ ${BRANCH})`, 'Nobody can say');
    for (const theme of ['dark', 'high contrast', 'high contrast light', 'light'] as const) {
      await workbench.setTheme(theme);
      await screenshot(page, `changes-11-codebook-${theme}`);
      await view().tree.rowWith('MB gave “Hope').click();
      await view().waitForPassage(TITLE, 'in the same direction');
      await screenshot(page, `changes-12-passage-${theme}`);
      await view().tree.row('Defined “Unclear remit” anew').click();
      await view().waitForPassage(`codebook (before ↔ ${BRANCH})`, 'Nobody can say');
    }
  });

  it('groups by transcript, code and theme, and accepts a whole group', async () => {
    const { workbench, study, page } = window();
    await workbench.runCommand('Verbatim: Group Changes by Theme');
    await view().tree.row('Valuing the role').waitFor();
    await screenshot(page, 'changes-13-by-theme');
    await workbench.runCommand('Verbatim: Group Changes by Code');
    await view().tree.row('Changed routines').waitFor();
    await screenshot(page, 'changes-14-by-code');
    await workbench.runCommand('Verbatim: Group Changes by Transcript');
    await view().tree.row('np-07').waitFor();
    await screenshot(page, 'changes-15-by-transcript');
    await view().tree.chooseFromMenu('np-07', 'Accept Change: Today’s Files Have It');
    await workbench.said('Accepted: 3 changes').waitFor();
    const lines = await study.waitFor('codings/MB/transcripts/np-07.jsonl', text => text.split('\n').length === 4);
    assert.ok(lines.includes('Rank without anybody wanting it.'));
    await view()
      .tree.rowWith(/np-07.*3 of 3 reviewed/)
      .waitFor();
    await view().tree.hover('Codebook');
    await screenshot(page, 'changes-16-group');
  });
});

describe('changes since the last saved version', () => {
  const window = useWindow({ isStory: true, settings: { 'verbatim.coder': 'EA' } });
  const view = () => new ChangesView(window().workbench);
  const EA = 'codings/EA/transcripts/np-07.jsonl';

  it('are listed as soon as there are any, and are gone once they are saved', async () => {
    const { workbench, study, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.closeView('Themes');
    await view().focus();
    await workbench.welcome().getByText('Nothing changed').waitFor();
    await workbench.openFile('np-07.md');
    await workbench.editor.select('the newcomer');
    await workbench.press('Alt+K');
    await workbench.quickInput.title().getByText('Code “the newcomer”').waitFor();
    await workbench.quickInput.choose('hope', 'Hope by being there');
    await view().tree.rowWith('Coded with “Hope by being there”').waitFor();
    await view().message('Since the last saved version · 1 change').waitFor();
    await screenshot(page, 'changes-20-today');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=EA', '-c', 'user.email=ea@example.org', ...args], { cwd: study.dir });
    git('commit', '--quiet', '--all', '-m', 'One more');
    await workbench.welcome().getByText('Nothing changed').waitFor();
    git('reset', '--quiet', '--soft', 'HEAD~1');
    await view().tree.rowWith('Coded with “Hope by being there”').waitFor();
  });

  it('are taken out again by Delete', async () => {
    const { workbench, study } = window();
    await view().focus();
    await workbench.press('Home');
    await workbench.press('ArrowDown');
    await view().waitForFocus('Coded with “Hope');
    await workbench.press('Delete');
    await workbench.said('Rejected: EA coded with “Hope by being there”').waitFor();
    await study.waitFor(EA, text => !text.includes('"quote": "the newcomer"'));
    await workbench.welcome().getByText('Nothing changed').waitFor();
  });

  it('say what is wrong with a name that git does not know', async () => {
    const { workbench, page } = window();
    await workbench.runCommand('Verbatim: Compare With…');
    await workbench.quickInput.choose('by its name', 'A version by its name…');
    await workbench.quickInput.title().getByText('Compare with which version?').waitFor();
    await workbench.quickInput.type('--output=/tmp/x');
    await workbench.quickInput.accept();
    await workbench.quickInput.message().getByText('No saved version goes by the name').waitFor();
    await screenshot(page, 'changes-21-wrong-name');
    await workbench.quickInput.type('HEAD~3');
    await workbench.quickInput.accept();
    await view().message('Since HEAD~3').waitFor();
    await screenshot(page, 'changes-22-since');
  });

  it('are those of the whole branch, where that is wished for, as in its pull request', async () => {
    const { workbench, study, page } = window();
    const git = (...args: string[]) => execFileSync('git', args, { cwd: study.dir, stdio: 'pipe' });
    git('reset', '--quiet', '--hard');
    git('checkout', '--quiet', BRANCH);
    const wish = 'What this branch changes, as in its pull request';
    await view().compareWith('pull request', wish, 'Merged “Plain words”');
    await view().message('This branch against main · 13 changes').waitFor();
    await screenshot(page, 'changes-23-request');
    await workbench.press('Delete');
    await study.waitFor('codebook.md', text => text.includes('#### Plain words {#plain-words color=orange}'));
    await view().message('This branch against main · 12 changes').waitFor();
  });
});

describe('coding changes where git cannot be asked', () => {
  describe('because the folder is not trusted', () => {
    const window = useWindow({ restricted: true });

    it('says so, and starts nothing that the repository names', async () => {
      const { workbench, study, page } = window();
      const trace = path.join(path.dirname(study.dir), 'started');
      const script = path.join(path.dirname(study.dir), 'monitor.sh');
      writeFileSync(script, `#!/bin/sh\ntouch ${trace}\n`, { mode: 0o755 });
      for (const key of ['core.fsmonitor', 'diff.external', 'alias.log', 'core.sshCommand'])
        execFileSync('git', ['config', key, script], { cwd: study.dir });
      await workbench.openContainer('Verbatim');
      await workbench.closeView('Themes');
      await new ChangesView(workbench).focus();
      await workbench.welcome().getByText('In Restricted Mode what changed cannot be told.').waitFor();
      await workbench.welcome().getByRole('button', { name: 'Manage Workspace Trust' }).waitFor();
      await screenshot(page, 'changes-30-untrusted');
      await workbench.runCommand('Verbatim: Compare With…');
      await workbench.notifications.waitFor('In Restricted Mode git is not asked');
      assert.ok(!existsSync(trace), 'the repository’s configuration was followed');
    });
  });

  describe('because there is no repository', () => {
    const window = useWindow({
      study: { 'transcripts/pp-01.md': '**PP1:** Because.\n', 'codebook.md': '# Codebook\n\n## Trust {#trust}\n' },
    });

    it('says what a repository is for', async () => {
      const { workbench, study, page } = window();
      rmSync(path.join(study.dir, '.git'), { recursive: true, force: true });
      await workbench.openContainer('Verbatim');
      await workbench.closeView('Themes');
      await new ChangesView(workbench).focus();
      await workbench.welcome().getByText('No versions of this folder are kept.').waitFor();
      await screenshot(page, 'changes-31-no-git');
      execFileSync('git', ['init', '--quiet'], { cwd: study.dir });
      await workbench.runCommand('Verbatim: Compare Again');
      await workbench.welcome().getByText('No version was saved yet.').waitFor();
      await screenshot(page, 'changes-32-never-saved');
      await becomes(async () => (await workbench.welcome().getByRole('button').count()) > 0, true);
    });
  });
});
