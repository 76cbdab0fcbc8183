import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { becomes, useWindow } from './support';
import { codingFile } from './support/codings';
import { comeBack, leaveWindow } from './support/focus';

const TEXT = '**I:** Why?\n\n**PP1:** I was there before. It helped me.\n\n**I:** And?\n\n**PP1:** Nobody asked.\n';
const CODEBOOK = '# Codebook\n\n## Been there {#been-there}\n';
const [FIRST, SECOND, THIRD] = ['I was there before', 'It helped me', 'Nobody asked'] as const;
const codings = (coder: string, ...quotes: readonly string[]): string =>
  codingFile(
    coder,
    TEXT,
    quotes.map(quote => ({ quote, code: 'been-there' })),
  );
/** The study lies below the folder of the window: in that itself, extensions of VS Code watch every file for their own ends. */
const BOOK = 'peers/codebook.md';
const transcript = (name: string): string => `peers/transcripts/${name}.md`;
const file = (coder: string, name: string): string => `peers/codings/${coder}/transcripts/${name}.jsonl`;

describe('a watcher that misses what another program does', () => {
  const window = useWindow({
    study: {
      ...Object.fromEntries(['pp-01', 'pp-02', 'pp-03'].map(name => [transcript(name), TEXT])),
      [BOOK]: CODEBOOK,
      [file('EA', 'pp-01')]: codings('EA', FIRST, SECOND),
      [file('EA', 'pp-02')]: codings('EA', FIRST),
    },
    // What comes of these files is dropped before anybody hears of it; a new transcript is still told.
    settings: { 'files.watcherExclude': { '**/codings/**': true, '**/codebook.md': true } },
  });

  it('shows all of it when the person comes back to the window: added, changed, deleted, in a new folder, and the codebook', async () => {
    const { workbench, study, page } = window();
    await workbench.openContainer('Verbatim');
    await workbench.openView('Transcripts');
    const tree = workbench.tree('Themes');
    const rows = async (): Promise<string[]> =>
      (await tree.rows()).map(({ label, description }) => `${label} ${description}`);
    const isCoded = async (quote: string): Promise<boolean> =>
      (await workbench.editor.paintOf(quote)).some(({ borderBottom }) => /^2px solid/.test(borderBottom));
    const coded = (): Promise<boolean[]> => Promise.all([FIRST, SECOND, THIRD].map(isCoded));
    await workbench.openFile('pp-01.md');
    await tree.expand('Been there');
    const before = ['Been there 3', 'pp-01 2', 'pp-02 1'];
    await becomes(rows, before);
    await becomes(coded, [true, true, false]);

    await leaveWindow(page);
    study.write(file('EA', 'pp-01'), codings('EA', SECOND, THIRD));
    rmSync(path.join(study.dir, file('EA', 'pp-02')));
    study.write(file('EA', 'pp-03'), codings('EA', FIRST));
    study.write(file('MB', 'pp-01'), codings('MB', THIRD));
    study.write(BOOK, CODEBOOK.replace('Been there', 'Having been there').concat('\n## Trust {#trust}\n'));
    study.write(transcript('pp-04'), TEXT);
    // Events come in their order: once the last of them is here, none of the others is still to come.
    await workbench.tree('Transcripts').row('pp-04').waitFor();
    assert.deepEqual([await rows(), await coded()], [before, [true, true, false]], 'the watcher told of the files');

    await comeBack(page);
    await becomes(rows, ['Having been there 4', 'pp-01 3', 'pp-03 1', 'Trust 0']);
    await becomes(coded, [false, true, true]);
  });
});
