import assert from 'node:assert/strict';
import { screenshot, useWindow, waitUntil } from './support';

const TRANSCRIPT = '**I:** Why?\n\n**PP1:** Because I was there before.\n\n**I:** And?\n\n**PP1:** It helped.\n';
const CODEBOOK = `# Codebook

## Being there {#being-there .theme}

### Own story {#own-story color=teal}

A peer speaks of their own life.

Include: a single sentence, if it is clearly about the peer's own life.

Exclude: deliberations about whether to speak.

### Own stories {#own-stories .candidate}

### Hope {#hope color=yellow formerly="role-model"}

Somebody takes from the peer's presence that a life after distress is possible.

Example: "It gives them a third picture."

## Pace {#pace .theme}

How meetings find the time they need.

### Slowing down {#slow}
`;

describe('writing the codebook by hand', () => {
  const window = useWindow({
    // In a browser VS Code saves of its own accord.
    settings: { 'files.autoSave': 'off' },
    study: {
      'transcripts/pp-01.md': TRANSCRIPT,
      'codebook.md': CODEBOOK,
      'codings/EA/transcripts/pp-01.jsonl':
        '{"code": "own-story", "quote": "I was there before", "at": [31, 49], "id": "aaaaaaaaaa"}\n' +
        '{"code": "role-model", "quote": "It helped", "at": [77, 86], "id": "bbbbbbbbbb"}\n',
    },
  });

  it('shows a heading in the tree as it is typed, before it is saved', async () => {
    const { workbench, study, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Slowing down').waitFor();
    await workbench.openFile('codebook.md');
    await workbench.editor.focus();
    await workbench.press('ControlOrMeta+End');
    await page.keyboard.insertText('\n### Quiet rooms\n');
    await workbench.tree('Themes').row('Quiet rooms').waitFor();
    await workbench.tab('codebook.md').and(page.locator('.dirty')).waitFor();
    assert.equal(study.read('codebook.md'), CODEBOOK);
    await screenshot(page, 'typed');
    const row = workbench.tree('Themes').row('Quiet rooms');
    const isGone = async () => {
      // The editor takes typing back word by word.
      await workbench.press('ControlOrMeta+Z');
      return (await row.count()) === 0;
    };
    await waitUntil(isGone, () => 'what was typed and taken back is still in the tree');
    await workbench.tab('codebook.md').and(page.locator('.dirty')).waitFor({ state: 'detached' });
  });

  it('lists hints in the Problems panel, and the light bulb mends a colour', async () => {
    const { workbench, study, page } = window();
    await workbench.openFile('codebook.md');
    const problems = await workbench.problems();
    await problems.rowWith('“yellow” is not a colour Verbatim knows').waitFor();
    await problems.rowWith('almost the same name as “Own story” in line 5').waitFor();
    await problems.rowWith('The theme “Being there” is only a label so far.').waitFor();
    await screenshot(page, 'hints-dark');
    for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
      await workbench.setTheme(theme);
      await screenshot(page, `hints-${theme}`);
    }
    await workbench.runCommand('View: Toggle Problems');
    await workbench.editor.placeCursor('yellow');
    const menu = await workbench.editor.openQuickFixes('Use the colour amber');
    await screenshot(page, 'hints-bulb');
    await menu.getByText('Use the colour amber').click();
    await study.waitFor('codebook.md', text => text.includes('{#hope color=amber formerly="role-model"}'));
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await study.waitFor('codebook.md', text => text === CODEBOOK);
  });

  it('merges two codes of almost the same name from the light bulb, once that is confirmed', async () => {
    const { workbench, study, page } = window();
    await workbench.openFile('codebook.md');
    await workbench.editor.placeCursor('Own stories');
    const menu = await workbench.editor.openQuickFixes('Merge “Own stories” into “Own story”…');
    await screenshot(page, 'hints-merge');
    await menu.getByText('Merge “Own story” into “Own stories”…').click();
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('1 excerpt of “Own story” will count as “Own stories”.').waitFor();
    await screenshot(page, 'hints-merge-dialog');
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await study.waitFor('codebook.md', text => /formerly="?own-story/.test(text));
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await study.waitFor('codebook.md', text => text === CODEBOOK);
  });

  it('suggests what may stand in the braces of a heading', async () => {
    const { workbench, page } = window();
    await workbench.openFile('codebook.md');
    await workbench.editor.placeCursor('color=yellow');
    await page.keyboard.type('.');
    const list = page.locator('.suggest-widget.visible');
    await list.getByText('.candidate').waitFor();
    await screenshot(page, 'suggest-class');
    await page.keyboard.press('Escape');
    await workbench.press('Backspace');
    await workbench.editor.select('yellow');
    await workbench.press('Delete');
    await workbench.press('ControlOrMeta+Space');
    await list.getByText('teal').first().waitFor();
    await screenshot(page, 'suggest-color');
    await page.keyboard.press('Escape');
    await workbench.press('ArrowRight');
    const hover = await workbench.editor.hover('formerly=');
    await hover.getByText('counted as “Hope” now').waitFor();
    await screenshot(page, 'hover-formerly');
    await workbench.editor.leaveHover();
  });

  it('has an outline', async () => {
    const { workbench, page } = window();
    await workbench.openFile('codebook.md');
    await workbench.runCommand('Explorer: Focus on Outline View');
    await page.locator('.outline-pane .monaco-list-row', { hasText: 'Own story' }).first().waitFor();
    await screenshot(page, 'outline');
  });
});
