import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { becomes, type OpenWindow, picture, readOnce, screenshot, useWindow, waitUntil } from './support';
import { leastContrast } from './support/contrast';
import { FIRST_SEVEN, WHOLE_STUDY } from './support/study';

const PICTURES = {
  'Heat map': '.cells rect',
  Bars: '.bars rect',
  'Network of codes': '.codes circle',
  'Along a transcript': '.passages rect',
  'New codes per session': '.bars rect',
} as const;

/** What these tests do with a page of pictures. */
function onPage(window: () => OpenWindow) {
  const page = () => window().workbench.webview();
  return {
    page,
    marks: (selector: string) => page().locator(`.figure ${selector}`),
    header: (name: string | RegExp) => page().getByRole('columnheader', { name }),
    rows: () => page().locator('tbody tr'),
    choose: async (control: string, option: string) => {
      await page().getByRole('combobox', { name: control, exact: true }).click();
      await page().getByRole('option', { name: option, exact: true }).click();
    },
  };
}

describe('the pictures of the data', () => {
  const window = useWindow({ study: FIRST_SEVEN, isStory: true });
  const { page, marks, header, rows, choose } = onPage(window);
  const titles = () => rows().locator('th').allTextContents();
  it('begin with who said what, by role: each cell has its figure, and the table the same', async () => {
    const { workbench } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Influence on network meetings').waitFor();
    await workbench.chooseFromViewMenu('Themes', 'Show Figures');
    await becomes(() => marks('.cells rect').count(), 40);
    await becomes(() => rows().count(), 23);
    const row = page().getByRole('row', { name: /^Slowing down/ });
    assert.deepEqual(await row.locator('td').allTextContents(), ['1', '1', '2']);
    assert.match((await page().getByRole('img').getAttribute('aria-label')) ?? '', /^Code by Role: 23 rows, 2 columns/);
    assert.match((await header(/^peer/).textContent()) ?? '', /^peer of 4/);
  });

  it('follow the order of the table, which is sorted by keyboard as well', async () => {
    const { page: window_ } = window();
    await choose('Figure', 'Heat map');
    await marks('.cells rect').first().waitFor();
    await header('Total').getByRole('button').focus();
    await window_.keyboard.press('Enter');
    await becomes(() => header('Total').getAttribute('aria-sort'), 'descending');
    const sums = (await rows().locator('td:last-child').allTextContents()).map(Number);
    assert.deepEqual(
      sums,
      sums.toSorted((a, b) => b - a),
    );
    const labels = marks('[aria-label="y-axis tick label"] text');
    await becomes(() => labels.allTextContents(), await titles());
    await window_.keyboard.press('Tab');
    await window_.keyboard.press('ArrowDown');
    await window_.keyboard.press('ArrowRight');
    await becomes(() => page().locator('[data-cell]:focus').count(), 1);
  });

  it('lead from a cell to just its excerpts, by mouse and from the table by keyboard', async () => {
    const { workbench, page: window_ } = window();
    const tab = (name: string) => window_.locator('.tab.active', { hasText: name });
    const asked = page().locator('.question textarea');
    const seesTwo = async () => {
      await tab('Ask the Data').waitFor();
      await readOnce(
        () => asked.inputValue(),
        question => /code:hope and role:peer/.test(question),
      );
      await page().locator('.summary .sentence', { hasText: '4 participants' }).waitFor();
    };
    const cell = page().locator('.cells rect', {
      has: page().locator('title', { hasText: /^Hope by being there, peer:/ }),
    });
    await cell.click();
    await seesTwo();
    await screenshot(window_, 'figures-cell');
    await workbench.runCommand('View: Close Editor');
    await tab('Figures').waitFor();
    const row = page().getByRole('row', { name: /^Hope by being there/ });
    await row.getByRole('button', { name: '4', exact: true }).focus();
    await window_.keyboard.press('Enter');
    await seesTwo();
    await workbench.runCommand('View: Close Editor');
    await tab('Figures').waitFor();
  });

  it('count one code by session, in bars, as excerpts', async () => {
    await choose('Figure', 'Bars');
    await choose('By', 'Session');
    await choose('Of', 'Slowing down');
    await choose('Count', 'Excerpts');
    await page().getByRole('heading', { name: 'Slowing down by Session' }).waitFor();
    await becomes(() => rows().count(), 7);
    await screenshot(window().page, 'figures-one-code');
  });

  it('say what is wrong with a question, and are narrowed by one that is understood', async () => {
    const { page: window_ } = window();
    const field = page().getByRole('textbox', { name: 'Only excerpts of' });
    await field.fill('rle:peer');
    await window_.keyboard.press('Enter');
    await page().locator('.problem', { hasText: 'rle' }).waitFor();
    await screenshot(window_, 'figures-question');
    await field.fill('role:peer');
    await window_.keyboard.press('Enter');
    await page().locator('.caption-line', { hasText: 'Only excerpts of: role:peer' }).waitFor();
    await choose('Figure', 'Heat map');
    await becomes(() => page().locator('thead th').count(), 9);
    await field.fill('');
    await window_.keyboard.press('Enter');
    await page().locator('.caption-line', { hasText: 'role:peer' }).waitFor({ state: 'detached' });
  });

  it('show the links of the network from so many passages on', async () => {
    const { page: window_ } = window();
    await choose('Figure', 'Network of codes');
    await choose('Codes meet', 'in the same turn');
    await page().getByRole('slider').focus();
    await window_.keyboard.press('Home');
    const all = await readOnce(
      () => marks('.links path').count(),
      count => count > 0,
    );
    assert.equal(await rows().count(), all);
    await window_.keyboard.press('ArrowRight');
    const some = await readOnce(
      () => marks('.links path').count(),
      count => count < all,
    );
    assert.equal(await rows().count(), some);
  });

  it('lead from a passage to its place in the text', async () => {
    const { workbench } = window();
    await choose('Figure', 'Along a transcript');
    await choose('Transcript', 'pp-06');
    await page().getByRole('heading', { name: 'Codes along pp-06' }).waitFor();
    await marks('.passages rect').first().click();
    await workbench.tab('pp-06.md').waitFor();
    await screenshot(window().page, 'figures-passage');
    await workbench.runCommand('View: Close Editor');
  });

  it('are remembered when the window comes back', async () => {
    const { workbench } = window();
    await page().getByRole('heading', { name: 'Codes along pp-06' }).waitFor();
    await workbench.reload('along');
    await workbench.showPage('Figures');
    await page().getByRole('heading', { name: 'Codes along pp-06' }).waitFor();
    await choose('Figure', 'Heat map');
    await page().getByRole('heading', { name: 'Code by Session' }).waitFor();
    await choose('Columns', 'Role');
    await choose('Count', 'Participants');
    await becomes(() => marks('.cells rect').count(), 40);
  });

  it('follow the study', async () => {
    const { study } = window();
    const before = study.read('codebook.md') ?? '';
    study.write('codebook.md', before.replace('#### Slowing down', '#### Taking time'));
    await page()
      .getByRole('row', { name: /^Taking time/ })
      .waitFor();
    study.write('codebook.md', before);
    await page()
      .getByRole('row', { name: /^Slowing down/ })
      .waitFor();
  });

  it('keep quiet about new codes in a reflexive analysis, and say why', async () => {
    const { study } = window();
    await choose('Figure', 'New codes per session');
    await marks('.bars rect').first().waitFor();
    const before = study.read('verbatim.json') ?? '';
    study.write('verbatim.json', JSON.stringify({ ...JSON.parse(before), stance: 'reflexive' }));
    await page().getByText('declares the stance “reflexive”').waitFor();
    assert.equal(await marks('.bars rect').filter({ visible: true }).count(), 0);
    await screenshot(window().page, 'figures-reflexive');
    study.write('verbatim.json', before);
    await marks('.bars rect').first().waitFor();
    await choose('Figure', 'Heat map');
    await becomes(() => marks('.cells rect').count(), 40);
  });

  for (const [label, ending] of Object.entries({ SVG: 'svg', PNG: 'png', CSV: 'csv' })) {
    it(`are saved as ${label} by a button`, async () => {
      const { workbench, page: window_, study } = window();
      await page()
        .getByRole('button', { name: `${label}…` })
        .click();
      // The dialog finds its way from the folder to the name.
      const target = await waitUntil(async () => {
        const value = await workbench.quickInput.input().inputValue();
        return value.endsWith(`peer-support-figure.${ending}`) ? value : undefined;
      });
      await workbench.quickInput.accept();
      await workbench.statusBarItem(`saved as ${path.basename(target)}`).waitFor();
      const file = readFileSync(path.join(study.dir, path.basename(target)));
      if (ending === 'png') {
        assert.equal(file.subarray(1, 4).toString('latin1'), 'PNG');
        return;
      }
      const text = file.toString('utf8');
      if (ending === 'csv') {
        assert.match(text, /^Code,non-peer of 7,peer of 4,Total\r\n/);
        assert.equal(text.trimEnd().split('\r\n').length, 24);
        return;
      }
      const parsed = await window_.evaluate(source => {
        const { documentElement: root } = new DOMParser().parseFromString(source, 'image/svg+xml');
        const count = (selector: string): number => root.querySelectorAll(selector).length;
        return { name: root.nodeName, cells: count('.cells rect'), others: count('script, style, foreignObject') };
      }, text);
      assert.deepEqual(parsed, { name: 'svg', cells: 40, others: 0 });
      // Nothing of the theme that happens to be on.
      assert.doesNotMatch(text, /var\(|light-dark|color-mix|currentColor/);
    });
  }
});

describe('the pictures of the data of a whole study', () => {
  const window = useWindow({ study: WHOLE_STUDY, isStory: true });
  const { page, marks, header, choose } = onPage(window);
  /** What the policy on content refused, but for one trial of the toolkit that all pages have. */
  const refused: string[] = [];

  it('say of how many in scope, by kind of session and role', async () => {
    const { workbench, page: window_ } = window();
    window_.on('console', message => {
      const text = message.text();
      const isTrial = text.includes("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
      if (text.includes('Content Security Policy') && text.includes('style') && !isTrial) refused.push(text);
    });
    await workbench.runCommand('Verbatim: Show Figures');
    await marks('.cells rect').first().waitFor();
    assert.match((await header(/^peer/).textContent()) ?? '', /^peer of 9/);
    assert.match((await header(/^non-peer/).textContent()) ?? '', /^non-peer of 18/);
    await page().locator('.caption-line', { hasText: 'Only what is in scope.' }).waitFor();
    await choose('Columns', 'Session');
    await choose('Count', 'Excerpts');
    await becomes(() => page().locator('thead th').count(), 25);
    await screenshot(window_, 'figures-sessions');
    await choose('Columns', 'Role');
    await choose('Count', 'Participants');
  });

  for (const theme of ['dark', 'high contrast', 'high contrast light', 'light'] as const) {
    it(`can be read in the ${theme} theme: words and figures 4.5 to 1, marks 3 to 1`, async () => {
      const { workbench, page: window_ } = window();
      await workbench.setTheme(theme);
      for (const [name, mark] of Object.entries(PICTURES)) {
        await choose('Figure', name);
        await marks(mark).first().waitFor();
        if (theme === 'light' && name === 'Heat map') await picture(window_, 'figures');
        await screenshot(window_, `figures-${name}-${theme}`);
        const { ratio, text } = await page().locator('main.content').evaluate(leastContrast);
        assert.ok(ratio >= 4.5, `${name}: ${text} ${ratio}`);
        const drawn = await page().locator('.figure').evaluate(contrasts);
        assert.ok(drawn.figures >= 4.5, `${name}: figures ${drawn.figures}`);
        assert.ok(drawn.marks >= 3, `${name}: marks ${drawn.marks}`);
      }
      assert.deepEqual(refused, []);
    });
  }
});

describe('the pictures of the data of an empty study', () => {
  const window = useWindow({ study: { 'transcripts/a.md': 'P1: Hello.\n', 'codebook.md': '# Codebook\n' } });

  it('say what to do', async () => {
    const { workbench, page } = window();
    await workbench.runCommand('Verbatim: Show Figures');
    await workbench.webview().getByText('Nothing is coded yet').waitFor();
    await screenshot(page, 'figures-empty');
  });
});

/** The least contrast of figures to what is below them, and of marks to the page; runs inside the page. */
function contrasts(figure: Element): { figures: number; marks: number } {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (color: string): number[] => {
    if (!context) return [];
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r = 0, g = 0, b = 0]: number[]): number => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map(byte => {
      const value = byte / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [luminance(rgb(a)), luminance(rgb(b))].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const page = getComputedStyle(document.body).backgroundColor;
  const styles = (selector: string) => [...figure.querySelectorAll(selector)].map(one => getComputedStyle(one));
  const cells = styles('.cells rect').map(({ fill }) => fill);
  const letters = styles('text').map(({ fill }) => fill);
  const grounds = [page, ...cells.filter(fill => !fill.includes('0.05') && !fill.includes('0.12'))];
  const marks = [
    ...styles('.passages rect, .codes circle').map(({ fill }) => fill),
    ...styles('.bars rect').map(({ fill, stroke }) => (fill.startsWith('url') ? stroke : fill)),
  ];
  return {
    figures: Math.min(...letters.flatMap(color => grounds.map(ground => contrast(color, ground)))),
    marks: Math.min(Number.POSITIVE_INFINITY, ...marks.map(color => contrast(color, page))),
  };
}
