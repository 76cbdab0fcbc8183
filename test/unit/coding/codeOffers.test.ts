import assert from 'node:assert/strict';
import { CodeOffers } from '../../../src/core/coding/codeOffers.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { Study } from '../../../src/core/study/study.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const CODEBOOK = `# Codebook

## Self-disclosure {#theme .theme}

### Hope {#hope formerly="optimism"}

Things getting better.

### Self-disclosures {#disclosing}

### Trust

## Other {#other}
`;

async function offersIn(codebook: string, recent: readonly string[] = []): Promise<CodeOffers> {
  const lines = (ids: readonly string[], code: string) =>
    ids.map((id, i) => `${formatCodingLine(coding({ id, code, at: [i * 20, i * 20 + 13] }))}\n`).join('');
  const store = new MemoryStore({
    'codebook.md': codebook,
    'codings/EA/transcripts/pp-03.jsonl': lines(['aaaaaaaaaa', 'bbbbbbbbbb'], 'hope'),
    'codings/Bo/transcripts/pp-03.jsonl': lines(['cccccccccc'], 'optimism'),
    'codings/Bo/transcripts/pp-04.jsonl': lines(['dddddddddd'], 'optimism'),
  });
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return new CodeOffers(study, recent);
}

const ids = (offers: CodeOffers, typed: string): string[] => offers.offer(typed).codes.map(({ code }) => code.id);

describe('what the code picker offers', () => {
  it('is everything before anything is typed: what was used last, then the order of the codebook', async () => {
    const all = ['hope', 'disclosing', 'trust', 'other'];
    assert.deepEqual(ids(await offersIn(CODEBOOK), ''), all);
    const offers = await offersIn(CODEBOOK, ['trust', 'optimism', 'hope', 'gone', 'theme']);
    assert.deepEqual(ids(offers, '  '), ['trust', 'hope', 'disclosing', 'other']);
    assert.deepEqual(
      offers.offer('').codes.map(({ code }) => offers.isRecent(code)),
      [true, true, false, false],
    );
    assert.equal(offers.offer('').fresh, undefined);
  });

  it('says how often and in how many transcripts a code was used, by all coders and under former ids', async () => {
    const { codes } = (await offersIn(CODEBOOK)).offer('hope');
    assert.deepEqual(codes[0]?.use, { excerpts: 4, transcripts: 2 });
    assert.deepEqual((await offersIn(CODEBOOK)).offer('trust').codes[0]?.use, { excerpts: 0, transcripts: 0 });
  });

  it('has a new code where none is called that, or has that id', async () => {
    const offers = await offersIn(CODEBOOK);
    assert.deepEqual(offers.offer(' Quiet  rooms ').fresh, { title: 'Quiet rooms' });
    for (const typed of ['hope', 'HOPE', 'disclosing', '\u0007']) assert.equal(offers.offer(typed).fresh, undefined);
  });

  it('points out what is all but the same, at the top, and on the new code', async () => {
    const { codes, fresh } = (await offersIn(CODEBOOK)).offer('self disclosure');
    assert.equal(codes[0]?.code.id, 'disclosing');
    assert.equal(codes[0]?.like?.by, 'title');
    assert.deepEqual([fresh?.title, fresh?.like?.entry.id], ['self disclosure', 'disclosing']);
  });

  it('does not take the theme of that name for a code', async () => {
    const offers = await offersIn('## Hope {#hope .theme}\n\n### Trust {#trust}\n');
    assert.deepEqual(offers.offer('Hope').fresh, { title: 'Hope' });
  });

  it('finds what was called that before, though no word of it stands in its title', async () => {
    const { codes, fresh } = (await offersIn(CODEBOOK)).offer('Optimisms');
    assert.deepEqual(
      codes.map(({ code, like }) => [code.id, like?.by]),
      [['hope', 'former']],
    );
    assert.equal(fresh?.like?.name, 'optimism');
  });

  it('leaves out what is ticked', async () => {
    const offers = await offersIn(CODEBOOK);
    const ticked = new Set(offers.offer('hope').codes.map(({ code }) => code));
    assert.deepEqual(
      offers.offer('', ticked).codes.map(({ code }) => code.id),
      ['disclosing', 'trust', 'other'],
    );
  });

  it('is no longer than anybody reads, and says how many there are', async () => {
    const book = Array.from({ length: 500 }, (_, i) => `## Code ${i} {#c${i}}\n`).join('\n');
    const offers = await offersIn(book, ['c499']);
    const { codes, fitting } = offers.offer('');
    assert.deepEqual([codes.length, fitting, codes[0]?.code.id], [200, 500, 'c499']);
    assert.equal(offers.offer('code 321').codes[0]?.code.id, 'c321');
  });
});
