import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StudyGit, StudyWork } from '../../../src/core/ports.js';
import type { Study } from '../../../src/core/study/study.js';
import { openStudy } from '../../../src/node/studies.js';
import { History } from '../model/history.js';
import type { Chance } from '../support/chance.js';
import type { Desk } from '../work/desk.js';
import { askGit, type GitAnswer, git, SETTINGS } from './git.js';
import type { World } from './world.js';

/** The folder whose files several people write in. */
export const SHARED = 'consensus';

/** One person's clone: a folder of its own with real git in it, and the study that is open there. */
export class Clone {
  /** Of what is here. */
  readonly history = new History();
  private found: Promise<{ work: StudyWork; git: StudyGit }> | undefined;

  private constructor(
    readonly name: string,
    readonly coder: string,
    readonly root: string,
    readonly study: Study,
    private readonly world: World,
  ) {}

  static async of(world: World, name: string, coder: string): Promise<Clone> {
    const root = path.join(world.root, name);
    git(world.root, ['clone', '--quiet', world.hub, root]);
    const own = [
      ['user.name', name],
      ['user.email', `${name}@example.org`],
      ['merge.conflictStyle', world.style(name)],
    ] as const;
    for (const [key, value] of [...SETTINGS, ...own]) git(root, ['config', key, value]);
    const study = await openStudy(root, { now: () => world.tick(), random: () => world.chance.next() });
    return new Clone(name, coder, root, study, world);
  }

  /** Somebody at work here. */
  desk(chance: Chance): Desk {
    const { study, coder, name, world } = this;
    return {
      study,
      chance,
      coder,
      folder: () => (chance.percent(55) ? SHARED : coder),
      words: about => `${about} ${world.count()} of ${name}`,
    };
  }

  git(...args: string[]): string {
    return git(this.root, args, this.world.dates());
  }

  /** As `git`, for what may fail. */
  ask(...args: string[]): GitAnswer {
    return askGit(this.root, args, this.world.dates());
  }

  /** Id of the last commit here. */
  head(): string {
    return this.ref('HEAD');
  }

  /** Id of what a name stands for; read from git's files where that is possible, as it is asked all the time. */
  ref(name: string): string {
    const file = path.join(this.root, '.git', name);
    const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
    if (text.startsWith('ref: ')) return this.ref(text.slice('ref: '.length));
    return /^[0-9a-f]{40}$/.test(text) ? text : this.git('rev-parse', name);
  }

  /** The product's way to git here. */
  product(): Promise<{ work: StudyWork; git: StudyGit }> {
    // A clone stays where it is.
    this.found ??= this.find();
    return this.found;
  }

  private async find(): Promise<{ work: StudyWork; git: StudyGit }> {
    const { store } = this.study;
    const [work, reading] = [await store.work?.(), await store.git?.()];
    if (work === undefined || reading === undefined) throw new Error(`${this.name}: the product may not ask git`);
    return { work, git: reading };
  }

  /** A number that no other commit's message has. */
  count(): number {
    return this.world.count();
  }

  /** Commits whatever differs; answers whether anything did. */
  commit(message: string): boolean {
    this.git('add', '--all');
    return this.ask('commit', '--quiet', '--message', `${message} (${this.count()})`).code === 0;
  }

  /** Has the study take in what git did to the files. */
  async look(): Promise<void> {
    await this.study.refresh();
  }
}
