import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addTarget,
  applied,
  assign,
  assignAlso,
  countSorted,
  MOST_TARGETS,
  NEW_SORTING,
  nameTarget,
  packSorting,
  removeTarget,
  resumed,
  type Sorting,
  sortOnlyMine,
  unassign,
  unpackSorting,
} from '../../../src/core/coding/sorting.js';

const choices = (sorting: Sorting) => Object.fromEntries(sorting.choices);

describe('sorting excerpts', () => {
  it('gives an excerpt one code, further ones, the old one, or none again', () => {
    const one = assign(NEW_SORTING, 'a', 2);
    assert.deepEqual(choices(one), { a: [2] });
    assert.deepEqual(choices(assign(one, 'a', 1)), { a: [1] });
    assert.deepEqual(choices(assignAlso(one, 'a', 1)), { a: [2, 1] });
    assert.deepEqual(choices(assignAlso(assignAlso(one, 'a', 1), 'a', 2)), { a: [1] });
    assert.deepEqual(choices(assign(one, 'b', 0)), { a: [2], b: [0] });
    assert.deepEqual(choices(assignAlso(one, 'a', 2)), {});
    assert.deepEqual(choices(unassign(one, 'a')), {});
    assert.equal(unassign(one, 'zz'), one);
  });

  it('knows no code beyond those named', () => {
    assert.equal(assign(NEW_SORTING, 'a', 3), NEW_SORTING);
    assert.equal(assignAlso(NEW_SORTING, 'a', 3), NEW_SORTING);
  });

  it('takes a code out: what was in it alone waits again, the numbers behind it move up', () => {
    let sorting = addTarget(NEW_SORTING, 'three');
    for (const [id, number] of [
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['d', 0],
    ] as const)
      sorting = assign(sorting, id, number);
    sorting = removeTarget(assignAlso(sorting, 'a', 3), 1);
    assert.deepEqual(choices(sorting), { a: [2], b: [1], c: [2], d: [0] });
    assert.deepEqual(choices(removeTarget(sorting, 2)), { b: [1], d: [0] });
    assert.deepEqual(sorting.targets, ['', 'three']);
  });

  it('has nine codes at most', () => {
    let sorting = NEW_SORTING;
    for (let i = 0; i < 12; i++) sorting = addTarget(sorting, `code ${i}`);
    assert.equal(sorting.targets.length, MOST_TARGETS);
  });

  it('counts what is in each code and what waits; one in two codes counts in both', () => {
    const sorting = assign(assignAlso(assign(NEW_SORTING, 'a', 1), 'a', 2), 'b', 0);
    assert.deepEqual(countSorted(sorting, ['a', 'b', 'c']), { byNumber: [1, 1, 1], waiting: 1 });
    assert.deepEqual(countSorted(sorting, ['c']), { byNumber: [0, 0, 0], waiting: 1 });
  });

  it('is gone on with as long as any of it is there, after an undo as well', () => {
    const sorting = assign(assign(NEW_SORTING, 'a', 1), 'b', 0);
    assert.ok(resumed(sorting, ['b', 'c']));
    assert.equal(resumed(sorting, ['c']), undefined);
    assert.equal(resumed(applied(sorting), ['b', 'c']), undefined);
    const again = resumed(applied(sorting), ['a', 'b', 'c']);
    assert.deepEqual(again && choices(again), { a: [1], b: [0] });
    assert.equal(again?.applied, false);
  });

  it('survives any way of sorting as JSON, each change counted', () => {
    const ids = ['a', '__proto__', 'c'];
    const step = fc.record({
      what: fc.constantFrom('assign', 'also', 'un', 'name', 'add', 'remove', 'mine'),
      id: fc.constantFrom(...ids),
      number: fc.nat(9),
      name: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        let sorting = NEW_SORTING;
        for (const { what, id, number, name } of steps) {
          const before = sorting;
          if (what === 'assign') sorting = assign(sorting, id, number);
          else if (what === 'also') sorting = assignAlso(sorting, id, number);
          else if (what === 'un') sorting = unassign(sorting, id);
          else if (what === 'name') sorting = nameTarget(sorting, number, name);
          else if (what === 'add') sorting = addTarget(sorting, name);
          else if (what === 'remove') sorting = removeTarget(sorting, number);
          else sorting = sortOnlyMine(sorting, number > 4);
          assert.ok(sorting === before || sorting.turn === before.turn + 1);
          for (const numbers of sorting.choices.values()) {
            assert.ok(numbers.length > 0 && new Set(numbers).size === numbers.length);
            assert.ok(numbers.every(one => one >= 0 && one <= sorting.targets.length));
          }
        }
        assert.deepEqual(unpackSorting(JSON.parse(JSON.stringify(packSorting(sorting)))), sorting);
      }),
    );
  });

  it('takes nothing else for a sorting', () => {
    for (const other of [undefined, null, 1, 'x', {}, { turn: 1 }, { turn: 1, targets: [], choices: {} }]) {
      assert.equal(unpackSorting(other), undefined);
    }
    const odd = { turn: 1, targets: ['a', 2], choices: [['x', [1, 7, 'no']], ['y', [9]], 3, [4, []]], onlyMine: 'yes' };
    const read = unpackSorting(odd);
    assert.deepEqual(read && [read.targets, choices(read), read.onlyMine], [['a'], { x: [1] }, false]);
  });
});
