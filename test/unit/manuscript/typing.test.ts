import assert from 'node:assert/strict';
import { seeded } from '../../../bench/random.js';
import type { Corpus } from '../../../src/core/analysis/corpus/corpus.js';
import { checkManuscript } from '../../../src/core/manuscript/check.js';
import type { CheckedQuotation } from '../../../src/core/manuscript/checked.js';
import { readManuscript } from '../../../src/core/manuscript/read.js';
import { atOnce } from '../../../src/core/pieces.js';
import { trueQuotation, written } from './support/quotations.js';
import { turnsOf } from './support/stretches.js';
import { QuotedStudy, sampleFiles } from './support/study.js';

describe('typing in a manuscript of 100 quotations', function () {
  this.timeout(60_000);

  let study: QuotedStudy;
  let text: string;
  before(async () => {
    study = await QuotedStudy.of(sampleFiles());
    const random = seeded(7);
    const turns = turnsOf(study.files, new Set(study.people.list.map(({ id }) => id)));
    const paragraphs = Array.from(
      { length: 100 },
      () => `A paragraph.\n\n${written(random, trueQuotation(random, turns))}`,
    );
    text = paragraphs.join('\n\n');
  });

  const check = async (manuscript: string, corpus: Corpus, read: string[]): Promise<readonly CheckedQuotation[]> => {
    const parsed = atOnce(readManuscript('paper/manuscript.md', manuscript, study.people));
    const checked = await checkManuscript(parsed, corpus, async path => {
      read.push(path);
      return study.files[path] ?? '';
    });
    return checked.quotations;
  };
  /** Which quotations were compared anew: the others have the very places they had. */
  const anew = (now: readonly CheckedQuotation[], before: readonly CheckedQuotation[]): number[] => {
    const known = new Set(before.map(({ places }) => places));
    return now.flatMap(({ places }, i) => (known.has(places) ? [] : [i]));
  };

  it('reads each transcript once, and compares again only what is another quotation than before', async () => {
    const { corpus } = study;
    const read: string[] = [];
    const first = await check(text, corpus, read);
    assert.ok(first.length >= 100);
    assert.equal(read.length, corpus.transcripts.length);
    read.length = 0;
    assert.deepEqual(anew(await check(`A word before.\n\n${text}`, corpus, read), first), []);
    const quotation = first[50]?.quotation.pieces.find(({ kind }) => kind === 'words')?.span ?? assert.fail();
    const characters = [...text];
    characters.splice(quotation.start, 0, 'Never ');
    const changed = await check(characters.join(''), corpus, read);
    assert.deepEqual(anew(changed, first), [50]);
    assert.deepEqual(read, []);
  });

  it('reads each transcript once as well where somebody types on before everything was read', async () => {
    const { corpus } = await QuotedStudy.of(study.files);
    const read: string[] = [];
    const [one, other] = await Promise.all([check(text, corpus, read), check(`More.\n\n${text}`, corpus, read)]);
    assert.equal(read.length, corpus.transcripts.length);
    assert.deepEqual(
      one?.map(({ verdict }) => verdict),
      other?.map(({ verdict }) => verdict),
    );
  });

  it('says the same as if all were compared, at the places of today', async () => {
    const wrong = text.replace(/\bwith\b/gu, 'without');
    const { corpus } = study;
    await check(wrong, corpus, []);
    const moved = `Another paragraph.\n\n${wrong}`;
    const kept = await check(moved, corpus, []);
    const other = await QuotedStudy.of(study.files);
    const fresh = await check(moved, other.corpus, []);
    assert.ok(fresh.some(({ differences }) => differences.length > 0));
    assert.deepEqual(kept, fresh);
  });
});
