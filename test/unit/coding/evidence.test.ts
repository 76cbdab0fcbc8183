import assert from 'node:assert/strict';
import { setEvidence, setMemo } from '../../../src/core/coding/change.js';
import { evidenceOf } from '../../../src/core/coding/evidence.js';
import { parseCodingFile } from '../../../src/core/coding/file.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { recodeCodings } from '../../../src/core/coding/recode.js';
import { takeBack } from '../../../src/core/coding/takeBack.js';
import { Study } from '../../../src/core/study/study.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { smallStudy } from '../support/studies.js';

const EA = 'codings/EA/transcripts/pp-03.jsonl';
const PLACE = { path: EA, coder: 'EA', transcript: 'transcripts/pp-03.md' };

async function opened(files: Record<string, string> = smallStudy()): Promise<{ store: MemoryStore; study: Study }> {
  const store = new MemoryStore(files);
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study };
}

const first = (store: MemoryStore): Record<string, unknown> => JSON.parse((store.text(EA) ?? '').split('\n')[0] ?? '');

describe('marking how an excerpt stands to its code', () => {
  it('writes the mark behind `base`, before the memo, and takes it away again', async () => {
    const { store, study } = await opened();
    const before = store.text(EA);
    const marked = await setEvidence(study, ['aaaaaaaaaa'], 'contradicts');
    await setMemo(study, 'aaaaaaaaaa', 'why?');
    const keys = ['code', 'quote', 'at', 'context', 'base', 'evidence', 'memo', 'created', 'id'];
    assert.deepEqual(Object.keys(first(store)), keys);
    assert.equal(first(store).evidence, 'contradicts');
    await setMemo(study, 'aaaaaaaaaa', '');
    await setEvidence(study, ['aaaaaaaaaa'], undefined);
    assert.equal(store.text(EA), before);
    assert.deepEqual(marked.codings.map(evidenceOf), ['contradicts']);
  });

  it('marks codings of several coders at once, or none, and does nothing the second time', async () => {
    const { store, study } = await opened();
    const before = store.text(EA);
    const { codings, edits } = await setEvidence(study, ['aaaaaaaaaa', 'bbbbbbbbbb'], 'nuances');
    assert.equal(codings.length, 2);
    assert.deepEqual((await setEvidence(study, ['aaaaaaaaaa', 'gone'], 'nuances')).codings, []);
    await takeBack(study, edits);
    assert.equal(store.text(EA), before);
    store.unreadable.add('codings/Bo/transcripts/pp-03.jsonl');
    await assert.rejects(setEvidence(study, ['aaaaaaaaaa', 'bbbbbbbbbb'], 'supports'));
    assert.equal(store.text(EA), before);
  });

  it('keeps a mark that is not known, says so, and takes the coding for unmarked', async () => {
    const odd = [{ evidence: 'supports' }, { evidence: 'proves', id: 'b' }, { evidence: { a: 1 }, id: 'c' }];
    const text = odd.map(over => `${formatCodingLine(coding(over))}\n`).join('');
    const { codings, problems } = parseCodingFile(text, PLACE);
    assert.deepEqual(codings.map(evidenceOf), ['supports', undefined, undefined]);
    assert.deepEqual(
      problems.map(({ rule, severity, line, data }) => [rule, severity, line, data?.id]),
      [
        ['unknown-evidence', 'warning', 2, 'b'],
        ['unknown-evidence', 'warning', 3, 'c'],
      ],
    );
    assert.match(problems[0]?.message ?? '', /is “proves”, which is none of “supports”, “nuances”, “contradicts”/);
    const { store, study } = await opened({ ...smallStudy(), [EA]: text });
    await setMemo(study, 'c', 'hm');
    assert.ok(store.text(EA)?.includes('"evidence": {"a": 1}'));
  });

  it('stays with a coding that gets another code, and says nothing of a further code', async () => {
    const { store, study } = await opened();
    await setEvidence(study, ['aaaaaaaaaa'], 'supports');
    await recodeCodings(study, new Map([['aaaaaaaaaa', ['being-heard', 'hope']]]));
    const { codings } = parseCodingFile(store.text(EA) ?? '', PLACE);
    assert.deepEqual(codings.map(one => [one.code, evidenceOf(one)]).sort(), [
      ['being-heard', 'supports'],
      ['hope', undefined],
    ]);
  });
});
