import assert from 'node:assert/strict';
import { type OpenWindow, screenshot, useWindow, waitUntil } from './support';
import { OVERLAPPING } from './support/overlapping';
import { type StripeRow, stripeRows } from './support/stripes';

/** Ticks these rows and no other in the filter, and waits until the status bar says so. */
async function filter({ workbench }: OpenWindow, rows: readonly string[], said: string): Promise<void> {
  await workbench.runCommand('Verbatim: Show All Codings');
  await workbench.runCommand('Verbatim: Filter Codings…');
  await workbench.quickInput.title().getByText('Show which codings?').waitFor();
  for (const row of rows) await workbench.quickInput.toggle(row);
  await workbench.quickInput.accept();
  await workbench.statusBarItem(said).first().waitFor();
}

describe('the structure of the coding at a glance', () => {
  const window = useWindow({ isStory: true, study: OVERLAPPING });

  /** The rows that have stripes, once they are as expected. */
  const rowsOnce = (isReady: (rows: StripeRow[]) => boolean): Promise<StripeRow[]> => {
    let last: StripeRow[] = [];
    return waitUntil(
      async () => {
        last = await window().page.evaluate(stripeRows);
        return isReady(last) ? last : undefined;
      },
      () => `the stripes did not become as expected: ${JSON.stringify(last)}`,
    );
  };
  /** Waits until a text has a line below it, or has none. */
  const markedOnce = (text: string, isMarked: boolean): Promise<true> =>
    waitUntil(
      async () => {
        const paints = await window().workbench.editor.paintOf(text);
        const isPainted = paints.some(({ layer, borderBottom }) => layer === 'behind' && /^2px/.test(borderBottom));
        return isPainted === isMarked || undefined;
      },
      () => `“${text}” is ${isMarked ? 'not ' : ''}marked`,
    );

  it('draws a stripe for every coding that begins, runs on without a gap and ends on the rows of its passage', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openFile('pp-01.md');
    const rows = await rowsOnce(all => all.some(({ lanes }) => lanes.length > 2));
    await screenshot(page, 'structure-dark');
    // The longest passage: from the first row of the long turn, over wrapped rows and blank lines, into the next turn.
    const long = rows.filter(row => row.lanes.some(({ lane }) => lane === 1));
    const shapes = long.map(({ lanes }) => lanes.find(({ lane }) => lane === 1)?.shape);
    assert.deepEqual(shapes, ['start', ...long.slice(2).map(() => 'run'), 'end']);
    assert.ok(long.length >= 7);
    long.slice(1).forEach((row, i) => {
      assert.equal(row.top - (long[i] as StripeRow).top, row.height);
    });
    // A passage on one row begins and ends there; where two touch each has a lane of its own.
    assert.deepEqual(
      rows.at(-1)?.lanes.map(({ lane, shape }) => [lane, shape]),
      [[0, 'whole']],
    );
  });

  it('tells lanes by place and colour, and says where there are more than can be shown', async () => {
    const rows = await rowsOnce(all => all.some(({ hasMore }) => hasMore));
    const first = rows[0]?.lanes ?? [];
    assert.deepEqual(first.map(({ lane }) => lane).slice(0, 2), [0, 1]);
    assert.notEqual(first[0]?.color, first[1]?.color);
  });

  for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
    it(`follows the ${theme} theme, custom colours as well`, async () => {
      const { workbench, page } = window();
      await workbench.setTheme(theme);
      await workbench.editor.focus();
      // The pale yellow that somebody chose for Pace is darkened on light ground only.
      const wanted = theme.includes('light') ? /^rgb\(1\d\d, 1\d\d, \d+\)$/ : 'rgb(255, 224, 102)';
      await rowsOnce(all => {
        const color = all.at(-1)?.lanes[0]?.color ?? '';
        return typeof wanted === 'string' ? color === wanted : wanted.test(color);
      });
      await screenshot(page, `structure-${theme}`);
    });
  }

  it('writes the names of codes at the end of passages for those who want it, and takes them away again', async () => {
    const { workbench, page } = window();
    const name = page.locator('.view-line', { hasText: /nobody\sspoke\s+Sitting\swith\ssilence/ });
    await workbench.runCommand('Verbatim: Toggle Code Names');
    await name.waitFor();
    await page.locator('.view-line', { hasText: /either\sway\.\s+Pace/ }).waitFor();
    await workbench.statusBarItem('Code names are shown').waitFor();
    await screenshot(page, 'structure-names');
    await workbench.runCommand('Verbatim: Toggle Code Names');
    await name.waitFor({ state: 'detached' });
  });

  it('hides and shows all codings', async () => {
    const { workbench, page } = window();
    await workbench.runCommand('Verbatim: Show or Hide Codings');
    await workbench.statusBarItem('Codings hidden').waitFor();
    await rowsOnce(all => all.length === 0);
    await markedOnce('The pay is', false);
    await screenshot(page, 'structure-hidden');
    await workbench.statusBarItem('Codings hidden').click();
    await rowsOnce(all => all.length > 5);
    await workbench.statusBarItem('Codings hidden').waitFor({ state: 'detached' });
  });

  it('filters by coder', async () => {
    await filter(window(), ['MB'], 'Codings of MB');
    await screenshot(window().page, 'structure-filtered');
    await rowsOnce(all => all.length > 0 && all.every(({ lanes }) => lanes.every(({ shape }) => shape !== 'run')));
    await markedOnce('Some weeks', false);
    await markedOnce('The pay is', true);
  });

  it('never works on a coding that is hidden, and says that it is there', async () => {
    const { workbench, study } = window();
    const before = study.read('codings/EA/transcripts/pp-01.jsonl');
    await workbench.editor.placeCursor('weeks I am');
    await workbench.press('Alt+Shift+K');
    await workbench.statusBarItem('Only hidden codings are at the cursor: Pace').waitFor();
    assert.equal(study.read('codings/EA/transcripts/pp-01.jsonl'), before);
  });

  it('goes from coding to coding among those that are shown', async () => {
    const { workbench } = window();
    await workbench.press('ControlOrMeta+Home');
    await workbench.press('Alt+J');
    await workbench.press('Alt+J');
    await workbench.press('Alt+J');
    await workbench.statusBarItem(/Ln 14, Col 1\b/).waitFor();
  });

  it('filters by a theme with all that is in it, merged codes as well, in every file', async () => {
    const { workbench } = window();
    await filter(window(), ['Presence in meetings'], 'Codings · “Presence in meetings”');
    await rowsOnce(all => all.length > 0);
    await markedOnce('The pay is', false);
    // This one was made with a code that has been merged since.
    await markedOnce('had been foggy', true);
    await workbench.openFile('pp-02.md');
    await rowsOnce(all => all.length === 1);
    await markedOnce('own story is rarely', true);
    await markedOnce('asks first now', false);
  });

  it('filters by coder and code, and keeps the filter when the window is reloaded', async () => {
    const { workbench, page } = window();
    await filter(window(), ['EA', 'Being asked'], 'Codings of EA · “Being asked”');
    await rowsOnce(all => all.length === 1);
    await workbench.reload('verbatim.visibility', 'asked');
    await workbench.statusBarItem('Codings of EA · “Being asked”').waitFor();
    await workbench.openFile('pp-01.md');
    await rowsOnce(all => all.length >= 7 && all.every(({ lanes }) => lanes.length === 1));
    await screenshot(page, 'structure-after-reload');
  });

  it('shows what is on in the filter, and only one theme or code from the menu of the tree', async () => {
    const { workbench, page } = window();
    await workbench.statusBarItem('Codings of EA').click();
    await workbench.quickInput.title().getByText('Show which codings?').waitFor();
    const ticked = page.locator('.quick-input-list .monaco-list-row[aria-checked="true"]');
    await waitUntil(async () => (await ticked.count()) === 2);
    await screenshot(page, 'structure-filter');
    await workbench.quickInput.cancel();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').chooseFromMenu('Pace', 'Show Only This in Transcripts');
    await workbench.statusBarItem('Codings of EA · “Pace”').first().waitFor();
    await rowsOnce(all => all.length > 0 && all.length < 3);
  });

  it('shows everything again', async () => {
    const { workbench } = window();
    await workbench.runCommand('Verbatim: Show All Codings');
    await rowsOnce(all => all.length > 7);
    await workbench.statusBarItem(/Codings (?:of|·)/).waitFor({ state: 'detached' });
  });
});
