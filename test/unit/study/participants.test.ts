import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseParticipants } from '../../../src/core/study/participants.js';
import { anyText } from '../support/arbitraries.js';

describe('the participants', () => {
  it('are one a row, with role and further columns', () => {
    const { list, problems } = parseParticipants('participant,role,site\nPP1,peer,North\nNP2,"nurse, senior",\n');
    assert.deepEqual(list, [
      { id: 'PP1', role: 'peer', attributes: { site: 'North' } },
      { id: 'NP2', role: 'nurse, senior', attributes: {} },
    ]);
    assert.deepEqual(problems, []);
  });

  it('may come from any spreadsheet: byte order mark, CRLF, semicolons or tabs, columns in any order', () => {
    for (const text of [
      '\ufeffRole;Participant\r\npeer;PP1\r\n',
      'Role\tParticipant\npeer\tPP1',
      'role,Participant\rpeer,PP1\r',
    ]) {
      assert.deepEqual(
        parseParticipants(text).list,
        [{ id: 'PP1', role: 'peer', attributes: {} }],
        JSON.stringify(text),
      );
    }
  });

  it('are found whatever the letter case', () => {
    const people = parseParticipants('participant\nPP1\n');
    assert.equal(people.find('pp1')?.id, 'PP1');
    assert.equal(people.find('PP2'), undefined);
  });

  it('are none, without a problem, where the file is missing', () => {
    assert.deepEqual(parseParticipants(undefined).list, []);
    assert.deepEqual(parseParticipants(undefined).problems, []);
  });

  it('are reported where the column is missing or a person is listed twice, with the line', () => {
    assert.deepEqual(
      parseParticipants('name\nPP1\n').problems.map(problem => [problem.line, problem.rule]),
      [[1, 'participants']],
    );
    const twice = parseParticipants('participant,role\nPP1,peer\n\npp1,nurse\n');
    assert.deepEqual(
      twice.problems.map(problem => problem.line),
      [4],
    );
    assert.deepEqual(twice.list, [{ id: 'PP1', role: 'peer', attributes: {} }]);
  });

  it('keep a column of any name, and never throw', () => {
    const [person] = parseParticipants('participant,__proto__\nPP1,x\n').list;
    assert.deepEqual(Object.entries(person?.attributes ?? {}), [['__proto__', 'x']]);
    fc.assert(fc.property(anyText(), text => void parseParticipants(text)));
    fc.assert(fc.property(anyText(), text => void parseParticipants(`participant,role\n${text}`)));
  });
});
