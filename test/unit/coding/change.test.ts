import assert from 'node:assert/strict';
import { codePassages } from '../../../src/core/coding/actions.js';
import { baseOf } from '../../../src/core/coding/blobId.js';
import { moveCodings, setMemo } from '../../../src/core/coding/change.js';
import { recodeTo } from '../../../src/core/coding/recode.js';
import { Study } from '../../../src/core/study/study.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { CODEBOOK, smallStudy, TRANSCRIPT } from '../support/studies.js';

const PATH = 'transcripts/pp-03.md';
const EA = 'codings/EA/transcripts/pp-03.jsonl';
const points = new CodePoints(TRANSCRIPT);
const seen = { transcript: PATH, points, base: baseOf(encodeUtf8(TRANSCRIPT)) };

function spanOf(words: string) {
  const start = points.fromUtf16(TRANSCRIPT.indexOf(words));
  return { start, end: start + [...words].length };
}

async function opened(files: Record<string, string> = smallStudy()): Promise<{ store: MemoryStore; study: Study }> {
  const store = new MemoryStore(files);
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study };
}

const lines = (store: MemoryStore): string[] => (store.text(EA) ?? '').split('\n').filter(line => line !== '');

describe('coding several passages at once', () => {
  it('writes each file once, each line at its place, and makes a new code once', async () => {
    const { store, study } = await opened();
    const choices = [{ title: 'Turning point' }];
    const wishes = [
      { span: spanOf('after that'), choices },
      { span: spanOf('How was it'), choices },
    ];
    const { codings } = await codePassages(study, seen, 'EA', wishes);
    assert.deepEqual(store.writtenPaths, ['codebook.md', EA]);
    assert.deepEqual(new Set(codings.map(({ code }) => code)), new Set(['turning-point']));
    assert.deepEqual(
      lines(store).map(line => (JSON.parse(line) as { quote: string }).quote),
      ['How was it', 'it got better', 'after that'],
    );
  });

  it('does not give a passage a code it has by a former id', async () => {
    const { study } = await opened({ ...smallStudy(), 'codebook.md': CODEBOOK });
    const span = spanOf('it got better');
    const first = await codePassages(study, seen, 'Bo', [{ span, choices: [{ id: 'hope' }] }]);
    const again = await codePassages(study, seen, 'Bo', [{ span, choices: [{ id: 'hope' }] }]);
    assert.deepEqual([first.codings.length, again.codings.length], [1, 0]);
  });

  it('takes the new code back when the codings cannot be written', async () => {
    const { store, study } = await opened();
    store.unreadable.add(EA);
    const wish = { span: spanOf('after that'), choices: [{ title: 'Turning point' }] };
    await assert.rejects(codePassages(study, seen, 'EA', [wish]));
    assert.equal(store.text('codebook.md'), CODEBOOK);
    assert.equal(study.entry('turning-point'), undefined);
  });
});

describe('changing a coding', () => {
  it('writes, rewrites and removes its memo; all else in the line stays, unknown keys and their order too', async () => {
    const line = '{"code": "hope", "mine": [1], "quote": "it got better", "at": [43, 56], "id": "aaaaaaaaaa"}';
    const { store, study } = await opened({ ...smallStudy(), [EA]: `${line}\n` });
    await setMemo(study, 'aaaaaaaaaa', 'first\nsecond');
    assert.equal(lines(store)[0], line.replace('"id"', '"memo": "first\\nsecond", "id"'));
    await setMemo(study, 'aaaaaaaaaa', 'third');
    assert.equal(lines(store)[0], line.replace('"id"', '"memo": "third", "id"'));
    await setMemo(study, 'aaaaaaaaaa', ' \n');
    assert.equal(lines(store)[0], line);
    const { edits } = await setMemo(study, 'aaaaaaaaaa', '');
    assert.deepEqual(edits, []);
  });

  it('moves it to another passage: quote, place, context and version follow, id, code and memo stay', async () => {
    const { store, study } = await opened();
    await setMemo(study, 'aaaaaaaaaa', 'why?');
    await moveCodings(study, seen, new Map([['aaaaaaaaaa', spanOf('got better after')]]));
    const moved = JSON.parse(lines(store)[0] as string) as Record<string, unknown>;
    assert.deepEqual(
      { ...moved, context: undefined, created: undefined },
      {
        code: 'hope',
        quote: 'got better after',
        at: [spanOf('got better after').start, spanOf('got better after').end],
        context: undefined,
        base: seen.base,
        memo: 'why?',
        created: undefined,
        id: 'aaaaaaaaaa',
      },
    );
    assert.deepEqual(Object.keys(moved), ['code', 'quote', 'at', 'context', 'base', 'memo', 'created', 'id']);
  });

  it('leaves the line where it stands, and what is coded next finds its place all the same', async () => {
    const { store, study } = await opened();
    await codePassages(study, seen, 'EA', [{ span: spanOf('after that'), choices: [{ id: 'hope' }] }]);
    await moveCodings(study, seen, new Map([['aaaaaaaaaa', spanOf('that')]]));
    const quotes = (): string[] => lines(store).map(line => (JSON.parse(line) as { quote: string }).quote);
    assert.deepEqual(quotes(), ['that', 'after that']);
  });

  it('refuses a passage that has this code already, and changes nothing', async () => {
    const { store, study } = await opened();
    const span = spanOf('after that');
    await codePassages(study, seen, 'EA', [{ span, choices: [{ id: 'hope' }] }]);
    const before = store.text(EA);
    await assert.rejects(moveCodings(study, seen, new Map([['aaaaaaaaaa', span]])), /has the code “Hope” already/);
    assert.equal(store.text(EA), before);
  });

  it('recodes to a new code, which goes again where the recoding fails', async () => {
    const { store, study } = await opened();
    await recodeTo(study, ['aaaaaaaaaa', 'bbbbbbbbbb'], [{ title: 'Turning point' }]);
    assert.match(lines(store)[0] ?? '', /^\{"code": "turning-point"/);
    assert.match(store.text('codings/Bo/transcripts/pp-03.jsonl') ?? '', /^\{"code": "turning-point"/);
    store.unreadable.add('codings/Bo/transcripts/pp-03.jsonl');
    const before = [store.text('codebook.md'), store.text(EA)];
    await assert.rejects(recodeTo(study, ['aaaaaaaaaa', 'bbbbbbbbbb'], [{ title: 'Another' }]));
    assert.deepEqual([store.text('codebook.md'), store.text(EA)], before);
  });
});
