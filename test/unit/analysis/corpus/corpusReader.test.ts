import assert from 'node:assert/strict';
import type { Corpus } from '../../../../src/core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../../../src/core/analysis/corpus/corpusReader.js';
import type { Coding } from '../../../../src/core/coding/coding.js';
import { formatCodingLine } from '../../../../src/core/coding/line.js';
import { Study } from '../../../../src/core/study/study.js';
import { coding } from '../../support/coding.js';
import { fixedEnvironment } from '../../support/environment.js';
import { MemoryStore } from '../../support/memoryStore.js';

const BOOK = '# Codebook\n\n## Hope {#hope formerly="optimism"}\n\n## About peers {#about-peers .scope}\n';
const TEXT =
  '---\nparticipants: [PP3, PP4]\ninterviewer: I\n---\n\n**I:** How was it?\n\n**PP3:** It got better. Slowly, 😀 I mean.\n\n**PP4:** For me, too.\n\n**X:** Quite.\n\n**X:** Yes.\n';

function at(quote: string, over: Partial<Coding>): string {
  const start = placeOf(quote);
  return `${formatCodingLine(coding({ quote, at: [start, start + [...quote].length], ...over }))}\n`;
}

/** Where a text begins, in code points. */
function placeOf(text: string): number {
  return [...TEXT.slice(0, TEXT.indexOf(text))].length;
}

const EA = 'codings/EA/transcripts/pp-03.jsonl';

async function studyWith(more: Readonly<Record<string, string>> = {}): Promise<{ store: MemoryStore; study: Study }> {
  const store = new MemoryStore({
    'codebook.md': BOOK,
    'participants.csv': 'participant,role\nPP3,peer\nPP4,peer\n',
    'transcripts/pp-03.md': TEXT,
    'transcripts/a.md': 'Nobody is named here.\n',
    [EA]:
      at('Slowly, 😀 I mean.\n\n**PP4:** For me, too.\n\n**X:** Quite', { id: 'both000000', code: 'optimism' }) +
      at('It got better.', { id: 'first00000', code: 'hope' }) +
      `${formatCodingLine(coding({ id: 'gone000000', quote: 'never\n said', at: [2, 9] }))}\n`,
    'codings/MB/transcripts/pp-03.jsonl': at('PP3:** It got better. Slowly', { id: 'scope00000', code: 'about-peers' }),
    'codings/MB/transcripts/lost.jsonl': at('It got better.', { id: 'orphan0000' }),
    ...more,
  });
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study };
}

const ids = (corpus: Corpus): string[] => [...corpus.excerpts()].map(({ coding }) => coding.id);
const find = (corpus: Corpus, id: string) => [...corpus.excerpts()].find(({ coding }) => coding.id === id);

describe('reading everything that questions are asked of', () => {
  it('says of each excerpt where it is and who speaks, in the order of the texts', async () => {
    const { study } = await studyWith();
    const corpus = await new CorpusReader(study).read();
    assert.deepEqual(
      corpus.transcripts.map(({ path }) => path),
      ['transcripts/a.md', 'transcripts/lost.md', 'transcripts/pp-03.md'],
    );
    assert.deepEqual(ids(corpus), ['orphan0000', 'gone000000', 'scope00000', 'first00000', 'both000000']);
    const both = find(corpus, 'both000000');
    assert.deepEqual(both?.voices, [
      { speaker: 'PP3', participant: 'PP3', words: 3 },
      { speaker: 'PP4', participant: 'PP4', words: 3 },
      { speaker: 'X', words: 1 },
    ]);
    assert.deepEqual(both?.participants, ['PP3', 'PP4']);
    assert.deepEqual([both?.turns, both?.words, both?.line], [{ first: 1, last: 3 }, 7, 8]);
    assert.equal(both && corpus.codeOf(both)?.id, 'hope');
    const gone = find(corpus, 'gone000000');
    assert.deepEqual([gone?.span, gone?.voices, gone?.text, gone?.words], [undefined, [], 'never said', 0]);
    assert.equal(find(corpus, 'orphan0000')?.transcript.missing, true);
  });

  it('knows the turns, and how many words are said in them', async () => {
    const { study } = await studyWith();
    const [, , transcript] = (await new CorpusReader(study).read()).transcripts;
    assert.deepEqual(
      transcript?.turns.map(({ speaker, participant, words }) => [speaker, participant, words]),
      [
        ['I', undefined, 3],
        ['PP3', 'PP3', 6],
        ['PP4', 'PP4', 3],
        ['X', undefined, 1],
        ['X', undefined, 1],
      ],
    );
    const begin = ['How', 'was', 'it?', 'It got', 'got', 'better', 'Slowly', 'I mean', 'mean'];
    assert.deepEqual([...(transcript?.wordStarts ?? [])].slice(0, begin.length), begin.map(placeOf));
  });

  it('takes as in scope what codes of that class mark, and all where there are none', async () => {
    const { store, study } = await studyWith();
    const reader = new CorpusReader(study);
    const corpus = await reader.read();
    const [plain, , transcript] = corpus.transcripts;
    const first = find(corpus, 'first00000')?.span ?? { start: 0, end: 0 };
    const later = { start: first.end + 8, end: first.end + 9 };
    assert.ok(plain && transcript);
    assert.deepEqual(corpus.scopeOf(plain), []);
    assert.equal(corpus.isInScope(transcript, first), true);
    assert.equal(corpus.isInScope(transcript, later), false);
    assert.equal(corpus.isScopeMark(find(corpus, 'scope00000') ?? assert.fail()), true);
    store.put('codebook.md', BOOK.replace(' .scope', ''));
    await study.refresh();
    const open = await reader.read();
    assert.equal(open.hasScope, false);
    assert.equal(open.isInScope(transcript, later), true);
    // What was read before stays as it was.
    assert.equal(corpus.hasScope, true);
  });

  it('reads again only what changed', async () => {
    const { store, study } = await studyWith();
    const reader = new CorpusReader(study);
    const before = await reader.read();
    store.put(EA, at('It got better.', { id: 'only000000', code: 'hope' }));
    reader.forget(await study.refresh());
    const after = await reader.read();
    assert.equal(after.transcripts[0], before.transcripts[0]);
    assert.notEqual(after.transcripts[2], before.transcripts[2]);
    assert.deepEqual(ids(after), ['orphan0000', 'scope00000', 'only000000']);
    assert.equal(ids(before).length, 5);
  });

  it('is cancelled between two transcripts, and says so', async () => {
    const { study } = await studyWith();
    const cancellation = { cancelled: false };
    const told: number[] = [];
    const reader = new CorpusReader(study);
    const progress = (done: number): void => {
      told.push(done);
      cancellation.cancelled = done === 2;
    };
    const corpus = await reader.read({ progress, cancellation });
    assert.deepEqual([corpus.complete, corpus.transcripts.length, told], [false, 2, [1, 2]]);
    assert.equal((await reader.read()).complete, true);
  });
});
