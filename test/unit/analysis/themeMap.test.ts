import assert from 'node:assert/strict';
import { CodedPlaces } from '../../../src/core/analysis/codedPlaces.js';
import { codeReport } from '../../../src/core/analysis/codeReport.js';
import { CorpusReader } from '../../../src/core/analysis/corpus/corpusReader.js';
import { themeMapOf } from '../../../src/core/analysis/themeMap.js';
import { atOnce } from '../../../src/core/pieces.js';
import { Study } from '../../../src/core/study/study.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const CODEBOOK = `# Codebook

## A theme {#theme .theme .reviewed}

### Hope {#hope formerly="hoping" color=green}

Things get better.

#### Small hope {#small .candidate}

## Loose {#loose}

## Empty {#empty .theme color=red}
`;
const TEXT = 'P1: Yes, I do hope so.\n\nI: Why?\n\nP2: No.\n';
const line = (id: string, code: string, quote: string, at = TEXT.indexOf(quote)): string =>
  `${JSON.stringify({ code, quote, at: [at, at + quote.length], id })}\n`;

async function studyOf(files: Record<string, string>): Promise<{ study: Study; store: MemoryStore }> {
  const store = new MemoryStore({
    'codebook.md': CODEBOOK,
    'participants.csv': 'participant\nP1\nP2\n',
    'transcripts/a.md': TEXT,
    ...files,
  });
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { study, store };
}

const FILES = {
  'codings/EA/transcripts/a.jsonl':
    line('1', 'hoping', 'I do hope so') + line('2', 'small', 'hope') + line('3', 'gone', 'No'),
  'codings/JS/transcripts/a.jsonl':
    line('4', 'hope', 'No') + line('5', 'hope', 'never said', 3) + line('6', 'loose', 'do hope'),
};

describe('the theme map', () => {
  it('shows themes and codes as they are today, with the figures of the codes verb', async () => {
    const { study } = await studyOf(FILES);
    const map = atOnce(themeMapOf(study.codebook, await new CodedPlaces(study).all()));
    assert.deepEqual(
      map.nodes.map(node => [
        node.key,
        node.kind,
        node.parent,
        node.phase,
        node.color,
        node.excerpts,
        node.participants,
      ]),
      [
        ['theme', 'theme', undefined, 'reviewed', undefined, 4, 2],
        ['hope', 'code', 'theme', undefined, 'green', 3, 2],
        ['small', 'code', 'hope', 'candidate', map.nodes[2]?.color, 1, 1],
        ['loose', 'code', undefined, undefined, map.nodes[3]?.color, 1, 1],
        ['empty', 'theme', undefined, undefined, 'red', 0, 0],
      ],
    );
    const rows = codeReport(await new CorpusReader(study).read()).filter(row => row.kind !== 'unknown');
    assert.deepEqual(
      map.nodes.map(node => [node.id, node.excerpts, node.participants]),
      rows.map(row => [row.id, row.codings, row.participants.length]),
    );
    assert.deepEqual([map.coders, map.inDoubt], [['EA', 'JS'], 1]);
  });

  it('links codes that share passages, under the names they have today', async () => {
    const { study } = await studyOf(FILES);
    const { links } = atOnce(themeMapOf(study.codebook, await new CodedPlaces(study).all()));
    assert.deepEqual(links, [
      { a: 'hope', b: 'loose', excerpts: 1, participants: 1 },
      { a: 'hope', b: 'small', excerpts: 1, participants: 1 },
      { a: 'loose', b: 'small', excerpts: 1, participants: 1 },
    ]);
  });

  it('counts one coder only where one is asked for, and still names all', async () => {
    const { study } = await studyOf(FILES);
    const map = atOnce(themeMapOf(study.codebook, await new CodedPlaces(study).all(), 'JS'));
    assert.deepEqual(
      map.nodes.map(({ excerpts }) => excerpts),
      [2, 2, 0, 1, 0],
    );
    assert.deepEqual([map.links, map.coders], [[], ['EA', 'JS']]);
  });

  it('keeps two headings with one id apart', async () => {
    const { study } = await studyOf({ ...FILES, 'codebook.md': '## One {#x}\n\n## Two {#x}\n' });
    const { nodes } = atOnce(themeMapOf(study.codebook, await new CodedPlaces(study).all()));
    assert.equal(new Set(nodes.map(({ key }) => key)).size, 2);
  });
});

describe('the coded places of a study', () => {
  it('are read again only where something changed', async () => {
    const { study, store } = await studyOf({
      ...FILES,
      'transcripts/b.md': TEXT,
      'codings/EA/transcripts/b.jsonl': line('7', 'hope', 'No'),
    });
    const places = new CodedPlaces(study);
    study.onDidChange(({ paths }) => places.changed(paths));
    await places.all();
    const reads = async (change: () => void): Promise<string[]> => {
      change();
      await study.refresh();
      store.readPaths.length = 0;
      study.transcripts.forgetAll();
      await places.all();
      return store.readPaths;
    };
    assert.deepEqual(await reads(() => undefined), []);
    assert.deepEqual(await reads(() => store.put('codebook.md', `${CODEBOOK}\n## New {#new}\n`)), []);
    const more = line('8', 'loose', 'Yes');
    assert.deepEqual(await reads(() => store.put('codings/JS/transcripts/b.jsonl', more)), ['transcripts/b.md']);
    assert.deepEqual(await reads(() => store.put('transcripts/a.md', `${TEXT}\nP1: Bye.\n`)), ['transcripts/a.md']);
    assert.equal((await reads(() => store.put('participants.csv', 'participant\nP2\n'))).length, 2);
    const [a] = await places.all();
    assert.deepEqual(
      a?.map(({ participants }) => participants.join()),
      ['', '', 'P2', 'P2', '', ''],
    );
  });
});
