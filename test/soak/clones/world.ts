import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { VirtualBases } from '../combine/virtualBases.js';
import { Chance } from '../support/chance.js';
import { firstStudy } from '../work/firstStudy.js';
import { Clone } from './clone.js';
import { git, SETTINGS } from './git.js';
import { Versions } from './versions.js';

/** Names of the clones, each with who works there: some people work on two machines. */
export const PEOPLE: readonly (readonly [string, string])[] = [
  ['EA-desk', 'EA'],
  ['EA-laptop', 'EA'],
  ['MB-desk', 'MB'],
  ['MB-laptop', 'MB'],
  ['JK', 'JK'],
  ['LS', 'LS'],
  ['OP-desk', 'OP'],
  ['OP-home', 'OP'],
];

/** Where clones are made: in memory where there is such a folder, because git writes many small files. */
function scratch(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
}

/** A bare remote and its clones in a temporary folder, with one clock and one source of chance. */
export class World {
  readonly root = mkdtempSync(path.join(scratch(), 'verbatim-soak-'));
  readonly hub = path.join(this.root, 'hub.git');
  readonly versions = new Versions();
  readonly chance: Chance;
  readonly clones: Clone[] = [];
  /** What bases come to, by file and commits. */
  readonly common = new Map<string, VirtualBases>();
  /** Git merges line by line, and the product looks at it afterwards. */
  hasNoDriver = false;
  private clock = Date.UTC(2026, 0, 5, 9);
  private counter = 0;

  private constructor(seed: number) {
    this.chance = new Chance(seed);
  }

  /**
   * @param people names of the clones, each with who works there
   * @param setUp is done in every repository before anybody works there
   */
  static async of(seed: number, people = PEOPLE, setUp: (root: string) => void = () => undefined): Promise<World> {
    const world = new World(seed);
    git(world.root, ['init', '--quiet', '--bare', '--initial-branch', 'main', world.hub]);
    const first = path.join(world.root, 'first');
    git(world.root, ['init', '--quiet', '--initial-branch', 'main', first]);
    for (const [key, value] of [...SETTINGS, ['user.name', 'first'], ['user.email', 'first@example.org']] as const)
      git(first, ['config', key, value]);
    for (const [file, text] of firstStudy(world.chance)) {
      mkdirSync(path.dirname(path.join(first, file)), { recursive: true });
      writeFileSync(path.join(first, file), text);
    }
    setUp(first);
    git(first, ['add', '--all']);
    git(first, ['commit', '--quiet', '--message', 'The study'], world.dates());
    git(first, ['push', '--quiet', world.hub, 'main']);
    for (const [name, coder] of people) {
      const clone = await Clone.of(world, name, coder);
      setUp(clone.root);
      world.clones.push(clone);
    }
    return world;
  }

  /** Time goes on: now, in milliseconds since 1970. */
  tick(): number {
    this.clock += 1000;
    return this.clock;
  }

  /** A number that was never given before. */
  count(): number {
    return ++this.counter;
  }

  /** What tells git the time. */
  dates(): NodeJS.ProcessEnv {
    const date = new Date(this.tick()).toISOString();
    const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    // The product's own git is to have the same time, so that the same seed gives the same commits.
    Object.assign(process.env, dates);
    return dates;
  }

  /** How git shows conflicts in a clone: each of its ways somewhere. */
  style(name: string): string {
    return ['merge', 'diff3', 'zdiff3'][name.length % 3] as string;
  }

  remove(): void {
    delete process.env.GIT_AUTHOR_DATE;
    delete process.env.GIT_COMMITTER_DATE;
    rmSync(this.root, { recursive: true, force: true, maxRetries: 3 });
  }
}
