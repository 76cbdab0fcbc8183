import assert from 'node:assert/strict';
import type { LoggedCommit, StudyGit } from '../../../src/core/ports.js';
import { studyHistory } from '../../../src/core/review/history.js';
import type { StudyHistory } from '../../../src/core/review/historyModel.js';
import { Lives } from '../../../src/core/review/lives.js';
import { type MarkedNode, structureAt } from '../../../src/core/review/structureMarks.js';
import { type Timeline, timelineOf } from '../../../src/core/review/timeline.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { codebook, id, lines } from './support/storyRepository.js';

const NAMES = { noTheme: 'No theme', others: 'Others' };

/** A history without a repository: each version is the files it writes; undefined removes one. */
async function historyOfVersions(
  versions: readonly Readonly<Record<string, string | undefined>>[],
): Promise<StudyHistory> {
  const files = new Map<string, string>();
  const log = versions.map((version, i): LoggedCommit => {
    const changed = Object.entries(version).map(([path, text]) => {
      const before = files.get(path);
      if (text === undefined) files.delete(path);
      else files.set(path, text);
      return { path, before, after: text };
    });
    const before = i === 0 ? [] : [String(i - 1)];
    const date = new Date(Date.UTC(2026, 0, i + 1)).toISOString();
    const commit = { id: String(i), parents: before, author: 'EA', date, subject: `version ${i}`, body: '' };
    return { ...commit, files: changed, madeOn: before, isCutOff: false };
  });
  const last = log.at(-1) as LoggedCommit;
  const git: StudyGit = {
    commit: () => Promise.resolve(last),
    files: () => Promise.resolve(files),
    // The texts themselves stand for the ids of their blobs.
    read: blob => Promise.resolve(encodeUtf8(blob)),
    mergeBase: () => Promise.resolve(undefined),
    refs: () => Promise.resolve([]),
    head: () => Promise.resolve({ branch: 'main', commit: last.id, base: undefined }),
    log: () => Promise.resolve(log),
  };
  return studyHistory(git, last);
}

const codings = (coder: string, transcript = 'a'): string => `codings/${coder}/transcripts/${transcript}.jsonl`;
const timeline = (history: StudyHistory): Timeline => timelineOf(history, new Lives(history), NAMES);
const shown = (nodes: readonly MarkedNode[]): string[] =>
  nodes.map(({ depth, title, marks, formerTitle }) =>
    [`${'  '.repeat(depth)}${title}`, ...marks, ...(formerTitle === undefined ? [] : [formerTitle])].join(' '),
  );

describe('the timeline of a study', () => {
  it('has a line for each version, with codings by coder and by theme as themes are called in the end', async () => {
    const history = await historyOfVersions([
      { 'codebook.md': codebook('## Influence {#influence .theme color=teal}', '### Hope {#hope}', '## Fear {#fear}') },
      { [codings('EA')]: lines({ id: id('a') }, { id: id('b'), at: [30, 33], code: 'fear' }) },
      { [codings('MB', 'b')]: lines({ id: id('c') }) },
      {
        'codebook.md': codebook(
          '## What peers bring {#peers .theme color=teal formerly="influence"}',
          '### Hope {#hope}',
          '## Fear {#fear}',
        ),
      },
      { [codings('EA')]: undefined },
    ]);
    const { rows, coders, themes } = timeline(history);
    assert.deepEqual(
      coders.map(({ key, label, color }) => [key, label, color]),
      [
        ['EA', 'EA', 'blue'],
        ['MB', 'MB', 'orange'],
      ],
    );
    assert.deepEqual(themes, [
      { key: 'peers', label: 'What peers bring', color: 'teal' },
      { key: '', label: 'No theme', color: 'grey' },
    ]);
    assert.deepEqual(
      rows.map(({ codings, byCoder, byTheme, transcripts, codes, themes }) => [
        codings,
        byCoder,
        byTheme,
        transcripts,
        codes,
        themes,
      ]),
      [
        [0, [0, 0], [0, 0], 0, 2, 1],
        [2, [2, 0], [1, 1], 1, 2, 1],
        [3, [2, 1], [2, 1], 2, 2, 1],
        [3, [2, 1], [2, 1], 2, 2, 1],
        [1, [0, 1], [1, 0], 1, 2, 1],
      ],
    );
    assert.deepEqual(rows[1]?.saved, { id: '1', date: '2026-01-02T00:00:00.000Z', author: 'EA', subject: 'version 1' });
  });

  it('joins what could not be told apart: the smaller ones beyond eight', async () => {
    const coders = Array.from({ length: 12 }, (_, i) => `C${String(i).padStart(2, '0')}`);
    const files = coders.map((coder, i) => [
      codings(coder),
      lines(...Array.from({ length: i + 1 }, (_, n) => ({ id: id(`${i}x${n}`), at: [n, n + 9] as [number, number] }))),
    ]);
    const { rows, coders: shown } = timeline(await historyOfVersions([Object.fromEntries(files)]));
    assert.deepEqual(
      shown.map(({ label }) => label),
      ['C05', 'C06', 'C07', 'C08', 'C09', 'C10', 'C11', 'Others'],
    );
    assert.deepEqual(rows[0]?.byCoder, [6, 7, 8, 9, 10, 11, 12, 1 + 2 + 3 + 4 + 5]);
    assert.equal(
      rows[0]?.byCoder.reduce((sum, count) => sum + count),
      rows[0]?.codings,
    );
  });

  it('shows themes and codes at a version, and what differs from the one before', async () => {
    const history = await historyOfVersions([
      {
        'codebook.md': codebook(
          '## Ends {#ends .theme}',
          '### Hope {#hope}',
          '### Fear {#fear}',
          '### Trust {#trust}',
          '## Loose {#loose}',
        ),
      },
      {
        'codebook.md': codebook(
          '## Ends {#ends .theme}\n\nWhat it is all for.',
          '### Hope {#hopes formerly="hope"}',
          '### Faith {#trust}',
          '## Means {#means .theme}',
          '### Loose {#loose}',
        ),
      },
      { [codings('EA')]: lines({ id: id('a') }) },
    ]);
    assert.deepEqual(shown(structureAt(history, 0)), ['Ends', '  Hope', '  Fear', '  Trust', 'Loose']);
    assert.deepEqual(shown(structureAt(history, 1)), [
      'Ends changed',
      '  Hope',
      '  Fear gone',
      '  Faith renamed Trust',
      'Means new',
      '  Loose moved',
    ]);
    assert.deepEqual(shown(structureAt(history, 2)), ['Ends', '  Hope', '  Faith', 'Means', '  Loose']);
    assert.deepEqual(structureAt(history, 9), []);
    assert.equal(history.structures.length, 2);
  });

  it('keeps what is gone in its place, also where its theme went with it', async () => {
    const history = await historyOfVersions([
      { 'codebook.md': codebook('## A {#a .theme}', '### B {#b}', '## C {#c}') },
      { 'codebook.md': codebook('## C {#c}') },
      { 'codebook.md': undefined },
    ]);
    assert.deepEqual(shown(structureAt(history, 1)), ['A gone', '  B gone', 'C']);
    assert.deepEqual(shown(structureAt(history, 2)), ['C gone']);
  });
});
