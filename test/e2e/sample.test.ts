import assert from 'node:assert/strict';
import { becomes, readOnce, screenshot, useWindow } from './support';
import { leastContrast } from './support/contrast';
import { WHOLE_STUDY } from './support/study';

describe('the account of the sample', () => {
  const window = useWindow({ isStory: true, study: WHOLE_STUDY });
  const page = () => window().workbench.webview();
  const statement = (role: string) => page().locator('.statements li', { hasText: role });
  const table = (key: string) => page().locator(`table[data-table="${key}"]`);
  const names = (key: string) => table(key).locator('tbody th').allTextContents();

  it('opens from the Themes view and says how many took part and why so many', async () => {
    const { workbench } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Influence on network meetings').waitFor();
    await workbench.chooseFromViewMenu('Themes', 'Show the Sample');
    await statement('9 of 11 eligible · 6 interviews, 2 joint interviews').waitFor();
    await statement(
      '6 interviews (6 people) + 2 joint interviews (4 people) = 10; in both kinds: PP7 −1; 9 people',
    ).waitFor();
    await statement('in both kinds: NP4, NP8 and NP16 −3; 18 people').waitFor();
    const kinds = await table('kinds').locator('tbody tr').allInnerTexts();
    assert.deepEqual(
      kinds.map(text => text.split(/\s*\t\s*/)),
      [
        ['interview', '17', '6 / 6', '11 / 11', '17 / 17'],
        ['focus group', '4', '0 / 0', '10 / 14', '10 / 14'],
        ['joint interview', '2', '4 / 4', '0 / 0', '4 / 4'],
        ['All kinds', '23', '9 / 10', '18 / 25', '27 / 35'],
      ],
    );
    assert.equal((await names('sessions')).length, 23);
    assert.equal((await names('people')).length, 27);
  });

  for (const theme of ['dark', 'high contrast', 'high contrast light', 'light'] as const) {
    it(`can be read in the ${theme} theme: 4.5 to 1`, async () => {
      const { workbench, page: window_ } = window();
      await workbench.setTheme(theme);
      await page().locator('h1').scrollIntoViewIfNeeded();
      await screenshot(window_, `sample-${theme}`);
      const { ratio, text } = await page().locator('main').evaluate(leastContrast);
      assert.ok(ratio >= 4.5, `${ratio}: ${text}`);
      await table('sessions').locator('tbody tr').nth(6).scrollIntoViewIfNeeded();
      await screenshot(window_, `sample-${theme}-below`);
    });
  }

  it('is sorted and gone through by keyboard, and leads to the transcripts', async () => {
    const { page: window_, workbench } = window();
    const header = table('sessions').locator('th[data-column="words"]');
    await header.getByRole('button').press('Enter');
    await becomes(() => header.getAttribute('aria-sort'), 'descending');
    await becomes(async () => (await names('sessions'))[0], 'pp-03');
    await page().locator('th[data-column="words"] button:focus').waitFor();
    await header.getByRole('button').press('Enter');
    await becomes(() => header.getAttribute('aria-sort'), 'ascending');
    const [least, next] = await names('sessions');
    await table('sessions').locator('[data-row]').first().focus();
    await window_.keyboard.press('ArrowDown');
    await becomes(() => page().locator('[data-row]:focus').textContent(), next);
    await window_.keyboard.press('Home');
    await becomes(() => page().locator('[data-row]:focus').textContent(), least);
    await window_.keyboard.press('Enter');
    await workbench.tab(`${least}.md`).waitFor();
    await screenshot(window_, 'sample-transcript-beside');
  });

  it('leads from a person to what they say in all excerpts', async () => {
    const { page: window_, workbench } = window();
    const person = table('people').getByRole('button', { name: 'Show the excerpts of PP3', exact: true });
    await person.scrollIntoViewIfNeeded();
    await screenshot(window_, 'sample-people');
    await person.press('Enter');
    await becomes(() => page().getByRole('textbox', { name: 'Question' }).inputValue(), 'participant:PP3');
    await page().locator('.excerpt').first().waitFor();
    await screenshot(window_, 'sample-asked');
    await workbench.runCommand('View: Close Editor');
    await statement('9 of 11 eligible').waitFor();
  });

  it('is counted again when a file changes, and keeps how it was sorted', async () => {
    const { study } = window();
    const people = study.read('participants.csv') ?? '';
    study.write('participants.csv', people.replace('PP9,peer,', 'PP9,,'));
    await statement('8 of 11 eligible').waitFor();
    await statement('11 approached − 2 declined − 0 excluded = 9; 8 took part: 1 not accounted for').waitFor();
    await statement('no role 1 person').waitFor();
    await becomes(() => table('sessions').locator('th[data-column="words"]').getAttribute('aria-sort'), 'ascending');
    study.write('participants.csv', people);
    await statement('9 of 11 eligible').waitFor();
  });
});

describe('the account of a sample without a list of people', () => {
  const window = useWindow({
    study: {
      'codebook.md': '# Codebook\n',
      'transcripts/one.md': 'P1: Yes, quite.\n\nQ: Why?\n\nP1: So.\n\nQ: And then?\n',
    },
  });
  const page = () => window().workbench.webview();

  it('says what to do', async () => {
    const { workbench, page: window_ } = window();
    await workbench.runCommand('Verbatim: Show the Sample');
    await page().getByText('There is no list of people yet').waitFor();
    const lines = await readOnce(
      () => page().locator('.apart li').allTextContents(),
      ({ length }) => length > 0,
    );
    assert.match(lines.join(), /^P1 \(one\), Q \(one\): They speak and are not declared\./);
    await screenshot(window_, 'sample-without-people');
  });

  it('has nothing to say of a study without transcripts, and says what to do', async () => {
    const { workbench, study } = window();
    study.write('verbatim.json', '{"transcripts": ["none/*.md"]}');
    await workbench.runCommand('Verbatim: Show the Sample');
    await page().getByRole('heading', { name: 'No sessions yet' }).waitFor();
  });
});
