import assert from 'node:assert/strict';
import type { Call, Fate } from './watchedDisk.js';
import { type State, Trials } from './watchedStudy.js';

/**
 * Does an action again and again, each time in a process that dies at another of its calls to the file system: before it, or, where it writes, with
 * half of it done. The next start must find the study as it was, or as the whole action makes it.
 * @param isTried which calls are tried, by their number
 */
export async function dieAnywhere(action: string, isTried: (number: number) => boolean): Promise<void> {
  const trials = new Trials();
  try {
    const { calls, before, after } = await wholeRun(trials, action);
    for (const { number, name } of calls.filter(call => isTried(call.number))) {
      for (const dies of name === 'writeFile' ? (['before', 'within'] as const) : (['before'] as const)) {
        const where = `${dies} call ${number}, ${name}`;
        const fate = (call: Call): Fate => (call.number === number ? { dies } : undefined);
        assert.equal((await trials.run(action, fate)).is, 'dead', where);
        const now = await trials.stateAtNextStart();
        assert.deepEqual(now, isSame(now, after) ? after : before, where);
        assert.deepEqual(trials.own(), trials.own().includes('.gitignore') ? ['.gitignore'] : [], where);
        trials.forget();
      }
    }
  } finally {
    trials.remove();
  }
}

/** Does an action to its end. @returns its calls to the file system, and what the files were and are */
export async function wholeRun(
  trials: Trials,
  action: string,
): Promise<{ readonly calls: readonly Call[]; readonly before: State; readonly after: State }> {
  const calls: Call[] = [];
  const outcome = await trials.run(action, call => {
    calls.push(call);
    return undefined;
  });
  assert.ok(outcome.is === 'done');
  const { before } = trials;
  assert.ok(!isSame(before, outcome.value), `${action} changes nothing`);
  assert.deepEqual(trials.own(), ['.gitignore']);
  trials.forget();
  return { calls, before, after: outcome.value };
}

export function isSame(a: State, b: State): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
