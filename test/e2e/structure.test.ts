import assert from 'node:assert/strict';
import { screenshot, useWindow, waitUntil } from './support';
import { OVERLAPPING } from './support/overlapping';

describe('the structure of the coding at a glance', () => {
  const window = useWindow({ isStory: true, study: OVERLAPPING });

  it('draws stripes', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openFile('pp-01.md');
    await workbench.editor.waitForPaint('foggy', paint => /solid|dashed/.test(paint.borderBottom));
    await screenshot(page, 'structure-stripes');
    for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
      await workbench.setTheme(theme);
      await workbench.editor.focus();
      await workbench.editor.waitForPaint('foggy', paint => /solid|dashed/.test(paint.borderBottom));
      await screenshot(page, `structure-${theme}`);
    }
  });

  it('shows names', async () => {
    const { workbench, page } = window();
    await workbench.runCommand('Verbatim: Toggle Code Names');
    await page.locator('.view-line', { hasText: 'Sitting with silence' }).first().waitFor();
    await screenshot(page, 'structure-names');
  });
});
