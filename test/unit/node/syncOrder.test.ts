import assert from 'node:assert/strict';
import { wholeRun } from './support/dieAnywhere.js';
import { Trials } from './support/watchedStudy.js';

describe('what a power cut may come between', () => {
  const trials = new Trials();
  after(() => trials.remove());

  /** The calls of an action, of those that write, as one text: `w` writes, `s` syncs, `r` renames, `x` removes. */
  async function writesOf(action: string): Promise<string> {
    const letters: Readonly<Record<string, string>> = { writeFile: 'w', sync: 's', rename: 'r', rm: 'x' };
    const { calls } = await wholeRun(trials, action);
    return calls.map(({ name }) => letters[name] ?? '').join('');
  }

  it('finds one file synced before it takes the other’s place, and its folder synced before it counts as written', async () => {
    // Verbatim's own folder ignores itself (w) and is synced, then come the lock (w, signed beside its place, x), file, sync, rename, folder, and the lock goes.
    assert.equal(await writesOf('change a coding'), 'wswxwsrsx');
  });

  it('finds a change of several files noted and synced before the first of them, and the note gone at the end', async () => {
    const writes = await writesOf('remove several codings');
    assert.match(writes, /^wswx(wss)wsrsx(wxws(wsrs)x){3}xs$/);
  });
});
