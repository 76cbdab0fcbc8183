import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EVERYTHING, type Query, type Relation } from '../../../src/core/analysis/query/query.js';
import { addRow, changeGroup, removeRow, replaceRow } from '../../../src/webview/query/builder/change.js';
import { builderOf, type Group, NO_CONDITIONS, queryOf, type Row } from '../../../src/webview/query/builder/model.js';

const term = (field: string, value: string): Query => ({ is: 'term', field, value });
const not = (of: Query): Query => ({ is: 'not', of });
const all = (...of: Query[]): Query => ({ is: 'and', of });
const any = (...of: Query[]): Query => ({ is: 'or', of });
const row = (field: string, value: string, isNot = false): Row => ({ is: 'term', not: isNot, field, value });

const record = <T>(of: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(of, { noNullPrototype: true });
const HOW = fc.constantFrom<Relation>('overlaps', 'within', 'near', 'followed-by');
const { query: ANY_QUERY } = fc.letrec<{ query: Query }>(tie => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    record({
      is: fc.constant('term' as const),
      field: fc.constantFrom('code', 'role', 'words', 'site'),
      value: fc.oneof(fc.constantFrom('sharing', 'peer', '', ' '), fc.string()),
    }),
    record({ is: fc.constantFrom('and' as const, 'or' as const), of: fc.array(tie('query'), { maxLength: 3 }) }),
    record({ is: fc.constant('not' as const), of: tie('query') }),
    record({ is: fc.constant('relation' as const), how: HOW, other: tie('query') }),
    record({ is: fc.constant('relation' as const), how: HOW, turns: fc.nat(5), other: tie('query') }),
  ),
}));

/** What of a builder is shown as text. */
function texts({ rows }: Group): Query[] {
  return rows.flatMap(one => {
    if (one.is === 'text') return [one.query];
    return one.is === 'group' ? texts(one.group) : one.is === 'relation' ? texts(one.other) : [];
  });
}

describe('the builder of questions', () => {
  it('loses nothing: the rows of any question ask the same question', () => {
    fc.assert(
      fc.property(ANY_QUERY, query => {
        assert.deepEqual(queryOf(builderOf(query)), query);
      }),
    );
  });

  it('shows conditions as rows, with what is denied and how they are joined', () => {
    const query = any(term('code', 'sharing'), not(term('role', 'peer')));
    assert.deepEqual(builderOf(query), { join: 'any', rows: [row('code', 'sharing'), row('role', 'peer', true)] });
    assert.deepEqual(builderOf(term('code', 'sharing')), { join: 'all', rows: [row('code', 'sharing')] });
    assert.deepEqual(builderOf(EVERYTHING), NO_CONDITIONS);
  });

  it('shows other excerpts and brackets as rows, two levels deep; what lies deeper is text', () => {
    const pair = any(term('code', 'a'), term('code', 'b'));
    const near: Query = { is: 'relation', how: 'near', turns: 2, other: all(term('role', 'peer'), pair) };
    const shown = builderOf(all(term('code', 'c'), near, not(pair)));
    assert.deepEqual(texts(shown), []);
    assert.deepEqual(
      shown.rows.map(({ is }) => is),
      ['term', 'relation', 'group'],
    );
    const single: Query = { is: 'relation', how: 'overlaps', other: term('code', 'a') };
    assert.deepEqual(texts(builderOf(any(single, all(single, any(single, single))))), []);
    const deep: Query = { is: 'relation', how: 'overlaps', other: all(term('kind', 'interview'), near) };
    assert.deepEqual(texts(builderOf(all(term('code', 'c'), deep))), [pair]);
  });

  it('keeps as text what rows cannot say: denied twice, brackets around one, an empty value', () => {
    for (const query of [not(not(term('code', 'a'))), all(term('code', 'a')), any(), term('code', '')])
      assert.deepEqual(texts(builderOf(query)), [query]);
  });

  it('asks nothing with a row that is not filled in yet', () => {
    const half = { join: 'any', rows: [row('code', 'a'), row('role', '')] } as const;
    assert.deepEqual(queryOf(half), term('code', 'a'));
    assert.deepEqual(queryOf({ join: 'all', rows: [row('role', ' ')] }), EVERYTHING);
    const nothing: Row = { is: 'relation', not: true, how: 'overlaps', other: NO_CONDITIONS };
    assert.deepEqual(queryOf({ join: 'all', rows: [nothing, row('code', 'a')] }), term('code', 'a'));
  });

  it('adds, replaces and removes rows at any depth, and leaves all others as they are', () => {
    const inner: Row = { is: 'group', not: false, group: { join: 'any', rows: [row('code', 'a'), row('code', 'b')] } };
    const whole: Group = { join: 'all', rows: [row('role', 'peer'), inner] };
    const more = addRow(whole, [1], row('code', 'c'));
    assert.deepEqual(
      queryOf(more),
      all(term('role', 'peer'), any(term('code', 'a'), term('code', 'b'), term('code', 'c'))),
    );
    assert.equal(more.rows[0], whole.rows[0]);
    assert.deepEqual(
      queryOf(replaceRow(whole, [1, 0], row('code', 'z'))),
      all(term('role', 'peer'), any(term('code', 'z'), term('code', 'b'))),
    );
    assert.deepEqual(queryOf(removeRow(whole, [1, 1])), all(term('role', 'peer'), term('code', 'a')));
    assert.deepEqual(queryOf(removeRow(whole, [1])), term('role', 'peer'));
    const joined = changeGroup(whole, [], group => ({ ...group, join: 'any' }));
    assert.equal(queryOf(joined).is, 'or');
    assert.deepEqual(removeRow(whole, [7]), whole);
  });
});
