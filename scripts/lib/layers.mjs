import os from 'node:os';
import { inRepo } from './paths.mjs';

const runner = name => inRepo('test', 'run', `${name}.mjs`);
// A check passes or fails as a whole; the other layers report what each test did.
const check = { isCheck: true, takesGrep: false, needsBuild: false };
const tests = { isCheck: false, takesGrep: true, needsBuild: true };

// A window that crashes or stops while its tests run takes all of them with it: the layer is tried once more, as a single test is.
const inOneWindow = { ...tests, group: 'integration', isTriedAgain: true };

const cores = os.availableParallelism();
// A window keeps two cores busy: on fewer than four, two at a time only make each other slow.
const windows = cores >= 4 ? 2 : 1;

/** What `npm test` runs, cheapest first, each as `node …`; what is on request, only where it is named. */
export const layers = [
  {
    ...check,
    group: 'lint',
    title: 'Lint and format (biome)',
    command: [inRepo('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '.'],
  },
  { ...check, group: 'types', title: 'Types (tsc)', command: [inRepo('scripts', 'typecheck.mjs')] },
  {
    ...tests,
    group: 'unit',
    title: 'Unit',
    command: ['--enable-source-maps', runner('unit')],
    // Starting git from a process takes the longer the more memory that has: many small ones, one after the other.
    parts: 12,
    atOnce: Math.min(cores, 4),
  },
  {
    ...check,
    group: 'bench',
    title: 'Benchmark, sizes S and M',
    command: [inRepo('scripts', 'bench.mjs'), '--sizes', 'S,M'],
  },
  { ...inOneWindow, title: 'Integration, Node extension host', command: [runner('integration')] },
  {
    ...inOneWindow,
    title: 'Integration, web-worker extension host',
    command: [runner('integration'), '--web'],
  },
  {
    ...inOneWindow,
    title: 'Integration, the whole sample, Node extension host',
    command: [runner('integration'), '--whole'],
  },
  {
    ...inOneWindow,
    title: 'Integration, the whole sample, web-worker extension host',
    command: [runner('integration'), '--whole', '--web'],
  },
  {
    ...tests,
    group: 'e2e',
    title: 'End to end',
    command: ['--enable-source-maps', runner('e2e')],
    parts: windows,
    needsHost: true,
  },
  {
    ...tests,
    group: 'soak',
    title: 'Soak: clones that work together, processes that die, disks that refuse',
    command: ['--enable-source-maps', runner('soak')],
    isOnRequest: true,
    hours: 6,
  },
];
