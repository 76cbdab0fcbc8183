import assert from 'node:assert/strict';
import { placeQuotation } from '../../../src/core/manuscript/compose/place.js';

/** `|` is the cursor. */
function put(text: string, kind: 'block' | 'short', quotation = kind === 'block' ? '> Q' : '“Q”'): string {
  const at = text.indexOf('|');
  const plain = text.replace('|', '');
  const { at: place, text: inserted } = placeQuotation(plain, at, quotation, kind);
  return plain.slice(0, place) + inserted + plain.slice(place);
}

describe('where a quotation goes in a manuscript', () => {
  it('is a paragraph of its own behind the one with the cursor, before it where the cursor is at its start', () => {
    assert.equal(put('One |line\nof it.\n\nTwo.\n', 'block'), 'One line\nof it.\n\n> Q\n\nTwo.\n');
    assert.equal(put('One.\n\n|Two.\n', 'block'), 'One.\n\n> Q\n\nTwo.\n');
    assert.equal(put('# Title|\n\nTwo.\n', 'block'), '# Title\n\n> Q\n\nTwo.\n');
    assert.equal(put('|# Title\n\nTwo.\n', 'block'), '# Title\n\n> Q\n\nTwo.\n');
  });

  it('stands on the empty line of the cursor, with one empty line around it', () => {
    assert.equal(put('One.\n\n|\n\nTwo.\n', 'block'), 'One.\n\n> Q\n\nTwo.\n');
    assert.equal(put('One.\n|\nTwo.\n', 'block'), 'One.\n\n> Q\n\nTwo.\n');
    assert.equal(put('|', 'block'), '> Q\n');
  });

  it('ends the file with one line break', () => {
    for (const text of ['One.|', 'One|.\n', 'One.\n|', 'One.\n\n|'])
      assert.equal(put(text, 'block'), 'One.\n\n> Q\n', JSON.stringify(text));
  });

  it('keeps CRLF, and stays behind the front matter', () => {
    assert.equal(put('One.|\r\n\r\nTwo.\r\n', 'block', '> Q\n>\n> R'), 'One.\r\n\r\n> Q\r\n>\r\n> R\r\n\r\nTwo.\r\n');
    assert.equal(put('---\nti|tle: A\n---\nOne.\n', 'block'), '---\ntitle: A\n---\n\n> Q\n\nOne.\n');
  });

  it('is parted from the words around it within a sentence', () => {
    assert.equal(put('They said|.', 'short'), 'They said “Q”.');
    assert.equal(put('They said | and left.', 'short'), 'They said “Q” and left.');
    assert.equal(put('|and left.', 'short'), '“Q” and left.');
  });
});
