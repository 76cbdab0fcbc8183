import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { becomes, screenshot, useWindow, waitUntil } from './support';

const THEMES = ['light', 'high contrast', 'high contrast light', 'dark'] as const;

describe('coding independently', () => {
  const window = useWindow({ isStory: true, settings: { 'files.autoSave': 'off', 'verbatim.coder': 'EA' } });
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: window().study.dir, encoding: 'utf8' }).trim();
  const themes = () => window().workbench.tree('Themes');
  /** What the row of a code says behind its name. */
  const count = async (label: string): Promise<string | undefined> =>
    (await themes().rows()).find(row => row.label === label)?.description;

  it('hides what colleagues coded, and says so in the status bar', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await themes().row("Telling a piece of one's own story").waitFor();
    await workbench.openFile('pp-03.md');
    const all = await count("Telling a piece of one's own story");
    await workbench.runCommand("Verbatim: Hide Colleagues' Codings");
    await workbench.statusBarItem('Colleagues hidden').waitFor();
    await waitUntil(
      async () =>
        Number.parseInt((await count("Telling a piece of one's own story")) ?? '', 10) < Number.parseInt(all ?? '', 10),
    );
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await screenshot(page, `colleagues-hidden-${theme}`);
    }
    await workbench.setTheme('light');
    await workbench.editor.hover('And the hood came down');
    await page.locator('.monaco-hover', { hasText: 'Coded by EA' }).first().waitFor();
    assert.equal(await page.locator('.monaco-hover', { hasText: 'Coded by MB' }).count(), 0);
    await page.keyboard.press('Escape');
    await workbench.statusBarItem('Colleagues hidden').click();
    await becomes(() => count("Telling a piece of one's own story"), all);
  });

  it('warns when the very file of a hidden colleague is opened', async () => {
    const { workbench, page } = window();
    await workbench.runCommand("Verbatim: Hide Colleagues' Codings");
    await workbench.statusBarItem('Colleagues hidden').waitFor();
    await workbench.openFile('MB/transcripts/pp-03.jsonl');
    await page.locator('.notification-toast', { hasText: 'a file of a colleague whose codings are hidden' }).waitFor();
    await screenshot(page, 'colleagues-file');
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand("Verbatim: Show Colleagues' Codings");
  });

  it('starts a blind round with a version of its own, which hides the others on its transcripts', async () => {
    const { workbench, study, page } = window();
    git('config', 'user.name', 'EA');
    git('config', 'user.email', 'ea@example.org');
    await workbench.openFile('pp-03.md');
    await workbench.runCommand('Verbatim: Start a Blind Round…');
    await workbench.quickInput.title().getByText('Start a Blind Round (1 of 3): its name').waitFor();
    await workbench.quickInput.type('pilot');
    await workbench.quickInput.accept();
    await workbench.quickInput.title().getByText('(2 of 3): who takes part').waitFor();
    await screenshot(page, 'round-coders');
    await workbench.quickInput.accept();
    await workbench.quickInput.title().getByText('(3 of 3): what is coded').waitFor();
    await workbench.quickInput.accept();
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('Start the blind round “pilot”?').waitFor();
    await screenshot(page, 'round-start');
    await dialog.getByRole('button', { name: 'Start the Round' }).click();
    await study.waitFor('codings/EA/rounds.ndjson', text => text.includes('"round": "pilot"'));
    await waitUntil(async () => git('log', '-1', '--format=%s') === 'Blind round “pilot” opened for EA, MB');
    assert.equal(git('show', '--format=', '--name-only', 'HEAD'), 'codings/EA/rounds.ndjson');
    await workbench.statusBarItem('Blind round: pilot').waitFor();
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await screenshot(page, `round-open-${theme}`);
    }
    await workbench.setTheme('light');
  });

  it('asks whoever wants to see them all the same, and lets them', async () => {
    const { workbench, page } = window();
    await workbench.runCommand("Verbatim: Show Colleagues' Codings");
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('is open. Show colleagues’ codings all the same?').waitFor();
    await screenshot(page, 'round-lift');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await workbench.statusBarItem('Blind round: pilot').waitFor();
    await workbench.runCommand("Verbatim: Show Colleagues' Codings");
    await dialog.getByRole('button', { name: 'Show Them and Break the Round' }).click();
    await workbench.statusBarItem('Blind round pilot: colleagues shown').waitFor();
    await screenshot(page, 'round-lifted');
    await workbench.runCommand("Verbatim: Hide Colleagues' Codings");
    await workbench.runCommand("Verbatim: Show Colleagues' Codings");
    await workbench.statusBarItem('Blind round: pilot').waitFor();
  });

  it('closes it with a version, and tells from the history what can be shown', async () => {
    const { workbench, page } = window();
    await workbench.statusBarItem('Blind round: pilot').click();
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('Close the blind round “pilot” for EA?').waitFor();
    await dialog.getByRole('button', { name: 'Close My Round' }).click();
    await waitUntil(async () => git('log', '-1', '--format=%s') === 'Blind round “pilot” closed by EA');
    await workbench.statusBarItem('Blind round: pilot').waitFor({ state: 'detached' });
    await workbench.runCommand('Verbatim: Verify Blind Round…');
    const report = workbench.webview();
    await report.getByRole('heading', { name: 'EA and MB: cannot be shown' }).waitFor();
    await report.getByText('MB has not closed the round.').first().waitFor();
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await screenshot(page, `round-report-${theme}`);
    }
  });
});
