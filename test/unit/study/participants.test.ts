import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseParticipants } from '../../../src/core/study/participants.js';
import { anyText } from '../support/arbitraries.js';

describe('the participants', () => {
  it('are one a row, with role and further columns', () => {
    const { list, problems } = parseParticipants('participant,role,site\nPP1,peer,North\nNP2,"nurse, senior",\n');
    assert.deepEqual(list, [
      { id: 'PP1', role: 'peer', labels: [], sessions: [], attributes: { site: 'North' }, line: 2 },
      { id: 'NP2', role: 'nurse, senior', labels: [], sessions: [], attributes: {}, line: 3 },
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
        [{ id: 'PP1', role: 'peer', labels: [], sessions: [], attributes: {}, line: 2 }],
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
    assert.deepEqual(
      twice.list.map(({ id, role }) => [id, role]),
      [['PP1', 'peer']],
    );
  });

  it('may have further labels and sessions, which are no attributes', () => {
    const people = parseParticipants(
      'participant,Labels,sessions,site\nPP1,Anna; A ;A,joint-1;,X\n"PP\n2",,,\nPP3,b,,\n',
    );
    const [first, second, third] = people.list;
    assert.deepEqual([first?.labels, first?.sessions, first?.attributes], [['Anna', 'A'], ['joint-1'], { site: 'X' }]);
    assert.deepEqual([second?.labels, second?.sessions], [[], []]);
    // A cell over two lines does not shift the rows below.
    assert.equal(third?.line, 5);
    assert.equal(people.named(' anna ')?.id, 'PP1');
    assert.equal(people.named('pp3')?.id, 'PP3');
    assert.deepEqual([...people.names], ['PP1', 'Anna', 'A', 'PP\n2', 'PP3', 'b']);
  });

  it('share no label: it stands for neither, and an id comes before a label', () => {
    const people = parseParticipants('participant,labels\nPP1,A;B\nPP2,a; PP1\nPP3,A;C\n');
    assert.deepEqual(
      ['A', 'B', 'C', 'PP1'].map(label => people.named(label)?.id),
      [undefined, 'PP1', 'PP3', 'PP1'],
    );
    assert.deepEqual(
      people.problems.map(({ line, message }) => [line, message]),
      [
        [3, '“a” is a label of both PP1 and PP2, so it stands for neither.'],
        [3, '“PP1” is a label of PP2, but the id of PP1; it stands for PP1.'],
        [4, '“A” is a label of both PP1 and PP3, so it stands for neither.'],
      ],
    );
    assert.match(people.problems[0]?.remedy ?? '', /speakers: \{a: PP2\}/);
  });

  it('have the first of several columns of one name', () => {
    const { list, problems } = parseParticipants('participant,site,role,site,Role\nPP1,North,peer,South,nurse\n');
    assert.deepEqual([list[0]?.role, list[0]?.attributes], ['peer', { site: 'North' }]);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['There are several columns “site”; the first counts.', 'There are several columns “role”; the first counts.'],
    );
  });

  it('keep a column of any name, and never throw', () => {
    const [person] = parseParticipants('participant,__proto__\nPP1,x\n').list;
    assert.deepEqual(Object.entries(person?.attributes ?? {}), [['__proto__', 'x']]);
    fc.assert(fc.property(anyText(), text => void parseParticipants(text)));
    fc.assert(fc.property(anyText(), text => void parseParticipants(`participant,role\n${text}`)));
  });
});
