import assert from 'node:assert/strict';
import { SCOPE_BOOK, scopeLine, transcript } from '../analysis/sample/support.js';
import { TemporaryStudy } from './support/study.js';

const GROUP = transcript(
  { kind: 'focus group', date: '2026-01-02', participants: '[NP2, NP3]' },
  'MB',
  'NP1',
  'NP2',
  'X',
  'X',
);

describe('verbatim sample', () => {
  let study: TemporaryStudy;
  beforeEach(() => {
    const files = {
      'codebook.md': SCOPE_BOOK,
      'participants.csv':
        'participant,role,site\nPP1,peer,=A\nNP1,non-peer,B\nNP2,non-peer,B\nNP3,non-peer,\nMB,interviewer,\n',
      'verbatim.json':
        '{"recruitment": [{"group": "non-peer", "eligible": 4, "approached": 3, "declined": 1, "excluded": 0}]}',
      'transcripts/np-group-01.md': GROUP,
      'transcripts/pp-01.md': transcript({ kind: 'interview' }, 'PP1', 'PP1'),
      'codings/EA/transcripts/pp-01.reading.ndjson': '{"state": "read"}\n',
      'transcripts/np-01.md': transcript({ kind: 'interview', date: '2026-01-01' }, 'MB', 'NP1', 'MB'),
      'codings/EA/transcripts/np-group-01.jsonl': scopeLine(GROUP, 'words number 0', 'number 1', 'scope00001'),
      'codings/EA/transcripts/np-01.jsonl': scopeLine(
        transcript({ kind: 'interview', date: '2026-01-01' }, 'MB', 'NP1', 'MB'),
        'words number 1',
        'number 1',
        'scope00002',
      ),
    };
    study = new TemporaryStudy(files);
  });
  afterEach(() => study.remove());

  it('says how many took part and why, and who did not', async () => {
    const { exit, out } = await study.run(['sample']);
    assert.equal(exit, 0);
    assert.match(out, /^non-peer: 1 of 4 eligible · 1 interview, 1 focus group$/m);
    assert.match(
      out,
      /^ {2}1 interview \(1 person\) \+ 1 focus group \(1 person\) = 2; in both kinds: NP1 −1; 1 person$/m,
    );
    assert.match(out, /^ {2}3 approached − 1 declined − 0 excluded = 2; 1 took part: 1 not accounted for$/m);
    assert.match(out, /^ROLE +KIND +SESSIONS +PLACES +PEOPLE$/m);
    assert.match(out, /^non-peer +all +2 +2 +1$/m);
    assert.match(out, /^Spoke out of scope only: .*NP2$/m);
    assert.match(out, /^Named, but say nothing: NP3$/m);
    assert.match(out, /^Speak, and are not declared: X \(np-group-01\)$/m);
    assert.match(out, /^3 sessions, 1 person, 2 places\.$/m);
  });

  it('gives programs the same, with what is not known as null', async () => {
    const { out } = await study.run(['sample', '--json']);
    const { groups, total, recruitment, sessions, people, hasScope, counts } = JSON.parse(out);
    assert.deepEqual(counts, { sessions: 3, people: 1, places: 2 });
    assert.deepEqual(
      [hasScope, total.people, groups.map((each: { role: string }) => each.role)],
      [true, 1, ['peer', 'non-peer']],
    );
    assert.deepEqual(groups[1].kinds, [
      { kind: 'interview', sessions: 1, places: 1, repeated: [], people: 1 },
      { kind: 'focus group', sessions: 1, places: 1, repeated: [], people: 1 },
    ]);
    assert.deepEqual(groups[1].across, [{ times: 2, people: ['NP1'] }]);
    assert.deepEqual(
      [recruitment[0].tookPart, recruitment[0].expected, recruitment[0].verdict, recruitment[0].outside],
      [1, 2, 'differs', ['NP2']],
    );
    assert.deepEqual(sessions[1].people[0], { id: 'NP1', presence: 'took-part', words: 5, inScope: 5 });
    assert.deepEqual([sessions[1].undeclared, sessions[1].site], [[{ speaker: 'X', words: 10 }], null]);
    assert.deepEqual(
      people.map((each: { participant: string; presence: string }) => `${each.participant} ${each.presence}`),
      ['PP1 outside', 'NP1 took-part', 'NP2 outside', 'NP3 silent'],
    );
  });

  it('writes tables that a spreadsheet can open and takes for no formula', async () => {
    assert.match((await study.run(['sample', '--csv'])).out, /^role,kind,sessions,places,people\r\n/);
    const { out } = await study.run(['sample', '--csv', '--table', 'people']);
    assert.match(
      out,
      /^participant,role,site,presence,sessions,words,words in scope\r\nPP1,peer,'=A,outside,,10,0\r\n/,
    );
    assert.match(
      (await study.run(['sample', '--csv', '--table', 'Sessions'])).out,
      /\r\nnp-group-01,2026-01-02,focus group,,NP1,NP2,,NP3,,X,25,10,0\.5\r\n/,
    );
    assert.match((await study.run(['sample', '--table', 'recruitment'])).out, /^non-peer +4 +3 +1 +0 +1 +differs$/m);
  });

  it('writes a document with all tables', async () => {
    const { out } = await study.run(['sample', '--md']);
    for (const title of ['# Sample', '## Kinds of session by role', '## Recruitment', '## Sessions', '## People'])
      assert.match(out, new RegExp(`^${title}$`, 'm'));
    assert.match(out, /^\| non-peer \| focus group \| 1 \| 1 \| 1 \|$/m);
  });

  it('refuses tables that do not exist, and formats that do not go together', async () => {
    const unknown = await study.run(['sample', '--table', 'peple']);
    assert.equal(unknown.exit, 2);
    assert.match(unknown.err, /There is no table “peple”\.\n {2}Did you mean people\?/);
    assert.match((await study.run(['sample', '--csv', '--md'])).err, /--csv and --md do not go together/);
    assert.match((await study.run(['sample', '--md', '--table', 'people'])).err, /--table and --md do not go together/);
  });

  it('is empty where there is nobody', async () => {
    const empty = new TemporaryStudy({ 'README.md': 'Nothing yet.\n' });
    try {
      const { exit, out } = await empty.run(['sample']);
      assert.deepEqual([exit, out], [0, '0 sessions, 0 people, 0 places.\n']);
      assert.equal((await empty.run(['sample', '--md'])).out, '# Sample\n\nNobody has been met yet.\n');
    } finally {
      empty.remove();
    }
  });
});
