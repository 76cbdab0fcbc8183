import assert from 'node:assert/strict';
import Mocha from 'mocha';
import { report, resultMark, retries } from '../../run/report.js';
import { useStage } from '../../run/stage.js';

interface Options {
  readonly isStory: boolean;
  /** How often opening fails. */
  readonly closedDoors?: number;
  readonly grep?: string;
  /** Tests by title with the times they are played at which they fail, counted from 1. */
  readonly tests: Readonly<Record<string, readonly number[]>>;
}

interface Outcome {
  /** What happened, in order: `open 1`, `a on 1`, `keep a on 1`, `close 1`. */
  readonly events: readonly string[];
  readonly counts: unknown;
  /** The title of each test that failed, and why, as the test script shows it at its end. */
  readonly failures: readonly string[];
  readonly printed: string;
}

/** Runs tests on a stage with mocha as the window tests are run. */
async function play({ isStory, closedDoors = 0, grep, tests }: Options): Promise<Outcome> {
  const mocha = new Mocha({ ui: 'bdd', retries, reporter: class {} as never });
  if (grep) mocha.grep(grep);
  const globals = {} as Mocha.MochaGlobals;
  mocha.suite.emit('pre-require', globals, '', mocha);
  const events: string[] = [];
  let doors = 0;
  globals.describe('a block', () => {
    const stage = useStage(
      {
        isStory,
        open: async () => {
          if (++doors <= closedDoors) throw new Error('the door is closed');
          events.push(`open ${doors}`);
          return doors;
        },
        close: async door => void events.push(`close ${door}`),
        keep: async (door, titles) => void events.push(`keep ${titles.at(-1)} on ${door}`),
      },
      globals,
    );
    for (const [title, failures] of Object.entries(tests)) {
      let times = 0;
      globals.it(title, async () => {
        events.push(`${title} on ${stage()}`);
        if (failures.includes(++times)) throw new Error(`failed at time ${times}`);
      });
    }
  });
  const lines: string[] = [];
  await new Promise<number>(resolve => report(mocha.run(resolve), text => lines.push(text)));
  const result = lines.find(line => line.startsWith(resultMark)) ?? '';
  const { failures, ...counts } = JSON.parse(result.slice(resultMark.length));
  return { events, counts, failures, printed: lines.join('\n') };
}

describe('the stage of a story', () => {
  it('is opened once and closed in the end when nothing fails', async () => {
    const { events, counts } = await play({ isStory: true, tests: { a: [], b: [] } });
    assert.deepEqual(events, ['open 1', 'a on 1', 'b on 1', 'close 1']);
    assert.deepEqual(counts, { passed: 2, failed: 0, skipped: 0 });
  });

  it('is opened anew when a test fails, and the story played from its beginning; each test counts once', async () => {
    const { events, counts, printed } = await play({ isStory: true, tests: { a: [], b: [], c: [1], d: [] } });
    assert.deepEqual(events.slice(0, 6), ['open 1', 'a on 1', 'b on 1', 'c on 1', 'keep c on 1', 'close 1']);
    assert.deepEqual(events.slice(6), ['open 2', 'a on 2', 'b on 2', 'c on 2', 'd on 2', 'close 2']);
    assert.deepEqual(counts, { passed: 4, failed: 0, skipped: 0 });
    assert.equal(printed.match(/↻ c: did not pass at first/g)?.length, 1);
    assert.match(printed, /failed at time 1/);
  });

  it('is not opened again when a test fails twice: that one has failed and the rest is skipped', async () => {
    const { events, counts, failures, printed } = await play({ isStory: true, tests: { a: [], b: [1, 2], c: [] } });
    assert.deepEqual(events.slice(4), ['close 1', 'open 2', 'a on 2', 'b on 2', 'keep b on 2', 'close 2']);
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 1 });
    assert.match(printed, /✗ b\n.*failed at time 2/);
    assert.equal(failures.length, 1);
    assert.match(failures[0] ?? '', /^a block › b\n.*failed at time 2/);
  });

  it('has one second try, whatever test fails after it', async () => {
    const { events, counts, printed } = await play({ isStory: true, tests: { a: [1], b: [], c: [1], d: [] } });
    assert.deepEqual(events.slice(4), ['open 2', 'a on 2', 'b on 2', 'c on 2', 'keep c on 2', 'close 2']);
    assert.deepEqual(counts, { passed: 2, failed: 1, skipped: 1 });
    assert.equal(printed.match(/↻/g)?.length, 1);
  });

  it('says so when a test that had passed fails at the second try', async () => {
    const { counts, printed } = await play({ isStory: true, tests: { a: [2], b: [1], c: [] } });
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 1 });
    assert.match(printed, /✗ b\n.*“a”, which comes before it, failed: failed at time 2/);
  });

  it('plays what comes before as well where only some tests are asked for, and counts those alone', async () => {
    const tests = { a: [], 'b asked': [], c: [], 'd asked': [1], e: [] };
    const { events, counts } = await play({ isStory: true, grep: 'asked', tests });
    assert.deepEqual(events.slice(0, 5), ['open 1', 'a on 1', 'b asked on 1', 'c on 1', 'd asked on 1']);
    assert.deepEqual(events.slice(7), ['open 2', 'a on 2', 'b asked on 2', 'c on 2', 'd asked on 2', 'close 2']);
    assert.deepEqual(counts, { passed: 2, failed: 0, skipped: 0 });
  });
});

describe('the stage of tests that do not build on each other', () => {
  it('is opened anew after a failure, for that test alone', async () => {
    const { events, counts } = await play({ isStory: false, tests: { a: [], b: [1], c: [] } });
    assert.deepEqual(events.slice(3), ['keep b on 1', 'close 1', 'open 2', 'b on 2', 'c on 2', 'close 2']);
    assert.deepEqual(counts, { passed: 3, failed: 0, skipped: 0 });
  });

  it('is opened anew for what comes after one that fails twice', async () => {
    const { events, counts } = await play({ isStory: false, tests: { a: [1, 2], b: [1], c: [] } });
    assert.deepEqual(
      events.filter(event => !/keep|close/.test(event)),
      ['open 1', 'a on 1', 'open 2', 'a on 2', 'open 3', 'b on 3', 'open 4', 'b on 4', 'c on 4'],
    );
    assert.deepEqual(counts, { passed: 2, failed: 1, skipped: 0 });
  });

  it('is tried once more when it does not open', async () => {
    const { events, counts, printed } = await play({ isStory: false, closedDoors: 1, tests: { a: [] } });
    assert.deepEqual(events, ['open 2', 'a on 2', 'close 2']);
    assert.deepEqual(counts, { passed: 1, failed: 0, skipped: 0 });
    assert.match(printed, /↻ a: .*\n.*the door is closed/);
  });
});
