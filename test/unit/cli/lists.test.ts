import assert from 'node:assert/strict';
import { codedStudy, type TemporaryStudy } from './support/study.js';

describe('the lists of the command line', () => {
  let study: TemporaryStudy;
  beforeEach(async () => {
    study = await codedStudy();
  });
  afterEach(() => study.remove());

  describe('verbatim transcripts', () => {
    it('gives kind, participants, speakers with turns and words, codings per coder and those in doubt', async () => {
      const { exit, out } = await study.run(['transcripts', '--json']);
      assert.equal(exit, 0);
      const { transcripts, counts } = JSON.parse(out);
      assert.deepEqual(counts, { transcripts: 2, codings: 8, inDoubt: 1, scope: null });
      assert.deepEqual(transcripts[1], {
        transcript: 'transcripts/pp-01.md',
        missing: false,
        kind: 'interview',
        participants: ['PP1'],
        speakers: [
          { speaker: 'I', turns: 2, words: 10, participant: null },
          { speaker: 'PP1', turns: 2, words: 24, participant: 'PP1' },
        ],
        codings: 5,
        coders: { EA: 2, JS: 3 },
        inDoubt: 1,
        scope: null,
        scopeShare: null,
        progress: {
          EA: { state: 'coded', share: 0.4306, codings: 2, notes: 0, inDoubt: 0 },
          JS: { state: 'coded', share: 0.2639, codings: 3, notes: 0, inDoubt: 1 },
        },
      });
      assert.deepEqual(
        transcripts[0].speakers.map((each: { speaker: string; turns: number }) => [each.speaker, each.turns]),
        [
          ['MB', 1],
          ['NP1', 2],
          ['NP2', 1],
        ],
      );
    });

    it('prints a table', async () => {
      const { out } = await study.run(['transcripts']);
      assert.match(out, /^TRANSCRIPT +KIND +PARTICIPANTS +SPEAKER +TURNS +WORDS +CODINGS +STATE AND SHARE +IN DOUBT$/m);
      assert.match(
        out,
        /^transcripts\/pp-01\.md +interview +PP1 +\(I\) +2 +10 +EA 2, JS 3 +EA coded 43%, JS coded 26% +1$/m,
      );
      assert.match(out, /^ +PP1 +2 +24$/m);
      assert.match(out, /^2 transcripts, 8 codings, 1 in doubt\.$/m);
    });

    it('says what coders said of their reading, and counts notes', async () => {
      study.put(
        'codings/KL/transcripts/pp-01.reading.ndjson',
        '{"state": "read", "since": "2026-03-02T10:03:11Z"}\n{"quote": "x", "at": [0, 1], "memo": "hm", "id": "note000001"}\n',
      );
      const { transcripts } = JSON.parse((await study.run(['transcripts', '--json'])).out);
      const kl = { state: 'read', share: 0, codings: 0, notes: 1, inDoubt: 0 };
      assert.deepEqual(transcripts[1].progress.KL, kl);
      assert.deepEqual(transcripts[0].progress.KL, { ...kl, state: 'unread', notes: 0 });
      const { out } = await study.run(['transcripts']);
      assert.match(out, /^transcripts\/pp-01\.md .* EA coded 43%, JS coded 26%, KL read +KL 1 +1$/m);
    });

    it('says what is in scope, where a code marks it', async () => {
      study.put('codebook.md', study.read('codebook.md').replace(/^(## The role.*) \.theme\}$/m, '$1 .theme .scope}'));
      const { transcripts, counts } = JSON.parse((await study.run(['transcripts', '--json'])).out);
      assert.deepEqual(counts.scope, { relevant: 1, irrelevant: 1, unread: 0 });
      assert.deepEqual(
        transcripts.map((each: { scope: string; scopeShare: number }) => [each.scope, each.scopeShare > 0]),
        [
          ['relevant', true],
          ['irrelevant', false],
        ],
      );
      const { out } = await study.run(['transcripts']);
      assert.match(out, / SCOPE +STATE AND SHARE/);
      assert.match(out, /^transcripts\/group\.md .* relevant \d+% /m);
      assert.match(out, /^1 relevant, 1 irrelevant, 0 unread\.$/m);
      assert.match((await study.run(['codes'])).out, /^1 theme, 2 codes, 1 scope code, 1 unknown code; /m);
    });

    it('lists a transcript that is coded but missing', async () => {
      study.put(
        'codings/EA/transcripts/gone.jsonl',
        '{"code": "hope", "quote": "x", "at": [0, 1], "id": "gone000001"}\n',
      );
      const { transcripts } = JSON.parse((await study.run(['transcripts', '--json'])).out);
      const gone = transcripts.find((each: { transcript: string }) => each.transcript === 'transcripts/gone.md');
      assert.deepEqual([gone.missing, gone.kind, gone.speakers, gone.inDoubt], [true, null, [], 1]);
      assert.match((await study.run(['transcripts'])).out, /gone\.md +\(missing\)/);
    });
  });

  describe('verbatim codes', () => {
    it('counts by what a code is now, codes in the order of the codebook, then unknown ones', async () => {
      const { exit, out } = await study.run(['codes', '--json']);
      assert.equal(exit, 0);
      const { codes, counts } = JSON.parse(out);
      assert.deepEqual(counts, { themes: 2, codes: 3, scopeCodes: 0, unknown: 1, codings: 8, inDoubt: 1 });
      const brief = codes.map((row: Record<string, unknown>) => [
        row.kind,
        row.id,
        row.codings,
        row.coders,
        row.inDoubt,
        row.participantIds,
        row.transcripts,
      ]);
      assert.deepEqual(brief, [
        ['theme', 'influence', 6, { EA: 3, JS: 3 }, 1, ['NP1', 'NP2', 'PP1'], 2],
        ['code', 'self-disclosure', 2, { EA: 1, JS: 1 }, 0, ['PP1'], 1],
        ['code', 'hope', 4, { EA: 2, JS: 2 }, 1, ['NP1', 'NP2', 'PP1'], 2],
        ['theme', 'the-role', 1, { JS: 1 }, 0, ['NP1'], 1],
        ['code', 'valuing-the-role', 1, { JS: 1 }, 0, ['NP1'], 1],
        ['unknown', 'nonsuch', 1, { JS: 1 }, 0, [], 1],
      ]);
      const { title, themePath, participants, transcriptPaths } = codes[2];
      assert.deepEqual(
        { title, themePath, participants, transcriptPaths },
        {
          title: 'Hope',
          themePath: ['Influence on meetings'],
          participants: 3,
          transcriptPaths: ['transcripts/group.md', 'transcripts/pp-01.md'],
        },
      );
      assert.equal(codes[5].title, null);
    });

    it('prints a table with themes as groups', async () => {
      const { out } = await study.run(['codes']);
      assert.match(
        out,
        /^Influence on meetings +influence +theme +6 +EA 3, JS 3 +3 +2 +1\n {2}Self-disclosure +self-disclosure +code +2 /m,
      );
      assert.match(out, /^\(not in the codebook\) +nonsuch +unknown +1 /m);
      assert.match(out, /^2 themes, 3 codes, 1 unknown code; 8 codings, 1 in doubt\.$/m);
      for (const line of out.split('\n')) assert.ok(line.length <= 120, line);
    });

    it('counts codings made with a theme as unknown', async () => {
      study.put(
        'codings/EA/transcripts/pp-01.jsonl',
        '{"code": "the-role", "quote": "it got quiet", "at": [0, 1], "id": "theme00001"}\n',
      );
      const { codes } = JSON.parse((await study.run(['codes', '--json'])).out);
      const rows = codes.filter((each: { id: string }) => each.id === 'the-role');
      assert.deepEqual(
        rows.map((each: { kind: string; codings: number }) => [each.kind, each.codings]),
        [
          ['theme', 1],
          ['unknown', 1],
        ],
      );
    });
  });
});
