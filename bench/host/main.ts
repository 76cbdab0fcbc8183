import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { host } from '../../test/e2e/support/host';
import { waitUntil } from '../../test/e2e/support/waiting';
import { Workbench } from '../../test/e2e/support/workbench';
import { generateStudy } from '../generate';
import { median } from '../measure';
import { machine, printGates } from '../report';
import { SIZES, type Size } from '../sizes';
import { hostGates, longestOf, type SceneFigures, sceneTable } from './figures';
import { Probe } from './probe';
import { SCENES, type Scene } from './scenes';
import { Sources } from './sources';
import { type Recording, type Task, tasksOf } from './tasks';

/** Less than this of ours in a second and a half, in milliseconds, and the extension host counts as quiet. */
const QUIET = 3;

/** What was found at one size, scene by scene, and what the calibration took, in milliseconds. */
interface Found {
  readonly scenes: ReadonlyMap<string, SceneFigures>;
  readonly calibration: number;
}

/**
 * Types in the real VS Code on a study of size M (or another) and on one of size S, and says what kept the extension host from its next task.
 * @returns the exit code: 1 where a gate is broken
 */
export async function benchHost(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: 'M' },
      rounds: { type: 'string', default: '3' },
      scene: { type: 'string' },
      keep: { type: 'string' },
      only: { type: 'boolean', default: false },
    },
  });
  const size = SIZES.find(({ name }) => name === values.size.toUpperCase());
  const small = SIZES.find(({ name }) => name === 'S');
  const named = values.scene?.split(',');
  const scenes = SCENES.filter(({ name }) => named?.includes(name) ?? true);
  if (size === undefined || small === undefined || scenes.length === 0) {
    console.error(
      `Sizes are ${SIZES.map(({ name }) => name).join(', ')}; scenes ${SCENES.map(({ name }) => name).join(', ')}.`,
    );
    return 2;
  }
  console.log(`While somebody types. ${machine()}\n`);
  const rounds = Number(values.rounds);
  const found = await measure(size, scenes, rounds, values.keep);
  if (values.only) return 0;
  const atSmall = size === small ? found : await measure(small, scenes, rounds, values.keep);
  const judged = scenes.map(({ name }) => ({
    name,
    longest: longestOf(found.scenes.get(name) as SceneFigures),
    longestAtSmall: longestOf(atSmall.scenes.get(name) as SceneFigures),
  }));
  return printGates(hostGates(judged, found.calibration)) ? 0 : 1;
}

async function measure(size: Size, scenes: readonly Scene[], rounds: number, keep: string | undefined): Promise<Found> {
  const sources = new Sources(path.resolve('dist'));
  const calibrations: number[] = [];
  const found = new Map<string, SceneFigures>();
  for (const scene of scenes) {
    const all: Task[][] = [];
    for (let round = 0; round < rounds; round++) {
      const { recording, calibration } = await played(scene, size, sources);
      calibrations.push(calibration);
      all.push(tasksOf(recording, sources.isOurs));
      if (keep !== undefined)
        writeFileSync(path.join(keep, `${size.name}-${scene.name}-${round}.json`), JSON.stringify(recording));
    }
    const figures = { title: scene.title, rounds: all };
    found.set(scene.name, figures);
    console.log(`${size.name}, ${scene.name}: ${scene.title}`);
    const nameOf = ({ entry, dearest }: Task): string =>
      `${sources.nameOf(dearest)}${entry === dearest ? '' : `, called by ${sources.nameOf(entry)}`}`;
    console.log(`${sceneTable(figures, nameOf)}\n`);
  }
  const calibration = median(calibrations);
  console.log(`${size.name}: the calibration takes ${calibration.toFixed(2)} ms in the extension host\n`);
  return { scenes: found, calibration };
}

/** Plays a scene, and once more where it did not come about: a page that comes late takes the keyboard from what is being asked for. */
async function played(...round: Parameters<typeof play>): ReturnType<typeof play> {
  try {
    return await play(...round);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
    console.log(`(played again: ${error.message.split('\n')[0]})`);
    return play(...round);
  }
}

/** Plays a scene in a window of its own, on a study of its own. */
async function play(
  scene: Scene,
  size: Size,
  sources: Sources,
): Promise<{ recording: Recording; calibration: number }> {
  const { browser, server, addressOf, makeRepository, scratch } = host();
  const socket = process.env.VERBATIM_PROBE as string;
  // The extension host of the window before may still be there for a while.
  rmSync(socket, { force: true });
  const root = path.join(mkdtempSync(path.join(scratch, 'study-')), 'study');
  mkdirSync(root);
  const study = generateStudy(root, size);
  scene.prepare?.(study);
  makeRepository(root);
  const context = await browser.newContext({
    viewport: { width: 1800, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(addressOf(server.origin, root));
    const workbench = new Workbench(page);
    await workbench.waitUntilReady();
    const probe = new Probe(socket);
    const settle = (): Promise<boolean> =>
      waitUntil(
        async () => {
          await probe.start();
          await page.waitForTimeout(1_500);
          const tasks = tasksOf(await probe.stop(), sources.isOurs);
          return tasks.reduce((sum, { ms }) => sum + ms, 0) < QUIET || undefined;
        },
        () => 'the extension host does not come to rest',
        120_000,
      );
    const recording = await scene.play({ workbench, probe, settle: async () => void (await settle()) });
    return { recording, calibration: await probe.calibrate() };
  } finally {
    await context.close();
  }
}
