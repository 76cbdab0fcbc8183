import { strict as assert } from 'node:assert';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { commonVersions } from '../../../src/core/merge/commonVersions.js';
import type { MergeChoice } from '../../../src/core/merge/merge.js';
import { History } from '../../soak/files/history.js';
import { merge } from './codebooks.js';

const TEA = 'Merged: Tea {#tea parent=drinks}\n\n> Something hot.';
const book = (...parts: readonly string[]): string => `# Codebook\n\n${parts.join('\n\n')}\n`;
const code = (title: string, formerly: string, ...rest: readonly string[]): string =>
  [`## ${title} {#${title.toLowerCase()}${formerly && ` formerly=${formerly}`}}`, ...rest].join('\n\n');

const ENTRY = book(code('Hope', ''), code('Rules', ''), code('Tea', '', 'Something hot.'));
const IN_HOPE = book(code('Hope', 'tea', TEA), code('Rules', ''));
const IN_RULES = book(code('Hope', ''), code('Rules', 'tea', TEA));
const NOWHERE = book(code('Hope', ''), code('Rules', ''));

/** What is asked, and what tea stands for with all as a side has it. */
function standing(bases: readonly string[], ours: string, theirs: string, choice: MergeChoice = 'ours') {
  const { conflicts } = merge(bases, ours, theirs);
  const decisions = new Map(conflicts.map(({ key }) => [key, choice]));
  const { text = '', conflicts: open } = merge(bases, ours, theirs, decisions);
  assert.deepEqual(open, []);
  const held = parseCodebook(text).find('tea');
  assert.equal(
    text.match(/^Merged: Tea/gm)?.length ?? 0,
    held?.formerly.includes('tea') ? 1 : 0,
    'a record goes along',
  );
  return { asked: conflicts.map(({ key }) => key), holder: held?.id, text };
}

describe('what an id stands for in a codebook put together', () => {
  it('is one respect: an entry, a former id of one with its record, or nothing', () => {
    assert.deepEqual(standing([ENTRY], IN_HOPE, NOWHERE).holder, 'hope');
    assert.deepEqual(standing([IN_HOPE], NOWHERE, IN_HOPE), { asked: [], holder: undefined, text: NOWHERE });
    assert.deepEqual(standing([IN_HOPE], ENTRY, IN_HOPE).holder, 'tea');
    assert.deepEqual(standing([IN_HOPE], IN_RULES, IN_HOPE), { asked: [], holder: 'rules', text: IN_RULES });
  });

  it('is a question where both sides changed it in other ways, also of a code that no version has as an entry', () => {
    const third = book(code('Hope', ''), code('Rules', ''), code('Work', 'tea', TEA));
    const base = book(code('Hope', 'tea', TEA), code('Rules', ''), code('Work', ''));
    for (const [choice, holder] of [
      ['ours', 'rules'],
      ['theirs', 'work'],
    ] as const) {
      const ours = book(code('Hope', ''), code('Rules', 'tea', TEA), code('Work', ''));
      const found = standing([base], ours, third, choice);
      assert.deepEqual([found.asked, found.holder], [['entry tea presence'], holder]);
    }
  });

  it('is a question where it does not follow from each of several versions before', () => {
    assert.deepEqual(standing([ENTRY, IN_HOPE], NOWHERE, IN_HOPE).asked, ['entry tea presence']);
    assert.equal(standing([ENTRY, IN_HOPE], NOWHERE, IN_HOPE, 'ours').holder, undefined);
    assert.equal(standing([ENTRY, IN_HOPE], NOWHERE, IN_HOPE, 'theirs').holder, 'hope');
    assert.deepEqual(standing([IN_RULES, IN_HOPE], IN_HOPE, IN_HOPE), { asked: [], holder: 'hope', text: IN_HOPE });
  });

  it('does not change with what it went along with', () => {
    const gone = book(code('Rules', '"hope tea"', 'Merged: Hope {#hope formerly=tea}', TEA));
    assert.deepEqual(standing([IN_HOPE], gone, IN_HOPE).asked, []);
    assert.equal(standing([IN_HOPE], gone, ENTRY).holder, 'tea');
  });

  it('asks about what is recorded of a code only where that says something else of it', () => {
    const elsewhere = IN_HOPE.replace('parent=drinks', 'parent=food');
    assert.deepEqual(standing([ENTRY], IN_HOPE, elsewhere).asked, []);
    const renamed = IN_HOPE.replace('Merged: Tea', 'Merged: Tea time');
    assert.deepEqual(standing([ENTRY], IN_HOPE, renamed).asked, ['entry tea record']);
    assert.match(standing([ENTRY], IN_HOPE, renamed, 'theirs').text, /^Merged: Tea time/m);
  });
});

describe('what versions come from whose histories crossed', () => {
  it('is made by what they mean: what one of them left, and another one changed, is changed', async () => {
    const history = new History<string>();
    const first = history.add([], ENTRY);
    const [mine, theirs] = [history.add([first], IN_HOPE), history.add([first], ENTRY.replace('hot', 'warm'))];
    const file = {
      path: 'codebook.md',
      text: async (at: number) => history.at(at),
      bases: async (one: number, others: readonly number[]) => history.bases(one, ...others),
    };
    const coloured = history.add([first], ENTRY.replace('{#hope}', '{#hope color=red}'));
    const [one, ...none] = await commonVersions(file, [mine, coloured]);
    assert.deepEqual(none, []);
    assert.equal(one, IN_HOPE.replace('formerly=tea', 'color=red formerly=tea'));
    // These contradict each other: tea is merged here and was changed there.
    assert.deepEqual((await commonVersions(file, [mine, theirs])).length, 2);
    assert.deepEqual(await commonVersions(file, []), []);
  });
});
