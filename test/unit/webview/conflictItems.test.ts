import assert from 'node:assert/strict';
import { groupQuestions, type Question } from '../../../src/core/analysis/questions/question.js';
import type { KeyPress } from '../../../src/webview/common/keyPress.js';
import { type Items, itemsOf, nextOpen, stepFrom, takesPlaceOf } from '../../../src/webview/conflicts/items.js';
import { isFinish, wishOf } from '../../../src/webview/conflicts/keys.js';
import { askOf, aspectText } from '../../../src/webview/conflicts/named.js';
import type { Texts } from '../../../src/webview/conflicts/protocol.js';

const question = (key: string, path: string, over: Partial<Question> = {}): Question => ({
  key,
  path,
  conflict: key,
  group: { is: 'transcript', path, name: path },
  about: { is: 'coding', coder: 'EA' },
  aspect: 'memo',
  ours: { isThere: true, words: [] },
  theirs: { isThere: true, words: [] },
  choices: ['ours', 'theirs'],
  fingerprint: '',
  ...over,
});
const ALL = [question('a', 'one.md'), question('b', 'one.md'), question('c', 'two.md')];
const items = (all: readonly Question[] = ALL): Items => itemsOf(groupQuestions(all), () => 200);

describe('the list of questions', () => {
  it('has headings with their questions, numbered through; the first of each is heard with its heading', () => {
    const { all, questions, headings } = items();
    assert.deepEqual(
      all.map(({ key }) => key),
      ['# transcript one.md', 'a', 'b', '# transcript two.md', 'c'],
    );
    assert.deepEqual([questions, headings], [3, [0, 0, 0, 3, 3]]);
    const told = all.flatMap(item => (item.kind === 'question' ? [[item.position, item.isFirst]] : []));
    assert.deepEqual(told, [
      [1, true],
      [2, false],
      [3, true],
    ]);
  });

  it('is gone through from question to question, and on to the next that is open', () => {
    const list = items();
    assert.equal(list.all[stepFrom(list, 2, 1)]?.key, 'c');
    assert.equal(nextOpen(list, 'a', { a: 'ours' })?.key, 'b');
    assert.equal(nextOpen(list, 'a', { a: 'ours', b: 'ours' })?.key, 'c');
    // Behind the last it begins again.
    assert.equal(nextOpen(list, 'c', { c: 'both' })?.key, 'a');
    assert.equal(nextOpen(list, 'c', { a: 'ours', b: 'theirs', c: 'both' }), undefined);
    assert.equal(takesPlaceOf(items(ALL.slice(1)).all, list.all, 'a'), 1);
  });
});

describe('the keys of the list of questions', () => {
  const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => {
    const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, isComposing: false };
    return { key, code: /^\d$/.test(key) ? `Digit${key}` : key, ...none, ...over };
  };

  it('choose a side by number, also where digits need Shift and on the number block', () => {
    const choices = ['1', '2', '3', '4'].map(key => wishOf(press(key)));
    assert.deepEqual(choices, [
      { do: 'choose', choice: 'ours' },
      { do: 'choose', choice: 'theirs' },
      { do: 'choose', choice: 'both' },
      undefined,
    ]);
    assert.deepEqual(wishOf(press('&', { code: 'Digit1' })), { do: 'choose', choice: 'ours' });
    assert.deepEqual(wishOf(press('2', { code: 'Numpad2' })), { do: 'choose', choice: 'theirs' });
    assert.deepEqual(wishOf(press('ArrowDown', { code: 'Numpad2' })), { do: 'move', steps: 1 });
  });

  it('leave alone what belongs to the editor, and finish with Ctrl or Cmd', () => {
    assert.equal(wishOf(press('1', { ctrlKey: true })), undefined);
    assert.equal(wishOf(press('Enter', { ctrlKey: true })), undefined);
    assert.equal(isFinish(press('Enter', { ctrlKey: true })), true);
    assert.equal(isFinish(press('Enter', { metaKey: true })), true);
    assert.equal(isFinish(press('Enter')), false);
  });
});

describe('the words of a question', () => {
  const texts = {
    asks: { 'coding.memo': 'The memo?', passage: 'The text?', presence: 'Kept?' },
    aspects: { memo: 'Memo' },
    askOther: 'What is “{0}”?',
  } as unknown as Texts;

  it('are those of subject and respect, else of the one or the other, else the name as it is written', () => {
    assert.equal(askOf(question('a', 'p'), texts), 'The memo?');
    assert.equal(askOf(question('a', 'p', { about: { is: 'passage', line: 1 }, aspect: 'text' }), texts), 'The text?');
    assert.equal(askOf(question('a', 'p', { about: { is: 'record', id: 'x' }, aspect: 'presence' }), texts), 'Kept?');
    assert.equal(askOf(question('a', 'p', { aspect: 'mood' }), texts), 'What is “{0}”?');
    // Keys come from files.
    assert.equal(askOf(question('a', 'p', { aspect: 'constructor' }), texts), 'What is “{0}”?');
    assert.equal(aspectText('toString', texts), 'toString');
  });
});
