import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CodebookChange } from '../../../src/core/codebook/change.js';
import type { MergeChoice } from '../../../src/core/merge/merge.js';
import { changeCodebookOf } from '../../../src/core/study/changeCodebook.js';
import type { Clone } from '../../soak/clones/clone.js';
import { World } from '../../soak/clones/world.js';
import { rebase } from '../../soak/combine/picks.js';
import type { Step } from '../../soak/combine/step.js';
import { type Faulty, overmended, verify } from '../../soak/combine/verify.js';
import { Chance } from '../../soak/support/chance.js';

const PEOPLE = [
  ['EA', 'EA'],
  ['MB', 'MB'],
] as const;
const BOOK = 'codebook.md';
const BOTH = `${BOOK}: hope: is an entry and a former id`;

async function change(clone: Clone, one: CodebookChange): Promise<void> {
  await changeCodebookOf(clone.study, one);
  clone.commit(one.do);
}

function write({ root }: Clone, file: string, edit: (text: string) => string): void {
  const where = path.join(root, file);
  writeFileSync(where, edit(readFileSync(where, 'utf8')));
}

/** What is found wrong in steps one after the other, each thing once. */
function faultsIn(world: World, { root }: Clone, steps: readonly Step[]): string[] {
  const wrong: string[] = [];
  let before: Faulty = new Map();
  for (const step of steps) {
    const verified = verify(world, root, step, before);
    wrong.push(...verified.wrong);
    before = verified.faulty;
  }
  wrong.push(...overmended(world, root, steps, before));
  const kept = wrong.flatMap(one => /: its versions are in (.+)$/.exec(one)?.[1] ?? []);
  for (const folder of kept) rmSync(folder, { recursive: true });
  return [...new Set(wrong)].filter(one => !kept.some(folder => one.endsWith(folder)));
}

/** Whoever always decides in the same way. */
class Decided extends Chance {
  constructor(private readonly choice: MergeChoice) {
    super(1);
  }

  override pick<T>(all: readonly T[]): T | undefined {
    return all.find(one => one === this.choice);
  }
}

const MERGED: CodebookChange = { do: 'merge', from: ['hope'], into: 'nights' };
const MOVED: CodebookChange = { do: 'move', entries: ['hope'], to: { under: 'role' } };

/** What MB did, and then something else, has been put on top of what EA did meanwhile, and was mended. */
async function rebased(
  world: World,
  byEa: CodebookChange,
  byMb: readonly CodebookChange[],
  choice: MergeChoice,
): Promise<{ mb: Clone; steps: readonly Step[]; made: string }> {
  const [ea, mb] = world.clones as [Clone, Clone];
  await ea.look();
  await mb.look();
  await change(ea, byEa);
  ea.git('push', '--quiet', 'origin', 'HEAD:main');
  for (const one of byMb) await change(mb, one);
  write(mb, 'participants.csv', text => `${text}LS1,nurse\n`);
  mb.commit('another person');
  mb.git('fetch', '--quiet', 'origin');
  const steps = await rebase(mb, mb.ref('refs/remotes/origin/main'), new Decided(choice), 'rebase');
  const made = world.versions.text(mb.root, steps.at(-1)?.got, BOOK) ?? '';
  assert.ok(made.includes('{#hope') && made.includes('formerly=hope'), 'git made both of it');
  return { mb, steps, made };
}

/** What is found wrong where mending had left the codebook otherwise. */
function spoilt(world: World, mb: Clone, steps: readonly Step[], edit: (text: string) => string): string[] {
  const head = mb.head();
  write(mb, BOOK, edit);
  mb.commit('spoilt');
  const got = mb.head();
  mb.git('reset', '--quiet', '--hard', head);
  const others = steps.map(step => (step.mended === undefined ? step : { ...step, mended: { ...step.mended, got } }));
  return faultsIn(world, mb, others);
}

describe('commits that were put on top of others, and mended', function () {
  this.timeout(60_000);
  let world: World;

  afterEach(() => world.remove());

  it('are right where git made both of a code that was put elsewhere here and merged there, and would be found wrong', async () => {
    world = await World.of(1, PEOPLE);
    const elsewhere: CodebookChange = { do: 'move', entries: ['hope'], to: { after: 'trust' } };
    const { mb, steps, made } = await rebased(world, elsewhere, [MERGED], 'ours');
    assert.deepEqual([steps.length, faultsIn(world, mb, steps)], [2, []]);
    const finds = (edit: (text: string) => string, what: string): void =>
      assert.deepEqual(spoilt(world, mb, steps, edit), [`${BOOK}: ${what}`]);
    assert.deepEqual(
      spoilt(world, mb, steps, () => made),
      [`${BOOK}: hope: is back`, BOTH],
    );
    finds(text => text.replace(' formerly=hope', ''), 'where hope: stands for undefined instead of nights');
    finds(
      text => text.replace(' formerly=hope', '').replace('{#tea}', '{#tea formerly=hope}'),
      'where hope: stands for tea instead of nights',
    );
  });

  const asked: readonly (readonly [string, CodebookChange, readonly CodebookChange[], MergeChoice, string[]])[] = [
    [
      'moved here, merged there and left moved',
      MOVED,
      [MERGED],
      'ours',
      ['where hope: stands for nights instead of undefined'],
    ],
    ['moved here, merged there and left merged', MOVED, [MERGED], 'theirs', ['hope: is back against the decision']],
    [
      'merged here, moved there and left moved',
      MERGED,
      [MOVED],
      'theirs',
      ['where hope: stands for nights instead of undefined'],
    ],
    [
      'merged here, moved and coloured there and left merged',
      MERGED,
      [MOVED, { do: 'color', entries: ['hope'], color: 'teal' }],
      'ours',
      [],
    ],
  ];
  for (const [what, byEa, byMb, choice, wrong] of asked)
    it(`say what was decided about a code that was ${what}`, async () => {
      world = await World.of(1, PEOPLE);
      const { mb, steps, made } = await rebased(world, byEa, byMb, choice);
      assert.equal(steps[0]?.mended?.decided.get(BOOK)?.get('hope · presence'), choice);
      assert.deepEqual(faultsIn(world, mb, steps), []);
      assert.deepEqual(
        spoilt(world, mb, steps, () => made),
        [...wrong.map(one => `${BOOK}: ${one}`), BOTH],
      );
    });
});
