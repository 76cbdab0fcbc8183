
import { Chance } from './support/chance.js';
import { baseModel } from './support/model.js';
import { mutated } from './support/mutate.js';
import { benchOf, take, leftTo } from './support/taking.js';
import { written } from './support/write.js';
describe('dbg', () => {
  it('x', async () => {
    const seed = Number(process.env.FIRST);
    const chance = new Chance(seed);
    const m = baseModel(chance);
    const after = mutated(m, chance, 1 + (seed % 14));
    const [a, b] = [written(m, chance), written(after, chance)];
    for (const [from, to, side] of [[a, b, 'after'], [b, a, 'before']] as const) {
      const heads = (t: string | undefined) => (t ?? '').split(/\r?\n/).filter(l => l.startsWith('#')).map(l => l.slice(0, 60));
      const bench = await benchOf(a, b, from);
      const some = bench.sources.changes.filter(() => chance.is(0.5));
      const log = () => console.log(heads(bench.store.text('codebook.md')).join('\n'));
      const first = await take(bench, some, side);
      const rest = bench.sources.changes.filter(change => !first.done.includes(change));
      const mid = heads(bench.store.text('codebook.md'));
      await take(bench, rest, side);
      const left = await leftTo(bench, to);
      if (left.length === 0) continue;
      console.log(side, left.map(l => l.key));
      console.log('FIRST', some.filter(c => c.key.startsWith('entry')).map(c => c.key + ' ' + c.what));
      console.log('REST', rest.filter(c => c.key.startsWith('entry')).map(c => c.key + ' ' + c.what));
      console.log('FROM', heads(from['codebook.md']).join('\n'));
      console.log('MID', mid.join('\n'));
      console.log('NOW'); log();
      console.log('GOAL', heads(to['codebook.md']).join('\n'));
    }
  });
});
