import assert from 'node:assert/strict';
import { screenshot, useWindow, waitUntil } from './support';

const TRANSCRIPT = [
  '**I:** How did it start?',
  '',
  '**PP1:** I told them about my own story. The room got quieter, and they’d listen. Nobody was in a hurry.',
  '',
  '[00:02:10] **I:** And then?',
  '',
  '**PP1:** Somebody else spoke up. We all breathed out.',
  '',
].join('\n');
const CODEBOOK = [
  '# Codebook',
  '',
  '## Influence {#influence .theme}',
  '',
  '### Self-disclosure {#self-disclosure}',
  '',
  'Sharing one’s own experience.',
  '',
  '### Calm {#calm}',
  '',
  '### Trust {#trust}',
  '',
].join('\n');
const CODINGS = 'codings/EA/transcripts/pp-01.jsonl';

interface Line {
  readonly code: string;
  readonly quote: string;
  readonly memo?: string;
}

describe('one-key coding, every result said aloud', () => {
  const window = useWindow({
    isStory: true,
    study: { 'transcripts/pp-01.md': TRANSCRIPT, 'codebook.md': CODEBOOK },
    settings: { 'verbatim.coder': 'EA' },
  });
  const codings = (): Line[] =>
    (window().study.read(CODINGS) ?? '')
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Line);
  const waitForCodings = (...wanted: string[]): Promise<unknown> => {
    const now = (): string[] =>
      codings().map(({ code, quote, memo }) => `${code}: ${quote}${memo ? ` (${memo})` : ''}`);
    return waitUntil(
      () => JSON.stringify(now()) === JSON.stringify(wanted),
      () => `the codings are ${JSON.stringify(now(), undefined, 1)}`,
    );
  };
  const PASSAGE = 'got quieter, and they’d listen. Nobody was in a hurry';
  const ROOM = 'The room got quieter, and they’d listen.';

  it('codes with the picker and then with the last code again', async () => {
    const { workbench } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Self-disclosure').waitFor();
    await workbench.openFile('pp-01.md');
    await workbench.editor.select('my own story');
    await workbench.press('Alt+K');
    await workbench.quickInput.title().getByText('Code “my own story”').waitFor();
    await workbench.quickInput.choose('self', 'Self-disclosure');
    await workbench.said('Coded with Self-disclosure').waitFor();
    await workbench.editor.placeCursor('Somebody else');
    await workbench.press('Alt+L');
    await waitForCodings('self-disclosure: my own story', 'self-disclosure: Somebody else spoke up.');
    await workbench.press('Alt+L');
    await workbench.said('You have given this passage this code already.').waitFor();
  });

  it('undoes and does again in order, naming what, also after a reload', async () => {
    const { workbench } = window();
    await workbench.press('Alt+Shift+Z');
    await workbench.said('Undone: Coded with Self-disclosure').waitFor();
    await waitForCodings('self-disclosure: my own story');
    await workbench.press('Alt+Shift+Y');
    await workbench.said('Done again: Coded with Self-disclosure').waitFor();
    await waitForCodings('self-disclosure: my own story', 'self-disclosure: Somebody else spoke up.');
    await workbench.press('Alt+Shift+Z');
    await waitForCodings('self-disclosure: my own story');
    await workbench.waitUntilKept('verbatim.history', '"undone":[{"title":"Coded with Self-disclosure"');
    await workbench.reload('editorpart.state', 'pp-01.md');
    await workbench.tab('pp-01.md').waitFor();
    await workbench.editor.waitForPaint('my own story', paint => /^2px solid/.test(paint.borderBottom));
    await workbench.editor.focus();
    await workbench.press('Alt+Shift+Y');
    await waitForCodings('self-disclosure: my own story', 'self-disclosure: Somebody else spoke up.');
    await workbench.press('Alt+Shift+Z');
    await waitForCodings('self-disclosure: my own story');
  });

  it('gives a digit to a code the first time, and codes with it from then on', async () => {
    const { workbench, page } = window();
    await workbench.editor.placeCursor('The room');
    await workbench.press('Alt+Shift+3');
    await workbench.quickInput.title().getByText('Key 3 is free: the code you choose gets it').waitFor();
    await screenshot(page, 'favorite-free');
    await workbench.quickInput.choose('calm', 'Calm');
    await workbench.said('Coded with Calm').waitFor();
    await workbench.editor.placeCursor('We all breathed');
    await workbench.press('Alt+Shift+3');
    await waitForCodings('self-disclosure: my own story', `calm: ${ROOM}`, 'calm: We all breathed out.');
    await workbench.press('Alt+Shift+Z');
    await waitForCodings('self-disclosure: my own story', `calm: ${ROOM}`);
  });

  it('gives a key to a code of the Themes view, and lists what has one', async () => {
    const { workbench, page } = window();
    await workbench.tree('Themes').row('Trust').click();
    await workbench.runCommand('Verbatim: Give a Key to This Code…');
    await workbench.quickInput.title().getByText('Which key is to give “Trust”?').waitFor();
    await screenshot(page, 'favorite-digits');
    await workbench.quickInput.type('4');
    await workbench.quickInput.accept();
    await workbench.said('Trust has the key 4 now').waitFor();
    await workbench.editor.placeCursor('Nobody was');
    await workbench.press('Alt+Shift+4');
    await workbench.said('Coded with Trust').waitFor();
    await workbench.press('Alt+Shift+Z');
    await workbench.said('Undone: Coded with Trust').waitFor();
  });

  it('makes the selected words a code, whole words only', async () => {
    const { workbench, study } = window();
    await workbench.editor.select('breathed ou');
    await workbench.press('Alt+I');
    await workbench.said('Coded with breathed out').waitFor();
    await study.waitFor('codebook.md', text => /^## breathed out \{#breathed-out\}$/m.test(text));
    await workbench.press('Alt+Shift+Z');
    await waitUntil(() => study.read('codebook.md') === CODEBOOK);
    await waitForCodings('self-disclosure: my own story', `calm: ${ROOM}`);
  });

  it('extends what was just coded to the sentence and the turn, and shrinks it again', async () => {
    const { workbench } = window();
    await workbench.editor.select('spoke');
    await workbench.press('Alt+Shift+4');
    const last = (): Line | undefined => codings().at(-1);
    await waitUntil(() => last()?.quote === 'spoke');
    await workbench.press('Alt+M');
    await workbench.said('extended to the sentence').waitFor();
    assert.equal(last()?.quote, 'Somebody else spoke up.');
    await workbench.press('Alt+M');
    await workbench.said('extended to the turn').waitFor();
    assert.equal(last()?.quote, 'Somebody else spoke up. We all breathed out.');
    await workbench.press('Alt+M');
    await workbench.said('a whole turn already').waitFor();
    await workbench.press('Alt+Shift+M');
    await workbench.said('shrunk to the sentence').waitFor();
    await workbench.press('Alt+Shift+M');
    await workbench.said('shrunk to the word').waitFor();
    assert.equal(last()?.quote, 'spoke');
    for (let i = 0; i < 4; i++) await workbench.press('Alt+Shift+Z');
    await waitUntil(() => last()?.quote === 'spoke');
    await workbench.press('Alt+Shift+Z');
    await waitForCodings('self-disclosure: my own story', `calm: ${ROOM}`);
  });

  it('moves either end and extends to a selection', async () => {
    const { workbench } = window();
    await workbench.editor.placeCursor('got quieter');
    await workbench.runCommand('Verbatim: Begin Coding Here');
    await workbench.said('Calm: begins here now').waitFor();
    await waitForCodings('self-disclosure: my own story', 'calm: got quieter, and they’d listen.');
    await workbench.editor.placeCursor(', and they’d');
    await workbench.runCommand('Verbatim: End Coding Here');
    await workbench.said('Calm: ends here now').waitFor();
    await waitForCodings('self-disclosure: my own story', 'calm: got quieter');
    await workbench.editor.selectFrom('got quieter', 'Nobody was in a hurr');
    await workbench.runCommand('Verbatim: Extend or Shrink Coding to Selection');
    await workbench.said('Calm: moved to the selection').waitFor();
    await waitForCodings(
      'self-disclosure: my own story',
      'calm: got quieter, and they’d listen. Nobody was in a hurry',
    );
  });

  it('recodes, adds a code and writes a memo from the light bulb, asking which coding where two overlap', async () => {
    const { workbench, page } = window();
    await workbench.editor.placeCursor('quieter');
    await (await workbench.editor.openQuickFixes('Add Another Code…')).getByText('Add Another Code…').click();
    await workbench.quickInput.title().getByText('Add a code beside Calm').waitFor();
    await workbench.quickInput.choose('trust', 'Trust');
    await workbench.said('Added Trust beside Calm').waitFor();
    const menu = await workbench.editor.openQuickFixes('Recode Coding…');
    await screenshot(page, 'light-bulb');
    await menu.getByText('Recode Coding…').click();
    await workbench.quickInput.title().getByText('Which coding is to get another code?').waitFor();
    await screenshot(page, 'which-coding');
    await workbench.quickInput.pick('Trust');
    await workbench.quickInput.title().getByText('Recode Trust to').waitFor();
    await workbench.quickInput.choose('self', 'Self-disclosure');
    await workbench.said('Recoded Trust to Self-disclosure').waitFor();
    await workbench.runCommand('Verbatim: Edit Memo…');
    await workbench.quickInput.title().getByText('Which coding is the memo about?').waitFor();
    await workbench.quickInput.pick('Calm');
    await workbench.quickInput
      .title()
      .getByText(/^Memo on “got quieter/)
      .waitFor();
    await screenshot(page, 'memo-input');
    await workbench.quickInput.type('Who was quiet?');
    await workbench.quickInput.accept();
    await workbench.said('Wrote a memo on Calm').waitFor();
    await waitUntil(() => codings().filter(({ quote }) => quote === PASSAGE).length === 2);
    assert.deepEqual(
      codings()
        .filter(({ quote }) => quote === PASSAGE)
        .map(({ code, memo }) => [code, memo ?? ''])
        .sort(),
      [
        ['calm', 'Who was quiet?'],
        ['self-disclosure', ''],
      ],
    );
    const hover = await workbench.editor.hover('quieter');
    await hover.getByText('Who was quiet?').waitFor();
    await workbench.editor.leaveHover();
  });

  it('codes every cursor’s sentence at once, and one undo takes all back', async () => {
    const { workbench } = window();
    const before = codings().length;
    await workbench.editor.placeCursor('How did');
    for (let i = 0; i < 4; i++) await workbench.press('Shift+Alt+ArrowDown');
    await workbench.press('End');
    await workbench.press('Alt+Shift+4');
    await workbench.said(/Coded \d passages with Trust/).waitFor();
    await waitUntil(() => codings().length > before + 1);
    assert.ok(codings().some(({ code, quote }) => code === 'trust' && quote === 'And then?'));
    assert.ok(codings().every(({ quote }) => !quote.includes('**') && !quote.includes('00:02')));
    await workbench.press('Escape');
    await workbench.press('Alt+Shift+Z');
    await workbench.said(/Undone: Coded \d passages with Trust/).waitFor();
    await waitUntil(() => codings().length === before);
  });

  it('recodes from the tree and removes at the cursor', async () => {
    const { workbench, page } = window();
    const tree = workbench.tree('Themes');
    await tree.expand('Calm');
    await tree.expand('pp-01');
    await tree.chooseFromMenu(`PP1: ${PASSAGE}`, 'Recode…');
    await workbench.quickInput.title().getByText('Recode Calm to').waitFor();
    await screenshot(page, 'recode-from-tree');
    await workbench.quickInput.choose('trust', 'Trust');
    await workbench.said('Recoded Calm to Trust').waitFor();
    await workbench.editor.focus();
    await workbench.editor.placeCursor('my own story');
    await workbench.press('Alt+Shift+K');
    await workbench.said('Removed Self-disclosure from a passage').waitFor();
    await waitUntil(() => codings().every(({ quote }) => quote !== 'my own story'));
    await workbench.press('Alt+Shift+Z');
    await waitUntil(() => codings().some(({ quote }) => quote === 'my own story'));
  });

  it('offers to skip what somebody else changed since, and goes on to what came before', async () => {
    const { workbench, study } = window();
    await workbench.editor.placeCursor('Somebody else');
    await workbench.press('Alt+Shift+4');
    await workbench.said('Coded with Trust').waitFor();
    const text = await study.waitFor(CODINGS, content => content.includes('Somebody else'));
    study.write(CODINGS, text.replace('"code": "trust", "quote": "Somebody', '"code": "calm", "quote": "Somebody'));
    const changed = study.read(CODINGS);
    await workbench.press('Alt+Shift+Z');
    const message = workbench.page.locator('.notifications-toasts', {
      hasText: 'Somebody changed the same lines since',
    });
    await message.waitFor();
    assert.equal(study.read(CODINGS), changed);
    await message.getByRole('button', { name: 'Skip It' }).click();
    await workbench.said('Skipped: Coded with Trust').waitFor();
    assert.equal(study.read(CODINGS), changed);
  });
});
