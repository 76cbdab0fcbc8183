import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { becomes, picture, readOnce, screenshot, useWindow, waitUntil } from './support';

describe('the timeline of a study', () => {
  const window = useWindow({ isStory: true });
  const page = () => window().workbench.webview();
  const rows = () => page().locator('tbody tr');
  const chosen = () => page().locator('tr[aria-selected="true"] .message');

  it('opens with every version, the newest first and chosen', async () => {
    const { workbench } = window();
    await workbench.runCommand('Verbatim: Show Timeline…');
    await becomes(() => rows().count(), 11);
    assert.match((await rows().first().textContent()) ?? '', /Read once more, with an eye to the paper/);
    await becomes(() => chosen().textContent(), 'Read once more, with an eye to the paper');
    assert.equal(await page().locator('.area').count(), 2);
    assert.deepEqual(await page().locator('.series text').allTextContents(), ['EA', 'MB']);
    await page().getByRole('button', { name: 'Added the code “For the paper”.' }).waitFor();
    const slider = page().getByRole('slider');
    assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /80 codings, 23 codes, 8 themes$/);
  });

  for (const theme of ['dark', 'high contrast', 'high contrast light', 'light'] as const) {
    it(`stands out from the page in the ${theme} theme: words 4.5 to 1, lines 3 to 1`, async () => {
      const { workbench, page: window_ } = window();
      await workbench.setTheme(theme);
      await page().locator('.edge').first().waitFor();
      await picture(window_, 'timeline');
      await screenshot(window_, `timeline-${theme}`);
      const { text, lines } = await page().locator('body').evaluate(contrasts);
      assert.ok(text >= 4.5, `words: ${text}`);
      assert.ok(lines >= 3, `lines: ${lines}`);
    });
  }

  it('is gone through by keyboard, in the table and in the picture, which tell the same', async () => {
    const { page: window_ } = window();
    await rows().first().focus();
    await window_.keyboard.press('ArrowDown');
    await becomes(() => chosen().textContent(), 'Three themes, settled with MB');
    await page().locator('.structure li', { hasText: 'Valuing the role' }).getByText('new', { exact: true }).waitFor();
    await page().locator('.structure li', { hasText: 'was “Holding the post”' }).waitFor();
    await screenshot(window_, 'timeline-structure');
    await window_.keyboard.press('End');
    await becomes(() => chosen().textContent(), 'Transcripts, participants and questions');
    await page().getByText('There was no codebook yet.').waitFor();
    await page().getByRole('slider').focus();
    await window_.keyboard.press('ArrowRight');
    await becomes(() => chosen().textContent(), 'Notes while reading NP7 and NP11');
    await window_.keyboard.press('ArrowRight');
    await becomes(() => chosen().textContent(), 'First codes, from PP3');
    await page().locator('.structure li', { hasText: 'Role model' }).waitFor();
  });

  it('leads from a code of then to its life, and from there back', async () => {
    const { page: window_ } = window();
    await page().locator('.structure li', { hasText: 'Role model' }).getByRole('button').focus();
    await window_.keyboard.press('Enter');
    await page().getByRole('heading', { name: 'Hope by being there' }).waitFor();
    await page().getByRole('button', { name: 'Timeline of the study' }).press('Enter');
    // What was chosen is remembered, though the page was away meanwhile.
    await becomes(() => chosen().textContent(), 'First codes, from PP3');
  });

  it('stacks by theme as well, and sorts the versions by any column', async () => {
    await page().getByRole('combobox', { name: 'Codings by' }).click();
    await page().getByRole('option', { name: 'Theme' }).click();
    const series = await readOnce(
      () => page().locator('.series text').allTextContents(),
      ({ length }) => length === 4,
    );
    assert.ok(series.includes('Influence on network meetings') && series.includes('No theme'));
    await screenshot(window().page, 'timeline-themes');
    const header = page().getByRole('columnheader', { name: 'Changes' });
    await header.getByRole('button').click();
    await becomes(() => header.getAttribute('aria-sort'), 'descending');
    const figures = (await rows().locator('td:nth-child(4)').allTextContents()).map(Number);
    assert.deepEqual(
      figures,
      figures.toSorted((a, b) => b - a),
    );
    await page().getByRole('combobox', { name: 'Codings by' }).click();
    await page().getByRole('option', { name: 'Coder' }).click();
    await becomes(() => page().locator('.series').count(), 2);
  });

  it('tells of what is not saved yet, and keeps what one looks at', async () => {
    const { study, workbench } = window();
    await rows().filter({ hasText: 'First codes, from PP3' }).click();
    const before = study.read('codebook.md') ?? '';
    study.write('codebook.md', before.replace('#### Slowing down', '#### Taking time'));
    await becomes(() => rows().count(), 12);
    assert.equal(await chosen().textContent(), 'First codes, from PP3');
    await rows().filter({ hasText: 'not saved yet' }).click();
    await page().getByRole('button', { name: 'Renamed “Slowing down” to “Taking time”.' }).waitFor();
    study.write('codebook.md', before);
    await becomes(() => rows().count(), 11);
    await workbench.runCommand('View: Close Editor');
    await workbench.tab('Timeline').waitFor({ state: 'detached' });
  });

  for (const format of ['svg', 'png'] as const) {
    it(`is saved as ${format.toUpperCase()} by its button`, async () => {
      const { workbench, page: window_, study } = window();
      await workbench.runCommand('Verbatim: Show Timeline…');
      await page()
        .getByRole('button', { name: `Save as ${format.toUpperCase()}…` })
        .click();
      // The dialog finds its way from the folder to the name.
      const target = await waitUntil(async () => {
        const value = await workbench.quickInput.input().inputValue();
        return value.endsWith(`peer-support-timeline.${format}`) ? value : undefined;
      });
      await workbench.quickInput.accept();
      await workbench.statusBarItem(`saved as ${path.basename(target)}`).waitFor();
      const file = path.join(study.dir, path.basename(target));
      if (format === 'png') {
        assert.equal(readFileSync(file).subarray(1, 4).toString('latin1'), 'PNG');
        return;
      }
      // A browser takes it as it stands.
      const parsed = await window_.evaluate(
        text => {
          const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
          return {
            name: documentElement.nodeName,
            areas: documentElement.querySelectorAll('path[fill^="url(#p"]').length,
          };
        },
        readFileSync(file, 'utf8'),
      );
      assert.deepEqual(parsed, { name: 'svg', areas: 2 });
    });
  }
});

describe('the history of a code', () => {
  const window = useWindow({ isStory: true });
  const page = () => window().workbench.webview();
  const events = () => page().locator('.life > li');

  it('opens from the Themes view and tells its life from the beginning', async () => {
    const { workbench } = window();
    await workbench.openContainer('Verbatim');
    const themes = workbench.tree('Themes');
    await themes.row('Influence on network meetings').waitFor();
    await workbench.runCommand('Verbatim: Show History…');
    await workbench.quickInput.type('Hope by being there');
    await workbench.quickInput.accept();
    await page().getByRole('heading', { name: 'Hope by being there' }).waitFor();
    assert.match(
      (await events().first().textContent()) ?? '',
      /2026-03-02.*First codes, from PP3.*Added the code “Role model”/s,
    );
    await events().filter({ hasText: 'Renamed “Role model” to “Hope by being there”.' }).waitFor();
    await page().getByText('Code hope, formerly role-model').waitFor();
  });

  for (const theme of ['dark', 'high contrast', 'high contrast light', 'light'] as const) {
    it(`can be read in the ${theme} theme: words 4.5 to 1`, async () => {
      const { workbench, page: window_ } = window();
      await workbench.setTheme(theme);
      await events().first().waitFor();
      await screenshot(window_, `history-${theme}`);
      const { text } = await page().locator('body').evaluate(contrasts);
      assert.ok(text >= 4.5, `words: ${text}`);
    });
  }

  it('is gone through by keyboard, and Enter opens what changed beside what was there before', async () => {
    const { page: window_, workbench } = window();
    await events().first().focus();
    await window_.keyboard.press('ArrowDown');
    await window_.keyboard.press('ArrowDown');
    await becomes(
      () => page().locator('.life > li:focus .said').textContent(),
      'Renamed “Role model” to “Hope by being there”.',
    );
    await window_.keyboard.press('Enter');
    await window_.locator('.tab.active', { hasText: 'codebook (2026-03-02 17:05 ↔ 2026-03-06 11:30)' }).waitFor();
    const lines = window_.locator('.monaco-diff-editor .modified-in-monaco-diff-editor .view-line');
    await readOnce(
      async () => (await lines.allTextContents()).map(text => text.replaceAll('\u00a0', ' ')),
      texts => texts.some(text => text.startsWith('## Hope by being there {#hope')),
    );
    await screenshot(window_, 'history-diff');
    await workbench.runCommand('View: Close Editor');
    // Back at the event one came from.
    await events().first().waitFor();
    await page().locator('.life > li[tabindex="0"]', { hasText: 'Renamed “Role model”' }).waitFor();
  });
});

describe('the history of a coding', () => {
  const window = useWindow({ isStory: true });
  const page = () => window().workbench.webview();

  it('opens at the cursor in a coded passage', async () => {
    const { workbench, page: window_ } = window();
    await workbench.openFile('pp-03.md');
    await workbench.editor.placeCursor('half an hour and only say');
    await workbench.runCommand('Verbatim: Show History of Coding…');
    // MB coded it as well.
    await workbench.quickInput.type('EA');
    await workbench.quickInput.accept();
    await page().locator('.life > li', { hasText: 'EA coded with “Slowing down”.' }).waitFor();
    await page().locator('.life blockquote', { hasText: 'I can go half an hour' }).first().waitFor();
    await screenshot(window_, 'history-coding');
  });

  it('has the decisions on a code where they were made', async () => {
    const { workbench, page: window_ } = window();
    await workbench.runCommand('Verbatim: Show History…');
    await workbench.quickInput.type('Where rank returns');
    await workbench.quickInput.accept();
    await page().locator('.life > li.decision', { hasText: 'Decided:' }).waitFor();
    await screenshot(window_, 'history-decision');
  });
});

describe('the history of a study that was never saved', () => {
  const window = useWindow({
    study: { 'transcripts/a.md': 'P1: Hello.\n', 'codebook.md': '# Codebook\n\n## Hope {#hope}\n' },
  });

  it('says what to do', async () => {
    const { workbench, page, study } = window();
    rmSync(path.join(study.dir, '.git'), { recursive: true });
    await workbench.runCommand('Verbatim: Show Timeline…');
    await workbench.webview().getByText('No history yet').waitFor();
    await screenshot(page, 'timeline-empty');
  });
});

describe('the history of a study that is not trusted', () => {
  const window = useWindow({ restricted: true });

  it('is not read, and says why', async () => {
    const { workbench } = window();
    await workbench.runCommand('Verbatim: Show Timeline…');
    await workbench.webview().getByText('This workspace is not trusted').waitFor();
  });
});

/** The least contrast of words and of lines to what is behind them; runs inside the page. */
function contrasts(body: Element): { text: number; lines: number } {
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
  const contrast = (a: number[], b: number[]): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const page = rgb(getComputedStyle(body).backgroundColor);
  /** What is behind an element: the nearest ground that is not see-through, mixed with the page. */
  const behind = (element: Element): number[] => {
    for (let at: Element | null = element; at !== null && at !== body; at = at.parentElement) {
      const [r = 0, g = 0, b = 0, alpha = 0] = rgb(getComputedStyle(at).backgroundColor);
      if (alpha === 0) continue;
      return [r, g, b].map((byte, i) => (byte * alpha + (page[i] ?? 0) * (255 - alpha)) / 255);
    }
    return page;
  };
  const words = [
    ...body.querySelectorAll(
      'td, th button, .story button, .structure button, .structure .mark, .said, .explanation, .event-head, p, h1, h2',
    ),
  ];
  const visible = words.filter(one => one.getClientRects().length > 0 && one.textContent !== '');
  const letters = [...body.querySelectorAll('.chart text')].map(one => contrast(rgb(getComputedStyle(one).fill), page));
  const lines = [...body.querySelectorAll('.edge, .swatch-of, .line, .marker')];
  return {
    text: Math.min(...letters, ...visible.map(one => contrast(rgb(getComputedStyle(one).color), behind(one)))),
    lines: Math.min(...lines.map(one => contrast(rgb(getComputedStyle(one).stroke), page))),
  };
}
