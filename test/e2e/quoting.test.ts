import assert from 'node:assert/strict';
import { becomes, screenshot, useWindow } from './support';
import { leastContrast } from './support/contrast';

const MANUSCRIPT = 'paper/manuscript.md';
const PP03 = 'transcripts/pp-03.md';
const THEMES = ['light', 'high contrast', 'high contrast light', 'dark'] as const;

const CODING = {
  code: 'quiet',
  quote: 'It were, you know, quieter after I told Anna some of my own story.',
  at: [0, 0],
  context: ['', ''],
  base: '000000000000',
  created: '2026-03-02T10:03:11Z',
  id: 'quiet00001',
};

const TRANSCRIPT = `---
kind: interview
participants: [PP3]
interviewer: I
---

**I:** How was it in the room?

**PP3:** At first nobody spoke. It were, you know, quieter after I told Anna some of my own story. They listened, and we went slower.

**I:** And after that?

**PP3:** After that they asked me along to every meeting.
`;

function coding(): string {
  const start = [...TRANSCRIPT.slice(0, TRANSCRIPT.indexOf(CODING.quote))].length;
  return `${JSON.stringify({ ...CODING, at: [start, start + [...CODING.quote].length] })}\n`;
}

const STUDY = {
  'verbatim.json': '{"title": "Quiet rooms"}\n',
  'codebook.md': '# Codebook\n\n## In the room {#room .theme}\n\n### Quiet {#quiet}\n\nThe room becomes quiet.\n',
  'participants.csv': 'participant,role\nPP3,peer practitioner\nPP4,peer practitioner\n',
  [PP03]: TRANSCRIPT,
  'transcripts/pp-04.md':
    '---\nkind: interview\nparticipants: [PP4]\ninterviewer: I\n---\n\n**I:** And you?\n\n**PP4:** Nobody asks me anything there.\n\n**I:** Nobody?\n\n**PP4:** Well, hardly anybody.\n',
  'codings/EA/transcripts/pp-03.jsonl': coding(),
  [MANUSCRIPT]: '# Quiet rooms\n\n## Findings\n\nPeers told their own stories.\n',
};

describe('a quotation for the paper', () => {
  const window = useWindow({
    isStory: true,
    study: STUDY,
    settings: { 'files.autoSave': 'off', 'verbatim.coder': 'EA' },
  });
  const page = () => window().workbench.webview();
  const word = (text: string) =>
    page()
      .locator('.word')
      .filter({ hasText: new RegExp(`^${text}[,.]?$`) });
  const result = () => page().locator('.result');
  const press = (key: string) => window().page.keyboard.press(key);
  /** Selects the words from one to another with the keyboard. */
  const select = async (from: string, more: number): Promise<void> => {
    await word(from).first().click();
    for (let i = 0; i < more; i++) await press('Shift+ArrowRight');
  };

  it('begins with the words of a coded passage, next to where it comes from', async () => {
    const { workbench, page: window_ } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('In the room').waitFor();
    await workbench.openFile('manuscript.md');
    await workbench.editor.placeCursor('own stories.');
    await workbench.openFile('pp-03.md');
    await workbench.editor.placeCursor('quieter after');
    await workbench.runCommand('Verbatim: Quote in a Manuscript…');
    await becomes(
      () => result().textContent(),
      '“It were, you know, quieter after I told Anna some of my own story.” (PP3, peer practitioner, interview)',
    );
    await page().getByText('pp-03, line 9').waitFor();
    await page().getByText(`Goes into ${MANUSCRIPT}, line 5`).waitFor();
    await screenshot(window_, 'quote-begun');
  });

  it('is made of them by keyboard, and the result is seen at once', async () => {
    const { page: window_ } = window();
    await select('you', 1);
    await press('x');
    await select('were', 0);
    await press('s');
    await select('Anna', 0);
    await press('r');
    await page().getByRole('menuitem', { name: '[name]' }).click();
    await select('my', 2);
    await press('c');
    await window_.keyboard.type('what she had been through');
    await press('Enter');
    const made =
      '“It were [sic], . . . quieter after I told [name] some of [what she had been through].” (PP3, peer practitioner, interview)';
    await becomes(() => result().textContent(), made);
    await press('ControlOrMeta+z');
    await becomes(() => result().textContent(), made.replace('[what she had been through]', 'my own story'));
    await press('ControlOrMeta+y');
    await becomes(() => result().textContent(), made);
  });

  for (const theme of THEMES) {
    it(`can be read in the ${theme} theme: 4.5 to 1`, async () => {
      const { workbench, page: window_ } = window();
      await workbench.setTheme(theme);
      await result().scrollIntoViewIfNeeded();
      await screenshot(window_, `quote-${theme}`);
      const { ratio, text } = await page().locator('main').evaluate(leastContrast);
      assert.ok(ratio >= 4.5, `${ratio}: ${text}`);
    });
  }

  it('takes in the rest of the turn, is a block then, and goes into the manuscript as one step of undo', async () => {
    const { workbench, page: window_ } = window();
    await page().getByRole('button', { name: 'Whole Turn' }).click();
    const block =
      /^> At first nobody spoke\. It were \[sic\], {1}\. \. \. quieter .* and we went slower\. \(PP3, peer practitioner, interview\)$/;
    await page().getByRole('combobox', { name: 'Form' }).click();
    await page().getByRole('option', { name: 'block', exact: true }).click();
    await becomes(async () => block.test((await result().textContent()) ?? ''), true);
    await page().getByRole('button', { name: 'Put into the Manuscript' }).click();
    await workbench.activeTab('manuscript.md').waitFor();
    await screenshot(window_, 'quote-put');
    await workbench.editor.save();
    const text = await window().study.waitFor(MANUSCRIPT, written => written.includes('[sic]'));
    assert.match(text, /own stories\.\n\n> At first nobody spoke\. .* \(PP3, peer practitioner, interview\)\n$/);
    await press('ControlOrMeta+z');
    await workbench.editor.save();
    await window().study.waitFor(MANUSCRIPT, written => written === STUDY[MANUSCRIPT]);
  });
});

const FALSE_PAPER = `# Quiet rooms

## Findings

One peer said that it was “quieter after I told Anna most of my own story” (PP3), and

> Nobody asks me anything there. (PP3)

Another put it differently: “They never listened to any of us” (PP4).
`;

describe('quotations in a manuscript', () => {
  const window = useWindow({
    isStory: true,
    study: { ...STUDY, [MANUSCRIPT]: FALSE_PAPER },
    settings: { 'files.autoSave': 'off', 'verbatim.coder': 'EA' },
  });
  const page = () => window().workbench.webview();
  const headline = () => page().locator('.said li').first();

  it('are compared with what was said; the light bulb puts the word and the name right', async () => {
    const { workbench, page: window_ } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('In the room').waitFor();
    await workbench.openFile('manuscript.md');
    await workbench.editor.focus();
    await workbench.editor.placeCursor('most of');
    await becomes(() => window_.locator('.editor-group-container.active .squiggly-warning').count(), 3);
    await screenshot(window_, 'quotations-problems');
    const hover = await workbench.editor.hover('Nobody asks');
    await hover.getByText('PP4 did').first().waitFor();
    await screenshot(window_, 'quotations-hover');
    await workbench.editor.leaveHover();
    await workbench.editor.placeCursor('most of my own');
    await (await workbench.editor.openQuickFixes('Say what was said: “some”'))
      .getByText('Say what was said: “some”')
      .click();
    await workbench.editor.placeCursor('PP3)', 2);
    await (await workbench.editor.openQuickFixes('Attribute it to PP4')).getByText('Attribute it to PP4').click();
    await workbench.editor.save();
    const text = await window().study.waitFor(MANUSCRIPT, written => written.includes('there. (PP4)'));
    assert.ok(text.includes('“quieter after I told Anna some of my own story” (PP3)'));
  });

  it('are accounted for on a page: what has to be put right, who is quoted, and everything', async () => {
    const { workbench, page: window_ } = window();
    await workbench.runCommand('Verbatim: Check the Quotations of a Manuscript');
    await becomes(
      () => headline().textContent(),
      '2 of 3 attributed quotations are what was said; to be put right: 1.',
    );
    await page().getByText('All 2 people who took part are quoted.').waitFor();
    for (const theme of THEMES) {
      await workbench.setTheme(theme);
      await screenshot(window_, `quotations-${theme}`);
      const { ratio, text } = await page().locator('main').evaluate(leastContrast);
      assert.ok(ratio >= 4.5, `${theme}: ${ratio}: ${text}`);
    }
    await page().locator('table[data-table="wrong"] [data-row]').first().press('Enter');
    await workbench.activeTab('manuscript.md').waitFor();
  });

  it('are put in from a list that says what is quoted already', async () => {
    const { workbench, page: window_ } = window();
    await workbench.runCommand('Verbatim: Insert a Quotation…');
    await workbench.quickInput.choose('Quiet', 'Quiet');
    await window_.getByText('Already quoted: paper/manuscript.md, line 5').waitFor();
    await screenshot(window_, 'quotations-insert');
    await workbench.quickInput.accept();
    await becomes(
      () => page().locator('.result').textContent(),
      '“It were, you know, quieter after I told Anna some of my own story.” (PP3)',
    );
  });

  it('are opened again as they were made', async () => {
    const { workbench, page: window_ } = window();
    await workbench.openFile('manuscript.md');
    await workbench.editor.placeCursor('quieter after');
    await workbench.runCommand('Verbatim: Quote in a Manuscript…');
    await becomes(() => page().locator('.result').textContent(), '“quieter after I told Anna some of my own story”');
    await page()
      .locator('.word')
      .filter({ hasText: /^Anna$/ })
      .click();
    await window_.keyboard.press('c');
    await window_.keyboard.type('a colleague in the team');
    await window_.keyboard.press('Enter');
    await window_.keyboard.press('ControlOrMeta+Enter');
    await workbench.activeTab('manuscript.md').waitFor();
    await workbench.editor.save();
    const text = await window().study.waitFor(MANUSCRIPT, written => written.includes('[a colleague'));
    assert.ok(text.includes('“quieter after I told [a colleague in the team] some of my own story” (PP3), and'));
    await screenshot(window_, 'quote-edited');
  });
});
