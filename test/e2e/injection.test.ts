import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { useWindow, waitUntil } from './support';
import { gitAs, gitStops } from './support/crossedVersions';
import { host } from './support/host';
import { CODERS, hostileStudy, MANUSCRIPT } from './support/hostileStudy';
import { HOST, MARK } from './support/payloads';
import { Study } from './support/study';

/** Everything that would tell that a payload ran, or made the browser ask for something. */
function watch(context: BrowserContext, page: Page): string[] {
  const seen: string[] = [];
  page.on('dialog', async dialog => {
    seen.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  // What the browser complains of speaks of the payload, too: only what is said as a payload would is one.
  page.on('console', message => message.text().trim() === MARK && seen.push('console'));
  context.on('request', request => request.url().includes(HOST) && seen.push(`request: ${request.url()}`));
  page.on('framenavigated', frame => frame.url().includes(MARK) && seen.push(`navigation: ${frame.url()}`));
  context.on('page', other => seen.push(`window: ${other.url()}`));
  return seen;
}

/** Elements and attributes that a payload has become; runs inside a page. None, where it is nothing but text. */
function becameMarkup({ mark, address }: { mark: string; address: string }): string[] {
  const loads = [
    'src',
    'srcset',
    'href',
    'xlink:href',
    'srcdoc',
    'action',
    'formaction',
    'data',
    'poster',
    'background',
  ];
  return [...document.querySelectorAll('*')].flatMap(element => {
    const isOurs = element.localName !== 'script' || !(element.textContent ?? '').includes(mark);
    const bad = [...element.attributes].filter(
      ({ name, value }) =>
        /^on/i.test(name) ||
        (loads.includes(name) &&
          (value.includes(mark) || value.includes(address) || /^\s*(javascript|vbscript|command):/i.test(value))) ||
        (name === 'style' && value.includes(address)),
    );
    const isForeign = ['iframe', 'object', 'embed', 'base', 'form', 'marquee', 'math', 'portal'].includes(
      element.localName,
    );
    return isOurs && bad.length === 0 && !isForeign ? [] : [element.outerHTML.slice(0, 200)];
  });
}

/** What a page would let run that is put into it; runs inside a page. */
function runsInline(mark: string): string[] {
  const ran: string[] = [];
  (window as unknown as { ran: (what: string) => void }).ran = what => ran.push(what);
  const script = document.createElement('script');
  script.textContent = `window.ran('script ${mark}')`;
  document.body.append(script);
  const button = document.createElement('button');
  button.setAttribute('onclick', `window.ran('handler ${mark}')`);
  document.body.append(button);
  button.click();
  const style = document.createElement('style');
  style.textContent = 'body { --ran: style }';
  document.head.append(style);
  if (getComputedStyle(document.body).getPropertyValue('--ran').trim() !== '') ran.push('style');
  for (const each of [script, button, style]) each.remove();
  return ran;
}

/** The frame of a page of ours, by its bundle. */
async function frameOf(page: Page, bundle: string): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    const source = await frame
      .evaluate(() => document.querySelector<HTMLScriptElement>('script[nonce][src]')?.src ?? '')
      .catch(() => '');
    if (source.endsWith(`/dist/webview/${bundle}.js`)) return frame;
  }
  return undefined;
}

/** Waits until a page has something hostile in it, and finds it to be text in a page that lets nothing run. */
async function assertInert(page: Page, bundle: string, seen: readonly string[]): Promise<void> {
  const frame = await waitUntil(
    async () => {
      const found = await frameOf(page, bundle);
      const isFull = await found?.evaluate(mark => document.body.innerHTML.includes(mark), MARK).catch(() => false);
      return isFull ? found : undefined;
    },
    () => `the page ${bundle} does not show a payload`,
  );
  assert.deepEqual(await frame.evaluate(becameMarkup, { mark: MARK, address: HOST }), [], bundle);
  const [policies, nonce] = await frame.evaluate(() => {
    const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')];
    return [
      metas.map(meta => meta.content),
      document.querySelector<HTMLScriptElement>('script[nonce][src]')?.nonce ?? '',
    ];
  });
  assert.equal(policies.length, 1);
  const policy = new Map((policies[0] ?? '').split('; ').map(part => [part.split(' ')[0], part.split(' ').slice(1)]));
  assert.deepEqual([...policy.keys()], ['default-src', 'script-src', 'style-src', 'img-src', 'font-src']);
  assert.deepEqual(policy.get('default-src'), ["'none'"]);
  assert.match(nonce, /^[A-Za-z0-9]{32}$/);
  assert.deepEqual(policy.get('script-src'), [`'nonce-${nonce}'`]);
  assert.doesNotMatch(policies[0] ?? '', /unsafe|\*(?!\.vscode)|http:/);
  assert.deepEqual(await frame.evaluate(runsInline, MARK), []);
  assert.deepEqual(seen, [], bundle);
}

describe('payloads in every place of a study', () => {
  const window = useWindow({
    isStory: true,
    study: hostileStudy(),
    settings: { 'verbatim.coder': CODERS[0], 'files.autoSave': 'off', 'editor.unusualLineTerminators': 'off' },
  });
  let seen: string[] = [];

  const opens: readonly (readonly [string, () => Promise<void>])[] = [
    ['excerpts', () => window().workbench.tree('Themes').chooseFromMenu('Plain', 'Show Excerpts')],
    ['evidence', () => window().workbench.tree('Themes').chooseFromMenu('Plain', 'Show Who Said It')],
    ['query', () => window().workbench.tree('Themes').chooseFromMenu('Plain', 'Ask About This Code')],
    ['report', () => window().workbench.chooseFromViewMenu('Themes', 'Write the Report…')],
    ['themeMap', () => window().workbench.runCommand('Verbatim: Show Theme Map')],
    ['figures', () => window().workbench.runCommand('Verbatim: Show Figures')],
    ['sample', () => window().workbench.runCommand('Verbatim: Show the Sample')],
    ['agreement', () => window().workbench.runCommand('Verbatim: Show Agreement')],
    ['history', () => window().workbench.runCommand('Verbatim: Show Timeline…')],
    ['review', () => window().workbench.runCommand('Verbatim: Review Passages…')],
    [
      'quotations',
      async () => {
        await window().workbench.openFile(path.basename(MANUSCRIPT));
        await window().workbench.runCommand('Verbatim: Check the Quotations of a Manuscript');
      },
    ],
    [
      'quote',
      async () => {
        const { workbench } = window();
        await workbench.openFile('plain.md');
        await workbench.editor.placeCursor('onerror');
        await workbench.runCommand('Verbatim: Quote in a Manuscript…');
      },
    ],
    [
      'conflicts',
      async () => {
        const { workbench, study } = window();
        const file = 'codings/EA/transcripts/plain.jsonl';
        const change = (who: string): void => {
          const [first = '', ...rest] = (study.read(file) ?? '').split('\n');
          const coding = JSON.parse(first);
          study.write(file, [JSON.stringify({ ...coding, memo: `${who} ${coding.memo}` }), ...rest].join('\n'));
          gitAs(study, who, 'commit', '--quiet', '--all', '--message', who);
        };
        const branch = gitAs(study, 'EA', 'branch', '--show-current');
        gitAs(study, 'MB', 'checkout', '--quiet', '-b', 'crossed');
        change('MB');
        gitAs(study, 'EA', 'checkout', '--quiet', branch);
        change('EA');
        gitStops(study, 'EA', 'merge', 'crossed');
        await workbench.openView('Coding Changes');
        await workbench
          .tree('Coding Changes')
          .rowWith(/to decide/)
          .waitFor();
        await workbench.runCommand('Verbatim: Decide…');
      },
    ],
  ];

  it('are the names of themes and codes in the tree', async () => {
    const { workbench, page } = window();
    seen = watch(page.context(), page);
    await workbench.openContainer('Verbatim');
    await workbench
      .tree('Themes')
      .expand(`${MARK}0`)
      .catch(() => undefined);
    await workbench.tree('Themes').row('Plain').waitFor();
  });

  for (const [bundle, open] of opens) {
    it(`are text on the page “${bundle}”, which lets nothing run`, async () => {
      await open();
      await assertInert(window().page, bundle, seen);
      await window().workbench.runCommand('View: Close All Editors');
    });
  }
});

describe('payloads in the report as one file of HTML', () => {
  it('are text, and nothing runs or is asked for', async () => {
    const { browser, scratch } = host();
    const study = Study.create(hostileStudy());
    const file = path.join(scratch, 'hostile.html');
    execFileSync(process.execPath, ['dist/cli.js', 'report', '--study', study.dir, '--out', file]);
    const context = await browser.newContext();
    const page = await context.newPage();
    const seen = watch(context, page);
    try {
      await page.goto(pathToFileURL(file).href);
      assert.ok((await page.locator('body').innerHTML()).includes(MARK));
      assert.deepEqual(await page.evaluate(becameMarkup, { mark: MARK, address: HOST }), []);
      assert.deepEqual(await page.evaluate(runsInline, MARK), []);
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
      assert.match(policy ?? '', /^default-src 'none';/);
      assert.doesNotMatch(policy ?? '', /script-src|unsafe|\*|https?:/);
      assert.deepEqual(seen, []);
      assert.equal(page.url(), pathToFileURL(file).href);
    } finally {
      await context.close();
    }
  });
});
