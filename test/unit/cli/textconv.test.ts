import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readableText } from '../../../src/cli/textconv/text.js';
import { formatRecord } from '../../../src/core/coding/line.js';
import { codedStudy, TemporaryStudy } from './support/study.js';

const CODING = {
  code: 'own-story',
  quote: 'telling a bit of my own story\nmade the room quieter',
  at: [1204, 1256],
  context: ['I think ', '\n\n**EA:** and slower'],
  base: '3f2a9c1d04be',
  memo: 'First line.\n\nSecond.',
  created: '2026-03-02T10:03:11Z',
  id: 'k3f9x2m1qa',
};
const line = (record: object): string => `${formatRecord(record)}\n`;
/** The lines by which two texts differ, as git would show them. */
const differing = (a: string, b: string): string[] => {
  const [before, after] = [a, b].map(text => new Set(text.split('\n'))) as [Set<string>, Set<string>];
  return [...[...before].filter(each => !after.has(each)), ...[...after].filter(each => !before.has(each))];
};

describe('a coder’s file as text', () => {
  it('has a block for each coding, with its words, memo and place', () => {
    assert.equal(
      readableText(line(CODING) + line({ code: 'hope', quote: 'It did.', at: [1300, 1307], id: 'aaaaaaaaaa' })),
      `own-story  k3f9x2m1qa
    telling a bit of my own story
    made the room quieter
  memo: First line.

        Second.
  at 1204-1256 of 3f2a9c1d04be
  between “I think” and “**EA:** and slower”
  made 2026-03-02T10:03:11Z

hope  aaaaaaaaaa
    It did.
  at 1300-1307
`,
    );
  });

  it('says reading and notes likewise', () => {
    const { code: _, ...note } = CODING;
    const text = readableText(line({ state: 'done', since: '2026-05-11T13:48:20Z' }) + line(note));
    assert.match(text, /^done {2}since {2}2026-05-11T13:48:20Z\n\nnote {2}k3f9x2m1qa\n {4}telling a bit/);
  });

  it('says comments, replies and what was done to a thread likewise', () => {
    const first = { comment: 'Hope, or\nreassurance?', on: 'coding k3f9x2m1qa', decision: true };
    const records = [
      { ...first, created: '2026-05-04T09:12:03Z', edited: '2026-05-05T09:12:03Z', id: 'c81vz4mtye' },
      { comment: 'Hope.', reply: 'c81vz4mtye', created: '2026-05-06T09:12:03Z', id: 'd81vz4mtye' },
      { reply: 'c81vz4mtye', does: 'resolve', created: '2026-05-07T09:12:03Z', id: 'e81vz4mtye' },
    ];
    assert.equal(
      readableText(records.map(line).join('')),
      `comment on  coding k3f9x2m1qa  c81vz4mtye
    Hope, or
    reassurance?
  a decision
  made 2026-05-04T09:12:03Z
  changed 2026-05-05T09:12:03Z

reply to  c81vz4mtye  d81vz4mtye
    Hope.
  made 2026-05-06T09:12:03Z

resolved  c81vz4mtye  e81vz4mtye
  made 2026-05-07T09:12:03Z
`,
    );
  });

  it('differs by the lines that say what changed, whatever key that is', () => {
    const changes: [object, RegExp[]][] = [
      [{ code: 'hope' }, [/^own-story {2}k3f9x2m1qa$/, /^hope {2}k3f9x2m1qa$/]],
      [{ at: [1, 53] }, [/1204-1256/, /1-53/]],
      [{ base: '0123456789ab' }, [/3f2a9c1d04be/, /0123456789ab/]],
      [{ memo: 'First line.\n\nThird.' }, [/Second/, /Third/]],
      [{ orphan: '2026-06-01T00:00:00Z' }, [/kept without a place since 2026-06-01/]],
      [{ rated: { sure: 2 } }, [/rated: \{"sure":2\}/]],
    ];
    for (const [change, lines] of changes) {
      const found = differing(readableText(line(CODING)), readableText(line({ ...CODING, ...change })));
      assert.equal(found.length, lines.length, found.join('\n'));
      for (const [i, pattern] of lines.entries()) assert.match(found[i] ?? '', pattern);
    }
  });

  it('keeps lines that are no records as they are, and harms no other line', () => {
    const broken = ['<<<<<<< ours', '{"code": "hope", "quote": ', '{"code": "hope"}', '[1, 2]', 'no\u001b[2J JSON'];
    const raw = `\ufeff${line(CODING)}${broken.join('\r\n')}\n\n${line({ ...CODING, id: 'bbbbbbbbbb' })}`;
    const blocks = [
      readableText(line(CODING)),
      `${broken.join('\n')}\n`,
      readableText(line({ ...CODING, id: 'bbbbbbbbbb' })),
    ];
    assert.equal(readableText(raw), blocks.join('\n'));
    assert.equal(readableText('PP1: I do.\n'), 'PP1: I do.\n');
    assert.equal(readableText(''), '');
  });

  it('never fails, and lets no control character of a record through to the terminal', () => {
    const record = fc.dictionary(fc.constantFrom(...Object.keys(CODING), 'x'), fc.jsonValue()).map(odd => line(odd));
    const altered = fc.dictionary(fc.constantFrom('context', 'memo', 'x', 'id'), fc.jsonValue());
    const lines = fc.oneof(
      record,
      altered.map(odd => line({ ...CODING, ...odd })),
      fc.json(),
      fc.string(),
    );
    fc.assert(fc.property(fc.array(lines), all => void readableText(all.join('\n'))));
    const hostile = {
      ...CODING,
      code: 'a\u001b[2J',
      quote: 'x\u0007\u009b',
      memo: '\u001b]0;x',
      created: '\u001b',
      'k\u001b': 1,
    };
    assert.doesNotMatch(readableText(line(hostile)).replaceAll('\n', ''), /\p{Cc}/u);
  });
});

describe('verbatim textconv', () => {
  let study: TemporaryStudy;
  beforeEach(async () => {
    study = await codedStudy();
  });
  afterEach(() => study.remove());

  it('prints a file under whatever name, without a study around it', async () => {
    const outside = new TemporaryStudy({ 'x_pp-01.jsonl': study.read('codings/EA/transcripts/pp-01.jsonl') });
    const { exit, out, err } = await outside.run(['textconv', 'x_pp-01.jsonl']);
    assert.deepEqual([exit, err], [0, '']);
    assert.match(out, /^self-disclosure {2}\w{10}\n {4}I told a bit of \*my own story\*\n {2}memo: quiet\n {8}room\n/);
    assert.deepEqual(outside.names(), ['x_pp-01.jsonl']);
    outside.remove();
  });

  it('prints what is no text at all', async () => {
    writeFileSync(
      path.join(study.root, 'x.jsonl'),
      Uint8Array.from({ length: 256 }, (_, i) => i),
    );
    assert.equal((await study.run(['textconv', 'x.jsonl'])).exit, 0);
  });

  it('refuses where there is no file', async () => {
    assert.match((await study.run(['textconv'])).err, /The file is missing/);
    const { exit, err } = await study.run(['textconv', 'gone.jsonl']);
    assert.equal(exit, 2);
    assert.match(err, /gone\.jsonl cannot be read \(ENOENT\)/);
    assert.equal((await study.run(['textconv', 'transcripts'])).exit, 2);
  });
});
