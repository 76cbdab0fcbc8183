import assert from 'node:assert/strict';
import { screenshot, useWindow } from './support';

const MINE = 'codings/EA/transcripts/pp-03.jsonl';
const THEIRS = 'codings/MB/transcripts/pp-03.jsonl';
const TRANSCRIPT = 'transcripts/pp-03.md';

describe('moving anchors to today’s version', () => {
  const window = useWindow({ isStory: true, settings: { 'verbatim.coder': 'EA' } });

  it('says from the menu of the Transcripts view that there is nothing to do', async () => {
    const { workbench } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openView('Transcripts');
    await workbench.closeView('Themes');
    await workbench.tree('Transcripts').row('np-02').waitFor();
    await workbench.chooseFromViewMenu('Transcripts', 'Refresh Anchors…');
    await workbench.statusBarItem('All anchors with a certain place are on today’s version').waitFor();
  });

  it('asks whose, one’s own ticked, moves them and says what to do next', async () => {
    const { workbench, study, page } = window();
    const theirs = study.read(THEIRS);
    const text = study.read(TRANSCRIPT) ?? '';
    const edited = text
      .replaceAll('**PP3:**', '**Anna:**')
      .replace("couldn't follow a sentence", 'could not follow a word');
    assert.match(edited, /could not follow a word/);
    study.write(TRANSCRIPT, edited);
    await workbench.runCommand('Verbatim: Refresh Anchors…');
    await workbench.quickInput.title().getByText('Move whose anchors to today’s version?').waitFor();
    assert.deepEqual((await workbench.quickInput.labels()).slice(0, 2), ['Yours (EA)', 'MB']);
    await workbench.quickInput.text(/^14 to move, 1 of changed wording$/).waitFor();
    await screenshot(page, 'anchors-whose');
    await workbench.quickInput.accept();
    await study.waitFor(MINE, now => new Set(now.match(/"base": "\w+"/g)).size === 1 && now.includes('Anna:'));
    await workbench
      .statusBarItem('Moved 14 anchors to today’s version; commit pp-03 together with the codings')
      .waitFor();
    assert.equal(study.read(THEIRS), theirs);
    assert.match(study.read(MINE) ?? '', /"quote": "when I was at my worst I couldn't follow a sentence/);
  });

  it('leaves a transcript out while somebody types in it, and says so', async () => {
    const { workbench, study, page } = window();
    const before = study.read(MINE);
    await workbench.openFile('pp-03.md');
    await workbench.editor.focus();
    await page.keyboard.type('x');
    await workbench.runCommand('Verbatim: Refresh Anchors…');
    await workbench.statusBarItem(/pp-03 is not saved and was left out/).waitFor();
    assert.equal(study.read(MINE), before);
  });
});
