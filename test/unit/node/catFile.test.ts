import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Answer, Answers } from '../../../src/node/catFile.js';

const ID = '3f2a9c1d04be'.padEnd(40, '0');

describe('what git answers about blobs and commits', () => {
  const written = fc.oneof(
    fc.tuple(fc.uint8Array({ maxLength: 60 }), fc.constantFrom('blob', 'commit')).map(([bytes, kind]) => {
      const answer: Answer = { is: 'content', id: ID, bytes };
      const header = Buffer.from(`${ID} ${kind} ${bytes.length}\n`);
      return { answer, raw: Buffer.concat([header, bytes, Buffer.from('\n')]) };
    }),
    fc.constantFrom(' missing', ' ambiguous', '^{blob} missing', ' blob 5^{commit} missing').map(said => {
      const answer: Answer = { is: 'nothing' };
      return { answer, raw: Buffer.from(`${ID.slice(0, 12)}${said}\n`) };
    }),
  );

  it('is understood however it is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 8 }), fc.array(fc.integer({ min: 1, max: 40 })), (all, sizes) => {
        const raw = Buffer.concat(all.map(each => each.raw));
        const answers = new Answers(1000);
        const found: Answer[] = [];
        for (let at = 0, i = 0; at < raw.length; i++) {
          const size = sizes[i] ?? 1;
          answers.add(raw.subarray(at, at + size));
          at += size;
          for (let answer = answers.next(); answer !== undefined; answer = answers.next()) found.push(answer);
        }
        assert.deepEqual(
          found,
          all.map(each => each.answer),
        );
      }),
    );
  });

  it('is known to be too large from its first line', () => {
    const answers = new Answers(1000);
    answers.add(Buffer.from(`${ID} blob 1000\n`));
    assert.equal(answers.next(), undefined);
    const others = new Answers(1000);
    others.add(Buffer.from(`${ID} blob 1001\n`));
    assert.deepEqual(others.next(), { is: 'too large' });
  });
});
