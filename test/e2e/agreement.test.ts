import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { becomes, readOnce, screenshot, useWindow, waitUntil } from './support';
import { leastContrast } from './support/contrast';
import { markContrast } from './support/markContrast';
import { WHOLE_STUDY } from './support/study';

describe('agreement between coders', () => {
  const window = useWindow({ study: WHOLE_STUDY, isStory: true, settings: { 'verbatim.coder': 'EA' } });
  const page = () => window().workbench.webview();
  const rows = () => page().locator('.table tbody tr');
  const items = () => page().locator('.items .item');
  const choose = async (control: string, option: string) => {
    await page().getByRole('combobox', { name: control, exact: true }).click();
    await page().getByRole('option', { name: option, exact: true }).click();
  };

  it('is said first in a sentence, then for each code, with a dot and its interval each', async () => {
    const { workbench, page: window_ } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Influence on network meetings').waitFor();
    await workbench.chooseFromViewMenu('Themes', 'Show Agreement');
    await page()
      .locator('.said', {
        hasText: /^EA and MB both coded \d+ of 23 transcripts\. They agree on \d+ % of the sentences\./,
      })
      .waitFor();
    const count = await readOnce(
      () => rows().count(),
      many => many > 5,
    );
    assert.ok((await page().locator('.figure .values circle').count()) > 3);
    assert.ok((await page().locator('.figure .rows rect').count()) === count);
    await page().getByText('What the figures mean').click();
    await page().getByText('Krippendorff (2011)').first().waitFor();
    await screenshot(window_, 'agreement-meanings');
    await page().getByText('What the figures mean').click();
    await page().getByText('What is compared, and what is not').click();
    await page().getByText('as one coder alone coded them').waitFor();
    await page().getByText('What is compared, and what is not').click();
  });

  it('can be compared otherwise, is sorted by its columns, and comes back with the window', async () => {
    const { workbench } = window();
    await choose('Compare', 'characters');
    await page().locator('.said', { hasText: 'of the characters' }).waitFor();
    await choose('By', 'transcript');
    await page().getByRole('heading', { name: 'Krippendorff’s alpha, by Transcript' }).waitFor();
    const header = page().getByRole('columnheader', { name: /^Agreement/ });
    await header.getByRole('button').click();
    await becomes(() => header.getAttribute('aria-sort'), 'descending');
    const shares = (await rows().locator('td:nth-child(2)').allTextContents()).map(Number.parseFloat);
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => b - a),
    );
    await workbench.waitUntilKept('editorpart.state', 'verbatim.agreement');
    await workbench.reload('verbatim.agreement', '"rows":"transcript"');
    await page().getByRole('heading', { name: 'Krippendorff’s alpha, by Transcript' }).waitFor();
    await choose('By', 'code');
    await choose('Compare', 'sentences');
    await page().locator('.said', { hasText: 'of the sentences' }).waitFor();
  });

  it('lists the disagreements of the row that one chooses by keyboard, and leads to each in its text', async () => {
    const { workbench, page: window_ } = window();
    const all = await items().count();
    assert.ok(all > 5);
    const row = rows().filter({ hasText: 'Slowing down' });
    await row.getByRole('button', { name: 'Slowing down', exact: true }).focus();
    await window_.keyboard.press('Enter');
    await page().getByRole('heading', { name: 'Disagreements: Slowing down' }).waitFor();
    const some = await readOnce(
      () => items().count(),
      many => many < all,
    );
    assert.equal(await items().filter({ hasText: 'Slowing down' }).count(), some);
    assert.ok(some > 0);
    await screenshot(window_, 'agreement-row');
    const place = (await items().first().locator('.place').textContent()) ?? '';
    await items().first().focus();
    await window_.keyboard.press('Enter');
    const [name = '', line = ''] = place.split(', line ');
    await workbench.tab(`${name}.md`).waitFor();
    await waitUntil(async () => (await workbench.statusBarItem(`Ln ${line},`).count()) > 0);
    await screenshot(window_, 'agreement-passage');
    await workbench.runCommand('View: Close Editor');
    await page().getByRole('button', { name: 'Show All Disagreements' }).click();
    await becomes(() => items().count(), all);
  });

  for (const [label, ending] of Object.entries({ SVG: 'svg', PNG: 'png', CSV: 'csv' })) {
    it(`is saved as ${label} by a button`, async () => {
      const { workbench, study } = window();
      await page()
        .getByRole('button', { name: `${label}…` })
        .click();
      const target = await waitUntil(async () => {
        const value = await workbench.quickInput.input().inputValue();
        return value.endsWith(`peer-support-agreement.${ending}`) ? value : undefined;
      });
      await workbench.quickInput.accept();
      await workbench.statusBarItem(`saved as ${path.basename(target)}`).waitFor();
      const file = readFileSync(path.join(study.dir, path.basename(target)));
      if (ending === 'png') assert.equal(file.subarray(1, 4).toString('latin1'), 'PNG');
      else if (ending === 'csv') assert.match(file.toString('utf8'), /^Code,Agreement,"Agreement, lower end"/);
      else assert.doesNotMatch(file.toString('utf8'), /var\(|light-dark|color-mix|currentColor|<script|<style/);
    });
  }

  for (const theme of ['dark', 'high contrast', 'high contrast light', 'light'] as const) {
    it(`can be read in the ${theme} theme: words 4.5 to 1, marks 3 to 1`, async () => {
      const { workbench, page: window_ } = window();
      await workbench.setTheme(theme);
      await rows()
        .filter({ hasText: 'Slowing down' })
        .getByRole('button', { name: 'Slowing down', exact: true })
        .click();
      await page().getByRole('heading', { name: 'Disagreements: Slowing down' }).waitFor();
      await screenshot(window_, `agreement-${theme}`);
      for (const part of ['.head', 'main.content']) {
        const { ratio, text } = await page().locator(part).evaluate(leastContrast);
        assert.ok(ratio >= 4.5, `${text} ${ratio}`);
      }
      await page().locator('.figure').scrollIntoViewIfNeeded();
      await screenshot(window_, `agreement-picture-${theme}`);
      const marks = { marks: '.intervals rect, .values circle', words: 'text' };
      const drawn = await page().locator('.figure').evaluate(markContrast, marks);
      assert.ok(drawn.marks >= 3, `marks ${drawn.marks}`);
      assert.ok(drawn.words >= 4.5, `words ${drawn.words}`);
      await page().getByRole('button', { name: 'Show All Disagreements' }).click();
    });
  }

  it('gives nothing away while colleagues are hidden', async () => {
    const { workbench, page: window_ } = window();
    await workbench.runCommand("Verbatim: Hide Colleagues' Codings");
    await page().getByRole('heading', { name: 'Colleagues are hidden' }).waitFor();
    assert.equal(await rows().filter({ visible: true }).count(), 0);
    assert.equal(await items().filter({ visible: true }).count(), 0);
    await screenshot(window_, 'agreement-hidden');
    await page().getByRole('button', { name: 'Show Colleagues’ Codings' }).click();
    await rows().first().waitFor();
  });

  it('is not shown in a reflexive analysis, which the page gives the reason for', async () => {
    const { study, page: window_ } = window();
    const before = study.read('verbatim.json') ?? '';
    study.write('verbatim.json', JSON.stringify({ ...JSON.parse(before), stance: 'reflexive' }));
    await page().getByText('declares the stance “reflexive”').waitFor();
    assert.equal(await rows().filter({ visible: true }).count(), 0);
    await screenshot(window_, 'agreement-reflexive');
    study.write('verbatim.json', before);
    await rows().first().waitFor();
  });
});

describe('agreement where only one has coded', () => {
  const line = (id: string, quote: string) =>
    `{"code": "hello", "quote": "${quote}", "at": [4, ${4 + quote.length}], "context": ["P1: ", "."], "base": "000000000000", "created": "2026-03-02T10:03:11Z", "id": "${id}"}\n`;
  const window = useWindow({
    study: {
      'transcripts/a.md': 'P1: Hello there.\n',
      'codebook.md': '# Codebook\n\n## Hello {#hello}\n\nA word.\n',
      'codings/EA/transcripts/a.jsonl': line('aaaaaaaaaa', 'Hello there'),
    },
    settings: { 'verbatim.coder': 'EA' },
  });

  it('says what to do, and follows the study: with a second coder there are figures', async () => {
    const { workbench, page, study } = window();
    await workbench.runCommand('Verbatim: Show Agreement');
    const shown = workbench.webview();
    await shown.getByRole('heading', { name: 'Only EA has coded' }).waitFor();
    await shown.getByRole('button', { name: 'Start a Blind Round…' }).waitFor();
    await screenshot(page, 'agreement-one-coder');
    study.write('codings/MB/transcripts/a.jsonl', line('bbbbbbbbbb', 'Hello'));
    await shown.locator('.said', { hasText: 'EA and MB both coded 1 of 1 transcripts.' }).waitFor();
    await screenshot(page, 'agreement-two-coders');
  });
});
