import assert from 'node:assert/strict';
import { History } from '../../soak/model/history.js';
import { idealFile } from '../../soak/model/idealFile.js';
import { Ledger } from '../../soak/model/ledger.js';
import { readFile } from '../../soak/model/readFile.js';
import type { FileState } from '../../soak/model/state.js';

const CODINGS = 'codings/EA/transcripts/pp-01.jsonl';
const BOOK = 'codebook.md';

/** A coding at a place (UTF-16 units) of a version of its transcript. */
const coding = (at: number, base: string, code = 'hope'): string =>
  `${JSON.stringify({ id: 'a1', code, quote: 'it got better', at: [at, at + 13], base })}\n`;
const book = (...headings: string[]): string => `# Codebook\n\n${headings.join('\n\n')}\n`;

describe('the ledger of what people wrote', () => {
  let ledger: Ledger;
  let path: string;
  /** Everybody knows everything, but where a test says otherwise. */
  let all: History;
  const state = (text: string | undefined): FileState => readFile(path, text);
  const begin = (file: string, text: string): void => {
    ledger = new Ledger();
    path = file;
    all = new History();
    ledger.wrote(path, new Map(), state(text), all);
  };
  const wrote = (before: string, after: string, history = all): void =>
    ledger.wrote(path, state(before), state(after), history);
  /** What came back when two versions were put together: in the respects of what went back. */
  const cut = (base: string, ours: string, theirs: string, got: string, decided: readonly string[] = []): string[] => {
    const sides = [ours, theirs].map(text => ({ state: state(text), history: all }));
    const expected = idealFile(path, [state(base)], state(ours), state(theirs));
    return ledger
      .merged(path, expected, new Set(decided), sides, state(got), all)
      .map(one => one.split(' is ', 1)[0] ?? '');
  };

  it('tells what went back to what somebody had written over', () => {
    const [first, second] = [coding(5, 'aaa'), coding(5, 'aaa', 'bridge')];
    begin(CODINGS, first);
    wrote(first, second);
    assert.deepEqual(cut(first, second, first, first), [`${CODINGS}: a1: code`]);
  });

  it('does not hold anybody to what was written elsewhere', () => {
    const [first, second, third] = ['hope', 'bridge', 'rules'].map(code => coding(5, 'aaa', code)) as [
      string,
      string,
      string,
    ];
    begin(CODINGS, first);
    const elsewhere = new History();
    elsewhere.take(all);
    wrote(first, second, elsewhere);
    wrote(second, third, elsewhere);
    wrote(first, third);
    assert.deepEqual(cut(third, third, second, second), []);
    all.take(elsewhere);
    begin(CODINGS, first);
    wrote(first, second);
    wrote(second, third);
    assert.deepEqual(cut(third, third, second, second), [`${CODINGS}: a1: code`]);
  });

  it('takes the same words in another version of the text for the same passage, and what somebody chose for another one', () => {
    const [first, refreshed, gone] = [coding(5, 'aaa'), coding(9, 'bbb'), ''];
    begin(CODINGS, first);
    wrote(first, refreshed);
    wrote(first, gone);
    assert.deepEqual(cut(first, refreshed, gone, gone), []);
    const chosen = coding(40, 'aaa');
    begin(CODINGS, first);
    wrote(first, chosen);
    wrote(chosen, coding(44, 'bbb'));
    assert.deepEqual(cut(first, coding(44, 'bbb'), first, first), [`${CODINGS}: a1: passage`]);
  });

  it('takes what stands elsewhere because its place is gone for not moved, until somebody moves it there', () => {
    const base = book('## A {#a .theme}', '## B {#b .theme}', '### C {#c .theme}', '#### D {#d}');
    const [moved, without] = [
      book('## A {#a .theme}', '### D {#d}', '## B {#b .theme}', '### C {#c .theme}'),
      book('## A {#a .theme}', '## B {#b .theme}', '### D {#d}'),
    ];
    const both = book('## A {#a .theme}', '### D {#d}', '## B {#b .theme}');
    begin(BOOK, base);
    wrote(base, moved);
    wrote(base, without);
    assert.deepEqual(cut(base, moved, without, both), []);
    assert.deepEqual(cut(base, without, both, without), [`${BOOK}: d: moved`]);
    assert.deepEqual(cut(base, without, both, without, ['d · moved']), []);
  });

  it('knows that what was never said of something went with it', () => {
    const [there, gone] = [coding(5, 'aaa'), ''];
    const noted = there.replace('}', ',"memo":"Ask again."}');
    begin(CODINGS, there);
    wrote(there, gone);
    wrote(gone, there);
    wrote(there, noted);
    wrote(noted, gone);
    assert.deepEqual(cut(gone, gone, there, there), []);
    begin(CODINGS, there);
    wrote(there, noted);
    wrote(noted, gone);
    const respects = ['code', 'memo', 'passage', 'presence'];
    assert.deepEqual(
      cut(gone, gone, there, there).sort(),
      respects.map(aspect => `${CODINGS}: a1: ${aspect}`),
    );
  });
});
