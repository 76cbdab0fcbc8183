import { screenshot, useWindow } from './support';

const BRANCH = 'mb-second-reading';

describe('reviewing what a colleague changed', () => {
  const window = useWindow({ isStory: true, settings: { 'verbatim.coder': 'EA' } });
  const tree = () => window().workbench.tree('Coding Changes');

  it('says that nothing changed, and what to do to see more', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.runCommand('Verbatim: Focus on Coding Changes View');
    await workbench.welcome().getByText('Nothing changed since the last saved version.').waitFor();
    await screenshot(page, 'changes-01-nothing');
  });

  it('goes from the name of a branch to a list of changes', async () => {
    const { workbench, page } = window();
    await workbench.runCommand('Verbatim: Compare With…');
    await workbench.quickInput.title().getByText('Compare with what?').waitFor();
    await screenshot(page, 'changes-02-compare-with');
    await workbench.quickInput.choose('second-reading', BRANCH);
    await tree().row('MB').waitFor();
    await workbench.closeView('Themes');
    await screenshot(page, 'changes-03-listed');
  });

  it('shows a change in the diff editor', async () => {
    const { workbench, page } = window();
    await workbench.runCommand('Verbatim: Focus on Coding Changes View');
    await workbench.press('Enter');
    await page.locator('.monaco-diff-editor').first().waitFor();
    await page.locator('.monaco-diff-editor .view-line').first().waitFor();
    await screenshot(page, 'changes-04-diff');
    await workbench.press('Alt+J');
    await screenshot(page, 'changes-05-next');
    console.log(
      await page.evaluate(() =>
        [...document.querySelectorAll('.monaco-diff-editor .view-line span[class*="ced-"]')]
          .slice(0, 4)
          .map(
            s =>
              s.className + ' ' + getComputedStyle(s).color + ' ' + getComputedStyle(s).fontStyle + ' ' + s.textContent,
          ),
      ),
    );
    await workbench.press('ControlOrMeta+Enter');
    await workbench.said('Accepted').waitFor();
    await screenshot(page, 'changes-06-accepted');
    for (let i = 0; i < 6; i++) await workbench.press('Alt+J');
    await screenshot(page, 'changes-07-codebook');
    await workbench.runCommand('Verbatim: Group Changes by Theme');
    await screenshot(page, 'changes-08-theme');
    await workbench.runCommand('Verbatim: Group Changes by Code');
    await screenshot(page, 'changes-09-code');
    await workbench.runCommand('Verbatim: Group Changes by Transcript');
    await screenshot(page, 'changes-10-transcript');
  });
});
