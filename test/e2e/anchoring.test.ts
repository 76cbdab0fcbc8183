import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { screenshot, useWindow, waitUntil } from './support';
import { codingFile } from './support/codings';
import type { Workbench } from './support/workbench';

const TRANSCRIPT = [
  '**I:** How did it start?',
  '**PP1:** I told them about my own story, and the room got quieter.',
  '**I:** And then?',
  '**PP1:** Then somebody else spoke up, which nobody had expected.',
  '',
].join('\n\n');
/** The version that is committed. */
const BASE = createHash('sha1').update(`blob ${TRANSCRIPT.length}\0${TRANSCRIPT}`).digest('hex').slice(0, 12);
const PATH = 'transcripts/pp-01.md';
const CODINGS = 'codings/EA/transcripts/pp-01.jsonl';
const CODED = codingFile('EA', TRANSCRIPT, [
  { quote: 'my own story', code: 'own-story' },
  { quote: 'somebody else spoke up', code: 'hope' },
]).replaceAll('"created"', `"base": "${BASE}", "created"`);

const STUDY = {
  [PATH]: TRANSCRIPT,
  [CODINGS]: CODED,
  'codebook.md': '# Codebook\n\n## Own story {#own-story}\n\nTold from life.\n\n## Hope {#hope}\n\nBetter times.\n',
};

/** Types over the words of a coded passage, one after the other, so that in the end none is left. */
async function reword({ editor }: Workbench): Promise<void> {
  for (const [before, after] of [
    ['somebody', 'two'],
    ['else', 'women'],
    ['spoke', 'stood'],
    ['up', 'there'],
  ] as const) {
    await editor.select(before);
    await editor.type(after);
  }
}

describe('editing a transcript that is coded', () => {
  // In a browser VS Code saves of its own accord, which this story does itself.
  const settings = { 'verbatim.coder': 'EA', 'files.autoSave': 'off' };
  const window = useWindow({ isStory: true, study: STUDY, settings });
  /** Waits until words are drawn as coded. */
  const isCoded = (words: string) =>
    window().workbench.editor.waitForPaint(words, paint => /^2px/.test(paint.borderBottom));

  it('lets highlights follow what is typed above and inside, and leaves out what is typed beside', async () => {
    const { workbench, study } = window();
    await workbench.openFile('pp-01.md');
    await isCoded('my own story');
    await workbench.press('ControlOrMeta+Home');
    await workbench.editor.type('A word first.\n\n');
    await workbench.editor.placeCursor('own story');
    await workbench.editor.type('whole ');
    await workbench.editor.placeCursor('my whole own story');
    await workbench.editor.type('all of ');
    await isCoded('my whole own story');
    await waitUntil(
      async () => (await workbench.editor.paintOf('all of')).every(paint => !/^2px/.test(paint.borderBottom)),
      () => '“all of” is drawn as coded',
    );
    await isCoded('somebody else spoke up');
    assert.equal(study.read(CODINGS), CODED);
  });

  it('says on hover that the wording is another, and what was coded', async () => {
    const { workbench, page } = window();
    const hover = await workbench.editor.hover('whole');
    await hover.getByText('The wording was changed since').waitFor();
    await hover.getByText('“my own story”').waitFor();
    await screenshot(page, 'changed-wording');
    await workbench.editor.leaveHover();
  });

  it('takes a coding along with a line that is moved', async () => {
    const { workbench } = window();
    await workbench.editor.placeCursor('which nobody had expected');
    for (let lines = 0; lines < 4; lines++) await workbench.press('Alt+ArrowUp');
    // The line stands before the first answer now.
    await workbench.editor.select('How did it start?');
    await isCoded('somebody else spoke up');
    await isCoded('my whole own story');
  });

  it('brings all back with undo, a passage that was deleted as well', async () => {
    const { workbench, study } = window();
    await workbench.editor.select('them about all of my whole own');
    await workbench.press('Delete');
    await workbench.editor.select('somebody else spoke up');
    await workbench.press('Delete');
    const isClean = workbench.tab('pp-01.md').and(window().page.locator(':not(.dirty)'));
    for (let i = 0; (await isClean.count()) === 0; i++) {
      assert.ok(i < 40, 'undo does not come to an end');
      await workbench.press('ControlOrMeta+Z');
    }
    await isCoded('my own story');
    await isCoded('somebody else spoke up');
    assert.equal(study.read(PATH), TRANSCRIPT);
    assert.equal(study.read(CODINGS), CODED);
  });

  it('writes nothing on saving where the passages are found again', async () => {
    const { workbench, study } = window();
    await workbench.press('ControlOrMeta+Home');
    await workbench.editor.type('Once more.\n\n');
    await workbench.editor.placeCursor('own story');
    await workbench.editor.type('whole ');
    await workbench.editor.save();
    await study.waitFor(PATH, text => text.startsWith('Once more.') && text.includes('my whole own story'));
    await isCoded('my whole own story');
    assert.equal(study.read(CODINGS), CODED);
  });

  it('writes on saving where a passage is that was reworded beyond recognition, as one undo', async () => {
    const { workbench, study, page } = window();
    await reword(workbench);
    await isCoded('two women stood there');
    assert.equal(study.read(CODINGS), CODED);
    await workbench.editor.save();
    const written = await study.waitFor(CODINGS, text => text !== CODED);
    await workbench.statusBarItem('Followed 1 coding in pp-01').waitFor();
    await screenshot(page, 'followed');
    const [first, second] = written.split('\n');
    assert.equal(first, CODED.split('\n')[0], 'the coding that was found again is as it was, byte for byte');
    const { quote, at } = JSON.parse(second ?? '') as { quote: string; at: [number, number] };
    assert.equal(quote, 'somebody else spoke up');
    assert.equal((study.read(PATH) ?? '').slice(...at), 'two women stood there');
    await isCoded('two women stood there');
    await workbench.press('Alt+Shift+Z');
    await study.waitFor(CODINGS, text => text === CODED);
  });
});

describe('editing a transcript that the editor saves of its own accord', () => {
  const settings = { 'verbatim.coder': 'EA', 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 200 };
  const window = useWindow({ study: STUDY, settings });

  it('writes where a passage is by now, and nothing else', async () => {
    const { workbench, study } = window();
    await workbench.openFile('pp-01.md');
    await reword(workbench);
    const isWritten = (text: string): boolean => {
      const { quote, at } = JSON.parse(text.split('\n')[1] ?? '{}') as { quote: string; at: [number, number] };
      return quote === 'somebody else spoke up' && study.read(PATH)?.slice(...at) === 'two women stood there';
    };
    const written = await study.waitFor(CODINGS, isWritten);
    assert.equal(written.split('\n')[0], CODED.split('\n')[0]);
  });
});
