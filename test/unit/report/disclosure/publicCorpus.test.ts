import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Corpus } from '../../../../src/core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../../../src/core/analysis/corpus/corpusReader.js';
import { namedIn } from '../../../../src/core/analysis/people.js';
import { factsOf } from '../../../../src/core/analysis/query/fields/facts.js';
import { sampleOf } from '../../../../src/core/analysis/sample/sample.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { heldBackStatement } from '../../../../src/core/report/disclosure/heldBack.js';
import { publicCorpus } from '../../../../src/core/report/disclosure/publicCorpus.js';
import { DisclosureRefused } from '../../../../src/core/report/disclosure/refused.js';
import { Study } from '../../../../src/core/study/study.js';
import { fixedEnvironment } from '../../support/environment.js';
import { MemoryStore } from '../../support/memoryStore.js';
import { anyCanaryPlan, canaryStudy, hasCanary } from './support/canaryStudy.js';

const POLICY = { withhold: ['site'], smallestCell: 3, publicIds: 'public' };

async function corpusOf(files: Readonly<Record<string, string>>): Promise<Corpus> {
  const study = new Study(new MemoryStore(files), fixedEnvironment());
  await study.refresh();
  return new CorpusReader(study).read();
}

/** Everything that can be reached from a corpus, the policy itself aside. */
function written(corpus: Corpus): string {
  const { codebook, participants, config } = corpus.study;
  const transcripts = corpus.transcripts.map(one => ({
    ...one,
    wordStarts: undefined,
    excerpts: one.excerpts.map(excerpt => ({ ...excerpt, transcript: excerpt.transcript.path })),
  }));
  const { disclosure: _, ...rest } = config;
  return JSON.stringify({
    transcripts,
    people: participants.list,
    names: [...participants.names],
    rest,
    book: codebook.entries.length,
  });
}

describe('what of a study may leave', () => {
  it('has no id, label, path or withheld value of the study in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyCanaryPlan, async plan => {
        const corpus = await corpusOf(canaryStudy(plan, POLICY));
        assert.ok(hasCanary(written(corpus)));
        const outside = atOnce(publicCorpus(corpus));
        const text = written(outside.corpus);
        assert.ok(
          !hasCanary(text),
          text.slice(Math.max(0, text.toLowerCase().indexOf('zq') - 200), text.toLowerCase().indexOf('zq') + 50),
        );
        assert.ok(!hasCanary(JSON.stringify(factsOf(outside.corpus).speakers)));
        assert.equal(atOnce(publicCorpus(outside.corpus)).corpus, outside.corpus);
        assert.equal([...outside.corpus.excerpts()].length, [...corpus.excerpts()].length);
        const [inside, out] = [atOnce(sampleOf(corpus)), atOnce(sampleOf(outside.corpus))];
        assert.deepEqual(
          [out.total.people, out.total.places, out.sessions.length],
          [inside.total.people, inside.total.places, inside.sessions.length],
        );
        for (const one of outside.corpus.transcripts)
          assert.ok(namedIn(outside.corpus.study, one.frontMatter).every(id => !hasCanary(id)));
      }),
      { numRuns: 200 },
    );
  });

  it('has no withheld value in it where ids leave as they are', async () => {
    const files = canaryStudy(
      { people: [{ role: 0, site: 0, label: 0 }], transcripts: [], codings: [] },
      { withhold: ['site'] },
    );
    files['participants.csv'] = 'participant,role,labels,site\nPP1,peer,North nurse,north\nnorth-2,peer,,north\n';
    files['transcripts/visit-north.md'] =
      '---\nsite: north\ntitle: In the north\n---\n\n**North nurse:** we met in the north.\n\n**north-2:** yes.\n\n**PP1:** no.\n';
    const { corpus, held } = atOnce(publicCorpus(await corpusOf(files)));
    const [transcript] = corpus.transcripts;
    assert.deepEqual(
      transcript?.turns.map(({ speaker }) => speaker),
      ['PP1', 'Person 1', 'PP1'],
    );
    assert.deepEqual([transcript?.path, transcript?.name], ['Session 1', 'Session 1']);
    assert.deepEqual(transcript?.frontMatter, { participants: [], interviewers: [], other: {} });
    assert.deepEqual(
      corpus.study.participants.list.map(({ id, attributes, labels }) => [id, attributes, labels]),
      [
        ['PP1', {}, []],
        ['Person 1', {}, []],
      ],
    );
    assert.deepEqual(heldBackStatement(held), [
      'Held back by the study’s disclosure policy: site.',
      '1 transcript has a neutral name.',
    ]);
  });

  it('is all of it where the study says nothing', async () => {
    const corpus = await corpusOf(
      canaryStudy({ people: [{ role: 0, site: 0, label: 0 }], transcripts: [], codings: [] }, undefined),
    );
    const outside = atOnce(publicCorpus(corpus));
    assert.equal(outside.corpus, corpus);
    assert.deepEqual(heldBackStatement(outside.held), []);
  });

  for (const [what, policy, people] of [
    ['a misspelt entry', { withold: ['site'] }, 'participant,public\nA,P1\n'],
    ['a person without a public id', { publicIds: 'public' }, 'participant,public\nA1,P1\nB1,\n'],
    ['two people with one public id', { publicIds: 'public' }, 'participant,public\nA1,P1\nB1,p1\n'],
    ['a public id that is an id of the study', { publicIds: 'public' }, 'participant,public\nA1,P1\nB1,A1\n'],
    ['a policy that is no object', ['site'], 'participant\nA1\n'],
  ] as const) {
    it(`is nothing with ${what}`, async () => {
      const corpus = await corpusOf({
        'verbatim.json': JSON.stringify({ disclosure: policy }),
        'participants.csv': people,
      });
      assert.throws(
        () => atOnce(publicCorpus(corpus)),
        (error: unknown) => error instanceof DisclosureRefused && error.remedy !== '',
      );
    });
  }

  it('is nothing where the study file with a policy cannot be read', async () => {
    const corpus = await corpusOf({ 'verbatim.json': '{"disclosure": {"withhold": ["site"]},}' });
    assert.throws(() => atOnce(publicCorpus(corpus)), DisclosureRefused);
  });
});
