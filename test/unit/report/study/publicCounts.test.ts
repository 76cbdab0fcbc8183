import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CorpusReader } from '../../../../src/core/analysis/corpus/corpusReader.js';
import { kindRows } from '../../../../src/core/analysis/sample/tables.js';
import { baseOf } from '../../../../src/core/coding/blobId.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { publicCorpus } from '../../../../src/core/report/disclosure/publicCorpus.js';
import { type PublicCounts, publicCounts } from '../../../../src/core/report/study/publicCounts.js';
import { Study } from '../../../../src/core/study/study.js';
import { encodeUtf8 } from '../../../../src/core/text/utf8.js';
import { fixedEnvironment } from '../../support/environment.js';
import { MemoryStore } from '../../support/memoryStore.js';

/** Somebody who took part in one session, and which of the codes they said something on. */
interface Person {
  readonly role: string;
  readonly kind: string;
  readonly said: readonly string[];
}

const ROLES = ['peer', 'nurse'];
const KINDS = ['interview', 'field visit'];
const CODES = ['hope', 'trust'];
const WORDS: Readonly<Record<string, string>> = { hope: 'It will be better', trust: 'I believe them' };

/** Groups of people who are alike, so that some studies have no small cell. */
const anyPeople = fc
  .array(
    fc.record({
      person: fc.record({
        role: fc.constantFrom(...ROLES),
        kind: fc.constantFrom(...KINDS),
        said: fc.subarray(CODES),
      }),
      count: fc.constantFrom(1, 2, 3),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map(groups => groups.flatMap(({ person, count }) => Array<Person>(count).fill(person)).slice(0, 6));

async function countsOf(people: readonly Person[], smallestCell: number): Promise<PublicCounts> {
  const files: Record<string, string> = {
    'verbatim.json': JSON.stringify({ disclosure: { smallestCell } }),
    'codebook.md': '# Codebook\n\n## Both {#both .theme}\n\n### hope\n\n### trust\n',
    'participants.csv': `participant,role\n${people.map(({ role }, i) => `P${i},${role}\n`).join('')}`,
  };
  people.forEach(({ kind, said }, i) => {
    const text = `---\nkind: ${kind}\n---\n\nP${i}: ${WORDS.hope}.\n\nP${i}: ${WORDS.trust}.\n`;
    files[`transcripts/p${i}.md`] = text;
    const lines = said.map(code => {
      const [quote = '', start] = [WORDS[code], text.indexOf(WORDS[code] ?? '')];
      const base = baseOf(encodeUtf8(text));
      return `${JSON.stringify({ code, quote, at: [start, start + quote.length], base, id: `${code.padEnd(9, '0')}${i}` })}\n`;
    });
    if (lines.length > 0) files[`codings/EA/transcripts/p${i}.jsonl`] = lines.join('');
  });
  const study = new Study(new MemoryStore(files), fixedEnvironment());
  await study.refresh();
  const corpus = await new CorpusReader(study).read();
  return atOnce(publicCounts(atOnce(publicCorpus(corpus)), corpus, smallestCell, undefined, () => false));
}

const saysAny = ({ said }: Person, codes: readonly string[]): boolean => codes.some(code => said.includes(code));
const ROWS: readonly (readonly [string, readonly string[]])[] = [
  ['Both', CODES],
  ...CODES.map(code => [code, [code]] as const),
];

/** Every figure by role or kind that there is, by what it is of. */
function figuresOf(people: readonly Person[]): Map<string, number> {
  const figures = new Map<string, number>();
  const put = (name: string, holds: (person: Person) => boolean): void =>
    void figures.set(name, people.filter(holds).length);
  for (const [row, codes] of ROWS) {
    for (const role of ROLES) put(`${row}, ${role}`, one => one.role === role && saysAny(one, codes));
    for (const kind of KINDS) put(`${row}, ${kind}`, one => one.kind === kind && saysAny(one, codes));
  }
  for (const role of ROLES) put(role, one => one.role === role);
  for (const kind of KINDS) put(kind, one => one.kind === kind);
  for (const role of ROLES)
    for (const kind of KINDS) put(`${role}, ${kind}`, one => one.role === role && one.kind === kind);
  return figures;
}

/** The same figures as far as a report tells them, in its sample and in both its matrices. */
function toldBy({ sample, matrices }: PublicCounts): Map<string, number> {
  const told = new Map<string, number>();
  const named = (...parts: (string | undefined)[]): string => parts.filter(part => (part ?? '') !== '').join(', ');
  for (const { role, sum } of [...sample.groups, { role: undefined, sum: sample.total }])
    for (const { kind, people } of kindRows(sample, sum)) told.set(named(role, kind?.label), people);
  for (const { matrix } of matrices) {
    for (const [c, { label, people = 0 }] of matrix.columns.entries()) {
      told.set(label, people);
      for (const [r, row] of matrix.rows.entries())
        told.set(named(row.label, label), matrix.cell(r, c).participants.length);
    }
  }
  told.delete('');
  return told;
}

/** Whose role a report tells by name. */
function rolesTold({ evidence }: PublicCounts): Map<string, string> {
  const voices = evidence.flatMap(({ roles }) => roles).filter(({ role }) => role !== '');
  return new Map(
    voices.flatMap(({ role, said, against, silent }) => [...said, ...against, ...silent].map(id => [id, role])),
  );
}

/** What an attacker finds out who knows what everybody said, as the report names them: figures that are the same whoever the people are. */
function computable(people: readonly Person[], told: ReadonlyMap<string, number>, roles: ReadonlyMap<string, string>) {
  const possible = new Map<string, Set<number>>();
  const assign = (done: readonly Person[]): void => {
    const person = people[done.length];
    if (person === undefined) {
      const figures = figuresOf(done);
      if ([...told].some(([name, value]) => (figures.get(name) ?? 0) !== value)) return;
      for (const [name, value] of figures) possible.set(name, (possible.get(name) ?? new Set()).add(value));
      return;
    }
    const known = roles.get(`P${done.length}`);
    for (const role of known === undefined ? ROLES : [known])
      for (const kind of KINDS) assign([...done, { role, kind, said: person.said }]);
  };
  assign([]);
  return [...possible].flatMap(([name, values]) => (values.size === 1 ? [name] : []));
}

describe('what a report counts', () => {
  it('gives no small figure away, not in all its tables and lists of names together', async function () {
    this.timeout(120_000);
    const seen = new Map<string, number>();
    let caught = 0;
    await fc.assert(
      fc.asyncProperty(anyPeople, fc.constantFrom(2, 3), async (people, smallestCell) => {
        const counts = await countsOf(people, smallestCell);
        const [told, roles] = [toldBy(counts), rolesTold(counts)];
        const figures = figuresOf(people);
        for (const [name, value] of told) assert.equal(value, figures.get(name) ?? 0, name);
        // Who said it is always there.
        assert.deepEqual(
          counts.evidence.map(({ all }) => all.said.length),
          ROWS.map(([, codes]) => people.filter(one => saysAny(one, codes)).length),
        );
        // Of whom all are, is told whatever is told of everybody.
        const isOfAll = (name: string): boolean => figures.get(name.split(', ').at(-1) ?? '') === people.length;
        const isSmall = (name: string): boolean => {
          const value = figures.get(name) ?? 0;
          return value > 0 && value < smallestCell && !isOfAll(name);
        };
        const known = (shown: ReadonlyMap<string, number>, names: ReadonlyMap<string, string>): string[] =>
          computable(people, shown, names).filter(isSmall);
        assert.deepEqual(known(told, roles), [], JSON.stringify([...told]));
        const primary = new Map([...figures].filter(([name]) => !isSmall(name)));
        if (known(primary, new Map()).length > 0) caught++;
        const left = counts.left.join(' and ');
        seen.set(left, (seen.get(left) ?? 0) + 1);
      }),
      { numRuns: 250 },
    );
    assert.deepEqual([...seen.keys()].sort(), ['', 'kind', 'role and kind']);
    assert.ok(caught > 40, `holding back small cells alone is caught ${caught} times`);
  });
});
