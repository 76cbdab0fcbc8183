import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { becomes, type OpenWindow, openWindow, useWindow } from './support';
import { comeBack, leaveWindow } from './support/focus';

/** How many passages each window codes, and each of two processes of the command line. */
const [IN_WINDOW, ON_COMMAND_LINE] = [15, 40];
const words = (i: number): string => `Of this I spoke in meeting number ${i + 1} of that year.`;
const TRANSCRIPT = Array.from({ length: 2 * IN_WINDOW + 2 * ON_COMMAND_LINE }, (_, i) => `**PP1:** ${words(i)}\n`).join(
  '\n',
);

/** A coding that somebody was told is there. */
interface Made {
  readonly coder: string;
  readonly quote: string;
  /** Where it was told. */
  readonly id?: string;
}

describe('two windows and the command line in one transcript', () => {
  const window = useWindow({
    study: { 'transcripts/pp-01.md': TRANSCRIPT, 'codebook.md': '# Codebook\n\n## Hope {#hope}\n' },
    settings: { 'verbatim.coder': 'EA' },
  });

  it('have every coding that was acknowledged, once, whether their coders are the same or not', async () => {
    const one = window();
    const { study } = one;
    const two = await openWindow({ settings: { 'verbatim.coder': 'MB' }, ownSettings: true }, study);
    try {
      await Promise.all([one, two].map(open));
      const lines = Array.from({ length: 2 }, (_, i) => 2 * IN_WINDOW + i * ON_COMMAND_LINE);
      const made = await Promise.all([
        codeWithKeys(one, 'EA', 0, IN_WINDOW),
        // First as somebody else, then as the same person who codes in the other window.
        codeWithKeys(two, 'MB', IN_WINDOW, 7).then(async before => {
          await become('EA', two);
          return [...before, ...(await codeWithKeys(two, 'EA', IN_WINDOW + 7, IN_WINDOW - 7))];
        }),
        ...lines.map((first, i) => codeOnCommandLine(study.dir, i === 0 ? 'EA' : 'MB', first)),
      ]);
      const acknowledged = made.flat();
      const there = ['EA', 'MB'].flatMap(coder =>
        (study.read(`codings/${coder}/transcripts/pp-01.jsonl`) ?? '')
          .split('\n')
          .filter(line => line !== '')
          .map(line => ({ ...(JSON.parse(line) as { id: string; quote: string }), coder })),
      );
      const named = ({ coder, quote }: Made): string => `${coder}: ${quote}`;
      assert.equal(acknowledged.length, 2 * IN_WINDOW + 2 * ON_COMMAND_LINE);
      assert.deepEqual(there.map(named).sort(), acknowledged.map(named).sort());
      const ids = new Set(there.map(({ id }) => id));
      assert.equal(ids.size, there.length);
      assert.ok(acknowledged.every(({ id }) => id === undefined || ids.has(id)));
      for (const { workbench, page } of [one, two]) {
        // Watchers may drop events on a busy machine; coming back to a window settles it.
        await leaveWindow(page);
        await comeBack(page);
        const rows = async (): Promise<string[]> =>
          (await workbench.tree('Themes').rows()).map(({ label, description }) => `${label} ${description}`);
        await becomes(rows, [`Hope ${acknowledged.length}`]);
      }
    } finally {
      await two.close();
    }
  }).timeout(600_000);
});

async function open({ workbench }: OpenWindow): Promise<void> {
  await workbench.openContainer('Verbatim');
  await workbench.tree('Themes').row('Hope').waitFor();
  await workbench.openFile('pp-01.md');
}

/** Says that somebody else is at the window now. */
async function become(coder: string, { workbench }: OpenWindow): Promise<void> {
  await workbench.runCommand('Verbatim: Say Who Is Coding…');
  await workbench.quickInput.title().getByText('Who is coding?').waitFor();
  await workbench.quickInput.type(coder);
  await workbench.quickInput.accept();
  await workbench.statusBarItem(new RegExp(coder)).waitFor();
}

/** Codes sentences one after the other by keys: the first with the picker, the others with the same code again. */
async function codeWithKeys({ workbench }: OpenWindow, coder: string, first: number, count: number): Promise<Made[]> {
  const { editor, quickInput } = workbench;
  await editor.focus();
  // Into the last word of the first turn.
  for (const key of ['ControlOrMeta+Home', 'End', 'ArrowLeft', 'ArrowLeft']) await workbench.press(key);
  for (let i = 0; i < first; i++) await toNext(workbench);
  await workbench.press('Alt+K');
  await quickInput.title().getByText(words(first).slice(0, 20)).waitFor();
  await quickInput.choose('hope', 'Hope');
  const made: Made[] = [];
  for (let i = first; i < first + count; i++) {
    if (i > first) {
      await toNext(workbench);
      await workbench.press('Alt+L');
    }
    // The window shows it: it is acknowledged.
    await editor.waitForPaint(words(i), paint => /^2px solid/.test(paint.borderBottom));
    made.push({ coder, quote: words(i) });
  }
  return made;
}

/** Puts the cursor into the turn below; between two of them there is an empty line. */
async function toNext(workbench: OpenWindow['workbench']): Promise<void> {
  for (const key of ['ArrowDown', 'ArrowDown']) await workbench.press(key);
}

/** Codes sentences one after the other, each in a process of its own. */
async function codeOnCommandLine(dir: string, coder: string, first: number): Promise<Made[]> {
  const made: Made[] = [];
  for (let i = first; i < first + ON_COMMAND_LINE; i++) {
    const passage = ['transcripts/pp-01.md', '--quote', words(i), '--code', 'hope', '--coder', coder];
    const args = ['dist/cli.js', 'code', ...passage, '--study', dir, '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const { id } = (JSON.parse(stdout) as { codings: [{ id: string }] }).codings[0];
    made.push({ coder, quote: words(i), id });
  }
  return made;
}
