import assert from 'node:assert/strict';
import { codedStudy, type TemporaryStudy } from './support/study.js';

const TALK = [
  '{"comment": "Is this hope?\\nOr <b>comfort</b>, see https://example.org", "on": "coding orphan0001", "created": "2026-05-04T09:12:03Z", "id": "first00001"}',
  '{"comment": "Split it.", "on": "code own-story", "decision": true, "created": "2026-05-06T09:12:03Z", "id": "second0001"}',
  '{"comment": "And this?", "on": "coding gone000001", "created": "2026-05-07T09:12:03Z", "id": "third00001"}',
];
const REPLIES = [
  '{"comment": "Comfort.", "reply": "first00001", "created": "2026-05-05T09:12:03Z", "id": "reply00001"}',
  '{"reply": "first00001", "does": "resolve", "created": "2026-05-05T09:13:03Z", "id": "reply00002"}',
];

describe('verbatim comments', () => {
  let study: TemporaryStudy;
  beforeEach(async () => {
    study = await codedStudy();
    study.put('codings/EA/discussion.ndjson', `${TALK.join('\n')}\n`);
    study.put('codings/Mo/discussion.ndjson', `${REPLIES.join('\n')}\n`);
  });
  afterEach(() => study.remove());

  const listed = async (...args: string[]): Promise<string[]> => {
    const { exit, out } = await study.run(['comments', '--json', ...args]);
    assert.equal(exit, 0);
    return JSON.parse(out).threads.map(({ id }: { id: string }) => id);
  };

  it('lists what was said about what, and whether it is settled', async () => {
    const { threads, counts } = JSON.parse((await study.run(['comments', '--json'])).out);
    assert.deepEqual(counts, { threads: 3, open: 2, comments: 4, decisions: 1 });
    assert.deepEqual(threads[0], {
      id: 'first00001',
      on: 'coding',
      subject: 'orphan0001',
      gone: false,
      code: 'hope',
      title: 'Hope',
      coder: 'JS',
      transcript: 'transcripts/pp-01.md',
      quote: 'words that are gone',
      resolved: true,
      resolvedBy: 'Mo',
      resolvedAt: '2026-05-05T09:13:03Z',
      comments: [
        {
          id: 'first00001',
          author: 'EA',
          created: '2026-05-04T09:12:03Z',
          edited: null,
          decision: false,
          comment: 'Is this hope?\nOr <b>comfort</b>, see https://example.org',
        },
        {
          id: 'reply00001',
          author: 'Mo',
          created: '2026-05-05T09:12:03Z',
          edited: null,
          decision: false,
          comment: 'Comfort.',
        },
      ],
    });
    assert.deepEqual(
      threads.slice(1).map((row: Record<string, unknown>) => [row.on, row.subject, row.gone, row.code, row.title]),
      [
        ['code', 'own-story', false, 'self-disclosure', 'Self-disclosure'],
        ['coding', 'gone000001', true, null, null],
      ],
    );
  });

  it('reads well in a terminal', async () => {
    const { out } = await study.run(['comments', '--transcript', 'transcripts/pp-01.md']);
    assert.equal(
      out,
      [
        'Hope [hope]  transcripts/pp-01.md  JS  resolved by Mo, 2026-05-05  first00001',
        '    “words that are gone”',
        '  EA, 2026-05-04:',
        '    Is this hope?',
        '    Or <b>comfort</b>, see https://example.org',
        '  Mo, 2026-05-05:',
        '    Comfort.',
        '',
        '1 discussion, 0 open, 2 comments.',
        '',
      ].join('\n'),
    );
  });

  it('is a document in which nothing that was said is active', async () => {
    const { out } = await study.run(['comments', '--md']);
    assert.match(
      out,
      /^# Discussion\n\n## Hope \\\[hope\\\]\n\nResolved by Mo, 2026-05-05\.\n\n> words that are gone\n>\n> — /,
    );
    assert.match(
      out,
      /\n\*\*EA\*\*, 2026-05-04:\n\nIs this hope\?\\\nOr \\<b\\>comfort\\<\/b\\>, see `https:\/\/example\.org`\n/,
    );
    assert.match(
      out,
      /\n## Self-disclosure \\\[self-disclosure, begun on own-story\\\]\n[\s\S]*2026-05-06, decision:\n/,
    );
    assert.match(out, /\n## a coding that is gone \(gone000001\)\n/);
  });

  it('lists those that are asked for, and refuses what it does not know', async () => {
    assert.deepEqual(await listed('--open'), ['second0001', 'third00001']);
    assert.deepEqual(await listed('--code', 'hope'), ['first00001']);
    assert.deepEqual(await listed('--code', 'influence'), ['first00001', 'second0001']);
    assert.deepEqual(await listed('--coder', 'mo'), ['first00001']);
    assert.deepEqual(await listed('--transcript', 'transcripts/group.md'), []);
    for (const args of [
      ['--code', 'nonsuch'],
      ['--coder', 'JS'],
      ['--transcript', 'nonsuch.md'],
      ['--json', '--md'],
    ])
      assert.equal((await study.run(['comments', ...args])).exit, 2, args.join(' '));
  });
});
