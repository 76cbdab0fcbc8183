import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CorpusReader } from '../../../src/core/analysis/corpus/corpusReader.js';
import { parseQuery } from '../../../src/core/analysis/query/parse.js';
import { runQuery } from '../../../src/core/analysis/query/run.js';
import { savedQueries } from '../../../src/core/analysis/query/saved/save.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { atOnce } from '../../../src/core/pieces.js';
import { openStudy } from '../../../src/node/studies.js';
import { idsIn, type Session, sessionsIn } from './plainStudy.js';

const ROOT = path.resolve('samples/peer-support');
const SCOPE = 'peer-contribution';
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** Who takes part in the sessions of some kinds, once for each time. */
function takingPart(sessions: readonly Session[], role: string, ...kinds: string[]): string[] {
  const isRole = (person: string): boolean => (/^PP/.test(person) ? 'peer' : 'non-peer') === role;
  return sessions.filter(({ kind }) => kinds.includes(kind)).flatMap(({ inScope }) => [...inScope].filter(isRole));
}

describe('the whole sample study', () => {
  const sessions = sessionsIn(ROOT, SCOPE);
  const book = parseCodebook(read('codebook.md'));

  it('has 23 sessions in which 500 words or more are said', () => {
    assert.equal(sessions.length, 23);
    for (const { name, words } of sessions) assert.ok(words >= 500, `${name}: ${words}`);
    assert.equal(new Set(sessions.map(({ raw }) => raw)).size, 23);
  });

  it('has nine peers from six individual and two joint interviews, one of them in both', () => {
    const [individual, joint] = ['interview', 'joint interview'].map(kind => takingPart(sessions, 'peer', kind));
    assert.deepEqual([individual?.length, joint?.length], [6, 4]);
    assert.equal(sessions.filter(({ kind }) => kind === 'joint interview').length, 2);
    assert.deepEqual(
      individual?.filter(person => joint?.includes(person)),
      ['PP7'],
    );
    assert.deepEqual(
      [...new Set(takingPart(sessions, 'peer', 'interview', 'joint interview', 'focus group'))].sort(),
      Array.from({ length: 9 }, (_, i) => `PP${i + 1}`),
    );
  });

  it('has 18 others from eleven interviews and four focus groups of three to five, three of them in both', () => {
    const interviewed = takingPart(sessions, 'non-peer', 'interview');
    const groups = sessions.filter(({ kind }) => kind === 'focus group');
    assert.deepEqual([interviewed.length, new Set(interviewed).size], [11, 11]);
    assert.deepEqual(
      groups.map(({ participants }) => participants.length),
      [3, 4, 3, 5],
    );
    const inGroups = takingPart(sessions, 'non-peer', 'focus group');
    // Whoever comes a second time in a group counts once; NP18 speaks in the fourth, but not of peers.
    assert.deepEqual([inGroups.length, new Set(inGroups).size], [14, 10]);
    assert.deepEqual(interviewed.filter(person => inGroups.includes(person)).sort(), ['NP16', 'NP4', 'NP8']);
    assert.equal(11 + 10 - 3, new Set([...interviewed, ...inGroups]).size);
    assert.deepEqual(
      sessions.flatMap(({ name, participants, inScope }) =>
        participants.filter(person => !inScope.has(person)).map(person => `${name} ${person}`),
      ),
      ['np-group-04 NP18'],
    );
  });

  it('lists exactly these people, and accounts for who was asked', () => {
    const rows = read('participants.csv').trimEnd().split('\n');
    assert.equal(rows.shift(), 'participant,role,site');
    const listed = rows.map(row => row.split(',')[0]);
    assert.deepEqual(new Set(listed), new Set(sessions.flatMap(({ inScope }) => [...inScope])));
    assert.equal(listed.length, 27);
    const { recruitment } = JSON.parse(read('verbatim.json')) as { recruitment: Record<string, number | string>[] };
    const left = recruitment.map(({ group, approached, declined, excluded }) => [
      group,
      Number(approached) - Number(declined) - Number(excluded),
    ]);
    assert.deepEqual(left, [
      ['peer', 9],
      ['non-peer', 18],
    ]);
    assert.equal(recruitment[0]?.eligible, 11);
  });

  it('has codings that stand where they say, each with an id of its own', () => {
    for (const { name, raw, codings } of sessions) {
      const points = [...raw];
      const base = createHash('sha1')
        .update(`blob ${Buffer.byteLength(raw)}\0${raw}`)
        .digest('hex')
        .slice(0, 12);
      for (const { id, quote, at, context, base: coded } of codings) {
        const [start, end] = at;
        assert.equal(points.slice(start, end).join(''), quote, `${name} ${id}`);
        assert.equal(quote, quote.trim());
        const around = [points.slice(Math.max(0, start - 32), start), points.slice(end, end + 32)];
        assert.deepEqual(
          context,
          around.map(part => part.join('')),
        );
        assert.equal(coded, base);
      }
    }
    const ids = idsIn(ROOT);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[0-9a-z]{10}$/);
  });

  it('marks in every session what is in scope, and has codings beside that', () => {
    for (const { name, codings } of sessions) {
      const marks = codings.filter(({ code }) => code === SCOPE);
      assert.ok(marks.length >= 1 && marks.length <= 3, name);
      assert.ok(
        marks.every(({ coder, quote }) => coder === 'EA' && quote.length > 250),
        name,
      );
      assert.ok(codings.length - marks.length >= 4, name);
    }
    const codes = new Set(sessions.flatMap(({ codings }) => codings.map(({ code }) => book.find(code)?.id)));
    const unused = book.entries.filter(({ id, kind }) => kind === 'code' && !codes.has(id)).map(({ id }) => id);
    assert.deepEqual(unused, ['by-video']);
  });

  it('says of many codings whether they support, nuance or contradict, where the key belongs', () => {
    const marked = sessions.flatMap(({ codings }) => codings).filter(({ evidence }) => evidence !== undefined);
    for (const { text, evidence } of marked)
      assert.match(text, new RegExp(`"base": "[0-9a-f]{12}", "evidence": "${evidence}", "(?:memo|created)": "`));
    const counts = ['supports', 'nuances', 'contradicts'].map(
      mark => marked.filter(({ evidence }) => evidence === mark).length,
    );
    assert.ok(
      counts.every(count => count >= 20),
      String(counts),
    );
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      marked.length,
    );
  });

  it('has three themes with two, three and no subthemes, and one scope code', () => {
    const themes = book.entries.filter(({ kind, parent }) => kind === 'theme' && parent === undefined);
    assert.deepEqual(
      themes.map(theme => [theme.id, theme.children.filter(({ kind }) => kind === 'theme').length]),
      [
        ['network-meetings', 2],
        ['the-role', 3],
        ['culture', 0],
      ],
    );
    assert.deepEqual(
      book.entries.filter(({ classes }) => classes.includes('scope')).map(({ id }) => id),
      [SCOPE],
    );
  });

  it('keeps questions that find something', async () => {
    const study = await openStudy(ROOT);
    const corpus = await new CorpusReader(study).read();
    const saved = await savedQueries(study);
    assert.equal(saved.length, 4);
    for (const { name, title, text } of saved) {
      assert.ok(title, name);
      const { query, problems } = parseQuery(text);
      assert.deepEqual(problems, [], name);
      assert.ok(query !== undefined && atOnce(runQuery(query, corpus)).length >= 3, name);
    }
  });
});
