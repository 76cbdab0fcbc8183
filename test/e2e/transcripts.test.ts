import assert from 'node:assert/strict';
import { becomes, readOnce, screenshot, useWindow } from './support';

const STATE = 'codings/EA/transcripts/np-07.reading.ndjson';

describe('reading the transcripts of a study', () => {
  const window = useWindow({ isStory: true, settings: { 'verbatim.coder': 'EA' } });
  const tree = () => window().workbench.tree('Transcripts');
  const description = async (label: string) => (await tree().rows()).find(row => row.label === label)?.description;

  it('lists them with how far one has come and the share coded', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openView('Transcripts');
    await tree().row('np-02').waitFor();
    await screenshot(page, 'transcripts-below-themes');
    await workbench.closeView('Themes');
    await tree()
      .rowWith(/np-07.*coded · \d+%/)
      .waitFor();
    await tree()
      .rowWith(/pp-06.*done · \d+% · 1 note/)
      .waitFor();
    await becomes(() => tree().labels(), ['np-02', 'np-07', 'np-11', 'np-group-02', 'pp-03', 'pp-06', 'pp-joint-01']);
    await tree().hover('pp-06');
    await page.locator('.monaco-hover', { hasText: 'by participants' }).getByText('MB').first().waitFor();
    await screenshot(page, 'transcripts-light');
  });

  it('says the same to a screen reader, colleagues too', async () => {
    const { page } = window();
    const label = await page
      .locator('.monaco-list[aria-label^="Transcripts"] .monaco-list-row', { hasText: 'pp-06' })
      .getAttribute('aria-label');
    assert.match(label ?? '', /^pp-06, done, \d+% of what participants say, 1 note, interview, PP6, MB: read/);
  });

  it('opens one by Enter and marks it from the palette, in a file of one’s own, as one undo', async () => {
    const { workbench, study, page } = window();
    await tree().click('np-07');
    await workbench.tab('np-07.md').waitFor();
    await workbench.runCommand('Verbatim: Set Reading State…');
    await workbench.quickInput.title().getByText('How far have you come with np-07?').waitFor();
    await screenshot(page, 'transcripts-set-state');
    await workbench.quickInput.choose('done', 'done');
    await study.waitFor(STATE, text => text.startsWith('{"state": "done", '));
    await workbench.statusBarItem('Marked np-07 as done').waitFor();
    await tree()
      .rowWith(/np-07.*done · \d+%/)
      .waitFor();
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await study.waitFor(STATE, text => !text.includes('"state"'));
    await tree()
      .rowWith(/np-07.*coded · \d+%/)
      .waitFor();
  });

  it('marks one by its button and several by their menu', async () => {
    const { workbench } = window();
    await tree().pressAction('np-11', 'Mark as Done');
    await workbench.statusBarItem('Marked np-11 as done').waitFor();
    await tree()
      .rowWith(/np-11.*done/)
      .waitFor();
    await tree().select('np-07', 'np-11');
    await tree().chooseFromMenu('np-11', 'Mark as Unread');
    await workbench.statusBarItem('Marked 2 transcripts as unread').waitFor();
    await tree()
      .rowWith(/np-11.*unread/)
      .waitFor();
    await readOnce(
      () => description('np-07'),
      said => said?.startsWith('unread') === true,
    );
  });

  it('opens the next unread transcript, round the end', async () => {
    const { workbench } = window();
    await workbench.openFile('pp-03.md');
    await workbench.runCommand('Verbatim: Open Next Unread Transcript');
    await workbench.statusBarItem('np-07: unread, and 1 more').waitFor();
    await workbench.runCommand('Verbatim: Open Next Unread Transcript');
    await workbench.tab('np-11.md').waitFor();
  });

  it('groups by state and by kind, and shows some states only', async () => {
    const { workbench, page } = window();
    await workbench.runCommand('Verbatim: Group Transcripts by State');
    await tree().row('Unread').waitFor();
    await tree().waitForOrder(['Unread', 'np-07', 'np-11', 'Done', 'np-02', 'np-group-02', 'pp-03']);
    await screenshot(page, 'transcripts-by-state');
    await workbench.runCommand('Verbatim: Group Transcripts by Kind');
    await tree().waitForOrder(['Focus group', 'np-group-02', 'Interview', 'np-02', 'Joint interview', 'pp-joint-01']);
    await workbench.runCommand('Verbatim: Sort Transcripts by Name');
    await workbench.runCommand('Verbatim: Filter Transcripts by State…');
    await workbench.quickInput.title().getByText('Show which transcripts?').waitFor();
    await workbench.quickInput.toggle('unread');
    await workbench.quickInput.accept();
    await page.locator('.sidebar').getByText('Filter: unread. 5 transcripts are hidden.').waitFor();
    await becomes(() => tree().labels(), ['np-07', 'np-11']);
    await workbench.runCommand('Verbatim: Show All Transcripts');
    await tree().row('pp-03').waitFor();
  });
});

describe('notes before there is a code', () => {
  const window = useWindow({ isStory: true, settings: { 'verbatim.coder': 'EA' } });
  const NOTES = 'codings/EA/transcripts/pp-joint-01.reading.ndjson';
  const CODINGS = 'codings/EA/transcripts/pp-joint-01.jsonl';
  const WORDS = 'we share a desk';
  const tree = () => window().workbench.tree('Transcripts');

  it('are written on the selected words by keyboard', async () => {
    const { workbench, study } = window();
    await workbench.openFile('pp-joint-01.md');
    await workbench.editor.select(WORDS);
    await workbench.runCommand('Verbatim: Note on Passage…');
    await workbench.quickInput.title().getByText(`Note on “${WORDS}”`).waitFor();
    await workbench.quickInput.type('Furniture as method?');
    await workbench.quickInput.accept();
    await study.waitFor(NOTES, text => text.includes('"memo": "Furniture as method?"'));
    await workbench.statusBarItem(`Noted on “${WORDS}”`).waitFor();
  });

  it('show in the text, apart from codings, and in the hover', async () => {
    const { workbench, page } = window();
    await workbench.editor.waitForPaint(WORDS, paint => /dotted/.test(paint.borderBottom));
    const hover = await workbench.editor.hover(WORDS);
    await hover.getByText('Furniture as method?').first().waitFor();
    await hover.getByText('Code This Passage').waitFor();
    await screenshot(page, 'note-hover-light');
  });

  it('are listed below their transcript, and lead to their passage', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openView('Transcripts');
    await workbench.closeView('Themes');
    await tree().expand('pp-joint-01');
    await tree().rowWith('Furniture as method?').waitFor();
    await tree().expand('pp-06');
    await tree()
      .rowWith(/A job description in five words.*MB · “I'm paid to not forget\.”/)
      .waitFor();
    await workbench.openFile('pp-03.md');
    await tree().rowWith('Furniture as method?').click();
    await workbench.activeTab('pp-joint-01.md').waitFor();
    await screenshot(page, 'transcripts-notes-light');
  });

  for (const theme of ['dark', 'high contrast', 'high contrast light'] as const) {
    it(`can be read in ${theme}`, async () => {
      const { workbench, page } = window();
      await workbench.setTheme(theme);
      await workbench.editor.waitForPaint(WORDS, paint => /dotted/.test(paint.borderBottom));
      await screenshot(page, `transcripts-notes-${theme}`);
    });
  }

  it('are not a colleague’s to change', async () => {
    const { workbench } = window();
    const own = await tree().menuOf('Furniture as method?');
    assert.deepEqual(own, ['Edit Note…', 'Code This Note…', '---', 'Remove Note']);
    await workbench.openFile('pp-06.md');
    await workbench.editor.select("I'm paid to not forget.");
    await workbench.runCommand('Verbatim: Remove Note');
    await workbench.notifications.containing('This note is by MB.').waitFor();
  });

  it('are edited and become the memo of a coding, as one undo', async () => {
    const { workbench, study } = window();
    await workbench.openFile('pp-joint-01.md');
    await workbench.editor.select(WORDS);
    await workbench.runCommand('Verbatim: Edit Note…');
    await workbench.quickInput.type('Furniture again');
    await workbench.quickInput.accept();
    const noted = await study.waitFor(NOTES, text => text.includes('"memo": "Furniture again"'));
    const before = study.read(CODINGS) ?? '';
    await workbench.runCommand('Verbatim: Code This Note…');
    await workbench.quickInput.title().getByText('the note becomes its memo').waitFor();
    await workbench.quickInput.choose('choosing the moment', 'Choosing the moment');
    await study.waitFor(CODINGS, text => text.includes('"memo": "Furniture again"'));
    await study.waitFor(NOTES, text => !text.includes('Furniture'));
    await workbench.statusBarItem('Coded a note with Choosing the moment').waitFor();
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await study.waitFor(NOTES, text => text === noted);
    await study.waitFor(CODINGS, text => text === before);
  });
});

describe('a folder in which nothing was coded yet', () => {
  const window = useWindow({
    isStory: true,
    settings: { 'verbatim.coder': 'EA' },
    study: { 'transcripts/pp-01.md': '**PP1:** One.\n\n**PP1:** Two.\n', 'readme.md': 'x\n' },
  });

  it('can be read first: its transcripts are listed, and the first mark makes the study', async () => {
    const { workbench, study } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openView('Transcripts');
    const tree = workbench.tree('Transcripts');
    await tree.rowWith(/pp-01.*unread/).waitFor();
    await tree.chooseFromMenu('pp-01', 'Mark as Read');
    await study.waitFor('codings/EA/transcripts/pp-01.reading.ndjson');
    await tree.rowWith(/pp-01.*read/).waitFor();
  });
});

describe('a folder without transcripts', () => {
  const window = useWindow({ study: { 'notes.txt': 'x\n' } });

  it('says how to bring some in', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openView('Transcripts');
    await workbench.welcome().getByText('No transcripts yet.').waitFor();
    await screenshot(page, 'transcripts-welcome');
  });
});
