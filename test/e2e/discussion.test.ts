import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { screenshot, useWindow } from './support';

const EA = 'codings/EA/discussion.ndjson';

describe('discussion', () => {
  const window = useWindow({ isStory: true, settings: { 'files.autoSave': 'off', 'verbatim.coder': 'EA' } });

  /** The thread that is open. */
  const widget = (): Locator => window().page.locator('.review-widget').filter({ visible: true });
  /** Waits until the keyboard is in a box for words within the thread. */
  const boxHasKeyboard = (): Promise<void> => widget().locator('.monaco-editor.focused').first().waitFor();
  it('begins on a coded passage by keyboard: command, words, Ctrl+Enter', async () => {
    const { workbench, study, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Hope by being there').waitFor();
    await workbench.openFile('pp-03.md');
    await workbench.editor.placeCursor('And the hood came down');
    await workbench.runCommand('Verbatim: Comment…');
    // Two coders marked this: the person's own coding stands first.
    await workbench.quickInput.title().getByText('Which coding do you want to comment on?').waitFor();
    await workbench.quickInput.accept();
    await boxHasKeyboard();
    await screenshot(page, 'discussion-begun');
    await page.keyboard.type('Is this hope, or *reassurance*? See [[plain-words]].');
    await workbench.press('ControlOrMeta+Enter');
    const text = await study.waitFor(EA);
    assert.match(
      text,
      /^\{"comment": "Is this hope, or \*reassurance\*\? See \[\[plain-words\]\]\.", "on": "coding \w{10}", "created": "[^"]+Z", "id": "\w{10}"\}\n$/,
    );
    await workbench.statusBarItem('Commented on').waitFor();
    await widget().getByText('Is this hope, or *reassurance*? See').waitFor();
    await screenshot(page, 'discussion-first');
  });
});
