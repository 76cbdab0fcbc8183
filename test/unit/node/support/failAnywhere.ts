import assert from 'node:assert/strict';
import { isMemo } from '../../../../src/core/study/layout.js';
import { isSame, wholeRun } from './dieAnywhere.js';
import { type Call, type Fate, SHORT } from './watchedDisk.js';
import { type State, Trials } from './watchedStudy.js';

/** A way in which a disk refuses, and which calls it refuses. */
export interface Fault {
  readonly code: string;
  readonly concerns: (call: Call) => boolean;
  /** What the person is told to do. */
  readonly remedy: RegExp;
}

export const FAULTS: readonly Fault[] = [
  { code: 'ENOSPC', concerns: ({ name }) => name === 'writeFile' || name === 'mkdir', remedy: /Free some space/ },
  { code: 'EROFS', concerns: ({ writes }) => writes, remedy: /Copy the study to a place where you may write/ },
  { code: 'EACCES', concerns: ({ writes, opens }) => writes || opens, remedy: /Ask for the rights/ },
  { code: 'EMFILE', concerns: ({ opens }) => opens, remedy: /Close some programs/ },
  { code: 'EIO', concerns: () => true, remedy: /check this one/ },
  { code: SHORT, concerns: ({ name }) => name === 'writeFile', remedy: /check this one/ },
];

/**
 * Does an action again and again, each time on a disk that refuses another of its calls, and then goes on to refuse or not.
 * Whoever is told that it failed finds the study as it was, at once where the disk works again, else at the next start; who is not told finds the whole
 * action done.
 */
export async function failAnywhere(action: string, fault: Fault, isTried: (number: number) => boolean): Promise<void> {
  const trials = new Trials();
  try {
    const { calls, before, after } = await wholeRun(trials, action);
    for (const { number, name } of calls.filter(call => fault.concerns(call) && isTried(call.number))) {
      for (const goesOn of [false, true]) {
        const where = `${fault.code} at call ${number}, ${name}, ${goesOn ? 'and ever after' : 'once'}`;
        const fate = (call: Call): Fate =>
          call.number === number || (goesOn && call.number > number && fault.concerns(call))
            ? { fails: fault.code }
            : undefined;
        const error = await errorOf(trials, action, fate);
        const now = error !== undefined && goesOn ? await trials.stateAtNextStart() : trials.state();
        const wanted = error === undefined ? withMemosPassedOver(after, before, now) : before;
        assertState(now, wanted, `${where}: ${error}`);
        if (error !== undefined) assertClear(error, fault, where);
        await trials.stateAtNextStart();
        assertState(trials.state(), wanted, `${where}, at the next start`);
        assert.deepEqual(trials.own(), trials.own().includes('.gitignore') ? ['.gitignore'] : [], where);
        trials.forget();
      }
    }
  } finally {
    trials.remove();
  }
}

async function errorOf(trials: Trials, action: string, fate: (call: Call) => Fate): Promise<unknown> {
  try {
    await trials.run(action, fate);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** A memo that cannot be read is reported as such and holds nothing else up: its links stay as they are. */
function withMemosPassedOver(after: State, before: State, now: State): State {
  const passedOver = Object.keys(now).filter(file => isMemo(file) && now[file] === before[file]);
  return { ...after, ...Object.fromEntries(passedOver.map(file => [file, now[file] as string])) };
}

function assertState(now: State, wanted: State, where: string): void {
  if (!isSame(now, wanted)) assert.deepEqual(now, wanted, where);
}

/** An error names a file of the study and says what to do. */
function assertClear(error: unknown, { remedy }: Fault, where: string): void {
  const message = error instanceof Error ? error.message : String(error);
  assert.match(
    message,
    /^\S+\.(md|json|jsonl|ndjson) (was not changed|cannot be read)\. [A-Z]/,
    `${where}: ${message}`,
  );
  assert.match(message, remedy, where);
}
