import { screenshot, useWindow } from './support';

describe('pick experiment', () => {
  const window = useWindow();

  it('looks', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Hope by being there').waitFor();
    await workbench.openFile('pp-03.md');
    await workbench.editor.focus();
    await workbench.press('ControlOrMeta+Home');
    await workbench.press('Alt+J');
    await workbench.statusBarItem(/Ln (?!1,)\d+, Col/).waitFor();
    await workbench.press('Alt+K');
    await workbench.quickInput.title().getByText('Who is coding?').waitFor();
    await workbench.quickInput.type('LK');
    await workbench.quickInput.accept();
    await workbench.quickInput.row("Telling a piece of one's own story").waitFor();
    await screenshot(page, `exp-${process.env.VERBATIM_PICK}-1`);
    for (let i = 0; i < 4; i++) {
      await workbench.press('ArrowDown');
      await page.waitForTimeout(300);
      await screenshot(page, `exp-${i}`);
    }
    await workbench.quickInput.type('own stories');
    await workbench.quickInput.text('New code').waitFor();
    await page.waitForTimeout(500);
    await screenshot(page, `exp-like`);
    await workbench.press('ArrowDown');
    await workbench.press('ArrowDown');
    await page.waitForTimeout(300);
    await screenshot(page, `exp-like2`);
    await workbench.quickInput.type('te');
    await page.waitForTimeout(500);
    await screenshot(page, `exp-te`);
  });
});
