import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Coverage } from '../../../src/core/analysis/coverage.js';
import { notesOn } from '../../../src/core/analysis/notes.js';
import { TranscriptFiguresOf } from '../../../src/core/analysis/transcriptFigures.js';
import { arrangeTranscripts, transcriptLabels } from '../../../src/core/analysis/transcriptOrder.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { Study } from '../../../src/core/study/study.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const PATH = 'transcripts/pp-01.md';
const HEAD = '---\nkind: interview\nparticipants: [PP1]\ninterviewer: MB\ndate: 2026-01-01\nduration: 5 min\n---\n\n';
const TEXT = `${HEAD}**MB:** And then?\n\n**PP1:** One two three four. Five six seven eight.\n\n**MB:** Why?\n\n**PP1:** Nine ten.\n`;
const MINE = 'codings/EA/transcripts/pp-01.jsonl';

const made = (quote: string, id = 'aaaaaaaaaa', text = TEXT) => {
  const at = text.indexOf(quote);
  assert.ok(at >= 0);
  return coding({ quote, at: [at, at + quote.length], context: ['', ''], id });
};

async function opened(files: Record<string, string>): Promise<{ store: MemoryStore; study: Study }> {
  const store = new MemoryStore(files);
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study };
}

async function coverage(text = TEXT): Promise<Coverage> {
  const { study } = await opened({ [PATH]: text });
  const transcript = study.transcripts.parse(text, PATH);
  return new Coverage(study, PATH, transcript, await study.places.in(PATH, transcript));
}

describe('the share coded', () => {
  it('counts what participants say, in letters and marks, each once', async () => {
    const share = await coverage();
    const total = 'Onetwothreefour.Fivesixseveneight.Nineten.'.length;
    assert.equal(share.share([]), 0);
    assert.equal(share.share([made('two three')]), 'twothree'.length / total);
    assert.equal(share.share([made('two three'), made('three four', 'b')]), 'twothreefour'.length / total);
    assert.equal(share.share([made('And then?')]), 0);
    // Over a question of the interviewer, which does not count.
    const over = made(TEXT.slice(TEXT.indexOf('eight.'), TEXT.indexOf(' ten.')));
    assert.equal(share.share([over]), 'eight.Nine'.length / total);
    assert.equal(share.share([made(TEXT.slice(HEAD.length))]), 1);
  });

  it('leaves out what has no certain place', async () => {
    assert.equal((await coverage()).share([coding({ quote: 'never said', at: [0, 10] })]), 0);
  });

  it('counts everybody but interviewers where nobody is declared, and all where there are no labels', async () => {
    const undeclared = '---\ninterviewer: MB\n---\n\n**MB:** And?\n\n**AB:** Yes.\n\n**MB:** And?\n\n**AB:** No.\n';
    assert.equal((await coverage(undeclared)).share([made('Yes.', 'a', undeclared)]), 4 / 7);
    const plain = 'Yes.\n\nNo way.\n';
    assert.equal((await coverage(plain)).share([made('Yes.', 'a', plain)]), 4 / 10);
    assert.equal((await coverage('')).share([]), 0);
  });

  it('grows with every coding, by no more than it covers alone, and never beyond all', async () => {
    const share = await coverage();
    const place = fc.tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 40 }));
    const anyOne = place.map(([start, length]) => {
      const quote = TEXT.slice(start, start + length);
      return coding({ quote, at: [start, start + quote.length], context: ['', ''] });
    });
    fc.assert(
      fc.property(fc.array(anyOne, { maxLength: 6 }), anyOne, (some, one) => {
        const before = share.share(some);
        const after = share.share([...some, one]);
        assert.ok(after >= before && after <= 1);
        assert.ok(after <= before + share.share([one]) + 1e-9);
      }),
    );
  });
});

describe('figures of a transcript', () => {
  const files = {
    [PATH]: TEXT,
    [MINE]: `${formatCodingLine(made('two three'))}\n${formatCodingLine(coding({ quote: 'gone', id: 'bbbbbbbbbb' }))}\n`,
    'codings/MB/transcripts/pp-01.reading.ndjson': '{"state": "read"}\n',
  };

  it('say what it is, how long, and how far everybody has come', async () => {
    const { study } = await opened(files);
    const figures = await new TranscriptFiguresOf(study).get(PATH);
    const { coders, ...facts } = figures;
    assert.deepEqual(facts, {
      path: PATH,
      missing: false,
      kind: 'interview',
      participants: ['PP1'],
      date: '2026-01-01',
      duration: '5 min',
      words: 13,
      participantWords: 10,
    });
    assert.deepEqual(
      coders.map(({ coder, state, codings, inDoubt, share }) => [coder, state, codings, inDoubt, share > 0]),
      [
        ['EA', 'coded', 2, 1, true],
        ['MB', 'read', 0, 0, false],
      ],
    );
  });

  it('are worked out again only when something in them changed, and keep no transcript', async () => {
    const { store, study } = await opened({ ...files, 'transcripts/pp-02.md': '**A:** x\n' });
    const figures = new TranscriptFiguresOf(study);
    await figures.get(PATH);
    const reads = store.calls.read;
    await figures.get(PATH);
    assert.equal(store.calls.read, reads);
    assert.deepEqual(figures.changed(['codebook.md', 'memos/x.md'])?.includes(PATH), false);
    assert.equal(figures.isDue(PATH), false);
    assert.deepEqual(figures.changed([MINE]), [PATH]);
    assert.equal(figures.isDue(PATH), true);
    assert.equal(figures.known(PATH)?.kind, 'interview');
    await figures.get(PATH);
    assert.equal(store.calls.read, reads + 1);
    assert.equal(figures.changed(['participants.csv']), undefined);
    assert.equal(figures.isDue(PATH), true);
  });

  it('are due again where something changed while they were read', async () => {
    const { study } = await opened(files);
    const figures = new TranscriptFiguresOf(study);
    const reading = figures.get(PATH);
    figures.changed([MINE]);
    await reading;
    assert.equal(figures.isDue(PATH), true);
  });

  it('count a file that is gone or cannot be read as missing', async () => {
    const { store, study } = await opened(files);
    store.unreadable.add(PATH);
    assert.equal((await new TranscriptFiguresOf(study).get(PATH)).missing, true);
  });
});

describe('the notes on a transcript', () => {
  it('stand in the order of today’s text, with how they fare', async () => {
    const note = (quote: string, at: number, id: string): string =>
      `${JSON.stringify({ quote, at: [at, at + quote.length], context: ['', ''], memo: id, id })}\n`;
    const { study } = await opened({
      [PATH]: TEXT,
      'codings/EA/transcripts/pp-01.reading.ndjson': note('Nine ten.', TEXT.indexOf('Nine'), 'late'),
      'codings/MB/transcripts/pp-01.reading.ndjson':
        note('One two', TEXT.indexOf('One'), 'early') + note('never said', 10_000, 'lost'),
    });
    assert.deepEqual(
      (await notesOn(study, PATH)).map(({ note: { memo }, coder, outcome }) => [memo, coder, outcome]),
      [
        ['early', 'MB', 'exact'],
        ['late', 'EA', 'exact'],
        ['lost', 'MB', 'orphan'],
      ],
    );
  });
});

describe('the order of transcripts', () => {
  const rows = [
    { path: 't/pp-10.md', state: 'done', kind: 'interview' },
    { path: 't/pp-2.md', state: 'unread' },
    { path: 't/np-1.md', state: 'done', kind: 'focus group' },
  ] as const;
  const shown = (sort: 'name' | 'state' | 'kind') =>
    arrangeTranscripts(rows, sort).map(({ name, rows: group }) => [name, ...group.map(({ path }) => path)]);

  it('is by name as people count, in groups where that is asked for', () => {
    assert.deepEqual(shown('name'), [[undefined, 't/np-1.md', 't/pp-2.md', 't/pp-10.md']]);
    assert.deepEqual(shown('state'), [
      ['unread', 't/pp-2.md'],
      ['done', 't/np-1.md', 't/pp-10.md'],
    ]);
    assert.deepEqual(shown('kind'), [
      ['focus group', 't/np-1.md'],
      ['interview', 't/pp-10.md'],
      ['', 't/pp-2.md'],
    ]);
    assert.deepEqual(arrangeTranscripts([], 'name'), []);
  });

  it('names them by what tells them apart', () => {
    assert.deepEqual(
      [...transcriptLabels(['transcripts/a/x.md', 'transcripts/b/x.md', 'transcripts/y.md']).values()],
      ['a/x', 'b/x', 'y'],
    );
    assert.deepEqual([...transcriptLabels(['transcripts/x.md']).values()], ['x']);
  });
});
