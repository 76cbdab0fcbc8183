import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Verdict } from '../../../src/core/rounds/verify/report.js';
import { verifyRound } from '../../../src/core/rounds/verify/verify.js';
import { OPENING, RoundModel } from './support/roundModel.js';

type Step = readonly [name: keyof typeof STEPS, who: number, other: number];

/** What somebody may do; the numbers name people or transcripts. */
const STEPS = {
  code: (model: RoundModel, who: string, _: string, n: number) => model.code(who, n),
  close: (model: RoundModel, who: string) => model.close(who),
  merge: (model: RoundModel, who: string, other: string) => model.merge(who, other),
  keepNothing: (model: RoundModel, who: string, other: string) => model.merge(who, other, true),
  squash: (model: RoundModel, who: string, other: string) => model.squash(who, other),
  rebase: (model: RoundModel, who: string, other: string) => model.rebase(who, other),
  cherryPick: (model: RoundModel, who: string, other: string) => model.cherryPick(who, other),
  drop: (model: RoundModel, who: string, other: string) => model.drop(who, other),
  renameTranscript: (model: RoundModel, who: string, _: string, n: number) => model.renameTranscript(who, n % 2 === 0),
  renameFolder: (model: RoundModel, who: string) => model.renameFolder(who),
} as const;

const ODD = [
  'merge',
  'keepNothing',
  'squash',
  'rebase',
  'cherryPick',
  'drop',
  'renameTranscript',
  'renameFolder',
] as const;

/** Steps with some kinds of odd ones among them, often none. */
const anySteps: fc.Arbitrary<Step[]> = fc
  .subarray([...ODD], { maxLength: 3 })
  .chain(odd =>
    fc.array(
      fc.tuple(
        fc.oneof(
          { weight: 6, arbitrary: fc.constant<keyof typeof STEPS>('code') },
          { weight: 1, arbitrary: fc.constant<keyof typeof STEPS>('close') },
          ...odd.map(name => ({ weight: 1, arbitrary: fc.constant<keyof typeof STEPS>(name) })),
        ),
        fc.nat(3),
        fc.nat(3),
      ),
      { minLength: 4, maxLength: 24 },
    ),
  );

/** Plays steps, puts everything together, and asks. */
async function played(coders: readonly string[], before: readonly Step[], after: readonly Step[], ends: boolean) {
  const model = new RoundModel(coders);
  const people = [...coders, 'team'];
  const play = (all: readonly Step[]): void => {
    for (const [name, n, m] of all) {
      const [who, other] = [people[n % people.length] as string, people[m % people.length] as string];
      // The team only puts work together.
      if (who === other && !['code', 'close', 'renameTranscript', 'renameFolder'].includes(name)) continue;
      if (who === 'team' && (name === 'code' || name === 'close' || name === 'renameFolder')) continue;
      STEPS[name](model, who, other, m);
    }
  };
  play(before);
  model.open();
  // Most begin with the opening; who codes on without it is among the odd ones.
  for (const coder of coders.slice(before.length % 2)) model.merge(coder, 'team');
  play(after);
  if (ends) for (const coder of coders) model.close(coder);
  for (const coder of coders) model.merge('team', coder);
  const report = await verifyRound(model.history, model.head, OPENING);
  return { model, report };
}

describe('a blind round that is verified', () => {
  it('is never said to be shown where a version was made on top of the other’s work, whatever was done in git', async () => {
    const verdicts = new Map<Verdict | 'tainted', number>();
    const note = (what: Verdict | 'tainted'): void => void verdicts.set(what, (verdicts.get(what) ?? 0) + 1);
    const anyCoders = fc.constantFrom(['EA', 'MB'], ['EA', 'MB', 'JS']);
    const anyBefore = fc.oneof({ weight: 4, arbitrary: fc.constant<Step[]>([]) }, { weight: 1, arbitrary: anySteps });
    await fc.assert(
      fc.asyncProperty(anyCoders, anyBefore, anySteps, fc.boolean(), async (coders, before, after, ends) => {
        const { model, report } = await played(coders, before, after, ends);
        for (const { coders: pair, verdict } of report?.pairs ?? []) {
          note(verdict);
          const isTainted = model.tainted().some(({ coder, other }) => pair.includes(coder) && pair.includes(other));
          if (isTainted) note('tainted');
          if (isTainted) assert.notEqual(verdict, 'shown', JSON.stringify(pair));
        }
      }),
      { numRuns: 800 },
    );
    // All verdicts were met, so that the property says something.
    for (const verdict of ['shown', 'contradicted', 'unknown', 'tainted'] as const) {
      assert.ok((verdicts.get(verdict) ?? 0) >= 10, `${verdict}: ${JSON.stringify([...verdicts])}`);
    }
  });

  it('is shown where everybody codes apart, closes and only then takes in what others did', async () => {
    const order = fc.array(fc.tuple(fc.nat(1), fc.nat(2)), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(order, fc.array(fc.nat(1), { maxLength: 6 }), async (codes, later) => {
        const model = new RoundModel(['EA', 'MB']);
        model.open();
        for (const coder of model.coders) model.merge(coder, 'team');
        for (const coder of model.coders) model.code(coder, 0);
        for (const [n, transcript] of codes) model.code(model.coders[n] as string, transcript);
        model.close('EA');
        model.merge('team', 'EA');
        model.close('MB');
        model.merge('team', 'MB');
        for (const n of later) {
          const coder = model.coders[n] as string;
          model.merge(coder, 'team');
          model.code(coder, 1);
          model.merge('team', coder);
        }
        const report = await verifyRound(model.history, model.head, OPENING);
        assert.deepEqual(report?.pairs, [{ coders: ['EA', 'MB'], verdict: 'shown', contradictions: [], reasons: [] }]);
        assert.equal(
          report.people.reduce((sum, { changedSince }) => sum + changedSince, 0),
          later.length,
        );
      }),
      { numRuns: 60 },
    );
  });
});
