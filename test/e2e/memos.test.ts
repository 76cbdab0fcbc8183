import assert from 'node:assert/strict';
import { appears, screenshot, useWindow, waitUntil } from './support';

const HOPE = 'memos/2026-03-02-hope.md';
const PP03 = 'transcripts/pp-03.md';
const THEMES = ['light', 'high contrast', 'high contrast light', 'dark'] as const;

describe('memos', () => {
  const window = useWindow({ settings: { 'files.autoSave': 'off', 'verbatim.coder': 'EA' } });

  /** The memo that was made last, by its title. */
  const made = async (title: string): Promise<string> => {
    const { study, page } = window();
    const today = await page.evaluate(() => {
      const now = new Date();
      const two = (number: number) => String(number).padStart(2, '0');
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    });
    const file = `memos/${today}-${title}.md`;
    // A file is there before its text is.
    await study.waitFor(file, text => text.endsWith('\n'));
    return file;
  };

  /** Opens a file, by its tab if it has one, once the study is read. */
  const go = async (file: string): Promise<void> => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Hope by being there').waitFor();
    const name = file.split('/').at(-1) ?? file;
    const tab = workbench.tab(name);
    const isOpen = async () => {
      if ((await tab.count()) > 0) await tab.click();
      else {
        await workbench.press('ControlOrMeta+P');
        await workbench.quickInput.type(file);
        await workbench.quickInput.row(name).waitFor();
        await workbench.quickInput.accept();
      }
      // What was opened before is listed first and may go again before Enter comes.
      return appears(workbench.activeTab(name));
    };
    await waitUntil(isOpen, () => `${file} does not open`);
    await workbench.editor.waitUntilShown();
    // Its links are underlined once the extension has looked at it.
    if (file.startsWith('memos/'))
      await page.locator('.editor-group-container.active .detected-link').first().waitFor();
  };

  /** Follows a link with the mouse, Ctrl (⌘) held. */
  const follow = async (text: string): Promise<void> => {
    const { workbench, page } = window();
    const { x, y, width, height } = await workbench.editor.rectOf(text);
    await page.keyboard.down('ControlOrMeta');
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.locator('.detected-link-active').first().waitFor();
    await page.mouse.down();
    await page.mouse.up();
    await page.keyboard.up('ControlOrMeta');
  };

  it('are made from a passage, with its words and the cursor where one writes on; undo takes an untouched one away', async () => {
    const { workbench, study, page } = window();
    await go(PP03);
    await workbench.editor.placeCursor('And the hood came down');
    await workbench.runCommand('Verbatim: New Memo…');
    await workbench.quickInput.title().getByText('New Memo on “').waitFor();
    await workbench.quickInput.type('The hood');
    await screenshot(page, 'memo-title');
    await workbench.quickInput.accept();
    const file = await made('the-hood');
    const name = file.split('/')[1] as string;
    await workbench.activeTab(name).waitFor();
    const text = study.read(file) ?? '';
    assert.match(text, /^---\ndate: \d{4}-\d\d-\d\d\nauthor: EA\n---\n\n# The hood\n\n> when I was at my worst/);
    assert.match(text, /And the hood came down\.\n>\n> — PP3, \[\[pp-03#kdyxzt6jn9\]\]\n\n\n$/);
    await workbench.editor.type('Recognition, not outlook.');
    await workbench.editor.save();
    await study.waitFor(file, written => written.endsWith(']]\n\nRecognition, not outlook.\n'));
    await screenshot(page, 'memo-made');
    // Another one, untouched, is undone.
    await go(PP03);
    await workbench.runCommand('Verbatim: New Memo…');
    await workbench.quickInput.type('A mistake');
    await workbench.quickInput.accept();
    const mistake = await made('a-mistake');
    await workbench.statusBarItem('Made the memo “A mistake”').waitFor();
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await waitUntil(
      () => study.read(mistake) === undefined || undefined,
      () => 'the memo is still there',
    );
    await workbench.tab(mistake.split('/')[1] as string).waitFor({ state: 'detached' });
    assert.ok(study.read(file));
  });

  it('complete links to codes, and to excerpts by transcript and words', async () => {
    const { workbench, page } = window();
    await go(HOPE);
    await workbench.editor.focus();
    await workbench.press('ControlOrMeta+End');
    await page.keyboard.type('\n\nSee [[');
    const list = page.locator('.suggest-widget.visible');
    await list.getByText('Hope by being there').first().waitFor();
    await screenshot(page, 'memo-suggest-codes');
    await page.keyboard.type('hoo');
    await list.getByText('Hope by being there').first().waitFor();
    await page.keyboard.press('Escape');
    for (let i = 0; i < 3; i++) await workbench.press('Backspace');
    await page.keyboard.type('pp-03#');
    await list.getByText('I can go half an hour').first().waitFor();
    await page.keyboard.type('hood');
    await list.getByText('when I was at my worst').first().waitFor();
    const others = list.getByText('I can go half an hour');
    await waitUntil(
      async () => (await others.count()) === 0 || undefined,
      () => 'excerpts without the word are listed',
    );
    await screenshot(page, 'memo-suggest-excerpts');
    await workbench.press('Enter');
    await page.keyboard.type(' now.');
    const isWritten = async () =>
      (await workbench.editor.visibleText()).includes('See [[pp-03#kdyxzt6jn9]] now.') || undefined;
    await waitUntil(isWritten, () => 'the link was not written');
    await workbench.runCommand('File: Revert File');
  });

  it('show on hover what a link leads to, and jump there', async () => {
    const { workbench, page } = window();
    await go(HOPE);
    await workbench.editor.placeCursor('[[pp-03#pw6e55u57k]]');
    const excerpt = await workbench.editor.hover('pp-03#pw6e55u57k');
    await excerpt.getByText('Coded by EA').waitFor();
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await workbench.editor.leaveHover();
      const shown = await workbench.editor.hover('pp-03#pw6e55u57k');
      await shown.getByText('Coded by EA').waitFor();
      await screenshot(page, `memo-hover-excerpt-${theme}`);
    }
    await workbench.editor.leaveHover();
    const code = await workbench.editor.hover('[[cost-of-disclosure');
    await code.getByText('excerpts').first().waitFor();
    await screenshot(page, 'memo-hover-code');
    await workbench.editor.leaveHover();
    await workbench.editor.placeCursor('pp-03#pw6e55u57k');
    await workbench.press('F12');
    await workbench.activeTab('pp-03.md').waitFor();
    await workbench.editor.rectOf('lanyard and a packed lunch');
    await go(HOPE);
    await follow('cost-of-disclosure');
    await workbench.activeTab('codebook.md').waitFor();
    await workbench.editor.rectOf('cost-of-disclosure');
    await screenshot(page, 'memo-jump-code');
    // On an excerpt the passage is shown and flashes.
    await go(HOPE);
    await follow('pp-03#pw6e55u57k');
    await workbench.activeTab('pp-03.md').waitFor();
    await workbench.editor.rectOf('lanyard and a packed lunch');
  });

  it('are flagged where a quote no longer matches its transcript, and the light bulb updates the quote', async () => {
    const { workbench, study, page } = window();
    const before = study.read(PP03) ?? '';
    const memo = study.read(HOPE) ?? '';
    await go(HOPE);
    study.write(
      PP03,
      before.replace("It's only that I'm there at nine o'clock", "It's only that I'm sitting there at nine"),
    );
    await workbench.editor.placeCursor("It's only that");
    await workbench.editor.openQuickFixes("Update the quote: “It's only that I'm sitting there");
    await screenshot(page, 'memo-quote-bulb');
    await page.keyboard.press('Escape');
    const problems = await workbench.problems();
    await problems.rowWith("which says “It's only that I'm sitting there at nine with a lanyard").waitFor();
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await screenshot(page, `memo-quote-flagged-${theme}`);
    }
    await workbench.runCommand('View: Toggle Problems');
    await workbench.editor.placeCursor("only that I'm there");
    const again = await workbench.editor.openQuickFixes("Update the quote: “It's only that I'm sitting there");
    await again.getByText('Update the quote').click();
    await waitUntil(async () => (await workbench.editor.visibleText()).includes("> It's only that I'm sitting there"));
    await workbench.editor.save();
    await study.waitFor(HOPE, text => text.includes("> It's only that I'm sitting there at nine with a lanyard"));
    study.write(PP03, before);
    study.write(HOPE, memo);
  });

  it('are flagged where a link leads nowhere, and the light bulb offers codes that come near', async () => {
    const { workbench, page } = window();
    await go('memos/2026-04-29-flat-until.md');
    await workbench.editor.focus();
    await workbench.press('ControlOrMeta+End');
    await page.keyboard.insertText('\n\nSee [[equal-vice]].');
    await workbench.press('ArrowLeft');
    await workbench.press('ArrowLeft');
    await workbench.press('ArrowLeft');
    await workbench.press('ArrowLeft');
    const menu = await workbench.editor.openQuickFixes('(equal-voice)');
    await screenshot(page, 'memo-link-bulb');
    await menu.getByText('(equal-voice)').first().click();
    const isMended = async () => (await workbench.editor.visibleText()).includes('See [[equal-voice]].') || undefined;
    await waitUntil(isMended, () => 'the link was not mended');
    await workbench.runCommand('File: Revert File');
  });

  it('are listed where they mention a passage, a code or a theme', async () => {
    const { workbench, page, study } = window();
    await go(PP03);
    await workbench.editor.placeCursor('with a lanyard and a packed lunch');
    const hover = await workbench.editor.hover('packed lunch');
    await hover.getByText('Hope, carefully').first().waitFor();
    await hover.getByText('Add Memo').first().waitFor();
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await workbench.editor.leaveHover();
      const shown = await workbench.editor.hover('packed lunch');
      await shown.getByText('Hope, carefully').first().waitFor();
      await screenshot(page, `memo-passage-hover-${theme}`);
    }
    await page.locator('.monaco-hover:visible').getByText('Hope, carefully').first().click();
    await workbench.activeTab('2026-03-02-hope.md').waitFor();
    await go(PP03);
    await workbench.editor.placeCursor('a lanyard and a packed');
    await workbench.runCommand('Verbatim: Show Memos…');
    await workbench.quickInput.row('Hope, carefully').waitFor();
    await workbench.quickInput.text('“It').first().waitFor();
    await screenshot(page, 'memo-list');
    await workbench.quickInput.cancel();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Where rank returns').scrollIntoViewIfNeeded();
    await workbench.tree('Themes').chooseFromMenu('Where rank returns', 'Show Memos…');
    await workbench.quickInput.title().getByText('“Where rank returns”').waitFor();
    await workbench.quickInput.pick('Flat, until');
    await workbench.activeTab('2026-04-29-flat-until.md').waitFor();
    await workbench.tree('Themes').chooseFromMenu('Where rank returns', 'New Memo…');
    await workbench.quickInput.accept();
    const file = await made('where-rank-returns');
    assert.match(study.read(file) ?? '', /about: \[rank-returns\]/);
  });

  it('are listed on the page of excerpts, and open beside it', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Hope by being there').waitFor();
    await workbench.tree('Themes').chooseFromMenu('Hope by being there', 'Show Excerpts');
    const view = workbench.webview();
    const named = view.getByRole('button', { name: 'Hope, carefully', exact: true });
    // One in the head of the page, one at the excerpt it quotes.
    await named.nth(1).waitFor();
    await screenshot(page, 'memo-excerpts-page');
    await view.locator('.excerpt').getByRole('button', { name: 'Hope, carefully', exact: true }).click();
    await workbench.activeTab('2026-03-02-hope.md').waitFor();
    await workbench.statusBarItem(/Ln 1[0-9], Col/).waitFor();
    await workbench.runCommand('View: Join All Editor Groups');
  });

  it('take a quote in at their end', async () => {
    const { workbench, page, study } = window();
    const before = study.read('memos/2026-04-29-flat-until.md') ?? '';
    await go(PP03);
    await workbench.editor.select('I ironed everything.');
    await workbench.runCommand('Verbatim: Quote in Memo…');
    await workbench.quickInput.row('Flat, until').waitFor();
    await screenshot(page, 'memo-quote-pick');
    await workbench.quickInput.pick('Flat, until');
    await workbench.statusBarItem('Quoted in “Flat, until”').waitFor();
    const text = await study.waitFor('memos/2026-04-29-flat-until.md', now => now !== before);
    assert.equal(text, `${before.trimEnd()}\n\n> I ironed everything.\n>\n> — PP3, [[pp-03]]\n\n`);
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await study.waitFor('memos/2026-04-29-flat-until.md', now => now === before);
  });
});
