import assert from 'node:assert/strict';
import { screenshot, useWindow, waitUntil } from './support';

const OLD = 'pp-01';
const NEW = 'Gespräch 1';
const TEXT = '**I:** How did it start?\n\n**PP1:** I told them about my own story, and the room got quieter.\n';
const WORDS = 'my own story';
const at = TEXT.indexOf(WORDS);
const line = (id: string): string =>
  `${JSON.stringify({ code: 'story', quote: WORDS, at: [at, at + WORDS.length], context: [TEXT.slice(at - 32, at), TEXT.slice(at + WORDS.length, at + WORDS.length + 32)], id })}\n`;
const file = (coder: string, name: string): string => `codings/${coder}/transcripts/${name}.jsonl`;

describe('renaming a transcript in the Explorer', () => {
  const window = useWindow({
    isStory: true,
    settings: { 'verbatim.coder': 'EA' },
    study: {
      'codebook.md': '# Codebook\n\n## Own story {#story}\n\nA story of one’s own.\n',
      [`transcripts/${OLD}.md`]: TEXT,
      [file('EA', OLD)]: line('aaaaaaaaaa'),
      [file('MB', OLD)]: line('bbbbbbbbbb'),
    },
  });
  const isCoded = async (name: string): Promise<void> => {
    const { workbench } = window();
    await workbench.tab(`${name}.md`).and(workbench.page.locator('.active')).waitFor();
    await workbench.editor.waitForPaint(WORDS, paint => /^2px solid/.test(paint.borderBottom));
  };
  const moved = async (from: string, to: string): Promise<void> => {
    const { study } = window();
    for (const coder of ['EA', 'MB']) {
      assert.equal(await study.waitFor(file(coder, to)), line(coder === 'EA' ? 'aaaaaaaaaa' : 'bbbbbbbbbb'));
      await waitUntil(() => study.read(file(coder, from)) === undefined || undefined);
    }
  };

  it('takes the codings of all coders along and goes on showing them', async () => {
    const { workbench, page } = window();
    await workbench.openFile(`${OLD}.md`);
    await isCoded(OLD);
    await workbench.openContainer('Explorer');
    const explorer = workbench.tree('Files Explorer');
    await explorer.click(`${OLD}.md`);
    await workbench.press('F2');
    const box = page.locator('.explorer-viewlet .monaco-inputbox input, .explorer-folders-view .monaco-inputbox input');
    await box.first().waitFor();
    await box.first().fill(`${NEW}.md`);
    await box.first().press('Enter');
    await workbench.said(`Codings of 2 coders moved along with ${NEW}`).waitFor();
    await moved(OLD, NEW);
    await isCoded(NEW);
    await screenshot(page, 'renamed');
  });

  it('brings them back with the undo of the Explorer', async () => {
    const { workbench } = window();
    await workbench.tree('Files Explorer').click(`${NEW}.md`);
    await workbench.press('ControlOrMeta+Z');
    await workbench.said(`Codings moved back with ${OLD}`).waitFor();
    await moved(NEW, OLD);
    await isCoded(OLD);
  });
});
