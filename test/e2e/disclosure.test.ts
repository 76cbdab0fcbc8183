import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { becomes, screenshot, useWindow } from './support';
import { WHOLE_STUDY } from './support/study';

/** With two slips: the attribute is called `site`, the column `public`. */
const POLICY = '"disclosure": { "withhold": ["sites"], "smallestCell": 3, "publicIds": "publik" },\n  ';
const HELD = 'Held back by the study’s disclosure policy: site.';
/** Ids and paths that only the team may see. */
const INTERNAL = /\b[pn]p-?\d{1,2}\b|np-group|pp-joint/i;

describe('a policy of what may leave a study', () => {
  const window = useWindow({ isStory: true, study: WHOLE_STUDY });
  const page = () => window().workbench.webview();
  const name = () => window().page.locator('.quick-input-widget input[type="text"]');
  /** Presses a button that saves, and takes the name that is proposed. */
  const save = async (button: string, file: string): Promise<Buffer> => {
    const { study, workbench } = window();
    await page().getByRole('button', { name: button }).click();
    await becomes(async () => (await name().inputValue()).endsWith(`/${file}`), true);
    await workbench.quickInput.accept();
    await study.waitFor(file, text => text !== '');
    await workbench.statusBarItem(file).waitFor();
    return readFileSync(path.join(study.dir, file));
  };

  it('is written with slips, which are told as problems with what may be meant', async () => {
    const { workbench, study, page: window_ } = window();
    const [header = '', ...people] = (study.read('participants.csv') ?? '').trim().split('\n');
    const rows = people.map(row => row.replace(/^PP(\d+).*/, '$&,K$1').replace(/^NP(\d+).*/, '$&,L$1'));
    study.write('participants.csv', `${[`${header},public`, ...rows].join('\n')}\n`);
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Influence on network meetings').waitFor();
    await workbench.openFile('verbatim.json');
    await workbench.editor.placeCursor('"stance"');
    await window_.keyboard.insertText(POLICY);
    await workbench.editor.save();
    const problems = await workbench.problems();
    await problems.rowWith('Nothing in this study is called “sites”').waitFor();
    await problems.rowWith('participants.csv has no column “publik”').waitFor();
    await screenshot(window_, 'disclosure-problems');
  });

  it('lets nothing out until the slips are mended', async () => {
    const { workbench } = window();
    await workbench.runCommand('Verbatim: Write the Report…');
    await page().getByText('Did you mean public?').waitFor();
    await workbench.runCommand('View: Close Editor');
    for (const [slip, right] of [
      ['sites', 'site'],
      ['publik', 'public'],
    ] as const) {
      await workbench.editor.select(slip);
      await workbench.editor.type(right);
    }
    await workbench.editor.save();
    const problems = await workbench.problems();
    await problems.rowWith('verbatim.json').waitFor({ state: 'hidden' });
  });

  it('is followed by the report, in every format', async () => {
    const { workbench, page: window_ } = window();
    await workbench.runCommand('View: Toggle Problems');
    await workbench.runCommand('Verbatim: Write the Report…');
    await page().getByRole('listitem').filter({ hasText: HELD }).scrollIntoViewIfNeeded();
    await screenshot(window_, 'disclosure-report');
    const markdown = (await save('Save Markdown…', 'peer-support-report.md')).toString('utf8');
    const html = (await save('Save HTML…', 'peer-support-report.html')).toString('utf8');
    const parts = unzipSync(await save('Save for Word…', 'peer-support-report.docx'));
    const word = new TextDecoder().decode(parts['word/document.xml']);
    for (const text of [markdown, html, word]) {
      assert.ok(text.includes(HELD));
      assert.match(text, /\bK3\b/);
      assert.doesNotMatch(text, INTERNAL);
    }
  });

  it('is followed by the sample, which says so at its end', async () => {
    const { workbench } = window();
    await workbench.runCommand('Verbatim: Show the Sample');
    const sample = (await save('Save as Markdown…', 'peer-support-sample.md')).toString('utf8');
    assert.ok(sample.includes(HELD));
    assert.doesNotMatch(sample, INTERNAL);
  });
});
