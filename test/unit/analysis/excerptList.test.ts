import assert from 'node:assert/strict';
import { filterExcerpts, NO_FILTER } from '../../../src/core/analysis/excerptFilter.js';
import { ExcerptReader } from '../../../src/core/analysis/excerptList.js';
import type { CodebookEntry } from '../../../src/core/codebook/codebook.js';
import { exampleOf, hasExample } from '../../../src/core/codebook/example.js';
import type { Coding } from '../../../src/core/coding/coding.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { Study } from '../../../src/core/study/study.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const CODEBOOK = `# Codebook

## Influence {#influence .theme}

### Hope {#hope .reviewed color=green formerly="optimism"}

Things getting better.

Include: one's own words.

Exclude: politeness.

Example: "it got better"

### Trust {#trust}
`;
const TEXT = '**I:** How was it?\n\n**PP3:** I think it got better. We waited, and it got better slowly.\n';

function at(quote: string, over: Partial<Coding>, from = 0): Coding {
  const start = [...TEXT.slice(0, TEXT.indexOf(quote, from))].length;
  const end = start + [...quote].length;
  const context = [TEXT.slice(Math.max(0, start - 32), start), TEXT.slice(end, end + 32)] as const;
  return coding({ quote, at: [start, end], context, ...over });
}

const lines = (...codings: readonly Coding[]) => codings.map(one => `${formatCodingLine(one)}\n`).join('');
const SECOND = TEXT.indexOf('We waited');
const PP3_EA = 'codings/EA/transcripts/pp-03.jsonl';

function files(): Record<string, string> {
  return {
    'codebook.md': CODEBOOK,
    'participants.csv': 'participant,role\nPP3,peer\n',
    'transcripts/pp-03.md': TEXT,
    'transcripts/np-01.md': TEXT,
    [PP3_EA]: lines(
      at('it got better', { id: 'later00000', memo: 'slowly' }, SECOND),
      at('it got better', { id: 'first00000' }),
      coding({ id: 'orphan0000', quote: 'never said', at: [900, 910] }),
    ),
    'codings/Bo/transcripts/pp-03.jsonl': lines(
      at('We waited', { id: 'former0000', code: 'optimism' }),
      at('How was it?', { id: 'trust00000', code: 'trust' }),
    ),
    'codings/Bo/transcripts/np-01.jsonl': lines(at('We waited', { id: 'other00000' })),
  };
}

async function opened(content: Readonly<Record<string, string>> = files()) {
  const store = new MemoryStore(content);
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  const entry = (id: string) => study.entry(id) as CodebookEntry;
  return { store, study, entry, reader: new ExcerptReader(study) };
}

describe('the list of excerpts', () => {
  it('says all that the codebook says', async () => {
    const { reader, entry } = await opened();
    const list = await reader.read(entry('optimism'));
    assert.deepEqual(list.entry, {
      kind: 'code',
      id: 'hope',
      title: 'Hope',
      path: ['Influence'],
      color: 'green',
      phase: 'reviewed',
      definition: 'Things getting better.',
      include: ["one's own words."],
      exclude: ['politeness.'],
      example: ['"it got better"'],
      formerly: ['optimism'],
    });
    assert.deepEqual([list.codes, list.complete], [[], true]);
  });

  it('sorts excerpts by transcript, then position, whoever coded them', async () => {
    const { reader, entry } = await opened();
    const { excerpts } = await reader.read(entry('hope'));
    assert.deepEqual(
      excerpts.map(({ id, name, coder, line }) => [id, name, coder, line]),
      [
        ['other00000', 'np-01', 'Bo', 3],
        ['first00000', 'pp-03', 'EA', 3],
        ['former0000', 'pp-03', 'Bo', 3],
        ['later00000', 'pp-03', 'EA', 3],
        ['orphan0000', 'pp-03', 'EA', undefined],
      ],
    );
  });

  it('tells who speaks, the memo, what it was called, and what is in doubt', async () => {
    const { reader, entry } = await opened();
    const { excerpts } = await reader.read(entry('hope'));
    const [other, first, former, later, orphan] = excerpts;
    assert.deepEqual([first?.speakers, first?.participants], [['PP3'], ['PP3']]);
    assert.deepEqual([former?.madeWith, former?.code, first?.madeWith], ['optimism', 'hope', undefined]);
    assert.deepEqual([later?.memo, later?.isExample, other?.isExample], ['slowly', true, false]);
    assert.deepEqual([orphan?.outcome, orphan?.text, orphan?.speakers], ['orphan', 'never said', []]);
  });

  it('lists for a theme the excerpts of all codes in it', async () => {
    const { reader, entry } = await opened();
    const list = await reader.read(entry('influence'));
    assert.deepEqual(
      list.codes.map(({ id }) => id),
      ['hope', 'trust'],
    );
    assert.deepEqual(
      list.excerpts.map(({ id, code }) => [id, code]).find(([id]) => id === 'trust00000'),
      ['trust00000', 'trust'],
    );
    assert.equal(list.excerpts.length, 6);
  });

  it('reads again only what has changed', async () => {
    const { reader, entry, store, study } = await opened();
    study.onDidChange(({ paths }) => reader.forget(paths));
    await reader.read(entry('hope'));
    const reads = () => store.readPaths.filter(path => path.startsWith('transcripts/')).length;
    const before = reads();
    study.transcripts.forgetAll();
    store.put(PP3_EA, lines(at('it got better', { id: 'first00000' })));
    await study.refresh();
    const list = await reader.read(entry('hope'));
    assert.deepEqual([list.excerpts.length, reads() - before], [3, 1]);
    store.put('transcripts/np-01.md', TEXT.replace('We waited', 'They waited'));
    await study.refresh();
    const again = await reader.read(entry('hope'));
    assert.deepEqual([again.excerpts[0]?.outcome, reads() - before], ['orphan', 2]);
  });

  it('can be stopped, keeps what was read, and goes on from there', async () => {
    const { reader, entry } = await opened();
    const cancellation = { cancelled: false };
    const steps: number[][] = [];
    const progress = (done: number, total: number): void => {
      steps.push([done, total]);
      cancellation.cancelled = true;
    };
    const some = await reader.read(entry('hope'), progress, cancellation);
    assert.deepEqual([some.complete, some.excerpts.length, steps], [false, 1, [[1, 2]]]);
    const all = await reader.read(entry('hope'));
    assert.deepEqual([all.complete, all.excerpts.length], [true, 5]);
  });

  it('can be looked at while it is being read', async () => {
    const { reader, entry } = await opened();
    const seen: [boolean, number][] = [];
    await reader.read(entry('hope'), (_done, _total, soFar) => {
      const { complete, excerpts } = soFar();
      seen.push([complete, excerpts.length]);
    });
    assert.deepEqual(seen, [
      [false, 1],
      [false, 5],
    ]);
  });

  it('tells those who ask from others who are not declared', async () => {
    const twice = `${TEXT}\n**I:** And then?\n`;
    const transcript = `---\ninterviewer: I\n---\n\n${twice}`;
    const { reader, entry } = await opened({ ...files(), 'transcripts/pp-03.md': twice });
    const [undeclared] = (await reader.read(entry('trust'))).excerpts;
    assert.deepEqual([undeclared?.participants, undeclared?.undeclared], [[], ['I']]);
    const other = await opened({ ...files(), 'transcripts/pp-03.md': transcript });
    const [asking] = (await other.reader.read(other.entry('trust'))).excerpts;
    assert.deepEqual([asking?.speakers, asking?.undeclared], [['I'], undefined]);
  });

  it('keeps two codings apart that have one id', async () => {
    const twin = at('We waited', { id: 'twin000000' });
    const { reader, entry } = await opened({ ...files(), [PP3_EA]: lines(twin, twin) });
    const { excerpts } = await reader.read(entry('hope'));
    assert.equal(excerpts.filter(({ id }) => id === 'twin000000').length, 2);
  });
});

describe('filtering excerpts', () => {
  it('looks for words in what is said, in memos and in who speaks, letter case and accents aside', async () => {
    const { reader, entry } = await opened();
    const { excerpts } = await reader.read(entry('hope'));
    const found = (filter: object) => filterExcerpts(excerpts, { ...NO_FILTER, ...filter }).map(({ id }) => id);
    assert.equal(found({}).length, 5);
    assert.deepEqual(found({ words: 'SLOWLÝ got' }), ['later00000']);
    assert.equal(found({ words: 'pp3' }).length, 4);
    assert.deepEqual(found({ coder: 'Bo' }), ['other00000', 'former0000']);
    assert.deepEqual(found({ coder: 'Bo', transcript: 'transcripts/pp-03.md' }), ['former0000']);
    assert.deepEqual(found({ words: 'nobody' }), []);
  });
});

describe('an excerpt as an example', () => {
  it('stands between quotation marks and is known again with any or none', () => {
    assert.equal(exampleOf('it  got\nbetter'), '"it got better"');
    assert.equal(exampleOf('she said "wait"'), '“she said "wait"”');
    for (const example of ['"it got better"', '“it got better”', 'it got better']) {
      assert.ok(hasExample({ example: [example] }, 'it got better'));
    }
    assert.ok(hasExample({ example: [exampleOf('she said "wait"')] }, 'she said "wait"'));
    assert.ok(!hasExample({ example: ['"it got worse"'] }, 'it got better'));
  });
});
