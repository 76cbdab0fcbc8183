import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { becomes, picture, readOnce, screenshot, useWindow, waitUntil } from './support';
import { manyExcerpts } from './support/manyExcerpts';

const THEME = 'Self-disclosure';

describe('reading the excerpts of a theme', () => {
  const window = useWindow({ isStory: true, settings: { 'verbatim.coder': 'EA' } });
  const page = (): FrameLocator => window().workbench.webview();
  const excerpts = (): Locator => page().locator('.excerpt');
  const focused = (): Locator => page().locator('.excerpt:focus');
  const headings = (): Locator => page().locator('.excerpts h2');
  const editorColumn = (): Locator => window().page.locator('.editor-group-container');

  const show = async (name: string): Promise<void> => {
    const { workbench } = window();
    await workbench.tree('Themes').row(name).waitFor();
    await workbench.tree('Themes').chooseFromMenu(name, 'Show Excerpts');
    await page().getByRole('heading', { name, exact: true }).waitFor();
    await excerpts().first().waitFor();
  };
  const groupBy = async (what: string): Promise<void> => {
    await page().locator('.group-by vscode-dropdown').click();
    await page().locator('.group-by vscode-option', { hasText: what }).click();
  };
  const namesOf = async (list: Locator): Promise<string[]> => list.locator('.group-name').allTextContents();
  const first = async (): Promise<void> => {
    await excerpts().first().locator('.facts').click();
    await window().workbench.press('Home');
    await focused().waitFor();
  };
  const keyOfFocused = async (): Promise<string> => (await focused().getAttribute('data-key')) ?? '';

  it('groups by code in the order of the codebook, and by participant', async () => {
    const { workbench, page: shown } = window();
    await workbench.openContainer('Verbatim');
    await show(THEME);
    await groupBy('code');
    await becomes(
      async () => (await namesOf(headings())).slice(0, 2),
      ["Telling a piece of one's own story", 'Choosing the moment'],
    );
    await screenshot(shown, 'reading-by-code');
    await groupBy('participant');
    await waitUntil(async () => (await namesOf(headings()))[0]?.startsWith('NP'));
    const label = await headings().first().getByRole('button').getAttribute('aria-label');
    assert.match(label ?? '', /^NP\d+, \d+ excerpts?$/);
    // A joint excerpt stands under each who speaks in it, and says who does.
    await screenshot(shown, 'reading-by-participant');
  });

  it('begins the next page with what was chosen last', async () => {
    await show("Telling a piece of one's own story");
    await waitUntil(async () => (await namesOf(headings()))[0]?.startsWith('NP'));
    await window().workbench.press('ControlOrMeta+W');
    await show(THEME);
    await groupBy('code');
    await waitUntil(async () => (await namesOf(headings()))[0]?.startsWith('Telling'));
  });

  it('folds a group from the keyboard and opens it again', async () => {
    const { workbench } = window();
    await first();
    const count = await excerpts().count();
    await workbench.press('ArrowLeft');
    const heading = headings().first().getByRole('button');
    await page().locator('.excerpts h2 button:focus').waitFor();
    await workbench.press('ArrowLeft');
    await waitUntil(async () => (await heading.getAttribute('aria-expanded')) === 'false' || undefined);
    await workbench.press('ArrowDown');
    await focused().waitFor();
    await workbench.press('ArrowUp');
    await page().locator('.excerpts h2 button:focus').waitFor();
    await workbench.press('ArrowRight');
    await waitUntil(async () => (await excerpts().count()) === count || undefined);
    await workbench.press('ArrowRight');
    await focused().waitFor();
  });

  it('shows more and more of what stands around an excerpt, and less again', async () => {
    const { workbench, page: shown } = window();
    await first();
    const words = await focused().locator('.words').textContent();
    await workbench.press('c');
    await focused().locator('mark.here').waitFor();
    assert.equal(await focused().locator('mark.here').first().textContent(), words);
    const turns = async (): Promise<number> => focused().locator('.turn').count();
    const narrow = (await focused().locator('.context').textContent())?.length ?? 0;
    await workbench.press('c');
    await waitUntil(
      async () => ((await focused().locator('.context').textContent())?.length ?? 0) > narrow || undefined,
    );
    await waitUntil(async () => (await turns()) >= 3 || undefined);
    await readOnce(
      () => focused().locator('.who').allTextContents(),
      who => /NP2: /.test(who.join()),
    );
    await screenshot(shown, 'reading-context');
    await workbench.press('Shift+C');
    await workbench.press('Shift+C');
    await focused().locator('.words').waitFor();
    assert.equal(await page().locator('.context').count(), 0);
  });

  it('marks the words that are looked for, and says how many excerpts have them', async () => {
    const { workbench, page: shown } = window();
    await first();
    await workbench.press('ControlOrMeta+F');
    await shown.keyboard.type('STÓRY');
    // Half a word is found, too, while one types.
    await readOnce(
      () => page().locator('mark.found').allTextContents(),
      found => found.length > 0 && found.every(text => text.toLowerCase() === 'story'),
    );
    await page()
      .locator('.shown[role=status]', { hasText: /^\d+ of \d+ excerpts$/ })
      .waitFor();
    await screenshot(shown, 'reading-found');
    await page().getByText('Show All').click();
    await page().locator('mark.found').first().waitFor({ state: 'detached' });
  });

  it('shows passages beside the page, in the column where the transcript is, and ends at the last of many', async () => {
    const { workbench, page: shown } = window();
    await first();
    const flashed = await shown.evaluateHandle(() => {
      const seen = { times: 0 };
      const isFramed = (element: Element): boolean => getComputedStyle(element).outlineStyle === 'solid';
      new MutationObserver(() => {
        if ([...document.querySelectorAll('.view-overlays .cdr')].some(isFramed)) seen.times++;
      }).observe(document.body, { subtree: true, childList: true });
      return seen;
    });
    await workbench.press('Space');
    await workbench.tab('np-02.md').waitFor();
    await becomes(() => editorColumn().count(), 2);
    await focused().waitFor();
    await page().locator('.excerpt.revealed .now').waitFor();
    await waitUntil(() => flashed.evaluate(seen => seen.times > 0));
    // The page is still there beside it.
    await page().getByRole('heading', { name: THEME, exact: true }).waitFor();
    const last = excerpts().nth(3);
    for (const i of [0, 1, 2, 3]) await excerpts().nth(i).locator('.words').click();
    const line = /line (\d+)/.exec((await last.locator('.facts').textContent()) ?? '')?.[1];
    await waitUntil(async () => (await last.getAttribute('class'))?.includes('revealed') || undefined);
    assert.equal(await page().locator('.excerpt.revealed').count(), 1);
    await focused().waitFor();
    await shown.locator('.active-line-number', { hasText: new RegExp(`^${line}$`) }).waitFor();
    assert.equal(await editorColumn().count(), 2);
    await workbench.press('Enter');
    await workbench.statusBarItem(new RegExp(`Ln ${line}, Col`)).waitFor();
    assert.equal(await editorColumn().count(), 2);
  });

  it('writes a memo in place; what is typed outlives a change elsewhere, Escape drops it', async () => {
    const { workbench, page: shown, study } = window();
    await first();
    const [coder, transcript, id] = JSON.parse(await keyOfFocused()) as [string, string, string];
    const file = `codings/${coder}/${transcript.replace(/\.md$/, '.jsonl')}`;
    await workbench.press('m');
    await page().locator('.memo-field textarea:focus').waitFor();
    await shown.keyboard.type('To be dropped');
    await workbench.press('Escape');
    await focused().waitFor();
    assert.equal(await page().locator('.memo-field').count(), 0);
    await workbench.press('m');
    await page().locator('.memo-field textarea:focus').waitFor();
    await shown.keyboard.type('Who is it for');
    const codebook = study.read('codebook.md') ?? '';
    study.write('codebook.md', codebook.replace("Using one's own experience", "Drawing on one's own experience"));
    await page().getByText("Drawing on one's own experience").waitFor();
    await shown.keyboard.type('?');
    await screenshot(shown, 'reading-memo');
    await workbench.press('ControlOrMeta+Enter');
    await study.waitFor(file, text =>
      text.split('\n').some(line => line.includes(id) && line.includes('Who is it for?')),
    );
    await focused().locator('.memo', { hasText: 'Who is it for?' }).waitFor();
    assert.equal(await page().locator('.memo-field').count(), 0);
    await workbench.statusBarItem('Wrote a memo on').waitFor();
    await workbench.press('ControlOrMeta+Z');
    await focused().locator('.memo').waitFor({ state: 'detached' });
  });

  it('gives an excerpt another code and goes on with the next; a further code leaves it', async () => {
    const { workbench, page: shown } = window();
    // Though the text has the keyboard, which is beside the page, the next page does not open in a third column.
    await shown.locator('.monaco-editor .view-lines').click();
    await workbench.statusBarItem(/Ln \d+, Col/).waitFor();
    await show('Choosing the moment');
    await becomes(() => editorColumn().count(), 2);
    await first();
    const count = await excerpts().count();
    const before = await keyOfFocused();
    await workbench.press('ArrowDown');
    const next = await readOnce(keyOfFocused, key => key !== before);
    await workbench.press('ArrowUp');
    await becomes(keyOfFocused, before);
    await workbench.press('r');
    await workbench.quickInput.choose('Slowing down', 'Slowing down');
    await waitUntil(async () => (await excerpts().count()) === count - 1 || undefined);
    await becomes(keyOfFocused, next);
    await workbench.press('ControlOrMeta+Z');
    await waitUntil(async () => (await excerpts().count()) === count || undefined);
    await workbench.press('ArrowUp');
    await becomes(keyOfFocused, before);
    await workbench.press('a');
    await workbench.quickInput.choose('Slowing down', 'Slowing down');
    // The first time somebody codes, Verbatim asks who it is.
    await workbench.statusBarItem(/Added Slowing down beside/).waitFor();
    assert.equal(await excerpts().count(), count);
    await focused().waitFor();
    await workbench.press('ControlOrMeta+Z');
    await workbench.statusBarItem(/Undone: Added/).waitFor();
  });

  it('removes several excerpts at once, and one undo brings them back', async () => {
    const { workbench, page: shown, study } = window();
    const files = () =>
      ['EA', 'MB'].flatMap(coder =>
        ['np-02', 'np-07', 'pp-03', 'pp-06'].map(name => study.read(`codings/${coder}/transcripts/${name}.jsonl`)),
      );
    const before = JSON.stringify(files());
    await first();
    const count = await excerpts().count();
    await workbench.press('Shift+ArrowDown');
    await workbench.press('Shift+ArrowDown');
    await page().locator('.selected-count', { hasText: '3 excerpts selected' }).waitFor();
    await workbench.press('x');
    await page().locator('.selected-count', { hasText: '2 excerpts selected' }).waitFor();
    await screenshot(shown, 'reading-selection');
    await workbench.press('ArrowUp');
    await workbench.press('Delete');
    await waitUntil(async () => (await excerpts().count()) === count - 2 || undefined);
    await focused().waitFor();
    assert.equal(await page().locator('.excerpt.selected').count(), 0);
    await workbench.press('ControlOrMeta+Z');
    await waitUntil(async () => (await excerpts().count()) === count || undefined);
    await waitUntil(() => JSON.stringify(files()) === before || undefined);
  });

  it('offers everything in a menu that the keyboard opens, and all keys in a list', async () => {
    const { workbench, page: shown } = window();
    await first();
    await workbench.press('Shift+F10');
    await page().getByRole('menu').waitFor();
    const items = () => page().getByRole('menuitem').locator('span').allTextContents();
    await becomes(async () => (await items()).slice(0, 4), ['Open', 'Context', 'Recode…', 'Add another code…']);
    await screenshot(shown, 'reading-menu');
    await workbench.press('Escape');
    await focused().waitFor();
    await workbench.press('Shift+Slash');
    await page().getByRole('dialog').waitFor();
    await screenshot(shown, 'reading-keys');
    await workbench.press('Escape');
    await focused().waitFor();
  });

  it('is legible in every theme', async () => {
    const { workbench, page: shown } = window();
    await show(THEME);
    await first();
    await workbench.press('c');
    await focused().locator('mark.here').waitFor();
    await workbench.press('ArrowDown');
    await workbench.press('Shift+ArrowDown');
    await workbench.press('m');
    await page().locator('.memo-field textarea:focus').waitFor();
    for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
      await workbench.setTheme(theme);
      await screenshot(shown, `reading-${theme}`);
      if (theme === 'light') await picture(shown, 'reading');
    }
  });

  it('opens from a hover beside the transcript', async () => {
    const { workbench, page: shown } = window();
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('np-02.md');
    const hover = await workbench.editor.hover("I couldn't tell either");
    await hover
      .getByText(/^Read all \d+ excerpts$/)
      .first()
      .click();
    await excerpts().first().waitFor();
    assert.equal(await editorColumn().count(), 2);
    await shown.locator('.tab', { hasText: 'np-02.md' }).waitFor();
  });
});

describe('reading thousands of excerpts', () => {
  const COUNT = 5000;
  const window = useWindow({ isStory: true, study: manyExcerpts(COUNT) });
  const page = (): FrameLocator => window().workbench.webview();
  const excerpts = (): Locator => page().locator('.excerpt');
  const focused = (): Locator => page().locator('.excerpt:focus');
  /** Far fewer than there are excerpts: each has some twenty elements. */
  const MOST_ELEMENTS = 2500;
  const elements = (): Promise<number> =>
    page()
      .locator('body')
      .evaluate(body => body.querySelectorAll('*').length);
  const position = async (): Promise<number> => Number(await focused().getAttribute('aria-posinset'));
  const isAt = (number: number): Promise<unknown> =>
    waitUntil(
      async () => (await position()) === number || undefined,
      () => `the keyboard did not come to excerpt ${number}`,
    );
  const isInSight = (): Promise<unknown> =>
    waitUntil(() =>
      focused().evaluate(element => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
    );

  it('shows the first, and has few of them in the document', async () => {
    const { workbench, page: shown } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Patience').waitFor();
    await workbench.tree('Themes').chooseFromMenu('Patience', 'Show Excerpts');
    await page().getByText(`${COUNT} excerpts`).first().waitFor();
    await focused().waitFor();
    assert.equal(await focused().getAttribute('aria-setsize'), String(COUNT));
    await isAt(1);
    assert.ok((await elements()) < MOST_ELEMENTS);
    await screenshot(shown, 'many-first');
  });

  it('goes to the last with End and to the first with Home, in sight and with the keyboard', async () => {
    const { workbench, page: shown } = window();
    await workbench.press('End');
    await isAt(COUNT);
    await isInSight();
    assert.match((await focused().textContent()) ?? '', new RegExp(`Passage ${COUNT} `));
    await screenshot(shown, 'many-last');
    for (let i = 0; i < 3; i++) await workbench.press('PageUp');
    await isAt(COUNT - 30);
    await isInSight();
    await workbench.press('ArrowUp');
    await isAt(COUNT - 31);
    assert.ok((await elements()) < MOST_ELEMENTS);
    await workbench.press('Home');
    await isAt(1);
    await isInSight();
  });

  it('keeps few in the document while the wheel goes through all, each in its order, and the keyboard where it was', async () => {
    const { page: shown } = window();
    const box = await excerpts().first().boundingBox();
    await shown.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 40);
    let most = 0;
    let seen = 1;
    const lastInSight = (): Promise<number> =>
      page()
        .locator('body')
        .evaluate(body => {
          const rows = [...body.querySelectorAll('.excerpt')].filter(row => {
            const { top, bottom } = row.getBoundingClientRect();
            return bottom > 0 && top < innerHeight;
          });
          return Number(rows.at(-1)?.getAttribute('aria-posinset') ?? 0);
        });
    while (seen < COUNT) {
      const before = seen;
      await shown.mouse.wheel(0, 12_000);
      seen = await waitUntil(async () => {
        const now = await lastInSight();
        return now > before || before === COUNT ? now : undefined;
      });
      most = Math.max(most, await elements());
    }
    assert.ok(most < MOST_ELEMENTS, `${most} elements`);
    const order = await page()
      .locator('body')
      .evaluate(body => [...body.querySelectorAll('.excerpt')].map(row => Number(row.getAttribute('aria-posinset'))));
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    // The keyboard is still at the first one; the next key goes on from there.
    assert.equal(await position(), 1);
    await window().workbench.press('ArrowDown');
    await isAt(2);
    await isInSight();
  });

  it('goes through them by the wheel without a jump', async () => {
    const { page: shown, workbench } = window();
    await workbench.press('End');
    await isAt(COUNT);
    await isInSight();
    // Upwards into what nobody has seen: what is read stays in its place although heights were guessed.
    const place = (): Promise<{ position: number; top: number }> =>
      page()
        .locator('body')
        .evaluate(body => {
          const row = [...body.querySelectorAll('.excerpt')].find(one => one.getBoundingClientRect().top > 60);
          return { position: Number(row?.getAttribute('aria-posinset')), top: row?.getBoundingClientRect().top ?? 0 };
        });
    let { position: before } = await place();
    for (let i = 0; i < 10; i++) {
      await shown.mouse.wheel(0, -700);
      const now = await waitUntil(async () => {
        const { position: at } = await place();
        return at < before ? at : undefined;
      });
      assert.ok(before - now < 30, `from ${before} to ${now}`);
      before = now;
    }
  });

  it('finds one among all, and folds a transcript away', async () => {
    const { workbench, page: shown } = window();
    await workbench.press('Home');
    await isAt(1);
    await workbench.press('/');
    await shown.keyboard.type('passage 4321');
    await page()
      .locator('.shown', { hasText: `1 of ${COUNT} excerpts` })
      .waitFor();
    await page().getByText('Show All').click();
    await page().locator('.shown', { hasText: /^$/ }).waitFor({ state: 'attached' });
    await page().locator('.excerpts h2 button').first().click();
    await waitUntil(
      async () => (await excerpts().first().getAttribute('aria-setsize')) === String(COUNT - 200) || undefined,
    );
  });
});
