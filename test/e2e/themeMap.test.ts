import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { becomes, picture, readOnce, screenshot, useWindow, waitUntil } from './support';

describe('the theme map', () => {
  const window = useWindow({ isStory: true });
  const map = () => window().workbench.webview();
  const node = (key: string) => map().locator(`.node[data-key="${key}"]`);
  const transform = async () => (await map().locator('.map > g > g').first().getAttribute('transform')) ?? '';

  it('opens from the Themes view and shows every theme and code with its figures', async () => {
    const { workbench } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Influence on network meetings').waitFor();
    await workbench.pressViewAction('Themes', 'Show Theme Map');
    await node('slowing-down').waitFor();
    await becomes(() => map().locator('.node').count(), 31);
    assert.equal(
      await node('slowing-down').getAttribute('aria-label'),
      'Code Slowing down, 2 participants, 4 excerpts, in Sensitivity, understanding and relationship building',
    );
    assert.equal(
      await node('the-role').getAttribute('aria-label'),
      'Theme Opportunities and challenges of the role, 10 participants, 21 excerpts',
    );
    await becomes(() => map().locator('.links path').count(), 6);
  });

  it('writes every title where it can be read', async () => {
    const titles = await readOnce(
      () => map().locator('.labels .title-mark').allTextContents(),
      ({ length }) => length === 23,
    );
    assert.deepEqual(
      titles.filter(title => title.includes('…')),
      [],
    );
  });

  for (const theme of ['dark', 'high contrast', 'high contrast light', 'light'] as const) {
    it(`stands out from the page in the ${theme} theme: titles 4.5 to 1, circles 3 to 1`, async () => {
      const { workbench, page } = window();
      await workbench.setTheme(theme);
      await map().locator('.map').waitFor();
      await picture(page, 'theme-map');
      await screenshot(page, `theme-map-${theme}`);
      const { text, marks } = await map().locator('body').evaluate(contrasts);
      assert.ok(text >= 4.5, `titles: ${text}`);
      assert.ok(marks >= 3, `circles: ${marks}`);
    });
  }

  /** The page of excerpts is over the map: sees that it is the right one, and closes it. */
  const leaveExcerptsOf = async (title: string) => {
    const { workbench, page } = window();
    await map().getByRole('heading', { name: title }).waitFor();
    await workbench.runCommand('View: Close Editor');
    await page.locator('.tab.active', { hasText: 'Theme Map' }).waitFor();
    await node('own-story').waitFor();
  };

  it('is gone through by keyboard in the order of the codebook, and Enter opens the excerpts', async () => {
    const { page } = window();
    await map().locator('.node[tabindex="0"]').focus();
    const focused = map().locator('.node:focus');
    const goes = async (key: string, to: string) => {
      await page.keyboard.press(key);
      await becomes(() => focused.getAttribute('data-key'), to);
    };
    await goes('ArrowDown', 'self-disclosure');
    await goes('ArrowRight', 'own-story');
    await goes('ArrowLeft', 'self-disclosure');
    await goes('End', 'by-video');
    await goes('Home', 'network-meetings');
    await goes('ArrowRight', 'self-disclosure');
    await goes('ArrowRight', 'own-story');
    await map().locator('.tip', { hasText: "Telling a piece of one's own story" }).waitFor();
    assert.equal(await map().locator('.links path.strong').count(), 1);
    await screenshot(page, 'theme-map-focus');
    await page.keyboard.press('Enter');
    await leaveExcerptsOf("Telling a piece of one's own story");
    await node('plain-words').click();
    await leaveExcerptsOf('Plain words');
  });

  it('comes nearer with plus, moves with Shift and arrows, and shows all again with zero', async () => {
    const { page } = window();
    await node('own-story').focus();
    const whole = await transform();
    await page.keyboard.press('+');
    const near = await readOnce(transform, now => now !== whole);
    await page.keyboard.press('Shift+ArrowLeft');
    await readOnce(transform, now => now !== near);
    await page.keyboard.press('0');
    await becomes(transform, whole);
  });

  it('goes to a theme on a click, and back on the next one', async () => {
    const { page } = window();
    const whole = await transform();
    const head = map().locator('.title-head', { hasText: 'Flattened hierarchy' });
    const click = async () => {
      const box = await head.boundingBox();
      assert.ok(box);
      await page.mouse.click(box.x + 5, box.y + 5);
    };
    await click();
    await readOnce(transform, now => now !== whole);
    await screenshot(page, 'theme-map-near');
    await click();
    await becomes(transform, whole);
  });

  it('stands in a table as well, which can be sorted and leads to the same places', async () => {
    const { page } = window();
    await map().getByRole('checkbox', { name: 'Table' }).click();
    const rows = map().locator('tbody tr');
    await becomes(() => rows.count(), 31);
    await screenshot(page, 'theme-map-table');
    assert.equal(await map().locator('.labels .title-head').count(), 8);
    const header = map().getByRole('columnheader', { name: 'Participants' });
    await header.getByRole('button').click();
    await becomes(() => header.getAttribute('aria-sort'), 'descending');
    const figures = (await rows.locator('td:nth-child(2)').allTextContents()).map(Number);
    assert.deepEqual(
      figures,
      figures.toSorted((a, b) => b - a),
    );
    await map()
      .getByRole('row', { name: /^Code Trusted sooner/ })
      .getByRole('button')
      .click();
    await leaveExcerptsOf('Trusted sooner');
    // What was chosen is remembered, though the page was away meanwhile.
    await rows.first().waitFor();
    await map().getByRole('checkbox', { name: 'Table' }).click();
    await rows.first().waitFor({ state: 'hidden' });
  });

  it('counts the codings of one coder, or excerpts', async () => {
    await map().getByRole('combobox', { name: 'Coder' }).click();
    await map().getByRole('option', { name: 'MB' }).click();
    const label = (key: string) => node(key).getAttribute('aria-label');
    await waitUntil(async () => (await label('the-role'))?.includes('7 excerpts'));
    await map().getByRole('combobox', { name: 'Coder' }).click();
    await map().getByRole('option', { name: 'Everybody' }).click();
    await waitUntil(async () => (await label('the-role'))?.includes('21 excerpts'));
    await map().getByRole('combobox', { name: 'Size' }).click();
    await map().getByRole('option', { name: 'Excerpts' }).click();
    await map().locator('.caption-line', { hasText: 'number of excerpts' }).waitFor();
    await becomes(() => map().locator('.figure[data-label="own-story"]').textContent(), '7');
  });

  it('follows the study, and stays where one looks at it from', async () => {
    const { page, study } = window();
    await node('own-story').focus();
    const whole = await transform();
    await page.keyboard.press('+');
    const near = await readOnce(transform, now => now !== whole);
    study.write('codebook.md', (study.read('codebook.md') ?? '').replace('#### Slowing down', '#### Taking time'));
    await map().locator('.node[aria-label^="Code Taking time"]').waitFor();
    assert.equal(await transform(), near);
    assert.equal(await map().locator('.node:focus').getAttribute('data-key'), 'own-story');
    await page.keyboard.press('0');
  });

  for (const format of ['svg', 'png'] as const) {
    it(`is saved as ${format.toUpperCase()} by its button`, async () => {
      const { workbench, page, study } = window();
      await map()
        .getByRole('button', { name: `Save as ${format.toUpperCase()}…` })
        .click();
      // The dialog finds its way from the folder to the name.
      const target = await waitUntil(async () => {
        const value = await workbench.quickInput.input().inputValue();
        return value.endsWith(`peer-support-theme-map.${format}`) ? value : undefined;
      });
      await workbench.quickInput.accept();
      await workbench.statusBarItem(`saved as ${path.basename(target)}`).waitFor();
      const file = path.join(study.dir, path.basename(target));
      if (format === 'png') {
        const png = readFileSync(file);
        assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
        assert.equal(png.readUInt32BE(16), 2184);
        return;
      }
      const svg = readFileSync(file, 'utf8');
      assert.equal(svg.match(/<circle /g)?.length, 23);
      // A browser takes it as it stands.
      const parsed = await page.evaluate(text => {
        const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
        return { name: documentElement.nodeName, scripts: documentElement.querySelectorAll('script').length };
      }, svg);
      assert.deepEqual(parsed, { name: 'svg', scripts: 0 });
    });
  }
});

describe('the theme map of an empty study', () => {
  const window = useWindow({ study: { 'transcripts/a.md': 'P1: Hello.\n' } });

  it('says what to do', async () => {
    const { workbench, page } = window();
    await workbench.runCommand('Verbatim: Show Theme Map');
    await workbench.webview().getByText('No themes or codes yet').waitFor();
    await screenshot(page, 'theme-map-empty');
  });
});

/** The least contrast of titles and of circles to what is behind them; runs inside the page. */
function contrasts(body: Element): { text: number; marks: number } {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (color: string): number[] => {
    if (!context) return [];
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = rgb(color).map(byte => {
      const value = byte / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const page = getComputedStyle(body).backgroundColor;
  const marks = [...body.querySelectorAll('.mark')].map(mark => getComputedStyle(mark));
  const texts = [...body.querySelectorAll('.labels text')].map(text => getComputedStyle(text).fill);
  const behind = [page, ...marks.map(({ fill }) => fill)];
  return {
    text: Math.min(...texts.flatMap(text => behind.map(color => contrast(text, color)))),
    marks: Math.min(...marks.map(({ stroke }) => contrast(stroke, page))),
  };
}
