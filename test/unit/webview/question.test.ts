import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatQuery } from '../../../src/core/analysis/query/format.js';
import { parseQuery } from '../../../src/core/analysis/query/parse.js';
import { commandLine } from '../../../src/extension/query/commandLine.js';
import { kindOf, otherWithCode, rowOfKind, verbOf, withVerb } from '../../../src/webview/query/builder/kinds.js';
import { builderOf, type Group, queryOf, type Row } from '../../../src/webview/query/builder/model.js';
import type { Texts } from '../../../src/webview/query/protocol.js';
import { builtQuestion, isAsked, isSame, typedQuestion, wordsAsked } from '../../../src/webview/query/question.js';
import { sentenceOf } from '../../../src/webview/query/sentence.js';
import { anyQuery } from '../analysis/query/support/anyQuery.js';

const HALF: Row = { is: 'term', not: false, field: 'role', value: '' };
const rowsOf = (text: string): Group => typedQuestion(text, { join: 'all', rows: [] }).rows;

describe('a question in its two views', () => {
  it('is the same as text and as rows: what the language writes, rows ask as well', () => {
    fc.assert(
      fc.property(anyQuery(), query => {
        const text = formatQuery(query);
        const typed = typedQuestion(text, { join: 'all', rows: [] });
        assert.deepEqual(typed.problems, parseQuery(text).problems);
        if (typed.problems.length > 0) return;
        assert.equal(formatQuery(queryOf(typed.rows)), text);
        const built = builtQuestion(typed.rows, '');
        assert.equal(built.text, text);
      }),
    );
  });

  it('keeps rows that are not filled in yet as long as the text asks the same', () => {
    const rows: Group = { ...rowsOf('code:hope'), rows: [...rowsOf('code:hope').rows, HALF] };
    assert.equal(typedQuestion('  code:hope ', rows).rows, rows);
    assert.equal(typedQuestion('code:trust', rows).rows.rows.length, 1);
    assert.equal(builtQuestion(rows, 'code:hope').text, 'code:hope');
  });

  it('keeps the text as somebody wrote it while rows ask the same', () => {
    const text = 'role:peer   CODE:hope';
    assert.equal(builtQuestion(rowsOf(text), text).text, text);
    assert.equal(builtQuestion(rowsOf('role:peer'), text).text, 'role:peer');
  });

  it('keeps the rows of the text before where one cannot be read, and says why', () => {
    const rows = rowsOf('code:hope');
    const broken = typedQuestion('code:hope and (', rows);
    assert.equal(broken.rows, rows);
    assert.equal(broken.problems.length, 1);
    assert.equal(isAsked('code:hope and ('), true);
    assert.equal(isAsked('# only a comment'), false);
  });

  it('is known again however it is written', () => {
    assert.equal(isSame('# What peers say\nrole:peer code:hope', 'role:peer and code:hope'), true);
    assert.equal(isSame('role:peer', 'role:pear'), false);
    assert.equal(isSame('(', '('), false);
  });

  it('says which words are marked: those that are asked for, not those that are denied or of another excerpt', () => {
    assert.deepEqual(wordsAsked('felt "heard out" (words:hop* or memo:odd) not words:never near:(words:far)'), [
      'felt',
      'heard out',
      'hop*',
    ]);
  });

  it('is quoted for the command line', () => {
    assert.equal(commandLine('code:hope\n and words:"don\'t"'), `verbatim query 'code:hope and words:"don'\\''t"'`);
  });
});

describe('a condition of the builder', () => {
  const relation = (text: string): Row => builderOf(parseQuery(text).query ?? { is: 'and', of: [] }).rows[0] as Row;

  it('becomes one of another kind; what was chosen of a code is kept for another excerpt, and so is what is denied', () => {
    const code: Row = { is: 'term', not: true, field: 'code', value: 'hope' };
    assert.deepEqual(rowOfKind('relation near', code), {
      is: 'relation',
      not: true,
      how: 'near',
      other: otherWithCode('hope'),
    });
    assert.deepEqual(rowOfKind('term role', code), { is: 'term', not: true, field: 'role', value: '' });
    assert.deepEqual(rowOfKind('term years in role', code), {
      is: 'term',
      not: true,
      field: 'years in role',
      value: '',
    });
    const near = rowOfKind('relation overlaps', relation('near:2:hope'));
    assert.equal(kindOf(near), 'relation overlaps');
    assert.deepEqual(near.is === 'relation' && near.other, otherWithCode('hope'));
  });

  it('is meant otherwise: denied, or of all or any of what is within it', () => {
    const [group] = builderOf(parseQuery('not (code:a or code:b) and code:c').query ?? { is: 'and', of: [] }).rows;
    assert.ok(group);
    assert.equal(verbOf(group), 'not any');
    for (const verb of ['all', 'any', 'not all', 'not any']) assert.equal(verbOf(withVerb(group, verb)), verb);
    const near = relation('near:hope');
    assert.equal(verbOf(withVerb(near, 'not')), 'not');
    assert.equal(verbOf(withVerb(withVerb(near, 'not'), 'is')), 'is');
  });
});

describe('an answer in a sentence', () => {
  const texts = {
    oneParticipant: '1 participant',
    participants: '{0} participants',
    roleFigures: '{0}: {1} of {2}',
    oneExcerpt: '1 excerpt',
    excerpts: '{0} excerpts',
    inSessions: '{0} in {1}',
    oneSession: '1 session',
    sessions: '{0} sessions',
  } as Texts;

  it('counts participants first, of how many in each role', () => {
    const roles = [
      { role: 'peer', said: 5, of: 9 },
      { role: 'non-peer', said: 2, of: 18 },
    ];
    assert.equal(
      sentenceOf({ participants: 7, roles, excerpts: 21, sessions: 9 }, texts),
      '7 participants (peer: 5 of 9, non-peer: 2 of 18), 21 excerpts in 9 sessions',
    );
    assert.equal(
      sentenceOf({ participants: 1, roles: [], excerpts: 1, sessions: 1 }, texts),
      '1 participant, 1 excerpt in 1 session',
    );
  });
});
