import assert from 'node:assert/strict';
import { version } from '../../../package.json';
import { loadCommands } from '../../../src/cli/cli.js';
import { TemporaryStudy, UNCODED } from './support/study.js';

/** Verbs that need something besides a study, or no study at all. */
const PARTICULAR = ['query', 'round verify', 'textconv', 'merge-driver', 'diff', 'resolve'];
/** Verbs that are about no study. */
const WITHOUT_STUDY = ['textconv', 'merge-driver'];

describe('the command line', () => {
  let study: TemporaryStudy;
  let commands: Awaited<ReturnType<typeof loadCommands>>;
  const plainReaders = () => commands.filter(({ verb }) => verb.writes !== true && !PARTICULAR.includes(verb.name));
  before(async () => {
    commands = await loadCommands();
  });
  beforeEach(() => {
    study = new TemporaryStudy(UNCODED);
  });
  afterEach(() => study.remove());

  it('prints its version and its help', async () => {
    assert.deepEqual(await study.run(['--version']), { exit: 0, out: `${version}\n`, err: '' });
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { exit, out } = await study.run(args);
      assert.equal(exit, 0);
      for (const { verb } of commands) assert.match(out, new RegExp(`^  ${verb.name} `, 'm'));
    }
  });

  it('has each verb under its own name, and once', () => {
    const names = commands.map(({ verb }) => verb.name);
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.every(name => /^[a-z-]+( [a-z-]+)?$/.test(name)));
  });

  it('prints the help of every verb: usage, all options, examples, exit codes', async () => {
    for (const { verb } of commands) {
      const { exit, out, err } = await study.run([...verb.name.split(' '), '--help']);
      assert.deepEqual([exit, err], [0, '']);
      assert.deepEqual((await study.run(['help', ...verb.name.split(' ')])).out, out);
      assert.match(out, new RegExp(`^Usage: verbatim ${verb.name}`, 'm'));
      const common = WITHOUT_STUDY.includes(verb.name) ? ['help'] : ['study', 'json', 'help'];
      for (const option of [...Object.keys(verb.options), ...common]) assert.match(out, new RegExp(`--${option}\\b`));
      assert.match(out, /^Examples:$/m);
      assert.match(out, /^Exit codes:\n {2}0 /m);
      for (const line of out.split('\n')) assert.ok(line.length <= 120, line);
    }
  });

  it('shows the help on stderr and fails where no verb is given', async () => {
    const { exit, out, err } = await study.run([]);
    assert.deepEqual([exit, out], [2, '']);
    assert.match(err, /^Verbs:$/m);
  });

  it('names the nearest verb', async () => {
    assert.match((await study.run(['chekc'])).err, /no verb “chekc”.*\n.*Did you mean check\?/);
    assert.match((await study.run(['quantum'])).err, /The verbs are check, transcripts/);
    assert.match((await study.run(['help', 'excerpt'])).err, /Did you mean excerpts\?/);
    assert.match(
      (await study.run(['codebook'])).err,
      /“codebook” alone is no verb.*\n.*codebook export, codebook import/,
    );
    assert.match(
      (await study.run(['codebook', 'exprot'])).err,
      /no verb “codebook exprot”.*\n.*mean codebook export\?/,
    );
    assert.match((await study.run(['codebook', '--help'])).out, /^ {2}codebook merge /m);
    const { exit, out } = await study.run(['transcript', '--json']);
    assert.equal(exit, 2);
    assert.equal(JSON.parse(out).error.rule, 'arguments');
    assert.match((await study.run(['--json', 'check'])).err, /The verb comes first/);
  });

  it('refuses arguments it does not know, with the nearest option', async () => {
    const cases: [string[], RegExp][] = [
      [['check', '--jsn'], /no option --jsn.\n {2}Did you mean --json\?/],
      [['check', '--__proto__'], /no option --__proto__/],
      [['excerpts', '--codr', 'EA'], /Did you mean --(coder|code) or --(coder|code)\?/],
      [['excerpts', '--code'], /--code needs a value.\n {2}Write --code ID/],
      [['excerpts', '--code', '--md'], /followed by --md.*\n {2}If it is the value, write --code=--md/],
      [['check', '--json=yes'], /--json takes no value/],
      [['check', '--json', '--json'], /--json is given twice/],
      [['check', '-x'], /no option -x/],
      [['check', 'codebook.md'], /“codebook.md” is one argument too many/],
    ];
    for (const [args, message] of cases) {
      const { exit, err } = await study.run(args);
      assert.equal(exit, 2, args.join(' '));
      assert.match(err, message);
    }
  });

  it('refuses a folder that is not there, and a file', async () => {
    for (const { verb } of commands.filter(command => !WITHOUT_STUDY.includes(command.verb.name))) {
      const gone = await study.run([...verb.name.split(' '), '--study', 'gone', '--json']);
      assert.equal(gone.exit, 2);
      assert.match(gone.err, /There is no folder .*gone/);
      assert.equal(JSON.parse(gone.out).error.rule, 'no-study');
    }
    assert.match((await study.run(['check', '--study', 'codebook.md'])).err, /is not a folder/);
    assert.match((await study.run(['check', '--study='])).err, /There is no folder/);
  });

  it('takes the study from --study, relative to the current folder', async () => {
    const { exit, out, err } = await study.run(['transcripts', '--study', '..'], 'transcripts');
    assert.deepEqual([exit, err], [0, '']);
    assert.match(out, /2 transcripts/);
  });

  it('says so where the current folder only lies in a study', async () => {
    const { exit, err } = await study.run(['check'], 'transcripts');
    assert.equal(exit, 0);
    assert.match(err, /Hint: .*lies in one: .*\n.*--study \.\./);
    assert.equal((await study.run(['check', '--study', '.'], 'transcripts')).err, '');
    assert.equal((await study.run(['check'])).err, '');
  });

  it('reads without leaving a trace', async () => {
    const before = [study.hash(), study.names()];
    for (const { verb } of plainReaders()) {
      for (const more of [[], ['--json']]) assert.equal((await study.run([...verb.name.split(' '), ...more])).exit, 0);
    }
    assert.deepEqual([study.hash(), study.names()], before);
  });

  it('works in an empty folder', async () => {
    const empty = new TemporaryStudy({});
    for (const { verb } of plainReaders()) assert.equal((await empty.run(verb.name.split(' '))).exit, 0);
    assert.deepEqual(empty.names(), []);
    empty.remove();
  });
});
