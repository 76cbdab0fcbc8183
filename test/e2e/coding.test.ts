import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { becomes, picture, screenshot, useWindow, waitUntil } from './support';

const TRANSCRIPT =
  '**I:** How did it start?\n\n**PP1:** I told them about my own story, and the room got quieter.\n\n**I:** And then?\n\n**PP1:** Then somebody else spoke up.\n';

describe('from a folder of transcripts to the first coding, by keyboard alone', () => {
  const window = useWindow({ isStory: true, study: { 'transcripts/pp-01.md': TRANSCRIPT } });
  const CODINGS = 'codings/EA Test/transcripts/pp-01.jsonl';

  it('says in the empty Themes view how to begin', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.welcome().getByText('No themes yet.').waitFor();
    await screenshot(page, 'welcome');
  });

  it('codes the selected words with a new code; the first coding makes the study', async () => {
    const { workbench, study, page } = window();
    execFileSync('git', ['config', 'user.name', 'Eva Ash'], { cwd: study.dir });
    await workbench.openFile('pp-01.md');
    await workbench.editor.select('my own story');
    await workbench.press('Alt+K');
    await workbench.quickInput.title().getByText('Who is coding?').waitFor();
    assert.equal(await workbench.quickInput.input().inputValue(), 'Eva Ash');
    await workbench.quickInput.type('EA Test');
    await workbench.quickInput.accept();
    await workbench.quickInput.title().getByText('Code “my own story”').waitFor();
    await workbench.quickInput.type('Self-disclosure');
    await workbench.quickInput.text('New code “Self-disclosure”').waitFor();
    await screenshot(page, 'new-code');
    await workbench.quickInput.accept();
    await study.waitFor(CODINGS);
    assert.match(study.read('codebook.md') ?? '', /^# Codebook\n\n## Self-disclosure \{#self-disclosure\}\n/);
    await workbench.statusBarItem('Coded with Self-disclosure').waitFor();
    await workbench.statusBarItem('EA Test').waitFor();
  });

  it('highlights the passage with a tint and a line', async () => {
    const { workbench } = window();
    await workbench.editor.waitForPaint('my own story', paint => /^2px solid/.test(paint.borderBottom));
    await workbench.editor.waitForPaint(
      'my own story',
      paint => paint.layer === 'behind' && !/rgba\(0, 0, 0, 0\)/.test(paint.background),
    );
  });

  it('shows the code and its excerpt in the tree, and opens the passage from there', async () => {
    const { workbench, page } = window();
    const tree = workbench.tree('Themes');
    await tree.expand('Self-disclosure');
    await tree.expand('pp-01');
    await tree.rowWith('my own story').waitFor();
    await becomes(
      async () => (await tree.rows()).map(({ label, description }) => [label, description]),
      [
        ['Self-disclosure', '1'],
        ['pp-01', '1'],
        ['PP1: my own story', 'EA Test'],
      ],
    );
    await tree.rowWith('my own story').click();
    await workbench.statusBarItem(/Ln 3, Col \d+/).waitFor();
    await screenshot(page, 'first-coding');
  });

  it('tells on hover what the passage is coded with', async () => {
    const { workbench } = window();
    const hover = await workbench.editor.hover('my own story');
    await hover.getByText('Self-disclosure').first().waitFor();
    await hover.getByText(/EA.Test/).waitFor();
    await workbench.editor.leaveHover();
  });

  it('is one line in git diff that can be read aloud, and the transcript is untouched', async () => {
    const { study } = window();
    const git = (...args: string[]) => execFileSync('git', args, { cwd: study.dir, encoding: 'utf8' });
    git('add', '-AN');
    const added = git('diff', '--', 'codings')
      .split('\n')
      .filter(line => /^\+[^+]/.test(line));
    assert.equal(added.length, 1);
    assert.match(
      added[0] ?? '',
      /^\+\{"code": "self-disclosure", "quote": "my own story", "at": \[\d+, \d+\], "context": \["/,
    );
    assert.equal(study.read('transcripts/pp-01.md'), TRANSCRIPT);
    assert.equal(git('status', '--porcelain', '--', 'transcripts'), '');
    assert.doesNotMatch(git('status', '--porcelain', '--untracked-files=all'), /\.verbatim/);
  });

  it('has it all again after a reload', async () => {
    const { workbench } = window();
    await workbench.reload('editorpart.state', 'pp-01.md');
    await workbench.tab('pp-01.md').waitFor();
    await workbench.editor.waitForPaint('my own story', paint => /^2px solid/.test(paint.borderBottom));
    await workbench.tree('Themes').row('Self-disclosure').waitFor();
  });

  it('codes the sentence at the cursor when nothing is selected', async () => {
    const { workbench, study } = window();
    await workbench.editor.placeCursor('somebody else');
    await workbench.press('Alt+K');
    await workbench.quickInput.title().getByText('Code “Then somebody else spoke up.”').waitFor();
    await workbench.quickInput.accept();
    const text = await study.waitFor(CODINGS, content => content.split('\n').length === 3);
    assert.match(text, /"code": "self-disclosure", "quote": "Then somebody else spoke up\."/);
  });

  it('takes the last action back, and then the one from before the reload', async () => {
    const { workbench, study } = window();
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await study.waitFor(CODINGS, content => content.split('\n').length === 2);
    await workbench.statusBarItem('Undone: Coded with Self-disclosure').waitFor();
    await workbench.runCommand('Verbatim: Undo Coding Action');
    await waitUntil(
      () => !study.read(CODINGS)?.includes('my own story'),
      () => 'the first coding is still there',
    );
  });
});

describe('coding in a study', () => {
  const window = useWindow({ isStory: true });

  it('offers all codes with theme path, count and definition', async () => {
    const { workbench, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Hope by being there').waitFor();
    await workbench.openFile('pp-03.md');
    await workbench.editor.focus();
    await workbench.press('ControlOrMeta+Home');
    await workbench.press('Alt+J');
    await workbench.statusBarItem(/Ln (?!1,)\d+, Col/).waitFor();
    await workbench.press('Alt+K');
    await workbench.quickInput.title().getByText('Who is coding?').waitFor();
    await workbench.quickInput.type('LK');
    await workbench.quickInput.accept();
    await workbench.quickInput
      .title()
      .getByText(/^Code “/)
      .waitFor();
    await workbench.quickInput.row("Telling a piece of one's own story").waitFor();
    await picture(page, 'picker');
    await screenshot(page, 'picker');
  });

  it('ticks several by keyboard and applies them in one step', async () => {
    const { workbench, study } = window();
    await workbench.quickInput.typeFor('own story', "Telling a piece of one's own story");
    await workbench.press('ControlOrMeta+Enter');
    await workbench.quickInput.text('ticked').waitFor();
    await workbench.quickInput.typeFor('hope by', 'Hope by being there');
    await workbench.press('ControlOrMeta+Enter');
    await screenshot(window().page, 'ticked');
    await workbench.quickInput.choose('plain words', 'Plain words');
    const text = await study.waitFor('codings/LK/transcripts/pp-03.jsonl', content => content.split('\n').length === 4);
    assert.deepEqual([...text.matchAll(/"code": "([^"]+)"/g)].map(match => match[1]).sort(), [
      'hope',
      'own-story',
      'plain-words',
    ]);
  });

  it('puts a new code under the theme that is chosen', async () => {
    const { workbench, study } = window();
    await workbench.press('Alt+J');
    await workbench.press('Alt+K');
    await workbench.quickInput.type('Quiet rooms');
    await workbench.quickInput.text('New code “Quiet rooms”').waitFor();
    await workbench.quickInput.accept();
    await workbench.quickInput.title().getByText('Where does the new code “Quiet rooms” belong?').waitFor();
    await workbench.quickInput.choose('Influence on network', 'Influence on network meetings');
    await study.waitFor('codebook.md', content => /### Quiet rooms \{#quiet-rooms\}/.test(content));
    await workbench.tree('Themes').row('Quiet rooms').waitFor();
  });

  it('removes the coding at the cursor, asking which where several overlap', async () => {
    const { workbench, study } = window();
    await workbench.press('Alt+Shift+K');
    const asked = workbench.quickInput.title().getByText('Which coding do you want to remove?');
    await asked
      .or(workbench.statusBarItem(/Removed/))
      .first()
      .waitFor();
    if (await asked.isVisible()) await workbench.quickInput.accept();
    await workbench.statusBarItem(/Removed Quiet rooms/).waitFor();
    await study.waitFor('codings/LK/transcripts/pp-03.jsonl', content => !content.includes('quiet-rooms'));
  });
});
