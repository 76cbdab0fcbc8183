import assert from 'node:assert/strict';
import fc from 'fast-check';
import { html, parse, passage, short } from './support.js';

const marked = (text: string, ...quotes: string[]): string =>
  short(
    html(
      text,
      quotes
        .map((quote, lane) => passage(text, quote, { lane, name: `C${lane + 1}` }))
        .sort((a, b) => a.start - b.start),
    ),
  );

describe('coded passages in the Markdown preview', () => {
  it('are marked, with the name of the code at their end', () => {
    assert.equal(
      marked('She had a *quiet* hope.', 'a *quiet* hope'),
      '<p>She had ‹a ›<em>‹quiet›</em>‹ hope›{C1}.</p>',
    );
  });

  it('say in a title what they are coded with, and are drawn in the colour of the code', () => {
    const out = html('Some hope.', [passage('Some hope.', 'hope', { color: '#ffe066', lane: 2 })]);
    assert.match(out, /<mark class="verbatim-coding" title="Hope \(EA\)" style="--verbatim-ground: light-dark\(/);
    assert.match(out, /--verbatim-lane-2: light-dark\(#[0-9a-f]{6}, #ffe066\)/);
    assert.match(out, /role="note" aria-label="Coded with Hope"/);
  });

  it('never bring HTML of their own: names and titles are escaped', () => {
    const name = '<img src=x onerror=alert(1)>"\'&';
    const out = html('Some hope.', [passage('Some hope.', 'hope', { name, title: name, spoken: name })]);
    assert.doesNotMatch(out, /<img/);
    assert.match(out, /&lt;img src=x onerror=alert\(1\)&gt;&quot;/);
  });

  it('may begin and end within emphasis, code and links', () => {
    assert.equal(marked('one **two three** four', 'three** fo'), '<p>one <strong>two ‹three›</strong>‹ fo›{C1}ur</p>');
    assert.equal(marked('see `the code` now', 'code` now'), '<p>see <code>the </code>‹<code>code</code> now›{C1}</p>');
    assert.equal(
      marked('a [link (here)](x.md "b b") b end', 'here)](x.md "b b") b'),
      '<p>a <a href="x.md" title="b b">link (‹here)›</a>‹ b›{C1} end</p>',
    );
  });

  it('overlap, one within another or across', () => {
    assert.equal(
      marked('one two three four', 'one two three', 'two three four'),
      '<p>‹one two three›{C1}‹ four›{C2}</p>',
    );
    assert.equal(marked('one two three four', 'one two three four', 'two'), '<p>‹one two›{C2}‹ three four›{C1}</p>');
    const text = 'one two three four';
    const out = html(text, [
      passage(text, 'one two', { lane: 0, color: 'blue' }),
      passage(text, 'two three', { lane: 1, color: 'red' }),
    ]);
    // What is under both has the lines of both.
    assert.match(out, /--verbatim-lane-0: var\([^;"]*blue[^;"]*; --verbatim-lane-1: var\([^;"]*red[^;"]*">two</);
  });

  it('are named once where two coders gave the same code to the same words', () => {
    const text = 'one two three';
    const out = html(text, [
      passage(text, 'two', { lane: 0, title: 'Hope (EA)' }),
      passage(text, 'two', { lane: 1, title: 'Hope (MB)' }),
    ]);
    assert.equal(short(out), '<p>one ‹two›{Hope} three</p>');
    assert.match(out, /title="Hope \(EA\)\nHope \(MB\)"/);
  });

  it('span paragraphs, lists, quotations and headings, whatever stands before the text there', () => {
    const text =
      '---\n\n**PP1:** One two.\n\n> quoted *three*\n> four\n\n1. five\n   - six seven\n\n## Eight nine ##\n';
    const out = marked(text, 'two.\n\n> quoted *three*\n> four\n\n1. five\n   - six seven\n\n## Eight');
    assert.equal(
      out.replace(/\n/g, ''),
      '<hr><p><strong>PP1:</strong> One ‹two.›</p><blockquote><p>‹quoted ›<em>‹three›</em>‹four›</p></blockquote><ol><li>‹five›<ul><li>‹six seven›</li></ul></li></ol><h2>‹Eight›{C1} nine</h2>',
    );
  });

  it('are found in the cells of a table', () => {
    const text = '| a | b |\n| - | - |\n| same | same |\n| x | the same |\n';
    const at = text.indexOf('the same');
    const out = short(html(text, [{ ...passage(text, 'the same'), start: at + 4, end: at + 8 }]));
    assert.match(out.replace(/\n/g, ''), /<td>same<\/td><td>same<\/td>.*<td>the ‹same›\{Hope\}<\/td>/);
  });

  it('count entities, escapes and astral characters as they are written', () => {
    assert.equal(marked('a &amp; b \\* c 😀 d', 'b \\* c'), '<p>a &amp; ‹b * c›{C1} 😀 d</p>');
    assert.equal(marked('😀😀 hope &lt; despair', '&lt; despair'), '<p>😀😀 hope ‹&lt; despair›{C1}</p>');
  });

  it('stay in their places where addresses became links and signs became typographic', () => {
    assert.equal(
      marked('see https://example.org/a now and then', 'then'),
      '<p>see <a href="https://example.org/a">https://example.org/a</a> now and ‹then›{C1}</p>',
    );
    const text = 'wait... for "hope" -- then';
    const out = short(html(text, [passage(text, 'then')], { typographer: true }));
    assert.equal(out, '<p>wait… for “hope” – ‹then›{Hope}</p>');
  });

  it('leave what others keep of the rendering as it is', () => {
    const { tokens } = parse('one *two* three');
    const before = JSON.stringify(tokens);
    html('one *two* three', [passage('one *two* three', 'two')]);
    assert.equal(JSON.stringify(tokens), before);
  });

  it('are found wherever Markdown leaves them: every unit that is read knows where it is written', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b ',
        'word ',
        '*',
        '**',
        '_',
        '`',
        '``',
        '[',
        ']',
        '](x)',
        '](<y> "t")',
        '![',
        '<b>',
        '</b>',
        '<http://e.org>',
      ],
      ...['&amp;', '&', '\\*', '\\', '\n', '\n\n', '> ', '- ', '1. ', '# ', '    ', '\t', '|', '~~', '😀', ' '],
    );
    const text = fc.array(piece, { maxLength: 30 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(text, source => {
        const { rendered } = parse(source);
        for (const { text: read, places } of rendered.blocks.values()) {
          assert.equal(places.length, read.length);
          places.forEach((place, i) => {
            const [unit, written] = [read[i], source[place]];
            const isWritten = unit === written || unit === '\ufffc' || written === '\\' || written === '&';
            assert.ok(
              isWritten || (unit === ' ' && written === '\n'),
              `${JSON.stringify(source)}: ${unit} at ${place}`,
            );
            if (i > 0) assert.ok(place >= (places[i - 1] as number));
          });
        }
      }),
    );
  });

  it('change nothing of what is read, whatever is coded', () => {
    const piece = fc.constantFrom(
      'a',
      'b ',
      'c d ',
      '*',
      '**',
      '`',
      '[x](y)',
      '&lt;',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '# ',
      '~~',
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 20 }).map(parts => parts.join(''));
    const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 15 }));
    fc.assert(
      fc.property(text, fc.array(span, { maxLength: 6 }), (source, spans) => {
        const passages = spans
          .map(([start, length], lane) => ({ ...passage(source, ''), start, end: start + length, lane }))
          .sort((a, b) => a.start - b.start);
        const strip = (out: string): string =>
          out
            .replace(/<span class="verbatim-name".*?<\/span>/g, '')
            .replace(/<\/?mark[^>]*>/g, '')
            .replaceAll('</code><code>', '');
        assert.equal(strip(html(source, passages)), strip(html(source, [])));
      }),
    );
  });
});
