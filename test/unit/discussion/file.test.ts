import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addComments, parseDiscussionFile, replaceComments } from '../../../src/core/discussion/file.js';
import { type CommentRecord, compareComments } from '../../../src/core/discussion/record.js';
import {
  codingPath,
  discussionPath,
  discussionPlaceOf,
  placeOf,
  readingPlaceOf,
} from '../../../src/core/study/layout.js';
import { applyLineEdits, invertLineEdits } from '../../../src/core/text/lineEdit.js';
import { anyId, anyText } from '../support/arbitraries.js';

const PLACE = { path: 'codings/EA/discussion.ndjson', coder: 'EA' };
const FIRST =
  '{"comment": "Is this hope, or reassurance?", "on": "coding k3f9x2m1qa", "created": "2026-05-04T09:12:03Z", "id": "c81vz4mtye"}';
const RESOLVED = '{"reply": "c81vz4mtye", "does": "resolve", "created": "2026-05-05T09:12:03Z", "id": "d81vz4mtye"}';
const parse = (...lines: string[]) => parseDiscussionFile(lines.join('\n'), PLACE);
const apply = (text: string, edits: Parameters<typeof applyLineEdits>[1]): string =>
  Buffer.from(applyLineEdits(Buffer.from(text), edits)).toString();

const anyComment: fc.Arbitrary<CommentRecord> = fc
  .record({
    comment: anyText({ minLength: 1, maxLength: 12 }),
    on: anyId,
    day: fc.integer({ min: 10, max: 28 }),
    id: anyId,
  })
  .map(({ comment, on, day, id }) => ({ comment, on: `coding ${on}`, created: `2026-05-${day}T09:00:00Z`, id }));

describe('the path of a discussion file', () => {
  it('is one a person, and no file of codings or reading is taken for it', () => {
    const path = discussionPath('EA');
    assert.equal(path, PLACE.path);
    assert.deepEqual(discussionPlaceOf(path), PLACE);
    assert.deepEqual([placeOf(path), readingPlaceOf(path)], [undefined, undefined]);
    for (const other of [
      codingPath('EA', 'discussion.md'),
      'codings/EA/discussion.reading.ndjson',
      'codings/EA/transcripts/discussion.ndjson',
      'codings/discussion.ndjson',
      'discussion.ndjson',
    ])
      assert.equal(discussionPlaceOf(other), undefined, other);
  });
});

describe('a discussion file', () => {
  it('holds comments and what was done to threads', () => {
    const { comments, lines, problems } = parse(FIRST, '', RESOLVED);
    assert.deepEqual(
      [comments.map(({ comment, does }) => comment ?? does), lines, problems],
      [['Is this hope, or reassurance?', 'resolve'], [0, 2], []],
    );
  });

  it('reports lines that are none, each with its line and what is missing, and reads the others', () => {
    const rest = '"created": "2026-05-04T09:12:03Z", "id": "a"';
    const broken: readonly (readonly [string, RegExp])[] = [
      ['<<<<<<< HEAD', /mark of git’s/],
      ['[]', /not a JSON object/],
      ['{"comment": "x", "on": "coding a", "created": "2026-05-04T09:12:03Z"}', /no "id"/],
      ['{"comment": "x", "on": "coding a", "id": "a"}', /no "created"/],
      ['{"comment": "x", "on": "coding a", "created": "yesterday", "id": "a"}', /no "created"/],
      ['{"comment": "x", "on": "coding a", "created": "2026-13-44T09:12:03Z", "id": "a"}', /no "created"/],
      [`{"comment": "x", ${rest}}`, /either "on".* or "reply"/],
      [`{"comment": "x", "on": "coding a", "reply": "b", ${rest}}`, /either "on".* or "reply"/],
      [`{"on": "coding a", ${rest}}`, /no "comment"/],
      [`{"comment": 7, "on": "coding a", ${rest}}`, /not a string/],
      [`{"reply": "b", "does": "close", ${rest}}`, /neither "resolve" nor "reopen"/],
      [`{"on": "coding a", "does": "resolve", ${rest}}`, /needs "reply"/],
      [`{"comment": "x", "on": "coding a", "decision": "yes", ${rest}}`, /decision/],
    ];
    const { comments, problems } = parse(FIRST, ...broken.map(([line]) => line), RESOLVED);
    assert.equal(comments.length, 2);
    assert.deepEqual(
      problems.map(({ rule, line }) => `${rule} ${line}`),
      broken.map((_, i) => `broken-line ${i + 2}`),
    );
    broken.forEach(([line, message], i) => {
      assert.match(problems[i]?.message ?? '', message, line);
    });
  });

  it('keeps keys it does not know, in their place, and lines it cannot read', () => {
    const mood = FIRST.replace('"created"', '"mood": ["good", 1], "created"');
    const before = `${mood}\nbroken\n${RESOLVED}\n`;
    const after = apply(
      before,
      replaceComments(before, comment => (comment.does ? comment : { ...comment, comment: 'Neither.' })),
    );
    assert.equal(after, before.replace('Is this hope, or reassurance?', 'Neither.'));
  });

  it('takes comments in in the order of time, touches no other line, and takes them back byte for byte', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyComment, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }),
        fc.nat(7),
        fc.constantFrom('', 'broken\n', '<<<<<<< HEAD\n{"x": 1}\n'),
        (comments, count, start) => {
          const before = apply(start, addComments(start, comments.slice(0, count)));
          const edits = addComments(before, comments.slice(count));
          const after = apply(before, edits);
          const read = parseDiscussionFile(after, PLACE).comments;
          assert.deepEqual(read, [...comments].sort(compareComments));
          // A character that ends a line in some program never stands there as it is.
          assert.equal(after.split(/[\r\n\u0085\u2028\u2029]/).length, after.split('\n').length);
          assert.equal(apply(after, invertLineEdits(edits)), before);
          const gone = replaceComments(after, () => undefined);
          assert.equal(apply(after, gone), start);
        },
      ),
    );
  });
});
