// A process of its own that works through a slice of the cases. Arguments: seed, first case, how many.
// Says on stdout what it found, a line of JSON each, and at last that it came to its end; which case it is at, it writes to fd 3.
import { writeSync } from 'node:fs';
import { Chance } from '../../soak/support/chance.js';
import { exercise } from './exercise.js';
import { readSeeds } from './sampleFiles.js';

const [seed = 0, first = 0, count = 0] = process.argv.slice(2).map(Number);

async function main(): Promise<void> {
  const seeds = readSeeds();
  for (let at = first; at < first + count; at++) {
    writeSync(3, `${at}\n`);
    try {
      // Two cases beside each other are to have nothing in common.
      await exercise(seeds, new Chance(seed + Math.imul(at, 0x9e3779b1)));
    } catch (error) {
      writeSync(1, `${JSON.stringify({ at, error: error instanceof Error ? error.stack : String(error) })}\n`);
    }
  }
  writeSync(1, 'whole\n');
}

void main();
