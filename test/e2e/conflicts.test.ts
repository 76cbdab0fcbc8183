import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { picture, screenshot, useWindow, waitUntil } from './support';
import { leastContrast } from './support/contrast';
import { crossVersions, gitAs, gitStops, HOPE, HOSTILE, IDS, PP_03 } from './support/crossedVersions';
import { manyExcerpts } from './support/manyExcerpts';

const THEMES = ['light', 'high contrast', 'high contrast light', 'dark'] as const;
const FILES = [PP_03, 'codebook.md', 'participants.csv', HOPE];
const QUESTIONS = 7;

describe('questions to decide', () => {
  const window = useWindow({ isStory: true, settings: { 'verbatim.coder': 'EA' } });
  const page = (): FrameLocator => window().workbench.webview();
  const cards = (): Locator => page().locator('.question');
  const focused = (): Locator => page().locator('.question:focus');
  const progress = (decided: number): Locator =>
    page().locator('.progress', { hasText: `${decided} of ${QUESTIONS} decided` });
  const finish = (): Locator => page().locator('vscode-button', { hasText: 'Finish' });
  const files = (): (string | undefined)[] => FILES.map(file => window().study.read(file));
  const coding = (id: string): Record<string, unknown> | undefined => {
    const line = (window().study.read(PP_03) ?? '').split('\n').find(one => one.includes(`"${id}"`));
    return line === undefined ? undefined : JSON.parse(line);
  };
  /** Goes to the question that asks this, by keyboard. */
  const go = async (asked: string): Promise<Locator> => {
    const { workbench } = window();
    await cards().first().focus();
    await workbench.press('Home');
    await page().locator('.question[aria-posinset="1"]:focus').waitFor();
    const isThere = async () => (await focused().locator('.ask').textContent()) === asked;
    for (let at = 1; !(await isThere()); at++) {
      assert.ok(at < QUESTIONS, `nothing asks “${asked}”`);
      await workbench.press('ArrowDown');
      await page()
        .locator(`.question[aria-posinset="${at + 1}"]:focus`)
        .waitFor();
    }
    return focused();
  };
  const openPage = async (): Promise<void> => {
    await window().page.locator('.editor-actions [aria-label^="Decide…"]').first().click();
    await page().getByRole('heading', { name: 'Questions to Decide' }).waitFor();
    await focused().waitFor();
  };

  it('are announced in the view, above the first mark and in the title of the editor once git stopped in the middle', async () => {
    const { workbench, study, page: shown } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openView('Coding Changes');
    crossVersions(study);
    gitStops(study, 'EA', 'merge', 'crossed');
    await workbench
      .tree('Coding Changes')
      .rowWith(/4 files to decide.*two versions are being put together/)
      .waitFor();
    await workbench.openFile(PP_03);
    await shown.locator('.codelens-decoration', { hasText: 'Decide: both versions side by side…' }).first().waitFor();
    await shown.locator('.editor-actions [aria-label^="Decide…"]').first().waitFor();
    await screenshot(shown, 'conflicts-editor');
  });

  it('are shown with both sides beside each other, the quote where it stands today, and words that differ marked', async () => {
    const { page: shown } = window();
    await openPage();
    await progress(0).waitFor();
    await picture(shown, 'conflicts');
    await screenshot(shown, 'conflicts');
    const code = await go('Which code does this passage have?');
    const sides = code.locator('.side');
    assert.deepEqual(await sides.locator('h3').allTextContents(), ['Here (EA)', 'MB']);
    assert.deepEqual(await sides.locator('.words').allTextContents(), [
      'Hearing what is not said',
      'Choosing the moment',
    ]);
    assert.match((await code.locator('.before').textContent()) ?? '', /Before: Slowing down/);
    assert.match((await code.locator('mark.here').textContent()) ?? '', /^I can go half an hour/);
    assert.match((await code.locator('.turn').allTextContents()).join('\n'), /EA: When do you bring in/);
    const memo = await go('What does the memo of this coding say?');
    const marks = await memo.locator('ins').allTextContents();
    assert.ok(marks.some(text => text.includes('He says so himself')));
    const passage = await go('Which passage is coded?');
    assert.match(
      (await passage.locator('.side').first().locator('mark').textContent()) ?? '',
      /^only here: |^I ask myself/,
    );
    const removed = await go('Is this coding kept?');
    await removed.locator('.side').first().getByText('It was removed.').waitFor();
    await removed.locator('.side').last().getByText('The sentence of the whole interview.').waitFor();
  });

  it('show what files hold as text, whatever it is', async () => {
    const memo = await go('What does the memo of this coding say?');
    await memo.getByText(HOSTILE.slice(0, 20)).waitFor();
    assert.equal(await page().locator('img, a').count(), 0);
  });

  for (const theme of THEMES) {
    it(`are legible in the ${theme} theme`, async () => {
      const { workbench, page: shown } = window();
      await workbench.setTheme(theme);
      await go('Which code does this passage have?');
      await workbench.press('1');
      await go('What does the memo of this coding say?');
      const { ratio, text } = await page().locator('main').evaluate(leastContrast);
      assert.ok(ratio >= 4.5, `“${text}” has a contrast of ${ratio.toFixed(2)}`);
      await screenshot(shown, `conflicts-${theme}`);
      await go('Which passage is coded?');
      await screenshot(shown, `conflicts-passage-${theme}`);
    });
  }

  it('stand below each other where the page is narrow, and nothing is cut off', async () => {
    const { page: shown } = window();
    await shown.setViewportSize({ width: 900, height: 960 });
    const card = await go('What does the memo of this coding say?');
    const sides = card.locator('.side');
    await waitUntil(async () => {
      const [above, below] = [await sides.first().boundingBox(), await sides.last().boundingBox()];
      return (above && below && above.y + above.height <= below.y) || undefined;
    });
    const overflow = await page()
      .locator('main')
      .evaluate(main => main.scrollWidth - main.clientWidth);
    assert.equal(overflow, 0);
    await screenshot(shown, 'conflicts-narrow');
    await shown.setViewportSize({ width: 1400, height: 960 });
  });

  it('put off leave everything as it was, and are shown as they were decided the next time, also in a new window', async () => {
    const { workbench, page: shown } = window();
    const before = files();
    await go('Which code does this passage have?');
    await workbench.press('2');
    await cards().filter({ hasText: 'Which code does this passage have?' }).getByText('Decided: MB').waitFor();
    await progress(1).waitFor();
    await page().locator('vscode-button', { hasText: 'Decide Later' }).click();
    await workbench.tab('Questions to Decide').waitFor({ state: 'detached' });
    assert.deepEqual(files(), before);
    // What was chosen before, for a picture, was the other side.
    await workbench.reload('verbatim.conflicts', 'theirs');
    await shown.locator('.editor-actions [aria-label^="Decide…"]').first().waitFor();
    await openPage();
    await progress(1).waitFor();
    const card = await go('Which code does this passage have?');
    await card.getByText('Decided: MB').waitFor();
  });

  it('are decided by keyboard alone: a number, or an arrow and Enter, and on to the next; finished when all are', async () => {
    const { workbench } = window();
    assert.equal(await finish().evaluate(button => (button as HTMLButtonElement).disabled), true);
    await go('Which code does this passage have?');
    // What was decided is opened again, and decided in another way.
    await workbench.press('Backspace');
    await progress(0).waitFor();
    await workbench.press('1');
    await progress(1).waitFor();
    await go('What does the memo of this coding say?');
    await workbench.press('ArrowRight');
    await page().locator('.question:focus .side.marked', { hasText: 'MB' }).waitFor();
    await workbench.press('Enter');
    await progress(2).waitFor();
    await go('Is this coding kept?');
    await workbench.press('2');
    await go('Which passage is coded?');
    await workbench.press('1');
    await progress(4).waitFor();
    // Finishing is for when all is decided.
    await workbench.press('ControlOrMeta+Enter');
    await page().getByText('Questions to Decide').waitFor();
  });

  it('are decided by mouse, and all that are left at once, after a word', async () => {
    const { page: shown } = window();
    const card = await go('What is its definition?');
    await card.locator('button[data-choice="theirs"]').click();
    await progress(5).waitFor();
    await page().locator('vscode-button', { hasText: 'Use what is here for all that are left…' }).click();
    const dialog = shown.locator('.monaco-dialog-box');
    await dialog.getByText('Use what is here for all 2 questions that are left?').waitFor();
    await screenshot(shown, 'conflicts-rest');
    await dialog.getByRole('button', { name: 'Decide' }).click();
    await page().getByText('All is decided.').waitFor();
  });

  it('once finished are written as they were decided, taken back by one undo, and saved as a version', async () => {
    const { workbench, study, page: shown } = window();
    await finish().click();
    await workbench.tab('Questions to Decide').waitFor({ state: 'detached' });
    const marked = (isMarked: boolean) =>
      Promise.all(FILES.map(file => study.waitFor(file, text => text.includes('<<<<<<<') === isMarked)));
    await marked(false);
    assert.equal(coding(IDS.code)?.code, 'hearing-the-unsaid');
    assert.ok(String(coding(IDS.memo)?.memo).endsWith(HOSTILE));
    assert.equal(coding(IDS.removed)?.memo, 'The sentence of the whole interview.');
    assert.match(String(coding(IDS.passage)?.quote), /^I ask myself.*might fit the gap\.$/);
    assert.match(study.read('codebook.md') ?? '', /told by a colleague or by the peer\./);
    assert.match(study.read(HOPE) ?? '', /told in the first person\./);
    const decided = files();
    await workbench.notifications.waitFor(
      'Everything is decided. Finish saves a version that has your work and that of MB.',
    );
    await screenshot(shown, 'conflicts-finish');
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await marked(true);
    await workbench.runCommand('Verbatim: Redo Coding Action');
    await marked(false);
    assert.deepEqual(files(), decided);
    await workbench.notifications.press('Everything is decided', 'Finish');
    await workbench.said('Done: saved as a version.').waitFor();
    assert.equal(gitAs(study, 'EA', 'status', '--porcelain'), '');
    assert.equal(gitAs(study, 'EA', 'rev-list', '--parents', '-n', '1', 'HEAD').split(' ').length, 3);
    await workbench
      .tree('Coding Changes')
      .rowWith(/two versions are being put together/)
      .waitFor({ state: 'detached' });
  });
});

describe('versions put on top of others', () => {
  const window = useWindow({ isStory: true, settings: { 'verbatim.coder': 'EA' } });
  const page = (): FrameLocator => window().workbench.webview();
  const asked = (): Locator => page().locator('.question .ask');
  const row = (text: RegExp) => window().workbench.tree('Coding Changes').rowWith(text);

  it('bring the questions of one version after the other, and one’s own are what is here', async () => {
    const { workbench, study } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openView('Coding Changes');
    crossVersions(study);
    study.write(
      'codebook.md',
      (study.read('codebook.md') ?? '').replace('told in the first person.', 'told as their own.'),
    );
    gitAs(study, 'EA', 'commit', '--quiet', '--all', '--message', 'EA thought again');
    gitStops(study, 'EA', 'rebase', 'crossed');
    await row(/4 files to decide/).waitFor();
    await row(/4 files to decide/).click();
    await page().getByText('Your work is being put on top of that of MB').waitFor();
    await asked().first().waitFor();
    const definition = page().locator('.question', { hasText: 'What is its definition?' });
    assert.match((await definition.locator('.side').first().textContent()) ?? '', /^Here \(EA\).*first person/);
    await page().locator('vscode-button', { hasText: 'Use what is here for all that are left…' }).click();
    await window().page.locator('.monaco-dialog-box').getByRole('button', { name: 'Decide' }).click();
    await page().locator('vscode-button:not([disabled])', { hasText: 'Finish' }).click();
    await workbench.notifications.press('Everything is decided for this version of yours', 'Finish');
    await workbench.said('Done: your versions stand on the work of MB.').waitFor();
    assert.match(study.read('codebook.md') ?? '', /told as their own\./);
    assert.equal(gitAs(study, 'EA', 'status', '--porcelain'), '');
    assert.equal(
      gitAs(study, 'EA', 'log', '-3', '--format=%s'),
      'EA thought again\nEA went on in the office\nMB went on at home',
    );
    await row(/to decide/).waitFor({ state: 'detached' });
  });

  it('are given up once it was said what becomes of what was decided: everything is as it was', async () => {
    const { workbench, study, page: shown } = window();
    gitAs(study, 'EA', 'reset', '--quiet', '--hard', 'ORIG_HEAD');
    const before = FILES.map(file => study.read(file));
    gitStops(study, 'EA', 'merge', 'crossed');
    await row(/4 files to decide/).waitFor();
    await workbench.runCommand('Verbatim: Give Up Putting Versions Together…');
    const dialog = shown.locator('.monaco-dialog-box');
    await dialog.getByText('What you decided is remembered').waitFor();
    await screenshot(shown, 'conflicts-give-up');
    await dialog.getByRole('button', { name: 'Give Up' }).click();
    await workbench.said('Given up: everything is as it was.').waitFor();
    assert.deepEqual(
      FILES.map(file => study.read(file)),
      before,
    );
    await row(/to decide/).waitFor({ state: 'detached' });
  });
});

describe('hundreds of questions', () => {
  const COUNT = 500;
  const FILE = 'codings/EA/transcripts/pp-01.jsonl';
  /** What a page may hold in the document, whatever the study has. */
  const MOST_CARDS = 60;
  const study = (): Record<string, string> => {
    const files = manyExcerpts(COUNT);
    for (const [path, text] of Object.entries(files))
      if (path.endsWith('.jsonl')) {
        const side = (memo: string): string => text.replaceAll('"created":', `"memo": "${memo}", "created":`);
        files[path] =
          `<<<<<<< HEAD\n${side('What I think of it.')}=======\n${side('What we think of it.')}>>>>>>> other\n`;
      }
    return files;
  };
  const window = useWindow({ study: study(), settings: { 'verbatim.coder': 'EA' } });

  it('stay smooth: what is out of sight is not in the document, and keys may follow each other fast', async () => {
    const { workbench, study: files, page: shown } = window();
    const page = workbench.webview();
    await workbench.openFile(FILE);
    await workbench.editor.openQuickFixes('Decide: both versions side by side…');
    await shown.locator('.action-widget').getByText('Decide: both versions side by side…').click();
    await page.locator('.progress', { hasText: `0 of ${COUNT} decided` }).waitFor();
    await page.locator('.question:focus').waitFor();
    for (let i = 0; i < 40; i++) await workbench.press('1');
    await page.locator('.progress', { hasText: `40 of ${COUNT} decided` }).waitFor();
    assert.ok((await page.locator('.question').count()) < MOST_CARDS);
    await workbench.press('End');
    await page.locator(`.question[aria-posinset="${COUNT}"]:focus`).waitFor();
    assert.ok((await page.locator('.question').count()) < MOST_CARDS);
    await page.locator('vscode-button', { hasText: 'Use what comes in for all that are left…' }).click();
    await shown.locator('.monaco-dialog-box').getByRole('button', { name: 'Decide' }).click();
    await page.locator('vscode-button:not([disabled])', { hasText: 'Finish' }).click();
    const text = await files.waitFor(FILE, all => !all.includes('<<<<<<<'));
    assert.equal(text.split('"What I think of it."').length - 1, 40);
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await files.waitFor(FILE, all => all.startsWith('<<<<<<<'));
  });
});
