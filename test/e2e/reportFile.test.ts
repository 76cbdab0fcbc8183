import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { leastContrast } from './support/contrast';
import { host } from './support/host';
import { WHOLE_STUDY } from './support/study';

/** The report as one file of HTML, in a browser of its own: no editor, no server. */
describe('the report as HTML', () => {
  let page: Page;
  let file: string;
  const complaints: string[] = [];
  const requests: string[] = [];

  before(async () => {
    const { browser, scratch, copySample } = host();
    const study = path.join(scratch, 'report-study');
    file = path.join(scratch, 'report.html');
    copySample(WHOLE_STUDY, study);
    execFileSync(process.execPath, ['dist/cli.js', 'report', '--study', study, '--out', file]);
    page = await (await browser.newContext({ viewport: { width: 1200, height: 900 } })).newPage();
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(String(error)));
    page.on('request', request => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
  });
  after(() => page?.context().close());

  it('opens under its policy, asks for nothing, and its style sheet counts', async () => {
    assert.deepEqual(
      requests.filter(url => !url.startsWith('data:')),
      [pathToFileURL(file).href],
    );
    assert.deepEqual(complaints, []);
    const font = await page.locator('h1').evaluate(element => getComputedStyle(element).fontFamily);
    assert.match(font, /Segoe UI/);
    const widths = await page.locator('img').evaluateAll(all => all.map(one => (one as HTMLImageElement).naturalWidth));
    assert.ok(widths.length > 0 && widths.every(width => width > 0));
  });

  it('runs no script and takes no style that is not its own', async () => {
    const refused = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.body.append(script);
      const style = document.createElement('style');
      style.textContent = 'h1 { display: none }';
      document.head.append(style);
      const shown = getComputedStyle(document.querySelector('h1') as Element).display;
      return [document.title === 'run', shown === 'none'];
    });
    assert.deepEqual(refused, [false, false]);
  });

  it('says its parts to who cannot see them', async () => {
    assert.equal(await page.getByRole('main').count(), 1);
    assert.equal(await page.getByRole('banner').count(), 1);
    assert.equal(await page.getByRole('navigation', { name: 'Contents' }).count(), 1);
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
    const table = page.getByRole('table', { name: 'Recruitment' });
    assert.equal(await table.getByRole('columnheader').count(), 6);
    assert.equal(await table.getByRole('rowheader', { name: 'non-peer' }).count(), 1);
    const alternatives = await page.locator('img').evaluateAll(all => all.map(one => one.getAttribute('alt') ?? ''));
    assert.ok(alternatives.every(text => text.length > 20));
    await page.keyboard.press('Tab');
    assert.equal(await page.locator(':focus').innerText(), 'Skip to the report');
  });

  const LOOKS = {
    'in light': { colorScheme: 'light' },
    'in dark': { colorScheme: 'dark' },
    'in dark with more contrast': { colorScheme: 'dark', contrast: 'more' },
    'in the colours of the system': { colorScheme: 'dark', forcedColors: 'active' },
  } as const;
  for (const [name, look] of Object.entries(LOOKS)) {
    it(`can be read ${name}: 4.5 to 1, and shows where its parts end`, async () => {
      await page.emulateMedia({ contrast: null, forcedColors: null, ...look });
      const isDark = await page.evaluate(() => getComputedStyle(document.body).color.match(/\d+/)?.[0]);
      assert.equal(Number(isDark) > 128, look.colorScheme === 'dark');
      const { ratio, text } = await page.locator('body').evaluate(leastContrast);
      assert.ok(ratio >= 4.5, `${ratio}: ${text}`);
      const nav = page.getByRole('navigation');
      const [border, wash, paper] = await nav.evaluate(one => [
        getComputedStyle(one).borderTopWidth,
        getComputedStyle(one).backgroundColor,
        getComputedStyle(document.body).backgroundColor,
      ]);
      assert.ok(border !== '0px' || wash !== paper, 'the contents cannot be told from the text');
      await page.screenshot({ path: path.join(host().results, `report-${name.replaceAll(' ', '-')}.png`) });
    });
  }

  it('prints no table wider than the page', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'light', contrast: null, forcedColors: null });
    // A4 with its margins, in CSS pixels.
    await page.setViewportSize({ width: Math.floor(((210 - 36) / 25.4) * 96), height: 1000 });
    const room = await page.evaluate(() => document.documentElement.clientWidth);
    const widths = await page.locator('table').evaluateAll(all => all.map(one => one.scrollWidth));
    assert.ok(widths.length > 10);
    assert.ok(Math.max(...widths) <= room, `${Math.max(...widths)} of ${room}`);
    const pdf = await page.pdf({ preferCSSPageSize: true, path: path.join(host().results, 'report.pdf') });
    assert.equal(readFileSync(path.join(host().results, 'report.pdf')).length, pdf.length);
  });
});
