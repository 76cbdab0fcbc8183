import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { picture, screenshot, useWindow, waitUntil } from './support';
import { leastContrast } from './support/contrast';
import { editTranscripts } from './support/edited';

const PP_03 = 'codings/EA/transcripts/pp-03.jsonl';
const PP_06 = 'codings/EA/transcripts/pp-06.jsonl';
const NP_11 = 'codings/EA/transcripts/np-11.jsonl';
const FILES = [PP_03, PP_06, NP_11, 'codings/EA/transcripts/np-11.reading.ndjson'];
const THEMES = ['light', 'high contrast', 'high contrast light', 'dark'] as const;

describe('the passages to review', () => {
  const window = useWindow({ isStory: true, settings: { 'verbatim.coder': 'EA' } });
  const page = (): FrameLocator => window().workbench.webview();
  const entries = (): Locator => page().locator('.review');
  const focused = (): Locator => page().locator('.review:focus');
  const entry = (code: string): Locator =>
    entries()
      .filter({ has: page().locator('.code', { hasText: code }) })
      .first();
  const files = (): (string | undefined)[] => FILES.map(file => window().study.read(file));
  const codeOfFocused = async (): Promise<string> => (await focused().locator('.code').textContent()) ?? '';
  const keyOfFocused = async (): Promise<string> => (await focused().getAttribute('data-key')) ?? '';
  /** Goes from entry to entry by keyboard, as only what is near is in the document; until one is reached, or all were. */
  const walk = async (isThere: (code: string) => boolean): Promise<string[]> => {
    const { workbench } = window();
    await entries().first().focus();
    await workbench.press('Home');
    await page().locator('.review[aria-posinset="1"]:focus').waitFor();
    const codes = [await codeOfFocused()];
    // What was chosen to be seen may come into the list while it is gone through.
    const count = async (): Promise<number> => Number(await focused().getAttribute('aria-setsize'));
    while (!isThere(codes.at(-1) ?? '') && codes.length < (await count())) {
      const before = await keyOfFocused();
      await workbench.press('ArrowDown');
      await waitUntil(async () => (await keyOfFocused()) !== before || undefined);
      codes.push(await codeOfFocused());
    }
    return codes;
  };
  const go = async (code: string): Promise<void> => {
    assert.equal((await walk(one => one === code)).at(-1), code);
  };
  /** Waits until the entry that has the keyboard is of a code. */
  const isAt = async (code: string): Promise<void> => {
    await focused().locator('.code', { hasText: code }).waitFor();
  };
  /** Waits until a coding's record is as wanted, and gives it. */
  const record = async (file: string, id: string, isReady: (record: Record<string, unknown>) => boolean) => {
    const find = (text: string): Record<string, unknown> | undefined =>
      text.split('\n').flatMap(line => (line.includes(`"${id}"`) ? [JSON.parse(line)] : []))[0];
    const text = await window().study.waitFor(file, all => {
      const found = find(all);
      return found !== undefined && isReady(found);
    });
    return find(text) ?? {};
  };
  /** Takes the last choice back on the page: every file is as it was, and the entry is there again. */
  const undo = async (before: (string | undefined)[], code: string): Promise<void> => {
    await window().workbench.press('ControlOrMeta+Z');
    await waitUntil(
      () => JSON.stringify(files()) === JSON.stringify(before) || undefined,
      () => 'undo did not bring the files back',
    );
    await entry(code).waitFor();
  };

  it('are counted in the tree after a script edited transcripts, and listed with old and new side by side', async () => {
    const { workbench, study, page: shown } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openView('Transcripts');
    editTranscripts(study);
    await workbench
      .tree('Transcripts')
      .rowWith(/pp-03.*5 to review/)
      .waitFor();
    await workbench.closeView('Themes');
    await workbench.runCommand('Verbatim: Review Passages…');
    await page().getByRole('heading', { name: 'Passages to Review' }).waitFor();
    await focused().waitFor();
    await page().locator('.notice').waitFor({ state: 'hidden' });
    await picture(shown, 'review');
    const codes = await walk(() => false);
    assert.deepEqual(codes.slice(0, 2).sort(), ['Hope by being there', 'Note']);
    assert.deepEqual(codes.slice(2), [
      'Slowing down',
      'Pay and contract',
      'Appreciated by colleagues',
      'The only one',
      'For the paper',
    ]);
    const chips = await page().locator('.chips .chip:visible').allTextContents();
    assert.deepEqual([chips[0], ...chips.slice(-2)], ['Wording edited 2', 'Mine 7', 'Everyone’s 10']);
    await go('Slowing down');
    const edited = focused();
    assert.deepEqual(await edited.locator('del').allTextContents(), ['gone: half an hour']);
    assert.deepEqual(await edited.locator('ins').allTextContents(), ['new: forty minutes']);
    // The other transcripts were searched as well.
    await go('The only one');
    await focused().getByText('they stand in pp-06').waitFor();
  });

  for (const theme of THEMES) {
    it(`are legible in the ${theme} theme`, async () => {
      const { workbench, page: shown } = window();
      await workbench.setTheme(theme);
      await go('Pay and contract');
      const { ratio, text } = await page().locator('main').evaluate(leastContrast);
      assert.ok(ratio >= 4.5, `“${text}” has a contrast of ${ratio.toFixed(2)}`);
      await screenshot(shown, `review-${theme}`);
      await go('Hope by being there');
      await screenshot(shown, `review-top-${theme}`);
    });
  }

  it('stand below each other where the page is narrow, and nothing is cut off', async () => {
    const { page: shown, workbench } = window();
    await shown.setViewportSize({ width: 950, height: 960 });
    await go('Slowing down');
    const [old, place] = [focused().locator('.old'), focused().locator('.place')];
    await waitUntil(async () => {
      const [above, below] = [await old.boundingBox(), await place.boundingBox()];
      return (above && below && above.y + above.height <= below.y) || undefined;
    });
    const overflow = await page()
      .locator('main')
      .evaluate(main => main.scrollWidth - main.clientWidth);
    assert.equal(overflow, 0);
    await go('Pay and contract');
    await screenshot(shown, 'review-narrow');
    await shown.setViewportSize({ width: 1400, height: 960 });
    await workbench.press('Home');
  });

  it('take the first place with Enter and another with its number, and go on to the next', async () => {
    const { workbench } = window();
    const before = files();
    const id = JSON.parse((before[2] ?? '').split('\n').find(line => line.includes('They want to see')) ?? '{}').id;
    await go('Hope by being there');
    await workbench.press('Enter');
    const first = await record(NP_11, id, ({ base }) => base !== '000000000000');
    await workbench.said(/Hope by being there: placed in np-11, line \d+/).waitFor();
    await entry('Hope by being there').waitFor({ state: 'detached' });
    await isAt('Note');
    await undo(before, 'Hope by being there');
    await go('Hope by being there');
    await workbench.press('ArrowRight');
    await entry('Hope by being there').locator('.place.compared[data-number="2"]').waitFor();
    await workbench.press('2');
    const second = await record(NP_11, id, ({ base }) => base !== '000000000000');
    assert.equal(first.quote, second.quote);
    assert.notDeepEqual(first.at, second.at);
    await undo(before, 'Hope by being there');
  });

  it('are confirmed one by one or all of a transcript at once', async () => {
    const { workbench } = window();
    const before = files();
    await go('Pay and contract');
    await workbench.press('Enter');
    await record(PP_03, 'u3z8bc1o4p', ({ quote }) => String(quote).includes('bottom band'));
    await workbench.said('Pay and contract: confirmed the edited wording').waitFor();
    await undo(before, 'Pay and contract');
    await page().getByRole('button', { name: 'Confirm all 2 edited' }).click();
    await workbench.said('Confirmed 2 edited passages in pp-03').waitFor();
    await entry('Slowing down').waitFor({ state: 'detached' });
    await entry('Pay and contract').waitFor({ state: 'detached' });
    await undo(before, 'Slowing down');
    await entry('Pay and contract').waitFor();
  });

  it('follow their words into another transcript', async () => {
    const { workbench, study } = window();
    const before = files();
    await go('The only one');
    await workbench.press('Space');
    await workbench.tab('pp-06.md').waitFor();
    await workbench.press('1');
    await record(PP_06, 'y501mmb5un', ({ quote }) => String(quote).startsWith("if I say a thing it's"));
    await study.waitFor(PP_03, text => !text.includes('y501mmb5un'));
    await workbench.said(/The only one: placed in pp-06, line \d+/).waitFor();
    await undo(before, 'The only one');
  });

  it('are kept as orphans with K, stand apart then, and are taken up again', async () => {
    const { workbench } = window();
    const before = files();
    await go('Appreciated by colleagues');
    await workbench.press('k');
    await record(PP_03, 'poznw4gu18', ({ orphan }) => typeof orphan === 'string');
    await entry('Appreciated by colleagues').waitFor({ state: 'detached' });
    await isAt('The only one');
    await workbench
      .tree('Transcripts')
      .rowWith(/pp-03.*4 to review/)
      .waitFor();
    await page().locator('.chip', { hasText: 'Kept as orphan' }).click();
    await go('Appreciated by colleagues');
    await entry('Appreciated by colleagues').getByText('Kept without a place since').waitFor();
    await workbench.press('k');
    await entry('Appreciated by colleagues').getByText('Kept without a place since').waitFor({ state: 'detached' });
    assert.deepEqual(files(), before);
    await workbench.press('ControlOrMeta+Z');
    await entry('Appreciated by colleagues').getByText('Kept without a place since').waitFor();
    await undo(before, 'Appreciated by colleagues');
    await page().locator('.chip', { hasText: 'Kept as orphan' }).click();
  });

  it('are removed with Delete', async () => {
    const { workbench, study } = window();
    const before = files();
    await go('For the paper');
    await workbench.press('Delete');
    await study.waitFor(PP_03, text => !text.includes('c0adizjm61'));
    // The last one: the one before has the keyboard.
    await isAt('The only one');
    await undo(before, 'For the paper');
  });

  it('are searched by hand: select the words, press Alt+Enter, and be back on the page', async () => {
    const { workbench, page: shown } = window();
    const before = files();
    await go('Appreciated by colleagues');
    await workbench.press('s');
    await workbench.tab('pp-03.md').and(shown.locator('.active')).waitFor();
    await workbench.statusBarItem('Select the words of “Appreciated by colleagues”').waitFor();
    await shown.locator('.editor-actions [aria-label^="Use This Selection for the Coding"]').first().waitFor();
    // The passage stood behind this line, which is still there.
    await workbench.statusBarItem('Ln 65,').waitFor();
    await screenshot(shown, 'review-by-hand');
    // Escape ends it, and nothing has happened.
    await workbench.press('Escape');
    await workbench.statusBarItem('Select the words of').waitFor({ state: 'hidden' });
    await isAt('Appreciated by colleagues');
    assert.deepEqual(files(), before);
    await workbench.press('s');
    await workbench.statusBarItem('Select the words of').waitFor();
    await workbench.editor.selectHere('Thank you for making the time');
    await screenshot(shown, 'review-selected');
    await workbench.press('Alt+Enter');
    await record(PP_03, 'poznw4gu18', ({ quote }) => quote === 'Thank you for making the time');
    await workbench.statusBarItem('Select the words of').waitFor({ state: 'hidden' });
    await entry('Appreciated by colleagues').waitFor({ state: 'detached' });
    await focused().waitFor();
    await undo(before, 'Appreciated by colleagues');
  });

  it('of colleagues can be decided about, and say whose they are', async () => {
    const { workbench } = window();
    await page().locator('.chip', { hasText: 'Everyone’s' }).click();
    assert.equal((await walk(() => false)).length, 10);
    await go('Slowing down');
    await workbench.press('ArrowDown');
    await focused().getByText('MB, a colleague').waitFor();
    await page().locator('.chip', { hasText: 'Mine' }).click();
    assert.equal((await walk(() => false)).length, 7);
  });

  it('go as soon as the transcripts say again what was coded, and the page says that all is well', async () => {
    const { study, page: shown } = window();
    study.restore();
    await page().getByText('Every coding has its place.').waitFor();
    await screenshot(shown, 'review-empty');
  });
});
