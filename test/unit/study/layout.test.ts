import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  codingPath,
  isMarkdown,
  isReadable,
  placeOf,
  proposeCoderName,
  whyNoCoderName,
} from '../../../src/core/study/layout.js';
import { anyText } from '../support/arbitraries.js';

describe('where codings are kept', () => {
  it('mirrors the study in the coder’s folder', () => {
    assert.equal(codingPath('EA', 'transcripts/pp-03.md'), 'codings/EA/transcripts/pp-03.jsonl');
    assert.equal(codingPath('EA', 'pp-03.markdown'), 'codings/EA/pp-03.markdown.jsonl');
  });

  it('gives the transcript and the coder back, whatever their names', () => {
    const name = fc.stringMatching(/^[a-zäé希 ._-]{1,8}$/);
    const ending = fc.constantFrom('.md', '.markdown', '.MD', '.md.md', '.markdown.md', '.md.markdown', '.jsonl.md');
    const transcript = fc
      .tuple(fc.array(name, { maxLength: 2 }), name, ending)
      .map(([folders, stem, end]) => [...folders, stem + end].join('/'));
    fc.assert(
      fc.property(name, transcript, (coder, path) => {
        const file = codingPath(coder, path);
        assert.deepEqual(placeOf(file), { path: file, coder, transcript: path });
      }),
    );
  });

  it('is only below a coder’s folder in codings', () => {
    const others = [
      'codings/pp-03.jsonl',
      'codings/EA/pp-03.json',
      'other/EA/a.jsonl',
      'x/codings/EA/a.jsonl',
      'codings/EA/.jsonl',
    ];
    for (const path of others) assert.equal(placeOf(path), undefined, path);
  });

  it('knows Markdown by its ending', () => {
    assert.deepEqual(['a.md', 'a.MD', 'a.markdown', 'md', 'a.mdx', 'a.md.txt'].map(isMarkdown), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('what Verbatim reads', () => {
  it('is Markdown, coding lines, study files and tables', () => {
    for (const path of ['a.md', 'deep/b.MARKDOWN', 'codings/EA/a.jsonl', 'verbatim.json', 'participants.csv']) {
      assert.equal(isReadable(path), true, path);
    }
  });

  it('is nothing else, nothing hidden and nothing in installed packages', () => {
    for (const path of ['a.txt', 'a.docx', '.hidden.md', '.git/a.md', 'x/.verbatim/a.md', 'node_modules/a/README.md']) {
      assert.equal(isReadable(path), false, path);
    }
  });
});

describe('a coder’s name', () => {
  it('may be initials, a full name or any script', () => {
    for (const name of ['EA', 'Ebbe Ågren', '山田', 'o’Neill', 'a.b', 'x'.repeat(60)])
      assert.equal(whyNoCoderName(name), undefined, name);
  });

  it('is refused, with a reason, where it could be no folder on a colleague’s machine', () => {
    const refused = [
      '',
      '  ',
      ' EA',
      'EA ',
      '.',
      '..',
      '.git',
      'EA.',
      'a/b',
      'a\\b',
      'a:b',
      'a*',
      'CON',
      'nul.x',
      'com1',
      'a\nb',
      'x'.repeat(61),
    ];
    for (const name of refused) assert.match(whyNoCoderName(name) ?? '', /\.$|\*$/, JSON.stringify(name));
  });

  it('is proposed from what git says, close to it and always allowed', () => {
    assert.equal(proposeCoderName('Ebbe Ågren'), 'Ebbe Ågren');
    assert.equal(proposeCoderName(' A/B: <c> '), 'A B c');
    assert.equal(proposeCoderName('...'), '');
    assert.equal(proposeCoderName('con'), '');
    fc.assert(
      fc.property(anyText({ maxLength: 80 }), name => {
        const proposed = proposeCoderName(name);
        assert.ok(proposed === '' || whyNoCoderName(proposed) === undefined, JSON.stringify(proposed));
      }),
    );
  });
});
