import assert from 'node:assert/strict';
import { becomes, picture, readOnce, screenshot, useWindow, waitUntil } from './support';

describe('asking the data', () => {
  const window = useWindow({ isStory: true });
  const page = () => window().workbench.webview();
  const question = () => page().getByRole('textbox', { name: 'Question' });
  const sentence = () => page().locator('.sentence');
  const focused = () => page().locator('.excerpt:focus');
  const press = async (...keys: string[]) => {
    for (const key of keys) await window().page.keyboard.press(key);
  };
  const asks = (text: string) => becomes(() => question().inputValue(), text);
  const write = async (text: string) => {
    await question().selectText();
    await window().page.keyboard.type(text);
  };

  it('opens from the Themes view with questions that the study answers', async () => {
    const { workbench, page: shown } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Influence on network meetings').waitFor();
    await workbench.pressViewAction('Themes', 'Ask the Data');
    await page().getByRole('heading', { name: 'Who said what, where?' }).waitFor();
    await becomes(() => page().locator('.example').count(), 4);
    await page().locator('textarea:focus').waitFor();
    await shown.mouse.move(700, 10);
    await screenshot(shown, 'ask-empty');
  });

  it('puts a question together from rows, by keyboard', async () => {
    const { page: shown } = window();
    const isFocused = (name: string) =>
      page().getByRole('combobox', { name, exact: true }).and(page().locator(':focus')).waitFor();
    await press('Tab', 'Tab', 'Tab', 'Tab');
    await isFocused('Code');
    await shown.keyboard.type('own story');
    await press('Enter');
    await asks('code:own-story');
    await sentence()
      .filter({ hasText: '4 participants (peer: 2 of 4, non-peer: 2 of 7), 7 excerpts in 4 sessions' })
      .waitFor();
    // On to the button, and with it a second row, of another kind.
    await press('Tab', 'Tab', 'Enter');
    await page().getByRole('group', { name: 'Condition 2' }).waitFor();
    await shown.keyboard.type('Role');
    await press('Tab', 'Tab');
    await isFocused('Role');
    await press('ArrowDown');
    await screenshot(shown, 'ask-choosing');
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await asks('code:own-story and role:peer');
    await sentence().filter({ hasText: '2 participants (peer: 2 of 4, non-peer: 0 of 7)' }).waitFor();
    await picture(shown, 'ask');
    await screenshot(shown, 'ask-built');
  });

  it('shows the same question as rows when it is typed, groups and other excerpts included', async () => {
    const { page: shown } = window();
    await write('theme:self-disclosure not coder:MB (near:2:hope or followed-by:(role:peer and kind:interview))');
    await becomes(() => page().locator('.condition').count(), 7);
    await sentence().filter({ hasText: 'participants' }).waitFor();
    const values = await page()
      .locator('.combo input')
      .evaluateAll(all => all.map(one => (one as HTMLInputElement).value));
    assert.deepEqual(values, ['Self-disclosure', 'MB', 'Hope by being there', 'peer', 'interview']);
    await screenshot(shown, 'ask-groups');
    // What is changed in a row is changed in the text.
    await page().getByRole('button', { name: 'Remove this condition' }).nth(1).click();
    await asks('theme:self-disclosure and (near:2:hope or followed-by:(role:peer and kind:interview))');
  });

  it('underlines what it does not understand, says what to do, and offers what may be meant', async () => {
    const { page: shown } = window();
    await write('code:own-story and (role:peer');
    await page().getByText('This bracket is never closed.').waitFor();
    await becomes(() => page().locator('.wrong').textContent(), '(');
    assert.equal(await page().locator('.builder').getAttribute('inert'), '');
    await write('code:own-story and role:pear');
    await becomes(() => page().locator('.wrong').textContent(), 'role:pear');
    await screenshot(shown, 'ask-wrong');
    await page().locator('.fix', { hasText: 'peer' }).first().focus();
    await press('Enter');
    await asks('code:own-story and role:peer');
    await sentence().filter({ hasText: '2 participants' }).waitFor();
    await becomes(() => page().locator('.problem').count(), 0);
  });

  it('goes through the excerpts by keyboard and opens a passage beside the page', async () => {
    const { workbench, page: shown } = window();
    await question().focus();
    await press('Enter');
    await focused().waitFor();
    const first = await focused().getAttribute('data-key');
    await press('ArrowDown');
    await waitUntil(async () => (await focused().getAttribute('data-key')) !== first || undefined);
    await press('Space');
    await workbench.tab('pp-03.md').waitFor();
    await page().locator('.excerpt.revealed').waitFor();
    await press('ArrowUp');
    await becomes(() => focused().getAttribute('data-key'), first);
    await press('Enter');
    await workbench.editor.waitUntilShown();
    await workbench.statusBarItem(/Ln \d+, Col/).waitFor();
    await screenshot(shown, 'ask-beside');
    await workbench.runCommand('View: Close Editor');
    await focused().focus();
    await press('q');
    await page().locator('.result').waitFor();
    await workbench.runCommand('View: Close Editor');
    await question().waitFor();
    await press('/');
  });

  it('groups by participant or code, and says when nothing answers', async () => {
    const { page: shown } = window();
    await write('theme:self-disclosure');
    await page().getByRole('combobox', { name: 'Group by' }).click();
    await page().getByRole('option', { name: 'code' }).click();
    await readOnce(
      () => page().locator('.group-name').allTextContents(),
      names => names.some(name => name.includes('Self-disclosure ›')),
    );
    await page().getByRole('combobox', { name: 'Group by' }).click();
    await page().getByRole('option', { name: 'participant' }).click();
    await readOnce(
      () => page().locator('.group-name').allTextContents(),
      names => names.includes('NP2'),
    );
    await write('code:by-video and role:peer');
    await page().getByText('No excerpt answers this question').waitFor();
    await screenshot(shown, 'ask-no-hit');
  });

  it('saves a question in the study, keeps what is on the page over a reload, and opens it again', async () => {
    const { workbench, study, page: shown } = window();
    await write('code:own-story and role:peer');
    await page().getByRole('button', { name: 'Save Question…' }).focus();
    await press('Enter');
    await workbench.quickInput.type('What peers tell of themselves');
    await workbench.quickInput.accept();
    const file = await study.waitFor('queries/what-peers-tell-of-themselves.query');
    assert.equal(file, '# What peers tell of themselves\ncode:own-story and role:peer\n');
    await page().getByText('Saved as “What peers tell of themselves”').waitFor();
    await write('code:hope');
    await sentence().filter({ hasText: '6 excerpts' }).waitFor();
    await workbench.reload('code:hope');
    await asks('code:hope');
    await sentence().filter({ hasText: '6 excerpts' }).waitFor();
    await page().getByRole('button', { name: 'Saved Questions' }).focus();
    await press('Enter');
    await page().getByRole('menuitem', { name: 'What peers tell of themselves' }).waitFor();
    await screenshot(shown, 'ask-saved');
    await press('Enter');
    await asks('code:own-story and role:peer');
    // From the file as well, by the button of its editor.
    await write('code:hope');
    await workbench.openFile('queries/what-peers-tell-of-themselves.query');
    await workbench.runCommand('Verbatim: Ask This Question');
    await asks('code:own-story and role:peer');
  });

  it('exports all excerpts of the answer where somebody wants them', async () => {
    const { workbench, study } = window();
    await sentence().filter({ hasText: '2 participants' }).waitFor();
    await page().getByRole('button', { name: 'Export' }).focus();
    await press('Enter', 'ArrowDown', 'Enter');
    // The dialog finds its way from the folder to the name.
    await waitUntil(async () => {
      const value = await workbench.quickInput.input().inputValue();
      return value.endsWith('what-peers-tell-of-themselves.md') || undefined;
    });
    await workbench.quickInput.accept();
    await workbench.statusBarItem('Exported 4 excerpts to what-peers-tell-of-themselves.md').waitFor();
    const written = study.read('what-peers-tell-of-themselves.md') ?? '';
    assert.match(written, /^# What peers tell of themselves\n\n`code:own-story and role:peer`\n/);
    assert.equal(written.match(/^> — /gm)?.length, 4);
  });

  it('follows the study while it is open', async () => {
    const { study } = window();
    await sentence().filter({ hasText: '2 participants' }).waitFor();
    const before = study.read('participants.csv') ?? '';
    study.write('participants.csv', before.replace('PP3,peer', 'PP3,non-peer'));
    await sentence().filter({ hasText: '1 participant' }).waitFor();
    study.write('participants.csv', before);
    await sentence().filter({ hasText: '2 participants' }).waitFor();
  });

  for (const theme of ['dark', 'high contrast', 'high contrast light', 'light'] as const) {
    it(`can be looked at in the ${theme} theme`, async () => {
      const { workbench, page: shown } = window();
      await workbench.setTheme(theme);
      await write('code:own-story and role:pear');
      await page().locator('.fix').first().waitFor();
      await screenshot(shown, `ask-wrong-${theme}`);
      await write('theme:self-disclosure not coder:MB (near:2:hope or words:"story*")');
      await sentence().filter({ hasText: 'participants' }).waitFor();
      await page().locator('.combo input').first().click();
      await page().locator('.combo li').first().waitFor();
      await screenshot(shown, `ask-${theme}`);
      await press('Escape');
    });
  }
});
