import type { Clone } from './clones/clone.js';
import { type World, World as Worlds } from './clones/world.js';
import type { Step } from './combine/step.js';
import { type Faulty, overmended, verify } from './combine/verify.js';
import { chooseWay, exchange, fetched } from './combine/ways.js';
import { finalFaults } from './final.js';
import { History } from './model/history.js';
import { Ledger } from './model/ledger.js';
import { doSomething } from './work/actions.js';

/** What is simulated. */
export interface SoakOptions {
  readonly seed: number;
  /** In each round every clone has one turn: some work, and often an exchange. */
  readonly rounds: number;
  readonly people?: readonly (readonly [string, string])[];
  /** Prepares every repository, such as for merges by a driver. */
  readonly setUp?: (root: string) => void;
  /** Leaves out what cuts versions off from their history: then nothing at all may come back. */
  readonly mergesOnly?: boolean;
  readonly progress?: (figures: Figures) => void;
  /** Is handed what there is when everybody has everything, before that is looked at. */
  readonly atEnd?: (world: World, ledger: Ledger) => Promise<void>;
}

/** What was done so far. */
export interface Figures {
  round: number;
  actions: number;
  commits: number;
  /** Two versions put together, by way. */
  readonly steps: Map<string, number>;
  /** Questions that were decided. */
  conflicts: number;
  /** Things that came or went back because a squash or a pick had cut their history off. */
  cuts: number;
  /** Files in which git answered something by itself, where histories had crossed. */
  crossed: number;
  /** Questions after the fact that a merge by meaning would not have asked: it could not be told that git had done it. */
  needless: number;
  /** Codings, notes, comments and entries of the codebook there ever were. */
  subjects: number;
}

/** What a simulation came to. */
export interface SoakReport extends Figures {
  /** Everything that is not as it must be, most telling first; empty is what is wanted. */
  readonly wrong: readonly string[];
  /** What came or went back because a version was cut off from its history, the first of it. */
  readonly cut: readonly string[];
}

/** Enough to know what is wrong; what follows is mostly its consequence. */
const MOST_WRONG = 20;

/** Enough to find out what came back. */
const MOST_CUT = 50;

/** What the plain readers call something that stands twice in a file. */
const TWICE = / again \d+$/;

/** People work and exchange their work, round after round. Stops at the first thing that is wrong. */
export async function simulate(options: SoakOptions): Promise<SoakReport> {
  const world = await Worlds.of(options.seed, options.people, options.setUp);
  world.hasNoDriver = options.setUp === undefined;
  try {
    return await new Simulation(world, options).run();
  } finally {
    if (process.env.VERBATIM_SOAK_KEEP === undefined) world.remove();
    else console.log(`Kept: ${world.root}`);
  }
}

class Simulation {
  private readonly ledger = new Ledger();
  /** Of what is at the remote. */
  private readonly shared = new History();
  private readonly wrong: string[] = [];
  private readonly cut: string[] = [];
  private readonly figures: Figures = {
    round: 0,
    actions: 0,
    commits: 0,
    steps: new Map(),
    conflicts: 0,
    cuts: 0,
    crossed: 0,
    needless: 0,
    subjects: 0,
  };

  constructor(
    private readonly world: World,
    private readonly options: SoakOptions,
  ) {}

  async run(): Promise<SoakReport> {
    const { clones, versions } = this.world;
    const first = clones[0] as Clone;
    for (const path of versions.files(first.root, first.head()).keys()) {
      const state = versions.state(first.root, first.head(), path);
      this.ledger.wrote(path, new Map(), state, this.shared);
    }
    for (const clone of clones) clone.history.take(this.shared);
    for (let round = 1; round <= this.options.rounds && this.wrong.length === 0; round++) {
      this.figures.round = round;
      for (const clone of clones) if (this.wrong.length === 0) await this.turn(clone);
      this.count();
      this.options.progress?.(this.figures);
    }
    if (this.wrong.length === 0) await this.exchangeAll();
    if (this.wrong.length === 0) await this.options.atEnd?.(this.world, this.ledger);
    if (this.wrong.length === 0) this.wrong.push(...(await finalFaults(this.world, this.ledger)));
    this.count();
    return { ...this.figures, wrong: this.wrong.slice(0, MOST_WRONG), cut: this.cut };
  }

  private count(): void {
    this.figures.subjects = this.ledger.size;
  }

  private async turn(clone: Clone): Promise<void> {
    const { chance } = this.world;
    const commits = 1 + chance.below(2);
    for (let i = 0; i < commits; i++) await this.work(clone);
    // Who does not exchange at once has more to put together later.
    if (chance.percent(45)) return;
    const way = chooseWay(this.world, clone, this.options.mergesOnly ?? false);
    const source = await fetched(this.world, clone, way);
    if (source === undefined) return;
    const steps = await way.combine(clone, source.commit, chance, `${way.name} from ${source.name}`);
    const theirs = source.clone?.history ?? this.shared;
    this.check(clone, steps, theirs, way.name);
    this.push(clone);
  }

  private async work(clone: Clone): Promise<void> {
    const { chance, versions } = this.world;
    const before = clone.head();
    const desk = clone.desk(chance);
    const many = 1 + chance.below(4);
    const done: string[] = [];
    for (let i = 0; i < many; i++) done.push(await doSomething(desk));
    this.figures.actions += many;
    if (!clone.commit(`${clone.name} worked`)) return;
    this.figures.commits++;
    const after = clone.head();
    versions.load(clone.root, [before, after]);
    for (const path of this.changed(clone, before, after)) {
      const now = versions.state(clone.root, after, path);
      this.ledger.wrote(path, versions.state(clone.root, before, path), now, clone.history);
      const twice = [...now.keys()].filter(subject => TWICE.test(subject));
      const known = new Set(versions.state(clone.root, before, path).keys());
      for (const subject of twice.filter(one => !known.has(one)))
        this.wrong.push(`round ${this.figures.round}, ${clone.name} worked (${done.join('; ')}): ${path}: ${subject}`);
    }
  }

  /** Compares what became of versions with the ideal, and takes it down. */
  private check(clone: Clone, steps: readonly Step[], theirs: History, way: string): void {
    const { versions } = this.world;
    const isRebase = way === 'rebase';
    const faultyFiles = new Set<string>();
    let before: Faulty = new Map();
    for (const step of steps) {
      this.figures.steps.set(way, (this.figures.steps.get(way) ?? 0) + 1);
      const { files, wrong, faulty, crossed, needless } = verify(this.world, clone.root, step, before);
      before = faulty;
      for (const path of faulty.keys()) faultyFiles.add(path);
      this.figures.crossed += crossed;
      this.figures.needless += needless;
      const where = `round ${this.figures.round}, ${clone.name}, ${step.how}, bases ${step.bases}, ours ${step.ours}, theirs ${step.theirs}, got ${step.got}`;
      this.wrong.push(...wrong.map(one => `${where}\n      ${one}`));
      for (const { path, expected } of files) {
        const decided = step.decided.get(path) ?? new Map();
        this.figures.conflicts += decided.size;
        const side = (commit: string, history: History) => ({
          state: versions.state(clone.root, commit, path),
          history,
        });
        const sides = [
          side(step.ours, isRebase ? theirs : clone.history),
          side(step.theirs, isRebase ? clone.history : theirs),
        ];
        const got = versions.state(clone.root, step.got, path);
        const cuts = this.ledger.merged(path, expected, decided, sides, got, clone.history);
        this.figures.cuts += cuts.length;
        for (const one of cuts) if (this.cut.length < MOST_CUT) this.cut.push(`${where}\n      ${one}`);
      }
    }
    this.takeDownMended(clone, steps, faultyFiles);
    const more = overmended(this.world, clone.root, steps, faultyFiles);
    this.wrong.push(...more.map(one => `round ${this.figures.round}, ${clone.name}, ${way}: ${one}`));
    clone.history.take(theirs);
  }

  /** What git had made wrongly was taken down as if somebody had written it: so is what it was mended to, or that would seem to have come back. */
  private takeDownMended({ root, history }: Clone, steps: readonly Step[], faulty: Iterable<string>): void {
    const last = steps.at(-1);
    if (last?.mended === undefined) return;
    const { versions } = this.world;
    const { got, mended } = last;
    versions.load(root, [got, mended.got]);
    const state = (commit: string, path: string) => versions.state(root, commit, path);
    for (const path of faulty) this.ledger.wrote(path, state(got, path), state(mended.got, path), history);
  }

  private push(clone: Clone): void {
    if (this.world.chance.percent(25)) return;
    if (clone.ask('push', '--quiet', 'origin', 'HEAD:main').code !== 0) return;
    this.shared.take(clone.history);
  }

  /** Everybody sends and gets everything, until all have the same. */
  private async exchangeAll(): Promise<void> {
    const { clones, chance } = this.world;
    for (const clone of [...clones, ...clones]) {
      clone.git('fetch', '--quiet', 'origin');
      const steps = await exchange(clone, chance);
      this.check(clone, steps, this.shared, 'last exchange');
      if (this.wrong.length > 0) return;
      clone.git('push', '--quiet', 'origin', 'HEAD:main');
      this.shared.take(clone.history);
    }
  }

  private changed({ root }: Clone, before: string, after: string): string[] {
    const [old, now] = [before, after].map(commit => this.world.versions.files(root, commit)) as [Files, Files];
    return [...new Set([...old.keys(), ...now.keys()])].filter(path => old.get(path) !== now.get(path));
  }
}

type Files = ReadonlyMap<string, string>;
