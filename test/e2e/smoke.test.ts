import assert from 'node:assert/strict';
import { screenshot, useWindow } from './support';

describe('the window', () => {
  const window = useWindow({
    isStory: true,
    study: { 'transcripts/pp-01.md': '**I:** How did it start?\n\n**PP1:** Über Umwege, à vrai dire.\n' },
  });

  it('opens a transcript', async () => {
    const { workbench, page } = window();
    await workbench.openFile('pp-01.md');
    assert.match(await workbench.editor.visibleText(), /Über Umwege, à vrai dire\./);
    await screenshot(page, 'smoke');
  });

  it('selects a passage with the keyboard', async () => {
    const { workbench } = window();
    await workbench.editor.select('Umwege');
    await workbench.statusBarItem('(6 selected)').waitFor();
  });
});
