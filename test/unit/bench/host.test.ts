import assert from 'node:assert/strict';
import { hostGates, longestOf } from '../../../bench/host/figures.js';
import { type CallFrame, type Profile, type Task, tasksOf } from '../../../bench/host/tasks.js';

const frame = (functionName: string, url = ''): CallFrame => ({ functionName, url, lineNumber: 0, columnNumber: 0 });
/** What calls what: `ours` and `inner` are functions of the extension, `other` is VS Code's. */
const NODES: Profile['nodes'] = [
  { id: 1, callFrame: frame('(root)'), children: [2, 3, 4, 5] },
  { id: 2, callFrame: frame('(idle)') },
  { id: 3, callFrame: frame('(program)') },
  { id: 4, callFrame: frame('other', 'vs.js'), children: [6] },
  { id: 5, callFrame: frame('alone', 'ours.js'), children: [8] },
  { id: 6, callFrame: frame('ours', 'ours.js'), children: [7] },
  { id: 7, callFrame: frame('stringify'), children: [9] },
  { id: 8, callFrame: frame('inner', 'ours.js'), children: [10] },
  { id: 9, callFrame: frame('(garbage collector)') },
  { id: 10, callFrame: frame('parse') },
];
const [IDLE, PROGRAM, OTHER, ALONE, OURS, BUILT_IN, INNER, GARBAGE, BELOW_INNER] = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The tasks of samples half a millisecond apart, each as when it began, how long it took, and what it was. */
function tasks(samples: readonly number[], ticks: readonly number[] = [], deltas?: readonly number[]): unknown[] {
  const profile = { nodes: NODES, startTime: 0, samples, timeDeltas: deltas ?? samples.map(() => 500) };
  return tasksOf({ profile, ticks }, ({ url }) => url === 'ours.js').map(({ start, ms, entry, dearest }) => {
    return [start, ms, entry.functionName, dearest.functionName];
  });
}

describe('the tasks of the extension host', () => {
  it('are runs of samples with a function of ours anywhere below', () => {
    assert.deepEqual(tasks([IDLE, OURS, BUILT_IN, OURS, IDLE]), [[1000, 1.5, 'ours', 'ours']]);
    assert.deepEqual(tasks([IDLE, OTHER, OTHER, IDLE]), []);
  });

  it('end where the thread has nothing to do, or no JavaScript', () => {
    assert.deepEqual(tasks([OURS, OURS, IDLE, OURS, PROGRAM, OURS, IDLE]), [
      [500, 1, 'ours', 'ours'],
      [2000, 0.5, 'ours', 'ours'],
      [3000, 0.5, 'ours', 'ours'],
    ]);
  });

  it('end where the event loop came round, though the thread goes on at once', () => {
    assert.deepEqual(tasks([OURS, OURS, OURS, OURS, IDLE], [1200, 9000]), [
      [500, 1, 'ours', 'ours'],
      [1500, 1, 'ours', 'ours'],
    ]);
  });

  it('go on through garbage collection and code of others, which do not count', () => {
    assert.deepEqual(tasks([OURS, GARBAGE, OTHER, OURS, IDLE]), [[500, 1, 'ours', 'ours']]);
  });

  it('are named after what was called and what most of the time went into', () => {
    assert.deepEqual(tasks([ALONE, INNER, BELOW_INNER, IDLE]), [[500, 1.5, 'alone', 'inner']]);
  });

  it('do not have the time in which the machine ran something else', () => {
    assert.deepEqual(tasks([OURS, OURS, IDLE], [], [500, 500, 40_000]), [[500, 1.5, 'ours', 'ours']]);
  });
});

describe('the gates of the benchmark of the extension host', () => {
  const task = (ms: number, url = 'a', dearest = url): Task => {
    return { start: 0, ms, entry: frame('', url), dearest: frame('', dearest) };
  };
  const broken = (longest: number, longestAtSmall: number): boolean[] =>
    hostGates([{ name: 'settled', longest, longestAtSmall }], 2).map(({ holds }) => holds);

  it('judge the longest task that comes again', () => {
    const longest = (...rounds: Task[][]): number => longestOf({ title: '', rounds });
    assert.equal(longest([task(3), task(90)], [task(4), task(5)], [task(6)], []), 5.5);
    assert.equal(longest([task(90)], [task(80, 'b')], [task(3), task(2, 'b')]), 3, 'what stops once is the machine');
    assert.equal(longest([task(30, 'a', 'x')], [task(20, 'b', 'x')], [task(3)]), 20, 'whoever called it');
    assert.equal(longest([task(30, 'a', 'x')], [task(20, 'a', 'y')], [task(3, 'b')]), 20, 'whatever was dear in it');
    assert.equal(longest([], []), 0);
  });

  it('break where a task is long beside the calibration, or grows with the study', () => {
    assert.deepEqual(broken(12, 10), [true, true]);
    assert.deepEqual(broken(100, 90), [false, true]);
    assert.deepEqual(broken(12, 3), [true, false]);
  });
});
