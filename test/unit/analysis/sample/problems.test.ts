import assert from 'node:assert/strict';
import { checkStudy } from '../../../../src/core/analysis/check.js';
import { studyOf, transcript } from './support.js';

async function problemsIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { problems } = await checkStudy(await studyOf(files));
  for (const { remedy } of problems) assert.match(remedy, /\.$/);
  return problems.map(({ file, line, severity, rule, message }) => `${file}:${line} ${severity} ${rule}: ${message}`);
}

describe('what does not fit together in a sample', () => {
  it('is nothing where all that is said of people is borne out', async () => {
    const files = {
      'verbatim.json': '{"recruitment": [{"group": "peer", "approached": 3, "declined": 1, "excluded": 0}]}',
      'participants.csv':
        'participant,role,labels,sessions\nP1,peer,A,a;transcripts/b.md\nP2,peer,,both\nE,interviewer,I,\n',
      'transcripts/a.md': transcript({ participants: '[P1]', session: 'both' }, 'A', 'I', 'A', 'I'),
      'transcripts/b.md': transcript(
        { speakers: '{X: P2, Q: E}', interviewer: 'Z', session: 'both' },
        'X',
        'Q',
        'X',
        'Z',
      ),
    };
    assert.deepEqual(await problemsIn(files), []);
  });

  it('is said with file and line: sessions and people that do not exist, people who never speak', async () => {
    const files = {
      'participants.csv': 'participant,role,sessions\nP1,peer,nowhere\nP2,peer,a\nE,interviewer,\n',
      'x/a.md': transcript({ kind: 'interview', participants: '[P1, P7]' }, 'P1', 'P1'),
      'y/a.md': transcript({ kind: 'interview', speakers: '{A: P1, B: P9}' }, 'A', 'A'),
    };
    assert.deepEqual(await problemsIn(files), [
      'participants.csv:2 warning unknown-session: There is no session “nowhere”, in which P1 is said to have taken part.',
      'participants.csv:3 info silent-participant: P2 speaks in no transcript.',
      'participants.csv:3 warning unknown-session: “a”, in which P2 is said to have taken part, may be 2 sessions.',
      'x/a.md:3 info unknown-participant: P7 is not in participants.csv.',
      'y/a.md:3 info unknown-participant: P9 is not in participants.csv.',
      'y/a.md:3 info unused-label: “B”, which is to stand for P9, speaks nowhere in this transcript.',
    ]);
  });

  it('is not that front matter names people where there is no list of them', async () => {
    assert.deepEqual(await problemsIn({ 'a.md': transcript({ participants: '[P1]' }, 'P1', 'P1') }), []);
  });

  it('is recruitment that does not lead to those who took part, with how they are counted', async () => {
    const files = {
      'verbatim.json':
        '{\n"recruitment": [\n{"group": "peer", "approached": 4, "declined": 1, "excluded": 0},\n{"group": "nurse"}]}',
      'participants.csv': 'participant,role\nP1,peer\nP2,peer\n',
      'a.md': transcript({ kind: 'interview' }, 'P1', 'P1'),
      'b.md': transcript({ kind: 'interview' }, 'P2', 'P2'),
    };
    assert.deepEqual(await problemsIn(files), [
      'verbatim.json:3 info recruitment: The recruitment of “peer” does not add up: 4 approached − 1 declined − 0 excluded = 3; 2 took part: 1 not accounted for.',
      'verbatim.json:4 info unknown-group: Nobody in participants.csv has the role “nurse”.',
    ]);
    const { problems } = await checkStudy(await studyOf(files));
    assert.match(problems[0]?.remedy ?? '', /Counted are: 2 interviews \(2 people\)\.$/);
  });
});
