import assert from 'node:assert/strict';
import { appears, type OpenWindow, picture, screenshot, useWindow, waitUntil } from './support';

const TEN = Array.from({ length: 10 }, (_, i) => `Idea ${i + 1}`);
const TEXT =
  '**I:** How was it?\n\n**PP1:** We slowed down, and it was quiet, and I hoped.\n\n**I:** And then?\n\n**PP1:** It was quiet again.\n';
const line = (id: string, code: string, quote: string): string => {
  const at = TEXT.indexOf(quote);
  return `${JSON.stringify({ code, quote, at: [at, at + quote.length], id })}\n`;
};
const CODEBOOK = `# Codebook

Settled with the team in May.

## Meetings {#meetings .theme}

What changes in the room.

### Slowing down {#slow color=amber}

Everybody takes more time.

### Silence {#silence color=blue}

### Hope {#hope color=green}

## Role {#role .theme}

### Pay {#pay}
${TEN.map((title, i) => `\n## ${title} {#idea-${i + 1}}\n`).join('')}`;
const HEADINGS = [...CODEBOOK.matchAll(/^#(#+) (.+?) \{/gm)].map(([, { length } = '', title = '']) => ({
  level: length,
  title,
}));
const TITLES = new Set(HEADINGS.map(({ title }) => title));
/** What the tree shows of it. */
const OUTLINE = HEADINGS.map(({ level, title }) => `${level} ${title}`).join('\n');
const EA = 'codings/EA/transcripts/pp-01.jsonl';
const MB = 'codings/MB/transcripts/pp-01.jsonl';
const STUDY = {
  'transcripts/pp-01.md': TEXT,
  'codebook.md': CODEBOOK,
  [EA]: line('aaaaaaaaa1', 'slow', 'slowed down') + line('aaaaaaaaa2', 'silence', 'it was quiet'),
  [MB]: line('bbbbbbbbb1', 'slow', 'We slowed') + line('bbbbbbbbb2', 'hope', 'I hoped'),
};

/** Opens the Themes view and waits for its rows. */
async function openThemes({ workbench }: OpenWindow) {
  await workbench.openContainer('Verbatim');
  const tree = workbench.tree('Themes');
  await tree.row('Meetings').waitFor();
  return tree;
}

/** Takes the last action back by the keyboard, and waits until the codebook is as it was, on disk and in the tree. */
async function undo({ workbench, study }: OpenWindow): Promise<void> {
  const tree = workbench.tree('Themes');
  // A click on a theme would close it.
  await tree.click('Idea 9');
  await workbench.press('ControlOrMeta+Z');
  await study.waitFor('codebook.md', text => text === CODEBOOK);
  const isShown = async () => {
    const rows = await tree.rows();
    const shown = rows.filter(({ label }) => TITLES.has(label)).map(({ label, level }) => `${level} ${label}`);
    return shown.join('\n') === OUTLINE;
  };
  await waitUntil(isShown, () => 'the tree does not show what the codebook says');
}

describe('building themes by mouse and keyboard', () => {
  const window = useWindow({ study: STUDY });

  it('has a calm menu for codes, for themes and for several of them', async () => {
    const tree = await openThemes(window());
    const { page } = window();
    await tree.openMenu('Slowing down');
    await screenshot(page, 'codebook-menu-code');
    await page.keyboard.press('Escape');
    await tree.openMenu('Meetings');
    await screenshot(page, 'codebook-menu-theme');
    await page.keyboard.press('Escape');
    await tree.select('Idea 1', 'Idea 2', 'Idea 3');
    const lines = await tree.menuOf('Idea 2');
    assert.ok(lines.includes('Merge into…'), lines.join('\n'));
    assert.ok(!lines.includes('Rename…'), lines.join('\n'));
  });

  it('makes a theme at a button and a code in it at another, and goes to what was made', async () => {
    const { workbench, study, page } = window();
    const tree = await openThemes(window());
    await workbench.pressViewAction('Themes', 'New Theme…');
    await workbench.quickInput.type('meetings');
    await workbench.quickInput.message().getByText('is there already').waitFor();
    await screenshot(page, 'codebook-new-theme-exists');
    await workbench.quickInput.type('Atmosphere');
    await workbench.quickInput.accept();
    await study.waitFor('codebook.md', text => text.includes('## Atmosphere {#atmosphere .theme}'));
    await tree.waitForSelection(['Atmosphere']);
    const goesThere = workbench.quickInput.message().getByText('It goes into “Atmosphere”.');
    const isAsked = async () => {
      await tree.pressAction('Atmosphere', 'New Code…');
      if (await appears(goesThere)) return true;
      // While the tree is drawn anew, VS Code does not know whose button it was; then the theme is asked for.
      await workbench.quickInput.cancel();
      return undefined;
    };
    await waitUntil(isAsked, () => 'the button of a theme does not make a code in it');
    await workbench.quickInput.type('Warmth');
    await workbench.quickInput.accept();
    await study.waitFor('codebook.md', text => text.includes('### Warmth {#warmth}'));
    await tree.waitForSelection(['Warmth']);
    // A theme made from the view's own button stands at the top, whatever is selected.
    await workbench.pressViewAction('Themes', 'New Theme…');
    await workbench.quickInput.type('Time');
    await workbench.quickInput.accept();
    await study.waitFor('codebook.md', text => text.includes('\n## Time {#time .theme}\n'));
    await tree.waitForSelection(['Time']);
    await tree.chooseFromMenu('Atmosphere', 'New Subtheme…');
    await workbench.quickInput.title().getByText('New subtheme').waitFor();
    await workbench.quickInput.type('Light');
    await workbench.quickInput.accept();
    await study.waitFor('codebook.md', text => text.includes('\n### Light {#light .theme}\n'));
    for (const gone of ['Light', 'Time', 'Warmth']) {
      await workbench.press('ControlOrMeta+Z');
      await study.waitFor('codebook.md', text => !text.includes(gone));
    }
    await undo(window());
  });

  it('renames with F2', async () => {
    const { workbench, study, page } = window();
    const tree = await openThemes(window());
    await tree.click('Silence');
    await workbench.press('F2');
    await workbench.quickInput.title().getByText('Rename “Silence”').waitFor();
    await screenshot(page, 'codebook-rename');
    await workbench.quickInput.type('Letting silence be');
    await workbench.quickInput.accept();
    await study.waitFor('codebook.md', text => text.includes('### Letting silence be {#silence color=blue}'));
    await tree.waitForSelection(['Letting silence be']);
    await undo(window());
    await tree.row('Silence').waitFor();
  });

  it('chooses a colour by its swatch', async () => {
    const { workbench, study, page } = window();
    const tree = await openThemes(window());
    await tree.chooseFromMenu('Hope', 'Choose Colour…');
    await workbench.quickInput.row('Teal').waitFor();
    await screenshot(page, 'codebook-colours');
    await workbench.quickInput.pick('Teal');
    await study.waitFor('codebook.md', text => text.includes('{#hope color=teal}'));
    await undo(window());
  });

  it('drags ten codes onto a theme, and one undo takes all of them back', async () => {
    const { workbench, study, page } = window();
    const tree = await openThemes(window());
    await tree.selectRange('Idea 1', 'Idea 10');
    await tree.waitForSelection(TEN);
    await tree.drag('Idea 4', 'Role');
    const moved = await study.waitFor('codebook.md', text => text.includes('### Idea 10 {#idea-10}'));
    for (const [i, title] of TEN.entries()) assert.ok(moved.includes(`### ${title} {#idea-${i + 1}}`), title);
    await tree.row('Role').and(page.locator('[aria-expanded="true"]')).waitFor();
    const isIn = async () => (await tree.rows()).some(({ label, level }) => label === 'Idea 10' && level === 2);
    await waitUntil(isIn, () => 'the codes are not shown in the theme');
    await workbench.statusBarItem('Moved 10 codes to “Role”').waitFor();
    await screenshot(page, 'codebook-ten-dragged');
    await undo(window());
  });

  it('drops a code beside another, and on the empty area to the top', async () => {
    const { study } = window();
    const tree = await openThemes(window());
    await tree.drag('Pay', 'Slowing down');
    const beside = await study.waitFor('codebook.md', text => text.indexOf('### Pay') < text.indexOf('### Silence'));
    assert.ok(beside.indexOf('### Pay') > beside.indexOf('### Slowing down'));
    await undo(window());
    await tree.dragToEmptyArea('Pay');
    await study.waitFor('codebook.md', text => /\n## Pay \{#pay\}\n$/.test(text));
    await undo(window());
  });

  it('gives an excerpt that is dragged onto another code that code', async () => {
    const { workbench, study } = window();
    const tree = await openThemes(window());
    await tree.expandPath('Hope', 'pp-01');
    await tree.row('PP1: I hoped').waitFor();
    await tree.dragOnto(tree.row('PP1: I hoped'), tree.row('Pay'));
    await study.waitFor(MB, text => text.includes('"code": "pay"'));
    await workbench.statusBarItem('Moved 1 excerpt to “Pay”').waitFor();
    await tree.click('Idea 9');
    await workbench.press('ControlOrMeta+Z');
    await study.waitFor(MB, text => text === STUDY[MB]);
  });

  it('groups codes under a new theme', async () => {
    const { workbench, study } = window();
    const tree = await openThemes(window());
    await tree.select('Idea 1', 'Idea 3');
    await tree.chooseFromMenu('Idea 3', 'Group under New Theme…');
    await workbench.quickInput.title().getByText('Group 2 codes under a new theme').waitFor();
    await workbench.quickInput.type('Ideas');
    await workbench.quickInput.accept();
    const text = await study.waitFor('codebook.md', now => now.includes('## Ideas {#ideas .theme}'));
    assert.match(text, /## Ideas \{#ideas \.theme\}\n\n### Idea 1 \{#idea-1\}\n\n### Idea 3 \{#idea-3\}\n/);
    await undo(window());
  });

  it('merges codes, shows where excerpts came from, and un-merges', async () => {
    const { workbench, study, page } = window();
    const tree = await openThemes(window());
    await tree.chooseFromMenu('Slowing down', 'Merge into…');
    await workbench.quickInput.title().getByText('Merge “Slowing down” (2 excerpts) into…').waitFor();
    await screenshot(page, 'codebook-merge');
    await workbench.quickInput.pick('Silence');
    await study.waitFor('codebook.md', text => /\{#silence .*formerly="?slow/.test(text));
    await tree.row('Slowing down').waitFor({ state: 'detached' });
    await tree.expandPath('Silence', 'pp-01');
    await tree.rowWith('was slow').waitFor();
    await screenshot(page, 'codebook-merged');
    await tree.chooseFromMenu('Silence', 'Un-merge…');
    await study.waitFor('codebook.md', text => /\{#slow\b/.test(text));
    await tree.rowWith('was slow').waitFor({ state: 'detached' });
    await workbench.press('ControlOrMeta+Z');
    await study.waitFor('codebook.md', text => text.includes('formerly'));
    await undo(window());
  });

  it('deletes a code that nobody uses at once, and says what another deletion would leave behind', async () => {
    const { workbench, study, page } = window();
    const tree = await openThemes(window());
    await tree.click('Idea 7');
    await workbench.press('Delete');
    await study.waitFor('codebook.md', text => !text.includes('Idea 7'));
    await workbench.statusBarItem('Deleted “Idea 7”').waitFor();
    await undo(window());
    await tree.click('Slowing down');
    await workbench.press('Delete');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog
      .getByText('Delete “Slowing down”? 2 excerpts by EA and MB in 1 transcript are coded with it.')
      .waitFor();
    await screenshot(page, 'codebook-delete');
    await dialog.getByRole('button', { name: 'Move Excerpts to Another Code…' }).click();
    await workbench.quickInput.pick('Hope');
    await study.waitFor('codebook.md', text => !text.includes('Slowing down'));
    assert.match(study.read(EA) ?? '', /"code": "hope", "quote": "slowed down"/);
    assert.match(study.read(MB) ?? '', /"code": "hope", "quote": "We slowed"/);
    await undo(window());
    await study.waitFor(EA, text => text === STUDY[EA]);
    await study.waitFor(MB, text => text === STUDY[MB]);
  });

  it('asks whether the codes of a theme go with it', async () => {
    const { study, page } = window();
    const tree = await openThemes(window());
    await tree.chooseFromMenu('Meetings', 'Delete…');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('Delete “Meetings”? There are 3 codes and 4 excerpts in it.').waitFor();
    await screenshot(page, 'codebook-delete-theme');
    await dialog.getByRole('button', { name: 'Keep the Codes' }).click();
    await study.waitFor('codebook.md', text => text.includes('\n## Slowing down {#slow color=amber}\n'));
    await undo(window());
  });

  it('sorts by use and by name, and ticks the order that is on', async () => {
    const { workbench, page } = window();
    const tree = await openThemes(window());
    await workbench.runCommand('Verbatim: Sort by Name');
    await tree.waitForOrder(['Hope', 'Silence', 'Slowing down']);
    await workbench.openViewMenu('Themes', 'Sort');
    await page.getByRole('menuitem', { name: '✓ Sort by Name' }).waitFor();
    await screenshot(page, 'codebook-sort');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await workbench.runCommand('Verbatim: Sort by Order of the Codebook');
    await tree.waitForOrder(['Slowing down', 'Silence', 'Hope']);
  });

  it('says how far codes have come, and shows those of a phase only', async () => {
    const { workbench, study, page } = window();
    const tree = await openThemes(window());
    await tree.select('Silence', 'Pay');
    await tree.chooseFromMenu('Pay', 'Set Phase…');
    await workbench.quickInput.row('candidate').waitFor();
    await screenshot(page, 'codebook-phase');
    await workbench.quickInput.pick('candidate');
    await study.waitFor('codebook.md', text => text.includes('{#pay .candidate}'));
    await tree.rowWith(/Silence.*1 · candidate/).waitFor();
    await workbench.pressViewAction('Themes', 'Filter by Phase…');
    await workbench.quickInput.toggle('candidate');
    await screenshot(page, 'codebook-filter-pick');
    await workbench.quickInput.accept();
    await tree.row('Idea 1').waitFor({ state: 'detached' });
    const isFiltered = async () => {
      const entries = (await tree.labels()).filter(label => label !== 'pp-01');
      return entries.join() === 'Meetings,Silence,Role,Pay';
    };
    await waitUntil(isFiltered, () => 'the tree does not show just the candidates and their themes');
    await page.getByText('12 entries are hidden').waitFor();
    await screenshot(page, 'codebook-filtered');
    await workbench.pressViewAction('Themes', 'Show All Phases');
    await tree.row('Idea 1').waitFor();
    await page.getByText('entries are hidden').waitFor({ state: 'detached' });
    await undo(window());
  });

  it('works on the heading at the cursor where somebody writes in the codebook', async () => {
    const { workbench, study } = window();
    await workbench.openFile('codebook.md');
    await workbench.editor.placeCursor('Everybody takes more time.');
    await workbench.runCommand('Verbatim: Rename…');
    await workbench.quickInput.title().getByText('Rename “Slowing down”').waitFor();
    await workbench.quickInput.type('Taking time');
    await workbench.quickInput.accept();
    await study.waitFor('codebook.md', text => text.includes('### Taking time {#slow color=amber}'));
    await openThemes(window());
    await undo(window());
  });
});

describe('the first theme of a study', () => {
  const window = useWindow({ study: { 'transcripts/pp-01.md': TEXT } });

  it('is offered where there is nothing yet', async () => {
    const { workbench, study, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.welcome().getByText('No themes yet.').waitFor();
    await screenshot(page, 'codebook-welcome');
    await workbench.welcome().getByRole('button', { name: 'New Theme…' }).click();
    await workbench.quickInput.type('Meetings');
    await workbench.quickInput.accept();
    assert.equal(
      await study.waitFor('codebook.md', text => text.includes('Meetings')),
      '# Codebook\n\n## Meetings {#meetings .theme}\n',
    );
    await workbench.tree('Themes').row('Meetings').waitFor();
  });
});

describe('what building themes looks like', () => {
  const window = useWindow();

  for (const theme of ['light', 'high contrast', 'high contrast light', 'dark'] as const) {
    it(`is legible in the ${theme} theme`, async () => {
      const { workbench, page } = window();
      await workbench.setTheme(theme);
      await workbench.openContainer('Verbatim');
      const tree = workbench.tree('Themes');
      await tree.select("Telling a piece of one's own story", 'Choosing the moment', 'The cost of disclosing');
      const menu = await tree.openMenu('Choosing the moment');
      await menu.getByRole('menuitem', { name: 'Merge into…' }).waitFor();
      await screenshot(page, `codebook-${theme}`);
      if (theme === 'light') await picture(page, 'themes');
      await page.keyboard.press('Escape');
    });
  }
});
