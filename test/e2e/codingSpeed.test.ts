import assert from 'node:assert/strict';
import { useWindow, waitUntil } from './support';

const CODES = ['Hope', 'Own story', 'Plain words', 'Slowing down', 'Numbers', 'Valuing the role', 'Tokenism', 'Trust'];
const PASSAGES = 50;
/** Codings come in runs: every third passage or so gets the code of the one before. */
const codeOf = (i: number): string => CODES[(Math.floor(i / 3) * 5 + (i % 3 === 2 ? 3 : 0)) % CODES.length] as string;

const TRANSCRIPT = Array.from(
  { length: PASSAGES },
  (_, i) => `**PP1:** This is what was said in turn ${i + 1}.\n\n**I:** Go on?\n`,
).join('\n');
const CODEBOOK = `# Codebook\n\n${CODES.map(title => `## ${title}\n\nWhat ${title.toLowerCase()} means.\n`).join('\n')}`;

describe('coding at the speed of reading', () => {
  const window = useWindow({
    study: { 'transcripts/pp-01.md': TRANSCRIPT, 'codebook.md': CODEBOOK },
    settings: { 'verbatim.coder': 'EA' },
  });
  const CODINGS = 'codings/EA/transcripts/pp-01.jsonl';

  it(`codes ${PASSAGES} passages with existing codes in at most five keystrokes each`, async () => {
    const { workbench, study } = window();
    let keys = 0;
    const press = async (key: string): Promise<void> => {
      keys++;
      await workbench.press(key);
    };
    await workbench.openContainer('Verbatim');
    await workbench.tree('Themes').row('Hope').waitFor();
    await workbench.openFile('pp-01.md');
    await workbench.editor.focus();
    await workbench.press('ControlOrMeta+Home');
    const started = Date.now();
    for (let i = 0; i < PASSAGES; i++) {
      const code = codeOf(i);
      // Choosing the passage is not counted: the cursor is in its sentence.
      for (let line = 0; i > 0 && line < 4; line++) await workbench.press('ArrowDown');
      await workbench.press('End');
      if (i > 0 && code === codeOf(i - 1)) await press('Alt+L');
      else {
        await press('Alt+K');
        await workbench.quickInput.title().getByText('Code “').waitFor();
        const isFirst = async (): Promise<boolean> => {
          const focused = workbench.page.locator('.quick-input-widget:visible .monaco-list-row.focused .label-name');
          return (await focused.allTextContents()).some(label => label.replaceAll('\u00a0', ' ') === code);
        };
        // As a person would: type until the code is the one that Enter gives.
        for (let letter = 0; !(await isFirst()); letter++) {
          assert.ok(letter < code.length, `${code} does not come first`);
          const typed = code.slice(0, letter + 1).toLowerCase();
          await press(code[letter]?.toLowerCase() as string);
          // The list is for what was typed once it offers to make that a new code, or the code itself has come first.
          const offersNew = async () => (await workbench.quickInput.text(`New code “${typed}”`).count()) > 0;
          await waitUntil(async () => (await isFirst()) || (await offersNew()));
        }
        await press('Enter');
        await workbench.quickInput.waitUntilClosed();
      }
      await study.waitFor(CODINGS, text => text.trimEnd().split('\n').length === i + 1);
    }
    const seconds = (Date.now() - started) / 1000;
    const made = (study.read(CODINGS) ?? '').trimEnd().split('\n');
    const quotes = made.map(line => (JSON.parse(line) as { quote: string }).quote);
    assert.deepEqual(
      quotes,
      Array.from({ length: PASSAGES }, (_, i) => `This is what was said in turn ${i + 1}.`),
    );
    const ids = made.map(line => (JSON.parse(line) as { code: string }).code);
    assert.deepEqual(
      ids,
      Array.from({ length: PASSAGES }, (_, i) => codeOf(i).toLowerCase().replaceAll(' ', '-')),
    );
    console.log(
      `    ${PASSAGES} passages: ${(keys / PASSAGES).toFixed(2)} keystrokes each, ${seconds.toFixed(0)} s in all`,
    );
    assert.ok(keys / PASSAGES <= 5, `${keys} keystrokes for ${PASSAGES} passages`);
  });
});
