import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { fixedEnvironment } from '../support/environment.js';
import { gitIn } from '../support/repository.js';
import { code, type Result, TemporaryStudy, UNCODED } from './support/study.js';

interface Verified {
  readonly opening: { readonly id: string };
  readonly coders: readonly {
    readonly coder: string;
    readonly closing: { readonly id: string } | null;
    readonly changedSince: number;
  }[];
  readonly pairs: readonly {
    readonly verdict: string;
    readonly contradictions: readonly {
      readonly version: { readonly id: string };
      readonly holds: { readonly id: string };
    }[];
    readonly reasons: readonly { readonly why: string; readonly text: string }[];
  }[];
  readonly unsaved: readonly string[];
}

describe('verbatim round', function () {
  // Every call starts git many times.
  this.timeout(60_000);

  const copies: TemporaryStudy[] = [];
  /** The team’s copy, in which the round is opened, and those of two coders. */
  let team: TemporaryStudy;

  const save = (study: TemporaryStudy, message: string): string => {
    gitIn(study.root, ['add', '--all']);
    const author = `${gitIn(study.root, ['config', 'user.name'])} <one@example.org>`;
    gitIn(study.root, ['commit', '--quiet', '--author', author, '--message', message]);
    return gitIn(study.root, ['rev-parse', 'HEAD']);
  };
  const be = (study: TemporaryStudy, name: string): void => {
    gitIn(study.root, ['config', 'user.name', name]);
    gitIn(study.root, ['config', 'user.email', `${name}@example.org`]);
  };
  const copyFor = (name: string, depth: readonly string[] = []): TemporaryStudy => {
    const copy = new TemporaryStudy({}, fixedEnvironment(copies.length + 10));
    copies.push(copy);
    gitIn(copy.root, ['clone', '--quiet', '--no-local', ...depth, team.root, '.']);
    be(copy, name);
    return copy;
  };
  const take = (into: TemporaryStudy, from: TemporaryStudy, ...how: readonly string[]): void => {
    gitIn(into.root, ['pull', '--quiet', '--no-edit', '--no-rebase', ...how, from.root, 'main']);
  };
  const done = async (study: TemporaryStudy, ...args: string[]): Promise<string> => {
    const { exit, out, err } = await study.run(['round', ...args]);
    assert.equal(exit, 0, err);
    return out;
  };
  const refused = async (study: TemporaryStudy, ...args: string[]): Promise<Result> => {
    const hash = study.hash();
    const result = await study.run(['round', ...args]);
    assert.equal(result.exit, 2, result.out);
    assert.equal(study.hash(), hash);
    return result;
  };
  const verified = async (study: TemporaryStudy): Promise<Verified> => {
    const { exit, out } = await study.run(['round', 'verify', 'pilot', '--json']);
    const report = JSON.parse(out) as Verified;
    assert.equal(exit, report.pairs.every(({ verdict }) => verdict === 'shown') ? 0 : 1);
    return report;
  };
  const codes = async (study: TemporaryStudy, coder: string, quote: string): Promise<string> => {
    await code(study, 'pp-01.md', quote, 'hope', coder);
    return save(study, `${coder} codes`);
  };

  beforeEach(() => {
    team = new TemporaryStudy(UNCODED);
    copies.push(team);
    gitIn(team.root, ['init', '--quiet', '--initial-branch', 'main']);
    be(team, 'PI');
    save(team, 'The study');
  });
  afterEach(() => {
    for (const copy of copies.splice(0)) copy.remove();
  });

  it('is shown to be blind where both coded apart, and says which versions agreement is to be worked out on', async () => {
    const opened = await done(team, 'open', 'pilot', '--coders', 'EA,MB', '--transcripts', 'transcripts/pp-01.md');
    assert.match(opened, /It begins with version [0-9a-f]{40}\./);
    const message = gitIn(team.root, ['log', '-1', '--format=%B']);
    assert.match(
      message,
      /^Blind round “pilot” opened for EA, MB\n\n- transcripts\/pp-01\.md\n\nVerbatim-Round-Opened: [0-9a-z]{10}$/,
    );
    const [ea, mb] = [copyFor('EA'), copyFor('MB')];
    await codes(ea, 'EA', 'it got quiet');
    await codes(mb, 'MB', 'it got quiet');
    // What is not saved yet goes into the version that closes the round.
    await code(mb, 'pp-01.md', 'It was good for all of us', 'hope', 'MB');
    await done(mb, 'close', 'pilot');
    assert.equal(gitIn(mb.root, ['status', '--porcelain']), '');
    const closedAt = gitIn(mb.root, ['rev-parse', 'HEAD']);
    await done(ea, 'close', 'pilot');
    for (const copy of [ea, mb]) take(team, copy);
    take(mb, team);
    await codes(mb, 'MB', 'What did you do');
    take(team, mb);
    const report = await verified(team);
    assert.deepEqual(report.pairs, [{ coders: ['EA', 'MB'], verdict: 'shown', contradictions: [], reasons: [] }]);
    assert.deepEqual(
      report.coders.map(({ coder, changedSince }) => [coder, changedSince]),
      [
        ['EA', 0],
        ['MB', 1],
      ],
    );
    assert.equal(report.coders[1]?.closing?.id, closedAt);
    const { exit, out } = await team.run(['round', 'verify', 'pilot']);
    assert.equal(exit, 0);
    assert.match(out, /## EA and MB: shown/);
    assert.match(
      out,
      new RegExp(
        `MB closed the round in ${closedAt} \\(MB, .*2 codings and notes in 2 versions\\. 1 coding or note was changed since`,
      ),
    );
    assert.match(out, /Looking leaves no trace/);
    assert.match(
      await done(team, 'list'),
      /pilot \(\w{10}\): closed, opened by PI[\s\S]*EA has closed it, MB has closed it[\s\S]*1 round, 0 open\./,
    );
  });

  it('is contradicted by the versions that were made on the other’s work', async () => {
    await done(team, 'open', 'pilot', '--coders', 'EA,MB');
    const [ea, mb] = [copyFor('EA'), copyFor('MB')];
    const held = await codes(ea, 'EA', 'it got quiet');
    await codes(mb, 'MB', 'What did you do');
    take(mb, ea);
    const bad = await codes(mb, 'MB', 'It was good for all of us');
    for (const copy of [ea, mb]) await done(copy, 'close', 'pilot');
    for (const copy of [ea, mb]) take(team, copy);
    const [pair] = (await verified(team)).pairs;
    assert.equal(pair?.verdict, 'contradicted');
    assert.deepEqual(
      pair.contradictions.map(({ version, holds }) => [version.id, holds.id]),
      [[bad, held]],
    );
    assert.match((await team.run(['round', 'verify', 'pilot'])).out, new RegExp(`MB’s version ${bad} \\(MB, `));
  });

  it('says why it cannot be shown', async () => {
    const whys = async (study: TemporaryStudy): Promise<string[]> => {
      const [pair] = (await verified(study)).pairs;
      assert.equal(pair?.verdict, 'unknown', JSON.stringify(pair));
      return pair.reasons.map(({ why }) => why);
    };
    await codes(team, 'EA', 'What did you do');
    await done(team, 'open', 'pilot', '--coders', 'EA,MB');
    assert.deepEqual(await whys(team), ['not-closed', 'nothing-coded', 'before', 'not-closed', 'nothing-coded']);
    const [ea, mb] = [copyFor('EA'), copyFor('MB')];
    await codes(ea, 'EA', 'it got quiet');
    await codes(mb, 'MB', 'it got quiet');
    for (const copy of [ea, mb]) await done(copy, 'close', 'pilot');
    for (const copy of [ea, mb]) take(team, copy);
    assert.deepEqual(await whys(team), ['before']);
    await code(team, 'pp-01.md', 'It was good for all of us', 'hope', 'MB');
    assert.deepEqual((await verified(team)).unsaved, ['codings/MB/transcripts/pp-01.jsonl']);
    // A copy that holds the newest versions alone.
    assert.ok((await whys(copyFor('JS', ['--depth', '2']))).includes('cut-off'));
  });

  it('does not take a squashed or rewritten history for a proof', async () => {
    await done(team, 'open', 'pilot', '--coders', 'EA,MB');
    const [ea, mb] = [copyFor('EA'), copyFor('MB')];
    await codes(ea, 'EA', 'it got quiet');
    await codes(mb, 'MB', 'it got quiet');
    for (const copy of [ea, mb]) await done(copy, 'close', 'pilot');
    for (const copy of [ea, mb]) {
      gitIn(team.root, ['pull', '--quiet', '--no-rebase', '--squash', copy.root, 'main']);
      save(team, 'Squashed');
    }
    const [pair] = (await verified(team)).pairs;
    assert.notEqual(pair?.verdict, 'shown');
    assert.ok(pair?.reasons.some(({ why }) => why === 'one-person'));
  });

  it('is refused where it would prove nothing, and then changes nothing', async () => {
    assert.match((await refused(team, 'open', 'pilot', '--coders', 'EA')).err, /Name two coders or more/);
    assert.match(
      (await refused(team, 'open', 'pilot', '--coders', 'EA,M/B')).err,
      /“M\/B” cannot be the name of a coder/,
    );
    assert.match((await refused(team, 'open')).err, /name of the round is missing/);
    await code(team, 'pp-01.md', 'it got quiet', 'hope', 'MB');
    assert.match(
      (await refused(team, 'open', 'pilot', '--coders', 'EA,MB')).err,
      /not saved as a version yet: codings\/MB\/transcripts\/pp-01\.jsonl/,
    );
    save(team, 'MB codes');
    await done(team, 'open', 'pilot', '--coders', 'EA,MB');
    assert.match((await refused(team, 'open', 'pilot', '--coders', 'EA,MB')).err, /A round of this name is open/);
    assert.match((await refused(team, 'close', 'pilot')).err, /PI takes no part/);
    assert.match((await refused(team, 'close', 'plot', '--coder', 'EA')).err, /There is no round “plot”/);
    await code(team, 'pp-01.md', 'It was good for all of us', 'hope', 'MB');
    assert.match((await refused(team, 'close', 'pilot', '--coder', 'EA')).err, /not yours and not saved/);
    await done(team, 'close', 'pilot', '--coder', 'MB');
    assert.match((await refused(team, 'close', 'pilot', '--coder', 'MB')).err, /has closed the round “pilot” already/);
    assert.equal((await team.run(['round', 'verify', 'plot'])).exit, 2);
    // Where no version can be made, the line is taken back.
    gitIn(team.root, ['checkout', '--quiet', '--detach']);
    assert.equal((await team.run(['round', 'close', 'pilot', '--coder', 'EA'])).exit, 2);
    assert.equal(gitIn(team.root, ['status', '--porcelain']), '');
  });

  it('is told apart by its id where two have one name', async () => {
    await done(team, 'open', 'pilot', '--coders', 'EA,MB');
    for (const coder of ['EA', 'MB']) await done(team, 'close', 'pilot', '--coder', coder);
    await done(team, 'open', 'pilot', '--coders', 'EA,MB');
    const { err, exit } = await team.run(['round', 'verify', 'pilot']);
    assert.equal(exit, 2);
    const [, id = ''] = /Name one by its id: (\w+), \w+/.exec(err) ?? [];
    assert.equal((await team.run(['round', 'verify', id])).exit, 1);
  });

  it('is in no version before anything was saved', async () => {
    rmSync(`${team.root}/.git`, { recursive: true });
    assert.match((await refused(team, 'verify', 'pilot')).err, /no git repository/);
    assert.match((await refused(team, 'open', 'pilot', '--coders', 'EA,MB')).err, /no git repository/);
  });
});
