import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { changeAttributes } from '../../../src/core/codebook/attributeChange.js';
import { attributeId, attributeValue, findAttributes } from '../../../src/core/codebook/attributes.js';
import { check } from './support.js';

const read = (content: string) => {
  const block = findAttributes(content);
  return (
    block && {
      items: block.items.map(({ kind, name, value }) => (kind === 'pair' ? `${name}=${value}` : `${kind} ${name}`)),
      fault: block.fault !== undefined,
    }
  );
};

describe('heading attributes', () => {
  it('are read as Pandoc reads them', () => {
    assert.deepEqual(read('Hope {#hope .theme color=amber formerly="a b"}'), {
      items: ['id hope', 'class theme', 'color=amber', 'formerly=a b'],
      fault: false,
    });
    assert.deepEqual(read(`X {  key='it\\'s "so"' k="a\\"}\\\\" }`), {
      items: [`key=it's "so"`, 'k=a"}\\'],
      fault: false,
    });
    assert.deepEqual(read('X {}'), { items: [], fault: false });
    assert.deepEqual(read('X {-}'), { items: ['other -'], fault: false });
    assert.equal(attributeId(findAttributes('X {id="a b"}')), 'a b');
    assert.equal(attributeValue(findAttributes('X {color=#aabbcc}'), 'color'), '#aabbcc');
  });

  it('are at the end only; other braces belong to the title', () => {
    for (const title of [
      'Hope',
      'Hope {positive}',
      'Hope {#a} x',
      'Hope \\{#a}',
      'Hope {#a',
      '{',
      '}',
      'f{x}{y}',
    ].filter(t => t !== 'Hope {#a')) {
      assert.equal(read(title), undefined, title);
    }
    assert.equal(findAttributes('Hope {good} {#a}')?.start, 12);
    assert.deepEqual(read('Hope \\\\{#a}')?.items, ['id a']);
  });

  it('are read as far as they go when malformed', () => {
    assert.deepEqual(read('X {#a .b'), { items: ['id a', 'class b'], fault: true });
    assert.deepEqual(read('X {#a formerly="b c'), { items: ['id a', 'formerly=b c'], fault: true });
    assert.deepEqual(read('X {#a theme}'), { items: ['id a', 'other theme'], fault: true });
    assert.deepEqual(read('X {#a #b}'), { items: ['id a', 'id b'], fault: true });
  });

  it('change without touching what is not meant', () => {
    const old = 'Hope  {.theme  color=amber   x="1"  }';
    assert.equal(changeAttributes(old, {}), old);
    assert.equal(changeAttributes(old, { id: 'h' }), 'Hope  {#h .theme  color=amber   x="1"  }');
    assert.equal(changeAttributes(old, { removeClasses: ['theme'] }), 'Hope  {color=amber   x="1"  }');
    assert.equal(
      changeAttributes(old, { addClasses: ['theme', 'candidate'] }),
      'Hope  {.theme  color=amber   x="1" .candidate  }',
    );
    assert.equal(changeAttributes(old, { set: { color: undefined } }), 'Hope  {.theme   x="1"  }');
    assert.equal(
      changeAttributes(old, { set: { color: 'two words', formerly: 'a' } }),
      'Hope  {.theme  color="two words"   x="1" formerly=a  }',
    );
    assert.equal(changeAttributes('Hope', { id: 'h', set: { color: '#aabbcc' } }), 'Hope {#h color=#aabbcc}');
    assert.equal(changeAttributes('Hope {#a id=b}', { id: 'c' }), 'Hope {#c}');
    assert.equal(changeAttributes('Hope {.theme}', { removeClasses: ['theme'] }), 'Hope');
    assert.equal(changeAttributes('Hope {.theme}', { removeClasses: ['theme'], id: 'h' }), 'Hope {#h}');
    assert.equal(changeAttributes('Hope {}', { id: 'h' }), 'Hope {#h}');
    assert.equal(changeAttributes('Hope {formerly="a b', { id: 'h' }), 'Hope {#h formerly="a b"}');
    assert.equal(changeAttributes('so {a b="', { set: { c: '' } }), 'so \\{a b=" {c=""}');
    assert.equal(changeAttributes('', { id: 'a b' }), '{id="a b"}');
  });

  it('give back what was set, whatever stands there', () => {
    const content = fc.string({ unit: fc.constantFrom(...'ab {}#.="\'\\-') }).map(text => text.trim());
    const value = fc.string({ unit: fc.constantFrom(...'ab {}#.="\'\\') });
    check(
      fc.property(
        content,
        value,
        fc.string({ unit: fc.constantFrom(...'ab {}#"'), minLength: 1 }),
        (text, color, id) => {
          const changed = findAttributes(changeAttributes(text, { id, addClasses: ['theme'], set: { color } }));
          assert.equal(changed?.missing, undefined);
          assert.equal(attributeId(changed), id);
          assert.equal(attributeValue(changed, 'color'), color);
          assert.ok(changed?.items.some(item => item.kind === 'class' && item.name === 'theme'));
        },
      ),
      400,
    );
  }).timeout(60_000);
});
