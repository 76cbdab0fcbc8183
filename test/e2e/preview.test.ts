import assert from 'node:assert/strict';
import { screenshot, useWindow } from './support';
import { OVERLAPPING } from './support/overlapping';

describe('the Markdown preview of a coded transcript', () => {
  const window = useWindow({ isStory: true, study: OVERLAPPING });
  const marks = () => window().workbench.webview().locator('mark.verbatim-coding');
  const names = () => window().workbench.webview().locator('.verbatim-name');

  it('shows coded passages highlighted, with the names of their codes', async () => {
    const { workbench, page } = window();
    await workbench.openFile('pp-01.md');
    await workbench.runCommand('Markdown: Open Preview to the Side');
    await names().getByText('Sitting with silence').first().waitFor();
    await screenshot(page, 'preview');
    assert.deepEqual(await names().allTextContents(), []);
  });

  for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
    it(`is legible in the ${theme} theme`, async () => {
      const { workbench, page } = window();
      await workbench.setTheme(theme);
      await screenshot(page, `preview-${theme}`);
    });
  }
});
