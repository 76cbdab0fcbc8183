import assert from 'node:assert/strict';
import type { Quotation, QuotePiece } from '../../../src/core/manuscript/quotation.js';
import { shownPieces } from '../../../src/core/manuscript/written.js';
import { FILES, QuotedStudy } from './support/study.js';

describe('reading a manuscript', () => {
  let study: QuotedStudy;
  before(async () => {
    study = await QuotedStudy.of(FILES);
  });

  const one = (text: string): Quotation => {
    const [quotation, ...more] = study.read(text);
    assert.equal(more.length, 0, text);
    return quotation ?? assert.fail(`no quotation in ${text}`);
  };
  const short = (text: string): string[] => study.read(text).map(({ pieces }) => shownPieces(pieces));
  const by = (text: string): (string | undefined)[] =>
    study.read(text).map(({ attribution }) => attribution && `${attribution.participant}|${attribution.detail ?? ''}`);
  const plain = ({ pieces }: Quotation): QuotePiece[] => pieces.map(({ span, ...piece }) => piece);

  it('finds words between quotation marks of every kind', () => {
    const marks = ['“w”', '"w"', '‘w’', "'w'", '«w»', '»w«', '„w“', '‚w‘', '「w」', '”w”', '„w”', '『w』'];
    for (const mark of marks) {
      assert.deepEqual(short(`She said ${mark.replace('w', 'it was quieter')} (PP3).`), ['it was quieter'], mark);
    }
  });

  it('takes no apostrophe for a mark', () => {
    assert.deepEqual(short("It's the peers' room, isn't it? They don't mind."), []);
    assert.deepEqual(short('It’s the peers’ room, isn’t it? They don’t mind.'), []);
    assert.deepEqual(short('She said ‘it’s the peers’ room, isn’t it’ (PP3).'), ['it’s the peers’ room, isn’t it']);
    assert.deepEqual(short("She said 'it's the peers' room, isn't it' (PP3)."), ["it's the peers' room, isn't it"]);
    assert.deepEqual(short("She said 'don't' and 'won't' (PP3)."), ["don't", "won't"]);
    assert.deepEqual(short('In the ’90s it was 5" long and 6\' wide.'), []);
  });

  it('takes nested marks for part of the words', () => {
    assert.deepEqual(short('“She said, ‘You don’t have to stay.’” (PP3)'), ['She said, ‘You don’t have to stay.’']);
    assert.deepEqual(short('‘She said, “You can’t.” And left.’ (PP3)'), ['She said, “You can’t.” And left.']);
    assert.deepEqual(short('"She said, \'no\', twice" (PP3)'), ["She said, 'no', twice"]);
  });

  it('reads across line ends, and knows lines and places', () => {
    const text = 'A line.\n\nThey call it “quieter\nafter *that*” (PP3,\npeer) 😀.\n';
    const quotation = one(text);
    assert.deepEqual(plain(quotation), [{ kind: 'words', text: 'quieter after that' }]);
    assert.equal(quotation.line, 3);
    const at = ({ start, end }: { start: number; end: number }): string => [...text].slice(start, end).join('');
    assert.equal(at(quotation.span), '“quieter\nafter *that*”');
    assert.equal(at(quotation.pieces[0]?.span ?? assert.fail()), 'quieter\nafter *that');
    assert.equal(at(quotation.attribution?.span ?? assert.fail()), '(PP3,\npeer)');
  });

  it('leaves out front matter, headings, code, HTML, comments and links to notes', () => {
    const text =
      '---\ntitle: "One"\n---\n\n# A “heading”\n\nSome `"code"` and <b title="x">bold</b>.\n\n```\n"code"\n```\n\n<!-- "comment" -->\n';
    assert.deepEqual(short(text), []);
    assert.deepEqual(short('They said “quieter[^1] after [@smith2020] that” (PP3).'), ['quieter after that']);
    assert.deepEqual(short('Text.[^1]\n\n[^1]: One says “quieter” (PP3).\n'), ['quieter']);
  });

  it('knows the headings that a quotation stands under', () => {
    const text = '# Paper\n\n## Results\n\n### *Hope*\n\n“a b” (PP3)\n\n## End\n\n“c d” (PP3)\n';
    assert.deepEqual(
      study.read(text).map(({ under }) => under),
      [
        ['Paper', 'Results', 'Hope'],
        ['Paper', 'End'],
      ],
    );
  });

  it('knows who is meant', () => {
    assert.deepEqual(by('“a b” (PP3, peer practitioner, joint interview).'), [
      'PP3|peer practitioner, joint interview',
    ]);
    assert.deepEqual(by('“a b.” [PP3]'), ['PP3|']);
    assert.deepEqual(by('“a b”, (peer practitioner PP3)'), ['PP3|peer practitioner']);
    assert.deepEqual(by('“a b” (pp3)'), ['pp3|']);
    assert.deepEqual(by('“a b” — PP3'), ['PP3|']);
    assert.deepEqual(by('As PP3 put it, “a b” is.'), ['PP3|']);
    assert.deepEqual(by('“a b,” said PP3.'), ['PP3|']);
    assert.deepEqual(by('PP4 left. Then “a b” came.'), [undefined]);
    assert.deepEqual(by('PP4 was, as PP3 put it, “a b”.'), ['PP3|']);
    assert.deepEqual(by('“a b” (PP3), but others “c d”.'), ['PP3|', undefined]);
    assert.deepEqual(by('They were “tired”, “angry” and “sad” (NP1).'), ['NP1|', 'NP1|', 'NP1|']);
    assert.deepEqual(by('So-called “evidence” (see Smith, 2020).'), [undefined]);
    assert.deepEqual(by('“a b” (PP33)'), ['PP33|']);
    assert.equal(one('“a b” (PP33)').attribution?.person, undefined);
    assert.equal(one('As PP3 put it, “a b” is.').attribution?.leads, true);
  });

  it('reads block quotes, with or without marks, wherever the attribution is', () => {
    const blocks = [
      '> It was quieter. (PP3, joint interview)',
      '> “It was quieter.” (PP3, joint interview)',
      '> “It was quieter” (PP3, joint interview).',
      '> It was\n> quieter. — PP3, joint interview',
      '> It was quieter.\n> — PP3, joint interview',
      '> It was quieter.\n>\n> — PP3, joint interview',
      '> It was quieter.\n>\n> PP3, joint interview',
      '> It was quieter.\n\n— PP3, joint interview',
      '> It was quieter.\n\n(PP3, joint interview)',
    ];
    for (const block of blocks) {
      const quotation = one(`${block}\n\nMore.\n`);
      assert.equal(quotation.kind, 'block');
      assert.match(shownPieces(quotation.pieces), /^It was quieter\.?$/, block);
      assert.deepEqual([quotation.attribution?.participant, quotation.attribution?.detail], ['PP3', 'joint interview']);
    }
    const led = one('PP3 is clear about it:\n\n> It was quieter.\n');
    assert.deepEqual([led.attribution?.person, led.attribution?.leads], ['PP3', true]);
    assert.equal(one('Somebody else wrote.\n\n> It was quieter.\n').attribution, undefined);
  });

  it('takes no word behind a dash for a label of one letter', async () => {
    const study = await QuotedStudy.of({
      'transcripts/a.md': '**I:** Well?\n\n**B:** It was quieter.\n\n**I:** Yes?\n\n**B:** Yes.\n',
    });
    const [block, ...more] = study.read('> It was quieter — B\n\n(B)\n');
    assert.deepEqual([block?.attribution?.person, more], ['B', []]);
    assert.equal(shownPieces(block?.pieces ?? []), 'It was quieter — B');
  });

  it('reads several quotations of a block, each with its own attribution', () => {
    const text = '> One two.\n>\n> Three four. (PP3)\n>\n> Five six. (PP4)\n';
    assert.deepEqual(by(text), ['PP3|', 'PP4|']);
    assert.deepEqual(short(text), ['One two. Three four.', 'Five six.']);
  });

  it('reads a dialogue as the turns it has', () => {
    const text = '> **EA:** And you?\n>\n> PP3: It was quieter.\n> More.\n>\n> PP4: I stayed. (joint interview)\n';
    const turns = study.read(text);
    assert.deepEqual(
      turns.map(({ attribution, pieces, dialogue }) => [attribution?.person, shownPieces(pieces), dialogue]),
      [
        ['EA', 'And you?', { turn: 1, of: 3 }],
        ['PP3', 'It was quieter. More.', { turn: 2, of: 3 }],
        ['PP4', 'I stayed.', { turn: 3, of: 3 }],
      ],
    );
    assert.equal(turns[2]?.attribution?.detail, 'joint interview');
    assert.equal(one('> PP3: It was quieter.\n').dialogue, undefined);
  });

  it('takes a quotation apart', () => {
    const pieces = (text: string): QuotePiece[] => plain(one(`“${text}” (PP3)`));
    const words = (text: string): QuotePiece => ({ kind: 'words', text });
    for (const mark of [
      '. . .',
      '...',
      '…',
      '[…]',
      '[...]',
      '[. . .]',
      '(…)',
      '(...)',
      '. . . .',
      '....',
      '.\u00a0.\u00a0.',
    ]) {
      const shown = mark.replaceAll('\u00a0', ' ');
      assert.deepEqual(pieces(`one ${mark} two`), [words('one'), { kind: 'elision', mark: shown }, words('two')], mark);
    }
    assert.deepEqual(pieces('one. . . . Two'), [words('one.'), { kind: 'elision', mark: '. . .' }, words('Two')]);
    assert.deepEqual(pieces('one…two'), [words('one'), { kind: 'elision', mark: '…' }, words('two')]);
    for (const sic of ['[sic]', '*[sic]*', '[*sic*]', '(sic)', '[sic!]'])
      assert.deepEqual(pieces(`there was ${sic} two`), [words('there was'), { kind: 'sic' }, words('two')], sic);
    assert.deepEqual(pieces('and [the team] left'), [
      words('and'),
      { kind: 'insertion', text: 'the team' },
      words('left'),
    ]);
    assert.deepEqual(pieces('he help[ed] me'), [
      words('he help'),
      { kind: 'insertion', text: 'ed', joins: 'before' },
      words('me'),
    ]);
    for (const label of [
      'name',
      'Place 2',
      'redacted',
      'redacted: third person',
      'name of a colleague',
      '…: a reason',
      'name removed',
    ])
      assert.deepEqual(
        pieces(`I told [${label}] so`),
        [words('I told'), { kind: 'redaction', label }, words('so')],
        label,
      );
    assert.deepEqual(pieces('I told ███ so'), [words('I told'), { kind: 'redaction', label: '███' }, words('so')]);
    assert.deepEqual(pieces('[T]he room'), [words('[T]he room')]);
  });

  it('takes any text', () => {
    for (const text of ['', '“', '> ', '>', '“” ""', '> “', '> — PP3', '[]', '“[“', '> (PP3)\n\n(PP3)', '“…” (PP3)'])
      assert.deepEqual(study.read(text), [], text);
    assert.equal(study.read('“a” (PP3) '.repeat(3000)).length, 3000);
  });
});
