import assert from 'node:assert/strict';
import { lostProblems, movesFor } from '../../../src/core/renames/problems.js';
import { transcriptsRenamed } from '../../../src/core/renames/renamed.js';
import { open } from './support.js';
import { codingsOf, interview } from './texts.js';

const TEXT = interview(3);

describe('what a rename in the window means for transcripts', () => {
  const files = {
    'codebook.md': '# Codebook\n',
    'memos/a.md': 'a',
    'transcripts/pp-03.md': TEXT,
    'transcripts/deep/pp-04.md': TEXT,
    'transcripts/deeper.md': TEXT,
    'codings/EA/transcripts/pp-03.jsonl': codingsOf(TEXT, 'ea'),
    // Its transcript is gone already, as it is once the editor has renamed it.
    'codings/EA/transcripts/deep/gone.reading.ndjson': '{"state": "done"}\n',
  };
  const renamed = async (from: string, to: string | undefined) =>
    transcriptsRenamed((await open(files)).study, from, to);

  it('is a move of that one, or of all in a folder, be they there still or not', async () => {
    assert.deepEqual(await renamed('transcripts/pp-03.md', 'x/PP 3.markdown'), {
      moves: [{ from: 'transcripts/pp-03.md', to: 'x/PP 3.markdown' }],
      left: [],
    });
    assert.deepEqual((await renamed('transcripts/deep', 'interviews')).moves, [
      { from: 'transcripts/deep/gone.md', to: 'interviews/gone.md' },
      { from: 'transcripts/deep/pp-04.md', to: 'interviews/pp-04.md' },
    ]);
  });

  it('is nothing for other files and for the folders of coders and memos', async () => {
    for (const from of ['codebook.md', 'memos/a.md', 'memos', 'codings', 'codings/EA', 'nowhere'])
      assert.deepEqual(await renamed(from, 'x'), { moves: [], left: [] }, from);
  });

  it('leaves codings behind where the transcript left the study, or can no longer be coded', async () => {
    for (const to of [undefined, 'transcripts/pp-03.txt', 'memos/pp-03.md', 'codings/pp-03.md'])
      assert.deepEqual(await renamed('transcripts/pp-03.md', to), { moves: [], left: ['transcripts/pp-03.md'] });
    assert.deepEqual(await renamed('transcripts/deeper.md', undefined), { moves: [], left: [] });
    assert.deepEqual((await renamed('transcripts', undefined)).left, [
      'transcripts/deep/gone.md',
      'transcripts/pp-03.md',
    ]);
  });
});

describe('the problem that tells of a renamed transcript', () => {
  it('names a command that a terminal takes as it is meant', async () => {
    for (const [now, written] of [
      ['transcripts/x.md', 'transcripts/x.md'],
      ['transcripts/two words.md', '"transcripts/two words.md"'],
      ["transcripts/the $2 of Ann's.md", "'transcripts/the $2 of Ann'\\''s.md'"],
    ] as const) {
      const { study } = await open({ [now]: TEXT, 'codings/EA/transcripts/pp-03.jsonl': codingsOf(TEXT, 'ea', 1) });
      await study.followRenames();
      const [problem] = lostProblems(study);
      assert.equal(
        problem?.remedy,
        `Move this file along: verbatim transcripts move transcripts/pp-03.md ${written}, or the light bulb.`,
      );
      assert.match(problem?.message ?? '', /now; 1 coding is shown there\.$/);
      assert.deepEqual(movesFor(problem ?? assert.fail()), [{ from: 'transcripts/pp-03.md', to: now }]);
    }
  });

  it('offers no move for a transcript of which nobody knows where it is, nor for other problems', async () => {
    const { study } = await open({ 'codings/EA/transcripts/pp-03.jsonl': codingsOf(TEXT, 'ea', 1) });
    await study.followRenames();
    const [problem] = lostProblems(study);
    assert.deepEqual([problem?.rule, movesFor(problem ?? assert.fail())], ['missing-transcript', []]);
    assert.deepEqual(movesFor({ ...(problem ?? assert.fail()), rule: 'duplicate-id' }), []);
  });
});
