import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CorpusReader } from '../../../../src/core/analysis/corpus/corpusReader.js';
import { sayArithmetic } from '../../../../src/core/analysis/sample/arithmetic.js';
import { ENGLISH } from '../../../../src/core/analysis/sample/english.js';
import { readSample } from '../../../../src/core/analysis/sample/readSample.js';
import { type Sample, sampleOf } from '../../../../src/core/analysis/sample/sample.js';
import { addsUp } from '../../../../src/core/analysis/sample/sum.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { hideColleagues } from '../../../../src/core/study/seen/colleagues.js';
import { seenStudy } from '../../../../src/core/study/seen/seenStudy.js';
import { Study } from '../../../../src/core/study/study.js';
import { fixedEnvironment } from '../../support/environment.js';
import { MemoryStore } from '../../support/memoryStore.js';
import { SCOPE_BOOK, sampleIn, scopeLine, studyOf, transcript } from './support.js';

const PEOPLE =
  'participant,role,site,labels,sessions\nPP1,peer,A,Anna,\nPP2,peer,B,,group\nPP10,peer,A,,\nNP1,non-peer,A,,\nEA,interviewer,,I,\n';

const presences = (sample: Sample): string[] => sample.people.map(({ id, presence }) => `${id} ${presence}`);
const sumsOf = (sample: Sample): string[] =>
  sample.groups.map(({ role, sum }) => `${role}: ${sayArithmetic(sum, sample.kinds, ENGLISH)}`);

describe('the sample of a study', () => {
  it('counts people by role and kind, whatever label they speak under', async () => {
    const sample = await sampleIn({
      'participants.csv': PEOPLE,
      'transcripts/one.md': transcript({ kind: 'interview', date: '2026-02-01' }, 'I', 'Anna', 'I', 'Anna'),
      'transcripts/two.md': transcript({ kind: 'Interview', speakers: '{A: PP2}', date: '2026-01-01' }, 'A', 'EA', 'A'),
      'transcripts/group.md': transcript({ kind: 'focus group' }, 'PP1', 'NP1', 'PP1', 'X', 'X'),
    });
    assert.deepEqual(sumsOf(sample), [
      'peer: 2 Interviews (2 people) + 1 focus group (1 person) = 3; in both kinds: PP1 −1; 2 people',
      'non-peer: 1 focus group (1 person)',
    ]);
    assert.deepEqual(presences(sample), ['PP1 took-part', 'PP2 took-part', 'PP10 absent', 'NP1 took-part']);
    assert.equal(sample.total.people, 3);
    assert.deepEqual(
      sample.sessions.map(({ name, people, undeclared }) => [
        name,
        people.map(({ id, presence, words }) => `${id} ${presence} ${words}`),
        undeclared.map(({ speaker }) => speaker),
      ]),
      [
        ['two', ['PP2 took-part 10'], []],
        ['one', ['PP1 took-part 10'], []],
        // The table says so, the text does not.
        ['group', ['NP1 took-part 5', 'PP1 took-part 10', 'PP2 silent 0'], ['X']],
      ],
    );
  });

  it('takes files of one session together', async () => {
    const front = { kind: 'interview', session: 'talk', participants: '[PP1]' };
    const sample = await sampleIn({
      'participants.csv': PEOPLE,
      'transcripts/a.md': transcript({ ...front, date: '2026-01-02' }, 'PP1', 'I'),
      'transcripts/b.md': transcript({ ...front, date: '2026-01-01', site: 'A' }, 'PP1', 'PP2'),
      'transcripts/talk.md': transcript({ site: 'B' }, 'PP10', 'I'),
    });
    const [session, ...others] = sample.sessions;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [session?.name, session?.date, session?.site, session?.kind, session?.transcripts.length],
      ['talk', '2026-01-01', 'A, B', 'interview', 3],
    );
    assert.deepEqual(sumsOf(sample), ['peer: 1 interview (3 people)', 'non-peer: nobody']);
  });

  it('has those who speak in scope, and tells the others apart', async () => {
    const text = transcript({ participants: '[PP1, PP2, PP10, PP7]' }, 'PP1', 'PP2', 'PP1');
    const files = {
      'codebook.md': SCOPE_BOOK,
      'participants.csv': 'participant,role\nPP1,peer\nPP2,peer\nPP10,peer\nNP1,non-peer\nNP2,non-peer\nNP3,\n',
      'transcripts/a.md': text,
      'transcripts/b.md': transcript({}, 'NP1', 'NP1'),
      'transcripts/c.md': transcript({}, 'NP2', 'NP2'),
      'transcripts/d.md': 'Nobody is labelled.\n',
      'transcripts/e.md': '---\nparticipants: NP3\n---\n\nNor here.\n',
      'codings/EA/transcripts/a.jsonl': scopeLine(text, 'words number 0', 'number 0', 'scope00000'),
      'codings/EA/transcripts/c.reading.ndjson': '{"state": "read"}\n',
    };
    const study = await studyOf(files);
    const sample = await readSample(study);
    assert.deepEqual(presences(sample), [
      'PP1 took-part',
      'PP2 outside',
      'PP10 silent',
      // Nobody has read b yet: it may have something in scope.
      'NP1 unread',
      'NP2 outside',
      'NP3 unlabelled',
      'PP7 silent',
    ]);
    assert.deepEqual(
      sample.people.map(({ id, role, isListed }) => (isListed ? (role ?? '-') : `${id} is not listed`)),
      ['peer', 'peer', 'peer', 'non-peer', 'non-peer', '-', 'PP7 is not listed'],
    );
    const [first] = sample.sessions;
    assert.deepEqual([first?.words, first?.participantWords, first?.scopeShare], [15, 15, 3 / 15]);
    assert.deepEqual(
      first?.people.map(({ id, inScope }) => `${id} ${inScope}`),
      ['PP1 3', 'PP2 0', 'PP7 0', 'PP10 0'],
    );
    assert.equal(sample.hasScope, true);
    assert.deepEqual([sample.total.people, sample.total.places], [1, 1]);
  });

  it('counts again what is in scope when other codes mark it, and not by what is hidden', async () => {
    const text = transcript({}, 'PP1', 'PP2', 'PP1');
    const store = new MemoryStore({
      'codebook.md': SCOPE_BOOK,
      'participants.csv': 'participant,role\nPP1,peer\nPP2,peer\n',
      'transcripts/a.md': text,
      'codings/EA/transcripts/a.jsonl': scopeLine(text, 'words number 0', 'number 0', 'scope00000'),
      'codings/MB/transcripts/a.jsonl': scopeLine(text, 'words number 1', 'number 1', 'scope00001'),
    });
    const study = new Study(store, fixedEnvironment());
    await study.refresh();
    const reader = new CorpusReader(study);
    const took = async (): Promise<string[]> => {
      const { people } = await readSample(study, await reader.read());
      return people.filter(({ presence }) => presence === 'took-part').map(({ id }) => id);
    };
    assert.deepEqual(await took(), ['PP1', 'PP2']);
    const hiding = hideColleagues('EA');
    assert.deepEqual(presences(await readSample(seenStudy(study, () => hiding))), ['PP1 took-part', 'PP2 outside']);
    store.put('codebook.md', `${SCOPE_BOOK}\n## Other {#other .scope}\n`.replace('peers .scope}', 'peers}'));
    reader.forget(await study.refresh());
    // The transcript is as it was read, but nothing in it is marked by the code that counts now.
    assert.deepEqual(await took(), []);
    store.put('codebook.md', '# Codebook\n');
    reader.forget(await study.refresh());
    assert.deepEqual(await took(), ['PP1', 'PP2']);
  });

  it('sets what is known of recruitment against who took part', async () => {
    const recruitment = [
      { group: 'Peer', eligible: 11, approached: 5, declined: 2, excluded: 0 },
      { group: 'non-peer', approached: 3, declined: 1, excluded: 0 },
      { group: 'family', approached: 3 },
      { group: 'nurse' },
    ];
    const sample = await sampleIn({
      'verbatim.json': JSON.stringify({ recruitment }),
      'participants.csv': `${PEOPLE}F1,family,,,\nN1,nurse,,,\n`,
      'transcripts/a.md': transcript({}, 'PP1', 'PP2', 'PP10', 'NP1', 'F1', 'N1'),
    });
    assert.deepEqual(
      sample.ledger.map(({ group, tookPart, expected, verdict }) => [group, tookPart, expected, verdict]),
      [
        ['Peer', 3, 3, 'adds-up'],
        ['non-peer', 1, 2, 'differs'],
        // Somebody may have declined: it is not said.
        ['family', 1, 3, 'unknown'],
        ['nurse', 1, undefined, 'unknown'],
      ],
    );
  });

  it('says where reading was cut short', async () => {
    const study = await studyOf({ 'transcripts/a.md': transcript({}, 'A', 'A') });
    const corpus = await new CorpusReader(study).read({ cancellation: { cancelled: true } });
    assert.equal(atOnce(sampleOf(corpus)).complete, false);
  });

  it('counts as a plain count of the study does, for any roles, kinds, files and overlaps', async () => {
    const cases = Number(process.env.THOROUGH ?? 1) * 40;
    await fc.assert(fc.asyncProperty(anyStudy, assertCounted), { numRuns: cases });
  });
});

const IDS = Array.from({ length: 7 }, (_, i) => `P${i}`);
const anyPeople = fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 4 });
const anyStudy = fc.record({
  roles: fc.array(fc.constantFrom('peer', 'non-peer', ''), { minLength: IDS.length, maxLength: IDS.length }),
  listed: fc.uniqueArray(fc.constantFrom(...IDS)),
  hasScope: fc.boolean(),
  sessions: fc.array(
    fc.record({
      kind: fc.constantFrom('interview', 'joint interview', 'focus group', ''),
      inScope: anyPeople,
      outside: anyPeople,
      silent: anyPeople,
      files: fc.constantFrom(1, 2),
    }),
    { maxLength: 7 },
  ),
});

type AnyStudy = typeof anyStudy extends fc.Arbitrary<infer T> ? T : never;

/** Writes such a study out, reads it as any other, and compares with what went in. */
async function assertCounted({ roles, listed, hasScope, sessions }: AnyStudy): Promise<void> {
  const roleOf = (id: string): string => (listed.includes(id) ? (roles[IDS.indexOf(id)] ?? '') : '');
  const files: Record<string, string> = {
    'codebook.md': hasScope ? SCOPE_BOOK : '# Codebook\n',
    'participants.csv': `participant,role\n${listed.map(id => `${id},${roleOf(id)}\n`).join('')}`,
  };
  sessions.forEach(({ kind, inScope, outside, silent, files: count }, s) => {
    const front = { ...(kind === '' ? {} : { kind }), session: `s${s}` };
    for (let part = 0; part < count; part++) {
      const within = inScope.filter((_, i) => i % count === part);
      const named = { ...front, participants: `[${[...inScope, ...outside, ...silent].join(', ')}]` };
      const text = transcript(named, 'Q', ...within, 'Q', ...outside, 'Q');
      const path = `transcripts/${s}-${part}`;
      files[`${path}.md`] = text;
      if (!hasScope || within.length === 0) continue;
      const marked = scopeLine(text, 'words number 1.', `words number ${within.length}.`, `${s}scope000${part}`);
      files[`codings/EA/${path}.jsonl`] = marked;
    }
  });
  const sample = await sampleIn(files);
  const took = sessions.map(({ kind, inScope, outside }) => {
    return { kind, people: [...new Set(hasScope ? inScope : [...inScope, ...outside])] };
  });
  const counted = (of: (id: string) => boolean, kind?: string): number[] => {
    const places = took.filter(one => kind === undefined || one.kind === kind).map(({ people }) => people.filter(of));
    return [new Set(places.flat()).size, places.flat().length, places.filter(people => people.length > 0).length];
  };
  const all = [...sample.groups, { sum: sample.total }];
  for (const [i, group] of all.entries()) {
    const isOf = (id: string): boolean =>
      i === all.length - 1 || roleOf(id) === (('role' in group && group.role) || '');
    const { people, places, sessions: held, kinds } = group.sum;
    assert.deepEqual([people, places, held], counted(isOf));
    for (const kind of kinds) assert.deepEqual([kind.people, kind.places, kind.sessions], counted(isOf, kind.kind));
    assert.ok(addsUp(group.sum));
  }
  for (const role of new Set(took.flatMap(({ people }) => people).map(roleOf)))
    assert.ok(sample.groups.some(group => (group.role ?? '') === role));
}
