import assert from 'node:assert/strict';
import { screenshot, useWindow, waitUntil } from './support';

const TRANSCRIPT =
  '**I:** How did it start?\n\n**PP1:** I told them about my own story, and the room got quieter. Then somebody else spoke up.\n';
const CODEBOOK = `# Codebook

## Influence on meetings {#influence .theme}

What changes in the room.

### Self-disclosure {#self-disclosure formerly="own-story"}

Sharing one's own experience of distress or recovery in a meeting, so that the others can hear what it was like and ask.

### Café talk {#cafe-talk}

Talk over coffee.

### Slowing down {#slowing-down}

## The role {#role .theme}

### Paid work {#paid-work}

Money and contracts, and who has a say in [them](command:workbench.action.closeWindow).

### Tidy rooms {#tidy-rooms}

## Room to talk {#room-to-talk}
`;
const CODINGS = 'codings/EA/transcripts/pp-01.jsonl';

const coding = (id: string, code: string): string =>
  `{"code": "${code}", "quote": "my own story", "at": [48, 60], "created": "2026-03-02T10:03:11Z", "id": "${id}"}\n`;

describe('the code picker', () => {
  const window = useWindow({
    isStory: true,
    study: {
      'transcripts/pp-01.md': TRANSCRIPT,
      'transcripts/pp-02.md': TRANSCRIPT,
      'codebook.md': CODEBOOK,
      'codings/Bo/transcripts/pp-01.jsonl': coding('aaaaaaaaaa', 'self-disclosure') + coding('bbbbbbbbbb', 'own-story'),
      'codings/Bo/transcripts/pp-02.jsonl': coding('cccccccccc', 'self-disclosure'),
    },
    settings: { 'verbatim.coder': 'EA' },
  });

  /** Opens the picker for some words of the transcript, other ones than the time before: the editor searches for them. */
  async function openPicker(words = 'the room'): Promise<void> {
    const { workbench } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Room to talk').waitFor();
    await workbench.openFile('pp-01.md');
    await workbench.editor.select(words);
    await workbench.press('Alt+K');
    await workbench.quickInput.title().getByText(`Code “${words}”`).waitFor();
  }

  /** Waits until these lines come first, headings aside. */
  async function expectFirst(...expected: readonly string[]): Promise<void> {
    const { quickInput } = window().workbench;
    let labels: string[] = [];
    await waitUntil(
      async () => {
        labels = await quickInput.labels();
        return expected.every((label, i) => labels[i] === label);
      },
      () => `the first lines are ${labels.slice(0, 6).join(', ')} and not ${expected.join(', ')}`,
    );
  }

  const focused = () => window().page.locator('.quick-input-list .monaco-list-row.focused');

  it('shows how often and where each code was used, and of the focused one the definition', async () => {
    await openPicker();
    const { workbench, page } = window();
    const { quickInput } = workbench;
    await quickInput.row('Self-disclosure').getByText('3 excerpts in 2 transcripts · Influence on meetings').waitFor();
    await quickInput.row('Tidy rooms').getByText('not used yet · The role').waitFor();
    await quickInput.message().getByText('so that the others can hear what it was like and ask.').waitFor();
    // Whoever listens to the line hears the definition as well.
    assert.match((await focused().getAttribute('aria-label')) ?? '', /Self-disclosure, 3 excerpts .*Sharing one's own/);
    await screenshot(page, 'picker-definition');
    const list = page.locator('.quick-input-list .monaco-list');
    const before = await list.boundingBox();
    await workbench.press('ArrowDown');
    await quickInput.message().getByText('Talk over coffee.').waitFor();
    assert.deepEqual(await list.boundingBox(), before, 'the list does not jump');
    await workbench.press('ArrowDown');
    await quickInput.message().getByText('No definition yet.').waitFor();
    assert.deepEqual(await list.boundingBox(), before, 'the list does not jump');
  });

  it('makes no link of what a definition says', async () => {
    const { workbench } = window();
    await workbench.quickInput.type('paid');
    await workbench.quickInput.message().getByText('who has a say in').waitFor();
    assert.equal(await workbench.quickInput.message().locator('a').count(), 0);
  });

  for (const [how, typed, title] of [
    ['the beginning of a word', 'discl', 'Self-disclosure'],
    ['words in any order', 'down slow', 'Slowing down'],
    ['words with a slip', 'self dislcosure', 'Self-disclosure'],
    ['a name without its accent', 'cafe', 'Café talk'],
    ['a former name', 'own story', 'Self-disclosure'],
    ['its theme, with a slip', 'infleunce talk', 'Café talk'],
    ['its definition', 'contracts', 'Paid work'],
  ] as const) {
    it(`finds a code by ${how}`, async () => {
      await window().workbench.quickInput.type(typed);
      await expectFirst(title);
      assert.match((await focused().getAttribute('aria-label')) ?? '', new RegExp(`^${title}`));
    });
  }

  it('ranks by fit and not by what letters a label happens to have', async () => {
    await window().workbench.quickInput.type('room');
    // “Tidy rooms” has the letters as well, and would come first if the editor had its way.
    await expectFirst('Room to talk', 'Tidy rooms', 'New code “room”');
    await window().workbench.quickInput.cancel();
  });

  for (const [theme, words] of [
    ['light', 'told them'],
    ['dark', 'about my'],
    ['high contrast', 'got quieter'],
    ['high contrast light', 'my own story'],
  ] as const) {
    it(`points out what is almost the same before it is created, in the ${theme} theme`, async () => {
      const { workbench, page } = window();
      await workbench.setTheme(theme);
      await openPicker(words);
      await workbench.quickInput.type('self disclosure');
      await expectFirst('Self-disclosure', 'New code “self disclosure”');
      await workbench.quickInput.row('Self-disclosure').getByText('almost the same name').waitFor();
      await workbench.quickInput
        .row('New code “self disclosure”')
        .getByText('almost the same as “Self-disclosure”')
        .waitFor();
      assert.match((await focused().getAttribute('aria-label')) ?? '', /^Self-disclosure/);
      await screenshot(page, `picker-alike-${theme}`);
      await workbench.press('ArrowDown');
      await workbench.quickInput.message().getByText('Much like “Self-disclosure” (Influence on meetings).').waitFor();
      await screenshot(page, `picker-alike-new-${theme}`);
      await workbench.quickInput.cancel();
    });
  }

  it('applies the existing code with Enter', async () => {
    const { workbench, study } = window();
    await openPicker('the room');
    await workbench.quickInput.type('Self disclosures');
    await expectFirst('Self-disclosure', 'New code “Self disclosures”');
    await workbench.quickInput.accept();
    await study.waitFor(CODINGS, text => /^\{"code": "self-disclosure", "quote": "the room"/.test(text));
    assert.equal(study.read('codebook.md'), CODEBOOK);
  });

  it('puts what was used last first among what fits alike', async () => {
    const { workbench, study } = window();
    await openPicker('somebody else');
    await workbench.quickInput.type('talk');
    await expectFirst('Café talk', 'Room to talk');
    await workbench.press('ArrowDown');
    await workbench.quickInput.accept();
    await study.waitFor(CODINGS, text => text.includes('room-to-talk'));
    await openPicker('quieter');
    await workbench.quickInput.text('recently used').waitFor();
    await expectFirst('Room to talk', 'Self-disclosure');
    await workbench.quickInput.type('talk');
    await expectFirst('Room to talk', 'Café talk');
    await workbench.quickInput.cancel();
  });

  it('creates a code for all that, under a theme that is chosen, with others that were ticked', async () => {
    const { workbench, study, page } = window();
    await openPicker('spoke up');
    await workbench.quickInput.type('paid');
    await expectFirst('Paid work');
    await workbench.press('ControlOrMeta+Enter');
    await workbench.quickInput.text('ticked').waitFor();
    await workbench.quickInput.type('tidy room');
    await expectFirst('Paid work', 'Tidy rooms', 'New code “tidy room”');
    await workbench.press('ArrowDown');
    await workbench.quickInput.message().getByText('Much like “Tidy rooms” (The role).').waitFor();
    await workbench.press('ControlOrMeta+Enter');
    await expectFirst('Paid work', 'tidy room');
    await screenshot(page, 'picker-ticked');
    // A second one of that name is not offered.
    await workbench.quickInput.type('Tidy Room');
    await expectFirst('Paid work', 'tidy room', 'Tidy rooms');
    assert.equal((await workbench.quickInput.labels()).filter(label => label.startsWith('New code')).length, 0);
    await workbench.quickInput.type('');
    await expectFirst('Paid work', 'tidy room', 'Room to talk');
    await workbench.quickInput.accept();
    await workbench.quickInput.title().getByText('Where does the new code “tidy room” belong?').waitFor();
    await workbench.quickInput.type('The role');
    await workbench.quickInput.accept();
    await study.waitFor('codebook.md', text =>
      /### Tidy rooms \{#tidy-rooms\}\n\n### tidy room \{#tidy-room\}/.test(text),
    );
    const text = await study.waitFor(CODINGS, content => content.split('\n').length === 5);
    assert.deepEqual([...text.matchAll(/"code": "([^"]+)", "quote": "spoke up"/g)].map(found => found[1]).sort(), [
      'paid-work',
      'tidy-room',
    ]);
  });

  it('is not the only place that points it out: naming a new code does, too', async () => {
    const { workbench, page } = window();
    await workbench.runCommand('Verbatim: New Code…');
    await workbench.quickInput.type('Own stories');
    await workbench.quickInput
      .message()
      .getByText('“Self-disclosure” (Influence on meetings) was called “own-story” before.')
      .waitFor();
    await screenshot(page, 'new-code-alike');
    await workbench.quickInput.type('Cafe-Talks');
    await workbench.quickInput.message().getByText('Much like “Café talk” (Influence on meetings).').waitFor();
    await workbench.quickInput.cancel();
  });
});

describe('the code picker in a codebook of 2,000 codes', () => {
  const name = (i: number): string => `${['Asking', 'Telling', 'Waiting', 'Leaving'][i % 4]} about matter ${i}`;
  const codes = Array.from({ length: 2000 }, (_, i) => `## ${name(i)} {#c${i}}\n\nWhat happens in matter ${i}.\n`);
  const window = useWindow({
    study: { 'transcripts/pp-01.md': TRANSCRIPT, 'codebook.md': `# Codebook\n\n${codes.join('\n')}` },
    settings: { 'verbatim.coder': 'EA' },
  });

  it('opens, says how many there are, finds the one that is meant and codes with it', async () => {
    const { workbench, page, study } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row(name(0)).waitFor();
    await workbench.openFile('pp-01.md');
    await workbench.editor.select('the room');
    await workbench.press('Alt+K');
    await workbench.quickInput.text('200 of 2000 codes: type to find others').waitFor();
    await screenshot(page, 'picker-2000');
    await workbench.quickInput.input().pressSequentially('waitng 1986');
    await workbench.quickInput.row(name(1986)).waitFor();
    await waitUntil(async () => (await workbench.quickInput.labels())[0] === name(1986));
    await screenshot(page, 'picker-2000-found');
    await workbench.quickInput.accept();
    await study.waitFor(CODINGS, text => text.includes('"code": "c1986"'));
  });
});
