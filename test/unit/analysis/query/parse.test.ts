import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatQuery } from '../../../../src/core/analysis/query/format.js';
import { parseQuery } from '../../../../src/core/analysis/query/parse.js';
import type { Query } from '../../../../src/core/analysis/query/query.js';
import { anyQuery } from './support/anyQuery.js';

/** What a text means, in its canonical form. */
function canonical(text: string): string {
  const { query, problems } = parseQuery(text);
  assert.deepEqual(problems, [], text);
  assert.ok(query);
  return formatQuery(query);
}

/** What is refused, between markers in the text, and why. */
function refused(text: string): string {
  const { query, problems } = parseQuery(text);
  assert.equal(query, undefined, text);
  return problems
    .map(({ from, to, message }) => `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}: ${message}`)
    .join('\n');
}

describe('reading a question', () => {
  for (const [text, meant] of [
    [
      'code:self-disclosure and role:peer not within:irrelevant',
      'code:self-disclosure and role:peer and not within:irrelevant',
    ],
    ['', ''],
    ['# All of it\n\n', ''],
    ['# Title\n  # more\ncode:hope\n# last\n#', 'code:hope'],
    ['a or b c and not d', 'words:a or words:b and words:c and not words:d'],
    ['(a or b) c', '(words:a or words:b) and words:c'],
    ['a and (b and c)', 'words:a and (words:b and words:c)'],
    ['NOT Role:Peer OR IS:Doubtful', 'not role:Peer or is:Doubtful'],
    ['not not a', 'not not words:a'],
    ['not (a or b)', 'not (words:a or words:b)'],
    ['"felt heard"', 'words:"felt heard"'],
    ['“felt heard” „so gut“ «bien»', 'words:"felt heard" and words:"so gut" and words:bien'],
    [String.raw`"say \"so\" \\ "`, String.raw`words:"say \"so\" \\ "`],
    ['"years in role":5', '"years in role":5'],
    ['session:transcripts/a:b.md', 'session:transcripts/a:b.md'],
    ['near:hope near:3:hope near:0:(role:peer or a)', 'near:hope and near:3:hope and near:0:(role:peer or words:a)'],
    ['near:3', 'near:3'],
    ['within:"Being heard"', 'within:"Being heard"'],
    ['within:code:hope overlaps:role:peer', 'within:hope and overlaps:(role:peer)'],
    ['hope near 3 fear', 'code:hope and near:3:fear'],
    ['code:a near 3 code:b', 'code:a and near:3:b'],
    ['a followed by b', 'code:a and followed-by:b'],
    ['a followed-by 2 (b or c)', 'code:a and followed-by:2:(words:b or words:c)'],
    ['x not a overlaps b within c or y', 'words:x and not (code:a and overlaps:b and within:c) or words:y'],
    ['(role:peer fear) near "Being heard"', '(role:peer and words:fear) and near:"Being heard"'],
    ['followed nearly', 'words:followed and words:nearly'],
    ['overlaps:()', 'overlaps:()'],
    ['not ()', 'not ()'],
    ['overlaps:"near"', 'overlaps:"near"'],
    [
      'created:2026-01..2026-03 date:..2026 date:2026-02-03.. created:*',
      'created:2026-01..2026-03 and date:..2026 and date:2026-02-03.. and created:*',
    ],
    ['memo:* words:hop*', 'memo:* and words:hop*'],
  ] as const) {
    it(`understands ${JSON.stringify(text)}`, () => {
      assert.equal(canonical(text), meant);
      assert.equal(canonical(meant), meant);
    });
  }

  for (const [text, why] of [
    ['code:hope and', 'code:hope and[]: A term is expected, but the question ends here.'],
    ['(code:hope', '[(]code:hope: This bracket is never closed.'],
    ['code:hope)', 'code:hope[)]: A bracket is closed that was never opened.'],
    ['a and or b', 'a and [or] b: A term is expected before “or”.'],
    ['or b', '[or] b: A term is expected before “or”.'],
    ['not', 'not[]: A term is expected, but the question ends here.'],
    ['(a or)', '(a or[)]: A term is expected, but there is a closing bracket.'],
    ['code: hope', '[code:] hope: Nothing stands behind “code:”.'],
    ['near:3:', '[near:3:]: Nothing stands behind “near:”.'],
    ['near 3 b', '[near] 3 b: A term is expected before “near”.'],
    ['a near 3', 'a near 3[]: A term is expected, but the question ends here.'],
    ['a overlaps 2 b', 'a [overlaps 2 b]: “overlaps” has no number of turns.'],
    ['within:2:b', '[within:2:b]: “within” has no number of turns.'],
    ['near:99999:b', '[near:99999:b]: 99999 turns are more than any transcript has.'],
    ['"open', '["open]: The quotation mark that opens here is never closed.'],
    ['code:"a"b', '[code:"a"b]: Two terms cling together here.'],
    [':hope', '[:hope]: The name of a field is missing before the colon.'],
    ['-hope', '[-hope]: “-” excludes nothing.'],
    ['a !code:hope', 'a [!code:hope]: “!” excludes nothing.'],
    ['a && b', 'a [&&] b: “&&” joins nothing.'],
    ['role=peer', '[role=peer]: “role=peer” is no term.'],
    ['created:March', '[created:March]: “March” is no date.'],
    ['date:2026-13', '[date:2026-13]: “2026-13” is no date.'],
    ['date:2026-03..2026-01', '[date:2026-03..2026-01]: “2026-03..2026-01” is no date.'],
    ['is:odd or a', '[is:odd] or a: “odd” is nothing that “is:” knows.'],
    [
      'phase:x evidence:y',
      '[phase:x] evidence:y: “x” is nothing that “phase:” knows.\nphase:x [evidence:y]: “y” is nothing that “evidence:” knows.',
    ],
    ['words:"!?"', '[words:"!?"]: There is no word in “!?”.'],
    ['memo:" "', '[memo:" "]: Nothing stands behind “memo:”.'],
    ['code:hope # aside', 'code:hope [#] aside: There is no word in “#”.'],
    ['»', '[»]: “»” opens nothing here.'],
  ] as const) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.equal(refused(text), why);
    });
  }

  it('has a remedy for whatever it refuses', () => {
    const [problem] = parseQuery('-hope').problems;
    assert.equal(problem?.remedy, 'Write “not hope”. To search for the word itself, write "-hope".');
  });

  it('neither throws nor hangs, whatever is written', () => {
    const part = fc.constantFrom(
      '(',
      ')',
      '"',
      '“',
      'not ',
      'or',
      ' and ',
      'near',
      ':',
      '3',
      'a',
      ' ',
      '\n',
      '#',
      '\\',
      'followed by ',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part).map(parts => parts.join('')),
        ),
        text => {
          const { query, problems } = parseQuery(text);
          assert.equal(query === undefined, problems.length > 0);
          for (const { from, to } of problems) assert.ok(0 <= from && from <= to && to <= text.length + 1);
        },
      ),
      { numRuns: 2000 },
    );
    assert.match(refused('('.repeat(5000)), /brackets in brackets/);
    assert.match(refused('not '.repeat(4000)), /brackets in brackets/);
    assert.match(refused('near:'.repeat(3000)), /brackets in brackets/);
    assert.match(refused('a '.repeat(10_001)), /too long/);
  });
});

describe('a question as text', () => {
  it('is read as the same question again', () => {
    fc.assert(
      fc.property(anyQuery(), query => {
        const text = formatQuery(query);
        const read = parseQuery(text);
        assert.deepEqual(read, { query, problems: [] }, text);
        assert.equal(formatQuery(read.query as Query), text);
      }),
      { numRuns: 2000 },
    );
  });

  it('says what is left of an and or or that joins nothing', () => {
    const term: Query = { is: 'term', field: 'code', value: 'hope' };
    assert.equal(formatQuery({ is: 'and', of: [term] }), 'code:hope');
    assert.equal(formatQuery({ is: 'or', of: [] }), 'not ()');
    assert.equal(
      formatQuery({ is: 'not', of: { is: 'or', of: [{ is: 'and', of: [term, term] }] } }),
      'not (code:hope and code:hope)',
    );
  });
});
