import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Corpus } from '../../../../src/core/analysis/corpus/corpus.js';
import { evidenceDocument } from '../../../../src/core/analysis/evidence/document.js';
import { EvidenceReader, evidenceAbout } from '../../../../src/core/analysis/evidence/entryEvidence.js';
import type { EntryEvidence, Voices } from '../../../../src/core/analysis/evidence/evidence.js';
import { QUANTIFIERS, quantifierOf } from '../../../../src/core/analysis/evidence/quantifier.js';
import { evidenceSentence, plural } from '../../../../src/core/analysis/evidence/sentence.js';
import { allEvidence, overviewTable, peopleTable } from '../../../../src/core/analysis/evidence/tables.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { corpusOf } from '../query/support/smallCorpus.js';
import { anyStudy, CODES, filesOf, type PlainStudy } from './support/anyStudy.js';
import { countByHand } from './support/countByHand.js';

function evidenceOf(corpus: Corpus, id: string): EntryEvidence {
  return atOnce(evidenceAbout(corpus.study.codebook.find(id) ?? assert.fail(), corpus));
}

const people = ({ said, against, silent }: Pick<Voices, 'said' | 'against' | 'silent'>) => {
  return { said: [...said].sort(), against: [...against].sort(), silent: [...silent].sort() };
};

const ONE: PlainStudy = {
  hasScope: true,
  transcripts: [
    {
      kind: 'interview',
      turns: ['I', 'PP1', 'I', 'PP1', 'PP1', 'I', 'PP1', 'I'],
      scope: [{ from: 1, to: 4 }],
      codings: [
        { from: 1, to: 1, code: 'hope', mark: 'supports' },
        { from: 3, to: 3, code: 'optimism', mark: 'contradicts' },
        { from: 6, to: 6, code: 'hope', mark: undefined },
        { from: 2, to: 2, code: 'hope', mark: undefined },
      ],
    },
    {
      kind: 'focus group',
      turns: ['NP1', 'NP10', 'PP2', 'NP1', 'Z', 'X', 'X', 'Z'],
      scope: [{ from: 0, to: 3 }],
      codings: [{ from: 0, to: 1, code: 'plans', mark: 'contradicts' }],
    },
  ],
};

describe('who said it, and who did not', () => {
  it('is what one counts by hand, by role, kind of session and session', async () => {
    const property = fc.asyncProperty(anyStudy(), async study => {
      const corpus = await corpusOf(filesOf(study));
      const reader = atOnce(EvidenceReader.over(corpus));
      for (const id of Object.keys(CODES)) {
        const evidence = atOnce(reader.of(corpus.study.codebook.find(id) ?? assert.fail()));
        const { excerpts, contradicting, ...all } = countByHand(study, id, study.transcripts);
        assert.deepEqual(people(evidence.all), all);
        assert.deepEqual([evidence.count, evidence.excerpts.contradicts.length], [excerpts, contradicting]);
        for (const voices of evidence.roles) {
          const { said, against, silent } = countByHand(study, id, study.transcripts, voices.role.toLowerCase());
          assert.deepEqual(people(voices), { said, against, silent });
          assert.equal(voices.word, quantifierOf(said.length, said.length + against.length + silent.length));
        }
        for (const voices of evidence.kinds) {
          const { said, against, silent } = countByHand(
            study,
            id,
            study.transcripts.filter(({ kind }) => kind === voices.kind),
          );
          assert.deepEqual(people(voices), { said, against, silent });
        }
        for (const voices of evidence.sessions) {
          const transcript = study.transcripts[Number(voices.name.slice(1))] ?? assert.fail();
          const { said, against, silent } = countByHand(study, id, [transcript]);
          assert.deepEqual(people(voices), { said, against, silent });
        }
      }
    });
    await fc.assert(property, { numRuns: 150 });
  });

  it('counts people who speak in scope, and excerpts in scope with a certain place', async () => {
    const files = filesOf(ONE);
    files['codings/MB/transcripts/t0.jsonl'] +=
      '{"code": "hope", "quote": "never said", "at": [2, 9], "id": "gone000000"}\n';
    const evidence = evidenceOf(await corpusOf(files), 'hope');
    assert.deepEqual(
      evidence.roles.map(({ role, said, against, silent }) => [role, said, against, silent]),
      [
        ['peer', ['PP1'], [], ['PP2']],
        ['non-peer', [], ['NP1', 'NP10'], []],
      ],
    );
    const { count, byOthers, outOfScope, inDoubt } = evidence;
    assert.deepEqual([count, byOthers, outOfScope, inDoubt], [4, 1, 1, 1]);
    const [first] = evidence.people;
    assert.deepEqual(first, {
      id: 'PP1',
      role: 'peer',
      standing: 'said',
      excerpts: 2,
      marks: { supports: 1, nuances: 0, contradicts: 1, unmarked: 0 },
      sessions: [{ name: 't0', transcript: 'transcripts/t0.md', excerpts: 2 }],
    });
    assert.deepEqual(
      evidence.kinds.map(({ kind, sessions, people: of, word }) => [kind, sessions, of, word]),
      [
        ['interview', 1, 1, 'one'],
        ['focus group', 1, 3, 'none'],
      ],
    );
  });

  it('leaves codes that mark the scope out of the table of all', async () => {
    const all = atOnce(allEvidence(await corpusOf(filesOf(ONE))));
    assert.deepEqual(
      all.map(({ entry }) => entry.id),
      ['theme', 'hope', 'plans', 'fear'],
    );
    const { columns, rows } = overviewTable(all);
    assert.ok(columns.some(({ title }) => title === 'said: non-peer'));
    for (const row of rows) assert.equal(row.length, columns.length);
    const table = peopleTable(all[1] ?? assert.fail());
    assert.deepEqual(
      table.rows.map(([id, , standing]) => [id, standing]),
      [
        ['PP1', 'yes'],
        ['PP2', 'no'],
        ['NP1', 'against it only'],
        ['NP10', 'against it only'],
      ],
    );
  });
});

describe('the words that numbers back', () => {
  it('are one for one person, all for everybody, and go by the share in between', () => {
    const words = [0, 1, 2, 4, 7, 8, 10, 15, 17, 18].map(count => quantifierOf(count, 18));
    assert.deepEqual(words, [
      ...['none', 'one', 'a few', 'some', 'some', 'about half', 'about half', 'most', 'nearly all', 'all'],
    ]);
    assert.deepEqual([quantifierOf(1, 1), quantifierOf(2, 2), quantifierOf(0, 0)], ['one', 'all', 'none']);
  });

  it('never grow weaker as more people say it, from two on', () => {
    const place = (count: number, of: number): number => QUANTIFIERS.indexOf(quantifierOf(count, of));
    for (let of = 2; of <= 40; of++)
      for (let count = 3; count <= of; count++) assert.ok(place(count, of) <= place(count - 1, of));
  });

  it('stand in a sentence with their numbers', async () => {
    const corpus = await corpusOf(filesOf(ONE));
    assert.equal(
      evidenceSentence(evidenceOf(corpus, 'hope')),
      'One peer (1 of 2) and no non-peers (0 of 2) said so. 2 non-peers spoke against it only; 2 of 4 excerpts contradict it.',
    );
    assert.match(evidenceSentence(evidenceOf(corpus, 'fear')), /^None of the 4 participants said so/);
    const nobody = await corpusOf({ 'codebook.md': '# C\n\n## Hope {#hope}\n' });
    assert.match(evidenceSentence(evidenceOf(nobody, 'hope')), /^Nobody speaks in scope yet/);
    const nouns = ['peer', 'family member', 'Angehörige', 'participant without a role'].map(plural);
    assert.deepEqual(nouns, [
      ...['peers', 'family members', 'people in the role “Angehörige”', 'participants without a role'],
    ]);
  });
});

describe('who said it as a document', () => {
  it('lists everybody and every excerpt, and lets no words do anything', async () => {
    const files = filesOf(ONE);
    files['participants.csv'] = files['participants.csv']?.replace('non-peer', '<b>x') ?? '';
    const text = [...evidenceDocument(evidenceOf(await corpusOf(files), 'hope'))].join('');
    assert.match(text, /^# Who said it: Hope$/m);
    assert.match(text, /^## Contradicting excerpts \(negative cases\)$/m);
    assert.match(text, /^\| PP2 \| peer \| no \| 0 /m);
    assert.match(text, /^Not counted: 1 out of scope\. In 1 excerpt nobody of the sample speaks\.$/m);
    assert.ok(!text.includes('<b>'));
  });
});
