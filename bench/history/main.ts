import { rmSync } from 'node:fs';
import type { StudyGit } from '../../src/core/ports.js';
import { studyHistory } from '../../src/core/review/history.js';
import { Lives } from '../../src/core/review/lives.js';
import { timelineOf } from '../../src/core/review/timeline.js';
import { decodeUtf8 } from '../../src/core/text/utf8.js';
import { studyGit } from '../../src/node/studyGit.js';
import type { Gate } from '../gates.js';
import { machine, printGates } from '../report.js';
import { historyRepository } from './repository.js';

const SIZES = [500, 2000];
/** Four times the versions: in proportion would be 4, squared 16. */
const GROWTH_LIMIT = 6;
/** Beside reading every blob once through git and parsing its lines. */
const READ_LIMIT = 8;

interface Measured {
  readonly versions: number;
  readonly changes: number;
  /** Milliseconds. */
  readonly read: number;
  readonly whole: number;
  /** The longest time between two pauses: for so long a window waits. */
  readonly dearest: number;
  readonly shown: number;
  /** Bytes that the history holds afterwards. */
  readonly held: number;
}

/** What it costs to tell a long history; prints a table and gates. @returns the exit code: 1 where a gate is broken */
export async function history(): Promise<number> {
  console.log(`${machine()}\n`);
  const rows: Measured[] = [];
  // What runs for the first time is not compiled yet.
  await measure(100);
  for (const versions of SIZES) rows.push(await measure(versions));
  console.log('VERSIONS  CHANGES  READING ALL BLOBS  HISTORY  A VERSION  LONGEST PAUSELESS  LIVES, TIMELINE  HELD');
  for (const row of rows) console.log(lineOf(row));
  console.log();
  return printGates(gatesOf(rows)) ? 0 : 1;
}

async function measure(versions: number): Promise<Measured> {
  const root = historyRepository(versions);
  try {
    const read = await timed(async () => readAll(await gitOf(root)));
    const git = await gitOf(root);
    const head = await git.commit('HEAD');
    if (head === undefined) throw new Error('no version');
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    let dearest = 0;
    let since = Number.POSITIVE_INFINITY;
    const pause = (): Promise<void> => {
      dearest = Math.max(dearest, performance.now() - since);
      since = performance.now();
      return Promise.resolve();
    };
    const started = performance.now();
    const told = await studyHistory(git, head, { pause });
    const whole = performance.now() - started;
    globalThis.gc?.();
    const held = process.memoryUsage().heapUsed - before;
    const shown = await timed(async () => timelineOf(told, new Lives(told), { noTheme: '', others: '' }));
    const changes = told.versions.reduce((sum, version) => sum + version.told.length, 0);
    return { versions, changes, read, whole, dearest, shown, held };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function gitOf(root: string): Promise<StudyGit> {
  const git = await studyGit(root);
  if (git === undefined) throw new Error('no git');
  return git;
}

/** What telling is compared with: asks for the log and for every blob in it, and parses lines. */
async function readAll(git: StudyGit): Promise<void> {
  const head = await git.commit('HEAD');
  for (const { files } of await git.log(head?.id ?? '')) {
    for (const { path, after } of files) {
      const bytes = after === undefined ? undefined : await git.read(after);
      if (bytes === undefined || !path.endsWith('.jsonl')) continue;
      for (const line of decodeUtf8(bytes).split('\n')) if (line !== '') JSON.parse(line);
    }
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function lineOf({ versions, changes, read, whole, dearest, shown, held }: Measured): string {
  const ms = (figure: number, width: number): string => `${figure.toFixed(figure < 10 ? 1 : 0)} ms`.padStart(width);
  return [
    String(versions).padStart(8),
    String(changes).padStart(9),
    ms(read, 19),
    ms(whole, 9),
    ms(whole / versions, 11),
    ms(dearest, 19),
    ms(shown, 17),
    `${(held / 2 ** 20).toFixed(0)} MB`.padStart(6),
  ].join('');
}

function gatesOf(rows: readonly Measured[]): Gate[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return [];
  const gate = (name: string, found: number, limit: number): Gate => ({
    name: `${name} at most ${limit} ×`,
    holds: found <= limit,
    found: found.toFixed(1),
  });
  return [
    gate('telling four times the versions takes', last.whole / first.whole, GROWTH_LIMIT),
    gate(
      `telling ${last.versions} versions costs, beside reading and parsing them once,`,
      last.whole / last.read,
      READ_LIMIT,
    ),
  ];
}
