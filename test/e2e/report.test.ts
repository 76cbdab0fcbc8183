import assert from 'node:assert/strict';
import { becomes, screenshot, useWindow } from './support';

describe('the report in the window', () => {
  const window = useWindow({ isStory: true });
  const page = () => window().workbench.webview();

  it('opens from the Themes view and shows what will be in the file', async () => {
    const { workbench } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Influence on network meetings').waitFor();
    await workbench.chooseFromViewMenu('Themes', 'Write the Report…');
    await page().getByRole('heading', { level: 2, name: 'Themes' }).waitFor();
    const table = page().getByRole('table', { name: 'Themes and codes' });
    assert.ok((await table.getByRole('row').count()) > 20);
    await screenshot(window().page, 'report');
  });

  it('has the page make the file for Word, and then asks where it is to go', async () => {
    const { page: window_ } = window();
    await page().getByRole('button', { name: 'Save for Word…' }).click();
    const name = window_.locator('.quick-input-widget input[type="text"]');
    await becomes(async () => /-report\.docx$/.test(await name.inputValue()), true);
    await window_.keyboard.press('Escape');
    await name.waitFor({ state: 'hidden' });
  });
});
