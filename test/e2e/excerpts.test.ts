import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { becomes, picture, readOnce, screenshot, useWindow, waitUntil } from './support';

const CODE = "Telling a piece of one's own story";
const OWN_STORY = 'own-story';

describe('the excerpts of a code', () => {
  const window = useWindow({ isStory: true });
  const page = (): FrameLocator => window().workbench.webview();
  const excerpts = (): Locator => page().locator('.excerpt');
  const focused = (): Locator => page().locator('.excerpt:focus');
  const codingFiles = ['EA', 'MB'].flatMap(coder =>
    ['np-02', 'np-07', 'np-11', 'np-group-02', 'pp-03', 'pp-06', 'pp-joint-01'].map(
      name => `codings/${coder}/transcripts/${name}.jsonl`,
    ),
  );
  const files = () => ['codebook.md', ...codingFiles].map(file => window().study.read(file));

  it('opens from the tree with what the codebook says of the code', async () => {
    const { workbench, page: shown } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row(CODE).waitFor();
    await workbench.tree('Themes').chooseFromMenu(CODE, 'Show Excerpts');
    await page().getByRole('heading', { name: CODE }).waitFor();
    await page().getByText('A peer speaks in a meeting about their own experience').waitFor();
    await page().getByText('Influence on network meetings › Self-disclosure').waitFor();
    for (const label of ['Include', 'Exclude', 'Example', 'Formerly']) {
      await page().locator('dt', { hasText: label }).waitFor();
    }
    await excerpts().first().waitFor();
    await readOnce(
      () => excerpts().count(),
      count => count >= 6,
    );
    await page().locator('h2', { hasText: 'pp-03' }).waitFor();
    await page().getByText('then called “sharing”').first().waitFor();
    // Away from the row, whose tip would be in the picture.
    await shown.mouse.move(700, 10);
    await shown.locator('.monaco-hover:visible').waitFor({ state: 'detached' });
    await picture(shown, 'excerpts');
    await screenshot(shown, 'excerpts-dark');
  });

  /** Waits until the page on which one quotes shows these words. */
  const quotesOnce = (words: string) =>
    page()
      .locator('.result', { hasText: words.trim().slice(0, 20) })
      .waitFor();

  it('goes from excerpt to excerpt by keyboard and opens one beside the page', async () => {
    const { workbench } = window();
    await focused().waitFor();
    const first = await focused().getAttribute('data-key');
    await workbench.press('ArrowDown');
    await waitUntil(async () => (await focused().getAttribute('data-key')) !== first || undefined);
    await workbench.press('ArrowUp');
    await waitUntil(async () => (await focused().getAttribute('data-key')) === first || undefined);
    const [, transcript] = JSON.parse(first ?? '[]') as string[];
    await workbench.press('Space');
    await workbench.tab(transcript?.split('/').at(-1) ?? '').waitFor();
    // The page keeps the keyboard: the next arrow still moves in it.
    await workbench.press('ArrowDown');
    await waitUntil(async () => (await focused().getAttribute('data-key')) !== first || undefined);
    await workbench.press('Enter');
    await workbench.editor.waitUntilShown();
    await workbench.statusBarItem(/Ln \d+, Col/).waitFor();
  });

  it('quotes an excerpt with Q', async () => {
    const { workbench } = window();
    const words = (await excerpts().first().locator('.words').textContent()) ?? '';
    await excerpts()
      .first()
      .click({ position: { x: 4, y: 4 } });
    await workbench.press('q');
    await quotesOnce(words);
    await workbench.runCommand('View: Close Editor');
    await excerpts().first().waitFor();
  });

  it('shows only what fits the words, and all again', async () => {
    const { workbench, page: shown } = window();
    const all = await excerpts().count();
    const word = ((await excerpts().last().locator('.words').textContent()) ?? '').split(' ').slice(0, 4).join(' ');
    await excerpts()
      .first()
      .click({ position: { x: 4, y: 4 } });
    await workbench.press('/');
    await shown.keyboard.type(word);
    await page()
      .locator('.shown', { hasText: ` of ${all}` })
      .waitFor();
    assert.ok((await excerpts().count()) < all);
    await page().getByText('Show All').click();
    await waitUntil(async () => (await excerpts().count()) === all || undefined);
  });

  it('makes an excerpt the example of its code with one key, taken back with one undo', async () => {
    const { workbench, study } = window();
    const before = study.read('codebook.md') ?? '';
    await excerpts()
      .first()
      .click({ position: { x: 4, y: 4 } });
    const words = await focused().locator('.words').textContent();
    await workbench.press('e');
    const after = await study.waitFor('codebook.md', text => text !== before);
    assert.ok(after.includes(`Example: "${words}"`) || after.includes(`Example: “${words}”`), after);
    await workbench.statusBarItem(`an example of ${CODE}`).waitFor();
    await page().locator('.excerpt .mark', { hasText: 'example' }).first().waitFor();
    await focused().waitFor();
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await study.waitFor('codebook.md', text => text === before);
  });

  it('removes an excerpt with Delete and goes to the next one', async () => {
    const { workbench } = window();
    const before = files();
    const count = await excerpts().count();
    await excerpts()
      .nth(1)
      .click({ position: { x: 4, y: 4 } });
    const next = await excerpts().nth(2).getAttribute('data-key');
    await workbench.press('Delete');
    // The tree follows a moment later: a menu that is opened before it has would lose its row.
    const isCounted = (wanted: number) => async () => {
      const rows = await workbench.tree('Themes').rows();
      return rows.some(({ label, description }) => label === CODE && description === String(wanted)) || undefined;
    };
    await waitUntil(async () => (await excerpts().count()) === count - 1 || undefined);
    await waitUntil(isCounted(count - 1), () => 'the tree does not count one less');
    await becomes(() => focused().getAttribute('data-key'), next);
    await workbench.press('ControlOrMeta+Z');
    await waitUntil(async () => (await excerpts().count()) === count || undefined);
    await waitUntil(isCounted(count), () => 'the tree does not count all again');
    assert.deepEqual(files(), before);
  });

  it('names two codes and sorts six excerpts by their numbers', async () => {
    const { workbench, page: shown } = window();
    await workbench.tree('Themes').chooseFromMenu(CODE, 'Split Code…');
    await page()
      .getByRole('heading', { name: `Split “${CODE}”` })
      .waitFor();
    await page().locator('.target input:focus').waitFor();
    await shown.keyboard.type('Story told in the room');
    await shown.keyboard.press('Enter');
    await shown.keyboard.type('Story heard about');
    await shown.keyboard.press('Enter');
    await focused().waitFor();
    await workbench.press('Home');
    for (const key of ['1', '2', '1', '2', '0']) await workbench.press(key);
    await workbench.press('1');
    await workbench.press('ArrowUp');
    await workbench.press('Shift+Digit2');
    await counts('3', '3');
    await page().locator('.summary', { hasText: 'Apply gives 5 excerpts their new codes' }).waitFor();
    await picture(shown, 'split');
    await screenshot(shown, 'split-dark');
  });

  const counts = async (...wanted: string[]): Promise<void> => {
    const shown = page().locator('.target .count');
    await becomes(() => shown.allTextContents(), wanted);
  };

  it('keeps the sorting when the page is hidden, and over a reload', async () => {
    const { workbench } = window();
    await workbench.openFile('codebook.md');
    await workbench.tree('Themes').chooseFromMenu(CODE, 'Show Excerpts');
    await counts('3', '3');
    await workbench.reload('verbatim.excerpts', 'Story heard about');
    await workbench.showPage(CODE);
    await counts('3', '3');
    assert.equal(await page().locator('.target input').first().inputValue(), 'Story told in the room');
  });

  it('shows what waits only, clears with Backspace, and is legible in every theme', async () => {
    const { workbench, page: shown } = window();
    const all = await excerpts().count();
    await page().getByText('Only those not sorted yet').click();
    await waitUntil(async () => (await excerpts().count()) === all - 6 || undefined);
    await page().getByText('Only those not sorted yet').click();
    for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
      await workbench.setTheme(theme);
      await screenshot(shown, `split-${theme}`);
    }
  });

  it('applies the sorting as one action; one undo brings every file back', async () => {
    const { workbench, study } = window();
    const before = files();
    const old = before.join('').split(`"code": "${OWN_STORY}"`).length;
    await page().getByText('Apply', { exact: true }).click();
    const codebook = await study.waitFor('codebook.md', text => text.includes('Story heard about'));
    assert.match(codebook, /#### Story told in the room \{#story-told-in-the-room\}/);
    await workbench.statusBarItem(/Split .* into Story told in the room, Story heard about/).waitFor();
    const texts = await waitUntil(() => {
      const all = files().join('');
      return all.split('"code": "story-heard-about"').length === 4 ? all : undefined;
    });
    assert.equal(texts.split('"code": "story-told-in-the-room"').length, 4);
    assert.ok(texts.split(`"code": "${OWN_STORY}"`).length < old);
    // The page is for reading again.
    await page().getByRole('heading', { name: CODE, exact: true }).waitFor();
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await waitUntil(
      () => (JSON.stringify(files()) === JSON.stringify(before) ? true : undefined),
      () => 'undo did not bring the files back',
    );
    await page().getByText('You have begun to sort these excerpts').waitFor();
  });

  for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
    it(`is legible in the ${theme} theme`, async () => {
      const { workbench, page: shown } = window();
      await workbench.setTheme(theme);
      await excerpts().first().waitFor();
      await screenshot(shown, `excerpts-${theme}`);
    });
  }
});
