import assert from 'node:assert/strict';
import { becomes, picture, screenshot, useWindow } from './support';
import { WHOLE_STUDY } from './support/study';

const HOPE = 'Hope by being there';

describe('who said it', () => {
  const window = useWindow({ isStory: true, study: WHOLE_STUDY });
  const page = () => window().workbench.webview();
  const role = (name: string) => page().locator('.role', { has: page().getByRole('heading', { name, exact: true }) });

  it('opens from the Themes view, and says in a sentence and by role who said it and who did not', async () => {
    const { workbench, page: shown } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row(HOPE).waitFor();
    await workbench.tree('Themes').chooseFromMenu(HOPE, 'Show Who Said It');
    const sentence = await page().locator('.sentence').textContent();
    assert.match(sentence ?? '', /^Most peers \(6 of 9\) and some non-peers \(6 of 18\) said so\./);
    await becomes(() => role('peer').locator('.chip').count(), 6);
    await becomes(
      () => role('peer').locator('.spoke li').allTextContents(),
      [...['PP5 spoke in pp-05', 'PP7 spoke in pp-07, pp-joint-02', 'PP9 spoke in pp-joint-02']],
    );
    await becomes(() => role('non-peer').locator('.field.against').count(), 2);
    await shown.mouse.move(700, 10);
    await screenshot(shown, 'evidence-dark');
  });

  for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
    it(`can be read in the ${theme} theme`, async () => {
      const { workbench, page: shown } = window();
      await workbench.setTheme(theme);
      await page().locator('.role').first().waitFor();
      if (theme === 'light') await picture(shown, 'who-said-it');
      await screenshot(shown, `evidence-${theme}`);
      const overflow = await page()
        .locator('body')
        .evaluate(body => body.scrollWidth - body.clientWidth);
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
    });
  }

  it('marks an excerpt: the count follows, and undo takes it back', async () => {
    const { workbench, page: shown } = window();
    const unmarked = page().locator('details.unmarked .quote');
    const before = await unmarked.count();
    await unmarked.first().scrollIntoViewIfNeeded();
    await screenshot(shown, 'evidence-excerpts');
    await unmarked.first().getByRole('button', { name: 'Mark…' }).click();
    await workbench.quickInput.row('contradicting').waitFor();
    await screenshot(shown, 'evidence-mark');
    await workbench.quickInput.pick('contradicting');
    await becomes(() => unmarked.count(), before - 1);
    await becomes(() => page().locator('details.contradicts .quote').count(), 4);
    await workbench.statusBarItem(/Marked “Hope by being there” as contradicting/).waitFor();
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await becomes(() => unmarked.count(), before);
  });

  it('leads to the session in which somebody did not say it, and to an excerpt in its transcript', async () => {
    const { workbench } = window();
    await role('peer').getByRole('button', { name: 'pp-05', exact: true }).click();
    await workbench.tab('pp-05.md').waitFor();
    await page()
      .locator('details.contradicts .quote', { hasText: 'NP9' })
      .getByRole('button', { name: 'Show in Transcript' })
      .click();
    await workbench.tab('np-09.md').waitFor();
  });

  it('asks for what somebody says of it', async () => {
    const { workbench, page: shown } = window();
    await role('peer').getByRole('button', { name: 'PP1, 2 excerpts' }).click();
    await becomes(
      () => page().locator('textarea').first().inputValue(),
      'code:hope and participant:PP1 and is:in-scope',
    );
    await screenshot(shown, 'evidence-asked');
    await workbench.runCommand('View: Close Editor');
    await page().locator('.sentence').waitFor();
  });

  it('shows and filters the marks on the page of excerpts, and takes a mark by key', async () => {
    const { workbench, page: shown, study } = window();
    await page().getByRole('button', { name: 'Show Excerpts' }).click();
    const rows = page().locator('.excerpt');
    await page().locator('.facts .evidence.contradicts').first().waitFor();
    const all = await page().locator('.counts').first().textContent();
    assert.match(all ?? '', /15 excerpts/);
    await page().locator('vscode-dropdown', { hasText: 'All marks' }).click();
    await page().locator('vscode-option', { hasText: 'contradicts' }).click();
    await becomes(() => rows.count(), 3);
    await screenshot(shown, 'excerpts-contradicting');
    await rows.first().focus();
    const before = study.read('codings/EA/transcripts/np-09.jsonl');
    await workbench.press('v');
    await workbench.quickInput.pick('nuancing');
    await becomes(() => rows.count(), 2);
    assert.notEqual(study.read('codings/EA/transcripts/np-09.jsonl'), before);
  });

  it('tells in the Transcripts view what is in scope, and takes the scope away and back', async () => {
    const { workbench, page: shown } = window();
    const inScope = shown.locator('.sidebar').getByText(/\d+% in scope/);
    await workbench.openView('Transcripts');
    await inScope.first().waitFor();
    await screenshot(shown, 'transcripts-scope');
    await workbench.closeView('Transcripts');
    const code = "Talk about peers' contribution";
    await workbench.tree('Themes').chooseFromMenu(code, 'No Longer Let It Mark What Is in Scope');
    await workbench.said(/no longer marks what is in scope/).waitFor();
    await workbench.openView('Transcripts');
    await shown.locator('.sidebar').getByText('np-02', { exact: true }).waitFor();
    await becomes(() => inScope.count(), 0);
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await inScope.first().waitFor();
  });
});
