import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { becomes, picture, screenshot, useWindow, waitUntil } from './support';

const MINE = 'codings/Bo/discussion.ndjson';
const MO = 'codings/Mo/discussion.ndjson';
const MEMO = 'memos/2026-03-02-hope.md';
const THEMES = ['light', 'high contrast', 'high contrast light', 'dark'] as const;

describe('discussion', () => {
  const window = useWindow({
    isStory: true,
    settings: { 'files.autoSave': 'off', 'verbatim.coder': 'Bo' },
  });

  /** The thread that is open. */
  const widget = (): Locator => window().page.locator('.review-widget').filter({ visible: true });
  /** A comment of it, by its words; one that is still being written is none. */
  const comment = (words: string): Locator => {
    const said = window().page.locator('.comment-body p', { hasText: words });
    return widget().locator('.review-comment', { has: said });
  };
  /** Waits until the keyboard is in a box for words within the thread. */
  const boxHasKeyboard = (): Promise<void> => widget().locator('.monaco-editor.focused').first().waitFor();
  /** Id of the comment that somebody wrote last. */
  const lastId = (file: string): string =>
    [...(window().study.read(file) ?? '').matchAll(/"id": "(\w+)"/g)].at(-1)?.[1] ?? assert.fail(`${file} is empty`);
  /** Writes a comment into Mo's file, as a merge would. */
  const sayAsMo = (record: object): void => {
    const { study } = window();
    study.write(MO, `${study.read(MO) ?? ''}${JSON.stringify(record)}\n`);
  };
  const undo = (): Promise<void> => window().workbench.runCommand('Verbatim: Undo Coding Action');

  it('begins on a coded passage by keyboard: command, words, Ctrl+Enter', async () => {
    const { workbench, study, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Hope by being there').waitFor();
    await workbench.openFile('pp-03.md');
    await workbench.editor.placeCursor('And the hood came down');
    await workbench.runCommand('Verbatim: Comment…');
    // Two coders marked this.
    await workbench.quickInput.title().getByText('Which coding do you want to comment on?').waitFor();
    await workbench.quickInput.accept();
    await boxHasKeyboard();
    await screenshot(page, 'discussion-begun');
    await page.keyboard.type('Is this hope, or *reassurance*? See [[Plain w');
    await page.locator('.suggest-widget.visible').getByText('Plain words').first().waitFor();
    await screenshot(page, 'discussion-suggest');
    await workbench.press('Enter');
    await page.keyboard.type('.');
    await workbench.press('ControlOrMeta+Enter');
    const text = await study.waitFor(MINE);
    assert.match(
      text,
      /^\{"comment": "Is this hope, or \*reassurance\*\? See \[\[plain-words\]\]\.", "on": "coding \w{10}", "created": "[^"]+Z", "id": "\w{10}"\}\n$/,
    );
    await workbench.said('Commented on').waitFor();
    await comment('Is this hope, or *reassurance*? See').waitFor();
  });

  it('shows what colleagues say as soon as their files come, and nothing in it is active', async () => {
    const { study, page } = window();
    const reply = lastId(MINE);
    const hostile =
      'No. [x](command:workbench.action.quit) <img src="https://example.org/x.png"> ![y](https://example.org/y.png) www.example.org **b** $(alert)';
    sayAsMo({ comment: hostile, reply, created: new Date(Date.now() + 5000).toISOString(), id: 'mocomment1' });
    const shown = comment('No. [x](command:workbench.action.quit)');
    await shown
      .getByText('<img src="https://example.org/x.png"> ![y](https://example.org/y.png) www.example.org **b**')
      .waitFor();
    assert.equal(await shown.locator('.comment-body').locator('a, img, strong, .codicon').count(), 0);
    assert.equal(await comment('Is this hope').locator('.comment-body a').count(), 1);
    study.write(MO, (study.read(MO) ?? '').replace(JSON.stringify(hostile), '"Reassurance, I think."'));
    await comment('Reassurance, I think.').waitFor();
    await screenshot(page, 'discussion-colleague');
  });

  it('goes on by keyboard: the same command replies, and a decision is recorded with Tab and Enter', async () => {
    const { workbench, study, page } = window();
    await workbench.editor.focus();
    await workbench.runCommand('Verbatim: Comment…');
    await workbench.quickInput.accept();
    await boxHasKeyboard();
    await page.keyboard.type('Then hope is about a future; I write that into the definition.');
    // In a box for words Tab is a character, as in any editor, until this key makes it move on.
    await workbench.press('Control+M');
    const decide = widget().getByRole('button', { name: 'Record as Decision' }).last();
    await waitUntil(
      async () => {
        await workbench.press('Tab');
        return decide.evaluate(button => button === document.activeElement);
      },
      () => 'Tab does not get to the button',
    );
    await workbench.press('Enter');
    await workbench.press('Control+M');
    const text = await study.waitFor(MINE, saved => saved.includes('"decision": true'));
    assert.match(text, /about a future[^\n]*", "reply": "\w{10}", "decision": true, "created"/);
    await comment('Then hope is about a future').getByText('decision').waitFor();
    await screenshot(page, 'discussion-decision');
  });

  it('is resolved and reopened by command, each one undo', async () => {
    const { workbench, study, page } = window();
    const open = study.read(MINE) ?? '';
    await workbench.runCommand('Verbatim: Resolve Discussion');
    await workbench.quickInput.title().getByText('Resolve which discussion?').waitFor();
    await screenshot(page, 'discussion-pick');
    await workbench.quickInput.accept();
    const resolved = await study.waitFor(MINE, text => text !== open);
    assert.match(resolved, /\n\{"reply": "\w{10}", "does": "resolve", "created": "[^"]+", "id": "\w{10}"\}\n$/);
    await workbench.said('Resolved the discussion of').waitFor();
    await undo();
    assert.equal(await study.waitFor(MINE, text => text !== resolved), open);
    await workbench.runCommand('Verbatim: Redo Coding Action');
    assert.equal(await study.waitFor(MINE, text => text !== open), resolved);
    await workbench.runCommand('Verbatim: Reopen Discussion');
    await workbench.quickInput.accept();
    await study.waitFor(MINE, text => text.includes('"does": "reopen"'));
    await undo();
    await undo();
    assert.equal(await study.waitFor(MINE, text => !text.includes('"does"')), open);
  });

  it('is found from anywhere: the list of all, the hover of the passage', async () => {
    const { workbench, page } = window();
    await workbench.openFile('np-11.md');
    await workbench.runCommand('Verbatim: Show Discussion…');
    await workbench.quickInput.title().getByText('Show which discussion?').waitFor();
    await workbench.quickInput.accept();
    await workbench.activeTab('pp-03.md').waitFor();
    await comment('Reassurance, I think.').waitFor();
    const hover = await workbench.editor.hover('people took that for rudeness');
    await hover.getByText('3 comments').first().waitFor();
    await hover.getByText('1 open discussion').first().waitFor();
    await screenshot(page, 'discussion-hover');
    await workbench.editor.leaveHover();
  });

  for (const theme of THEMES) {
    it(`is legible in the ${theme} theme`, async () => {
      const { workbench, page } = window();
      await workbench.setTheme(theme);
      await comment('Then hope is about a future').waitFor();
      await screenshot(page, `discussion-${theme}`);
      if (theme === 'light') await picture(page, 'discussion');
    });
  }

  it('is about a code, too: from the Themes view to the heading of the codebook, and back in its row', async () => {
    const { workbench, study, page } = window();
    const tree = workbench.tree('Themes');
    await tree.chooseFromMenu('Plain words', 'Comment…');
    await workbench.activeTab('codebook.md').waitFor();
    await boxHasKeyboard();
    await page.keyboard.type('Is silence a plain word?');
    await workbench.press('ControlOrMeta+Enter');
    await study.waitFor(MINE, text => text.includes('"Is silence a plain word?", "on": "code plain-words"'));
    await tree.rowWith(/Plain words.*1 open discussion/).waitFor();
    await widget().getByRole('button', { name: 'Resolve Discussion' }).waitFor();
    assert.equal(await widget().getByText('Reply…').count(), 1);
    await screenshot(page, 'discussion-code');
  });

  it('can be rewritten and taken back by who wrote it', async () => {
    const { workbench, study, page } = window();
    const mine = comment('Is silence a plain word?');
    await mine.hover();
    await mine.getByRole('button', { name: 'Edit Comment' }).click();
    await boxHasKeyboard();
    await workbench.press('ControlOrMeta+A');
    await page.keyboard.type('Is *silence* plain?');
    await workbench.press('ControlOrMeta+Enter');
    await study.waitFor(MINE, text => /"comment": "Is \*silence\* plain\?", "on".*"edited": /.test(text));
    const rewritten = comment('Is *silence* plain?');
    await rewritten.waitFor();
    const before = study.read(MINE);
    await rewritten.hover();
    await rewritten.getByRole('button', { name: 'Delete Comment' }).click();
    await study.waitFor(MINE, text => !text.includes('silence'));
    await rewritten.waitFor({ state: 'detached' });
    await undo();
    assert.equal(await study.waitFor(MINE, text => text.includes('silence')), before);
    await workbench
      .tree('Themes')
      .rowWith(/Plain words.*1 open discussion/)
      .waitFor();
  });

  it('begins with the + in the margin, and asks which coding is meant where several overlap', async () => {
    const { workbench, study, page } = window();
    await workbench.openFile('pp-03.md');
    await workbench.editor.placeCursor('I ask myself, who is this for?');
    const margin = await workbench.editor.element().locator('.comment-range-glyph').first().boundingBox();
    const { y, height } = await workbench.editor.rectOf('I ask myself, who is this for?');
    await page.mouse.click((margin?.x ?? 0) + 4, y + height / 2);
    await boxHasKeyboard();
    await page.keyboard.type('For whom, indeed?');
    await workbench.press('ControlOrMeta+Enter');
    await workbench.quickInput.title().getByText('Which coding do you want to comment on?').waitFor();
    await screenshot(page, 'discussion-margin');
    // Whoever turns away has not lost the words.
    await workbench.quickInput.cancel();
    await boxHasKeyboard();
    await widget().locator('.view-line', { hasText: 'For whom, indeed?' }).waitFor();
    await workbench.press('ControlOrMeta+Enter');
    await workbench.quickInput.title().getByText('Which coding do you want to comment on?').waitFor();
    await workbench.quickInput.accept();
    await study.waitFor(MINE, text => /"For whom, indeed\?", "on": "coding /.test(text));
    await comment('For whom, indeed?').waitFor();
    await undo();
    await comment('For whom, indeed?').waitFor({ state: 'detached' });
  });

  it('begins from the page of excerpts, beside it', async () => {
    const { workbench, study, page } = window();
    await workbench.tree('Themes').chooseFromMenu('Slowing down', 'Show Excerpts');
    const excerpts = workbench.webview();
    await excerpts.locator('.excerpt').first().waitFor();
    await excerpts.locator('.excerpt').first().click();
    await excerpts.locator('.excerpt:focus').waitFor();
    await workbench.press('d');
    await boxHasKeyboard();
    await page.keyboard.type('Slow, or silent?');
    await screenshot(page, 'discussion-excerpts');
    await workbench.press('ControlOrMeta+Enter');
    await study.waitFor(MINE, text => /"Slow, or silent\?", "on": "coding /.test(text));
    await undo();
    await comment('Slow, or silent?').waitFor({ state: 'detached' });
  });

  it('can be linked in a memo, which leads back to it', async () => {
    const { workbench, study, page } = window();
    const id = lastId(MINE);
    study.write(MEMO, `${study.read(MEMO) ?? ''}\nSee [[discussion#${id}]].\n`);
    await workbench.openFile('2026-03-02-hope.md');
    const hover = await workbench.editor.hover(`discussion#${id}`);
    await hover.getByText('Is *silence* plain?').waitFor();
    await screenshot(page, 'discussion-memo');
    await hover.getByText('1 comment').click();
    await workbench.activeTab('codebook.md').waitFor();
    await becomes(() => widget().locator('.comment-body').allInnerTexts(), ['Is *silence* plain?']);
  });
});
