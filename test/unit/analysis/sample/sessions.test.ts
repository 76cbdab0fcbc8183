import assert from 'node:assert/strict';
import { sessionFinder, sessionsOf } from '../../../../src/core/analysis/sample/sessions.js';

const of = (path: string, session?: string) => ({ path, frontMatter: session === undefined ? {} : { session } });
const told = (...all: readonly ReturnType<typeof of>[]): string[] =>
  sessionsOf(all).map(({ name, transcripts }) => `${name}: ${transcripts.map(({ path }) => path).join(' ')}`);

describe('the sessions of a study', () => {
  it('are its transcripts, each one of its own', () => {
    assert.deepEqual(told(of('t/b.md'), of('t/a.md')), ['a: t/a.md', 'b: t/b.md']);
  });

  it('hold all transcripts that name them, in any letter case, and the one they are called after', () => {
    assert.deepEqual(told(of('t/z.md', 'Talk'), of('t/b.md', 'talk'), of('t/TALK.md'), of('t/c.md')), [
      'talk: t/TALK.md t/b.md t/z.md',
      'c: t/c.md',
    ]);
  });

  it('are never joined by chance: two files of one name stay apart and go by their paths', () => {
    assert.deepEqual(told(of('x/a.md'), of('y/a.md'), of('z.md', 'a')), [
      'x/a.md: x/a.md',
      'y/a.md: y/a.md',
      'a: z.md',
    ]);
  });

  it('are found by their name, or by the name or path of a transcript', () => {
    const sessions = sessionsOf([of('x/a.md'), of('y/a.md'), of('z.md', 'talk'), of('w.md', 'talk'), of('q.md')]);
    const find = sessionFinder(sessions);
    const found = (name: string): string[] => find(name).map(session => session.name);
    assert.deepEqual(found('TALK'), ['talk']);
    assert.deepEqual(found('w'), ['talk']);
    assert.deepEqual(found('q.md'), ['q']);
    assert.deepEqual(found('x/a.md'), ['x/a.md']);
    assert.deepEqual(found('a'), ['x/a.md', 'y/a.md']);
    assert.deepEqual(found('nothing'), []);
  });
});
