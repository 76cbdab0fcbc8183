import assert from 'node:assert/strict';
import { codedStudy, TemporaryStudy, UNCODED } from './support/study.js';

describe('verbatim check', () => {
  let study: TemporaryStudy;
  beforeEach(async () => {
    study = await codedStudy();
  });
  afterEach(() => study.remove());

  it('reports every problem with file, line, rule, severity, message and remedy', async () => {
    const { exit, out } = await study.run(['check', '--json']);
    assert.equal(exit, 1);
    const { problems, counts } = JSON.parse(out);
    const file = 'codings/JS/transcripts/pp-01.jsonl';
    const found = problems.map((each: Record<string, unknown>) => [each.file, each.line, each.rule, each.severity]);
    assert.deepEqual(found, [
      [file, 2, 'coding-orphan', 'warning'],
      [file, 3, 'unknown-code', 'warning'],
      [file, 4, 'broken-line', 'error'],
    ]);
    for (const problem of problems) assert.ok(problem.message.length > 10 && problem.remedy.length > 10);
    const { errors, warnings, infos, transcripts, codings } = counts;
    assert.deepEqual([errors, warnings, infos, transcripts, codings], [1, 2, 0, 2, 8]);
    assert.deepEqual(
      [counts.exact, counts.relocated, counts.changed, counts.ambiguous, counts.orphan],
      [5, 2, 0, 0, 1],
    );
  });

  it('prints them for people, with a summary', async () => {
    const { exit, out } = await study.run(['check']);
    assert.equal(exit, 1);
    assert.match(
      out,
      /^codings\/JS\/transcripts\/pp-01\.jsonl:3 {2}warning {2}unknown-code\n {2}The code “nonsuch”.*\n {2}\S/m,
    );
    assert.match(
      out,
      /^1 error, 2 warnings, 5 hints\.\n2 transcripts; 8 codings: 5 exact, 2 relocated, 0 changed, 0 ambiguous, 1 orphan\.\n1 coding to review: .*\n5 hints on the codebook: see --hints\.\n$/m,
    );
  });

  it('says what to do about codings without a certain place, and no longer asks about those that are kept so', async () => {
    const file = 'codings/JS/transcripts/pp-01.jsonl';
    const before = (await study.run(['check'])).out;
    const waiting = Number(/^(\d+) codings? to review: `verbatim anchor`/m.exec(before)?.[1]);
    assert.ok(waiting >= 1);
    study.put(
      file,
      study.read(file).replace('"id": "orphan0001"', '"orphan": "2026-05-01T08:00:00Z", "id": "orphan0001"'),
    );
    const { out } = await study.run(['check', '--json']);
    const { problems, counts } = JSON.parse(out);
    assert.deepEqual([counts.orphan, counts.settled], [1, 1]);
    assert.ok(problems.every(({ rule }: { rule: string }) => rule !== 'coding-orphan'));
    const after = (await study.run(['check'])).out;
    assert.match(after, /1 orphan \(1 kept without a place\)\.$/m);
    assert.equal(Number(/^(\d+) codings? to review/m.exec(after)?.[1] ?? 0), waiting - 1);
    const { exit, out: listed } = await study.run(['excerpts', '--json']);
    assert.equal(exit, 0);
    const kept = JSON.parse(listed).excerpts.filter(({ settled }: { settled: boolean }) => settled);
    assert.deepEqual(
      kept.map(({ id }: { id: string }) => id),
      ['orphan0001'],
    );
  });

  it('is clean for a clean study', async () => {
    const clean = new TemporaryStudy(UNCODED);
    const { exit, out, err } = await clean.run(['check']);
    assert.deepEqual(
      [exit, out, err],
      [
        0,
        '0 errors, 0 warnings, 5 hints.\n2 transcripts; 0 codings: 0 exact, 0 relocated, 0 changed, 0 ambiguous, 0 orphan.\n5 hints on the codebook: see --hints.\n',
        '',
      ],
    );
    clean.remove();
  });

  it('lists the hints on the codebook when asked to, which changes nothing about what it answers', async () => {
    const clean = new TemporaryStudy(UNCODED);
    const { exit, out } = await clean.run(['check', '--hints']);
    assert.equal(exit, 0);
    assert.match(out, /^codebook\.md:\d+ {2}hint {2}code-without-definition\n {2}“.*\n {2}\S/m);
    assert.doesNotMatch(out, /see --hints/);
    const listed = JSON.parse((await clean.run(['check', '--hints', '--json'])).out);
    const unlisted = JSON.parse((await clean.run(['check', '--json'])).out);
    assert.deepEqual([listed.counts.problems, listed.counts.hints, unlisted.counts.problems], [5, 5, 0]);
    assert.equal(unlisted.counts.hints, 5);
    assert.deepEqual(new Set(listed.problems.map((each: { severity: string }) => each.severity)), new Set(['hint']));
    clean.remove();
    assert.equal((await study.run(['check', '--hints'])).exit, 1);
  });

  it('reports transcripts that are missing, not UTF-8 or without a readable front matter, and goes on', async () => {
    study.put(
      'codings/EA/transcripts/gone.jsonl',
      '{"code": "hope", "quote": "x", "at": [0, 1], "id": "gone000001"}\n',
    );
    study.put('transcripts/latin.md', 'PP1: caf\ufffd\n\nPP1: x\n');
    study.put('transcripts/front.md', '---\nkind: [interview\n---\n\nPP1: Yes.\n\nPP1: No.\n');
    study.put('verbatim.json', '{');
    const { exit, out } = await study.run(['check', '--json']);
    assert.equal(exit, 1);
    const { problems, counts } = JSON.parse(out);
    const rulesOf = (file: string) =>
      problems.filter((each: { file: string }) => each.file === file).map((each: { rule: string }) => each.rule);
    assert.deepEqual(rulesOf('codings/EA/transcripts/gone.jsonl'), ['missing-transcript']);
    assert.deepEqual(rulesOf('transcripts/latin.md'), ['not-utf8']);
    assert.equal(rulesOf('transcripts/front.md').length, 1);
    assert.deepEqual(rulesOf('verbatim.json'), ['study-file']);
    assert.equal(counts.orphan, 2);
  });
});
