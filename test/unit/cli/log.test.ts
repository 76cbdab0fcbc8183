import assert from 'node:assert/strict';
import { gitIn } from '../support/repository.js';
import { code, codedStudy, type Result, TemporaryStudy, UNCODED } from './support/study.js';

interface Json {
  readonly versions: readonly {
    readonly message: string | null;
    readonly codings: number;
    readonly coders: Readonly<Record<string, number>>;
    readonly changes: readonly { readonly what: string; readonly text: string; readonly coding: string | null }[];
  }[];
  readonly events: readonly { readonly kind: string; readonly text: string; readonly reason: string | null }[];
  readonly formerly: readonly string[];
  readonly state: string;
}

describe('verbatim log', () => {
  let study: TemporaryStudy;
  const save = (message: string): void => {
    gitIn(study.root, ['add', '--all']);
    gitIn(study.root, ['commit', '--quiet', '--message', message]);
  };
  const change = (file: string, from: string, to: string): void => {
    const text = study.read(file);
    assert.ok(text.includes(from), from);
    study.put(file, text.replace(from, to));
  };
  const log = async (...args: string[]): Promise<string> => {
    const { exit, out, err } = await study.run(['log', ...args]);
    assert.equal(exit, 0, err);
    return out;
  };
  const json = async (...args: string[]): Promise<Json> => JSON.parse(await log('--json', ...args)) as Json;
  const refused = async (...args: string[]): Promise<Result> => {
    const result = await study.run(['log', ...args]);
    assert.equal(result.exit, 2);
    assert.equal(result.out, '');
    return result;
  };

  beforeEach(async () => {
    study = new TemporaryStudy(UNCODED);
    gitIn(study.root, ['init', '--quiet', '--initial-branch', 'main']);
    save('Transcripts\n\nChecked against the recordings.');
    await code(study, 'pp-01.md', 'it got quiet', 'hope', 'EA');
    save('First codes');
    change('codebook.md', '### Hope {#hope}', '### Hope by being there {#hope}');
    save('A better name: [x](y) <b>\u001b[31m');
  });
  afterEach(() => study.remove());

  it('tells the versions, the newest first, what is not saved yet before all', async () => {
    await code(study, 'pp-01.md', 'It was good for all of us', 'hope', 'JS');
    const out = await log();
    const order = [
      'Not saved yet',
      'JS coded with “Hope by being there”.',
      'A better name',
      'First codes',
      'Transcripts',
    ];
    const places = order.map(words => out.indexOf(words));
    assert.ok(!places.includes(-1) && places.every((place, i) => i === 0 || place > (places[i - 1] ?? 0)), out);
    assert.match(out, /· Renamed “Hope” to “Hope by being there”\./);
    assert.match(out, /· EA coded with “Hope”\.\n {6}“it got quiet”/);
    assert.match(out, /^[0-9a-f]{7} {2}\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}EA$/m);
    assert.match(out, /\n3 versions\.\n$/);
    // Nothing that a terminal would obey.
    assert.ok(!out.includes('\u001b'));
  });

  it('says many passages of one transcript together, and each in JSON', async () => {
    for (const quote of ['What did you do', 'in the meeting', 'How was that', 'my own story', 'It was good. ']) {
      await code(study, 'pp-01.md', quote.trim() === 'It was good.' ? 'I think' : quote, 'self-disclosure', 'JS');
    }
    save('JS reads PP1');
    assert.match(await log('--limit', '1'), /· JS: Coded 5 passages of pp-01, with one code\./);
    const { versions } = await json('--limit', '1');
    assert.equal(versions.length, 1);
    assert.equal(versions[0]?.changes.length, 5);
    assert.ok(versions[0]?.changes.every(({ coding }) => /^[0-9a-z]{10}$/.test(coding ?? '')));
    assert.deepEqual([versions[0]?.codings, versions[0]?.coders], [6, { EA: 1, JS: 5 }]);
  });

  it('tells the life of a code, by any name of it, from its beginning', async () => {
    change('codebook.md', '{#hope}', '{#being-there formerly="hope"}');
    save('Its id too');
    for (const name of ['being-there', 'hope', 'hope by being there']) {
      const { events, formerly, state } = await json('--code', name);
      assert.deepEqual(
        events.map(({ text }) => text),
        [
          'Added the code “Hope” to “Influence on meetings”.',
          'Coded 1 passage with it.',
          'Renamed “Hope” to “Hope by being there”.',
          'Changed the id of “Hope by being there” from hope to being-there.',
        ],
      );
      assert.deepEqual([formerly, state, events[3]?.reason], [['hope'], 'there', 'Its id too']);
    }
    const out = await log('--code', 'hope');
    assert.match(out, /^Hope by being there {2}\[being-there\], formerly hope\n {2}It is in the codebook\.\n/);
    assert.ok(out.indexOf('Checked against the recordings.') < out.indexOf('First codes'));
  });

  it('leads from a code that was merged to the one it became, and tells decisions', async () => {
    change('codebook.md', '### Hope by being there {#hope}\n\n', '');
    change('codebook.md', 'formerly="sharing own-story"', 'formerly="sharing own-story hope"');
    study.put(
      'codings/MB/discussion.ndjson',
      '{"comment": "They are one.", "on": "code hope", "decision": true, "created": "2001-01-01T00:00:00Z", "id": "decision01"}\n',
    );
    save('One code');
    const out = await log('--code', 'hope');
    assert.match(out, /merged into Self-disclosure \[self-disclosure\].*\n {4}verbatim log --code self-disclosure\n/);
    assert.match(out, /2001-01-01 00:00 UTC {2}MB\n {2}· Decided: They are one\./);
    assert.match(await log('--code', 'self-disclosure'), /Merged “Hope by being there” into “Self-disclosure”/);
  });

  it('tells the life of a theme and of a coding', async () => {
    assert.match(await log('--theme', 'the-role'), /Added the theme “The role”/);
    const [id] = /[0-9a-z]{10}(?="})/.exec(study.read('codings/EA/transcripts/pp-01.jsonl')) ?? [];
    const out = await log('--coding', id ?? '');
    assert.match(out, /^“it got quiet” {2}\[[0-9a-z]{10}\]\n {2}It is there\.\n/);
  });

  it('prints an audit trail, the oldest first, in which content is content', async () => {
    const out = await log('--md');
    assert.ok(out.startsWith('# Audit trail\n\n## '));
    assert.ok(out.indexOf('First codes') < out.indexOf('A better name'));
    assert.ok(out.includes('A better name: \\[x\\](y) \\<b\\>'));
    assert.ok(out.includes('\n  > it got quiet\n'));
    assert.match(await log('--code', 'hope', '--md'), /^# Hope by being there\n\nIt is in the codebook\.\n\n- \d{4}/);
  });

  it('shows only what is new enough', async () => {
    assert.match(await log('--since', '2999-01-01'), /^0 versions\.\n$/);
    assert.equal((await json('--since', '2001-01-01', '--limit', '2')).versions.length, 2);
    assert.match((await refused('--since', 'yesterday')).err, /“yesterday” is no date/);
    assert.match((await refused('--limit', '0')).err, /no number of versions/);
  });

  it('refuses what it does not know, and says what to do', async () => {
    assert.match((await refused('--code', 'hopp')).err, /There is no code “hopp”.*hope/s);
    assert.match((await refused('--coding', 'nonsuch')).err, /No version has a coding “nonsuch”/);
    assert.match((await refused('--code', 'hope', '--theme', 'the-role')).err, /do not go together/);
    const both = await study.run(['log', '--md', '--json']);
    assert.deepEqual([both.exit, /do not go together/.test(both.err)], [2, true]);
  });

  it('says that nothing was saved yet, and that there is no repository', async () => {
    const fresh = await codedStudy();
    try {
      const without = await fresh.run(['log']);
      assert.deepEqual([without.exit, without.out], [0, '0 versions.\n']);
      assert.match(without.err, /There is no history.*git init/s);
      const life = await fresh.run(['log', '--code', 'hope']);
      assert.equal(life.exit, 2);
      assert.match(life.err, /There is no history.*git init/s);
      gitIn(fresh.root, ['init', '--quiet']);
      const { exit, out } = await fresh.run(['log']);
      assert.equal(exit, 0);
      assert.match(out, /^Not saved yet\n/);
      assert.match(out, /\n0 versions\.\n$/);
    } finally {
      fresh.remove();
    }
  });
});
