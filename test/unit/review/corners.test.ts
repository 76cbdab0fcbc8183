import assert from 'node:assert/strict';
import { baseOf } from '../../../src/core/coding/blobId.js';
import type { Coding } from '../../../src/core/coding/coding.js';
import { anchorOf } from '../../../src/core/coding/create.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { compareStates } from '../../../src/core/review/compare.js';
import { describeChange } from '../../../src/core/review/sentence.js';
import { StudyState } from '../../../src/core/review/studyState.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { coding } from '../support/coding.js';
import { changesBetween, type Files, snapshotOf } from './support/snapshot.js';

const PP = 'transcripts/pp-03.md';
const EA = 'codings/EA/transcripts/pp-03.jsonl';
const MB = 'codings/MB/transcripts/pp-03.jsonl';
const TEXT = `**INT:** How was the first year?\n\n**PP3:** It got better, and it got better again when the second peer came to us.\n`;
const BOOK = '# Codebook\n\n## Hope {#hope}\n\nThings getting better.\n\n## Trust {#trust}\n';

/** A coding of words in a text; of several places the one that is asked for. */
function coded(words: string, id: string, over: Partial<Coding> = {}, text = TEXT, nth = 0): Coding {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1);
  assert.ok(start >= 0, words);
  const anchor = anchorOf(new CodePoints(text), { start, end: start + words.length }, baseOf(encodeUtf8(text)));
  return { ...coding({ id, ...over }), ...anchor };
}

const lines = (...codings: readonly Coding[]): string => codings.map(one => `${formatCodingLine(one)}\n`).join('');
const [A, B, C] = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'] as const;

async function said(before: Files, after: Files, older: readonly string[] = []): Promise<string[]> {
  return (await changesBetween(before, after, older)).map(change => describeChange(change).text);
}

const study = (over: Files = {}): Files => ({ 'codebook.md': BOOK, [PP]: TEXT, ...over });

describe('codings in corners', () => {
  it('tells the same words elsewhere from the same passage', async () => {
    const before = study({ [EA]: lines(coded('it got better', A)) });
    const again = lines(coded('got better', A, {}, TEXT, 1));
    assert.deepEqual(await said(study({ [EA]: lines(coded('got better', A)) }), study({ [EA]: again })), [
      'EA moved a passage of “Hope” to other words',
    ]);
    const later = `**INT:** Hello.\n\n${TEXT}`;
    const found = lines(coded('it got better', A, {}, later));
    assert.deepEqual(await said(before, study({ [EA]: found, [PP]: later })), [
      'pp-03 was edited: 2 words came',
      '“Hope” of EA was anchored anew; its passage is the same',
    ]);
    // The version that was coded is in no state, but git has it.
    assert.deepEqual(
      await said(study({ [EA]: lines(coded('it got better', A)), [PP]: later }), study({ [EA]: found, [PP]: later }), [
        TEXT,
      ]),
      ['“Hope” of EA was anchored anew; its passage is the same'],
    );
  });

  it('goes by the words where no version is known', async () => {
    const place = (quote: string, base: string | undefined): Coding => {
      const { base: _, ...rest } = coding({ id: A, quote, at: [5, 5 + quote.length] });
      return base === undefined ? rest : { ...rest, base };
    };
    const from = { [EA]: lines(place('it got better', '000000000000')), 'codebook.md': BOOK };
    const to = (quote: string, base?: string): Files => ({ [EA]: lines(place(quote, base)), 'codebook.md': BOOK });
    const bounds = 'EA extended the passage of “Hope” by 1 word';
    assert.deepEqual(await said(from, to('it got better', '111111111111')), [
      '“Hope” of EA was anchored anew; its passage is the same',
    ]);
    assert.deepEqual(await said(from, to('it got better again', '111111111111')), [bounds]);
    assert.deepEqual(await said(from, to('quite other words here', '111111111111')), [
      'EA moved a passage of “Hope” to other words',
    ]);
    assert.deepEqual(await said(from, to('it got better again')), [bounds]);
  });

  it('never loses or doubles an id that stands more than once', async () => {
    const one = coded('it got better', A);
    const other = coded('first year', A, { code: 'trust' });
    const both = study({ [EA]: lines(one, other) });
    assert.deepEqual(await said(both, study({ [EA]: lines(other, one) })), []);
    assert.deepEqual(await said(both, study({ [EA]: lines(one) })), ['EA removed “Trust” from a passage']);
    assert.deepEqual(await said(both, study({ [EA]: lines(one, { ...other, memo: 'x' }) })), [
      'EA wrote a memo on a passage of “Trust”',
    ]);
    assert.deepEqual(await said(both, study({ [EA]: lines(one), [MB]: lines(other) })), [
      '“Trust” was handed from EA to MB',
    ]);
    const none = await changesBetween(both, study());
    assert.equal(none.length, 2);
    assert.equal(new Set(none.map(({ key }) => key)).size, 2);
  });

  it('hands a whole file over coding by coding', async () => {
    const file = lines(coded('it got better', A), coded('first year', B, { code: 'trust' }));
    assert.deepEqual(await said(study({ [EA]: file }), study({ [MB]: file })), [
      '“Trust” was handed from EA to MB',
      '“Hope” was handed from EA to MB',
    ]);
  });

  it('tells lines that cannot be read, and nothing of what stands around them', async () => {
    const one = lines(coded('it got better', A));
    const merge = `<<<<<<< HEAD\n${one}=======\n>>>>>>> other\n`;
    assert.deepEqual(await said(study({ [EA]: one }), study({ [EA]: merge })), [
      `3 lines that cannot be read came into ${EA}`,
    ]);
    assert.deepEqual(await said(study({ [EA]: merge }), study({ [EA]: one })), [
      `3 lines that cannot be read went from ${EA}`,
    ]);
    const broken = study({ [EA]: `${one}{"code": "hope"\n` });
    assert.deepEqual(await said(broken, study({ [EA]: `${one}{"code": "trust"\n` })), [
      `1 line that cannot be read went from ${EA}, 1 came`,
    ]);
  });

  it('reads files that are no UTF-8 as far as they can be read', async () => {
    const bytes = (text: string): Uint8Array => Buffer.from(text.replaceAll('¤', '\xff\xfe'), 'latin1');
    const line = (memo: string): string =>
      `{"code": "hope", "quote": "x¤", "at": [1, 2], "memo": "${memo}", "id": "${A}"}\n`;
    const before = study({ [EA]: bytes(line('¤')), 'codings/EA/transcripts/bin.jsonl': bytes('\0¤\0\n') });
    assert.deepEqual(await said(before, { ...before, [EA]: bytes(line('¤ and more')) }), [
      'EA changed the memo on a passage of “Hope”',
    ]);
    assert.deepEqual(await said(before, { ...before, 'codings/EA/transcripts/bin.jsonl': bytes('\0¤¤\0\n') }), [
      '1 line that cannot be read went from codings/EA/transcripts/bin.jsonl, 1 came',
    ]);
  });

  it('compares the code with what it goes by on either side', async () => {
    const own = '# Codebook\n\n## Living {#living formerly=hope}\n\nThings getting better.\n\n## Trust {#trust}\n';
    const to = (code: string): Files => study({ [EA]: lines(coded('it got better', A, { code })), 'codebook.md': own });
    const before = study({ [EA]: lines(coded('it got better', A)) });
    const renamed = ['Renamed “Hope” to “Living”', 'Changed the id of “Living” from hope to living'];
    assert.deepEqual(await said(before, to('hope')), renamed);
    assert.deepEqual(await said(before, to('living')), renamed);
    assert.deepEqual(await said(before, to('trust')), [...renamed, 'EA gave “Trust” instead of “Hope”']);
    // A code that no codebook knows goes by its id.
    const unknown = study({ [EA]: lines(coded('it got better', A, { code: 'joy' })) });
    assert.deepEqual(await said(before, unknown), ['EA gave “joy” instead of “Hope”']);
  });
});

describe('transcripts in corners', () => {
  it('says nothing of line ends, a byte order mark and how a text is wrapped', async () => {
    const codings = { [EA]: lines(coded('it got better', A)) };
    const wrapped = `\ufeff${TEXT.replace('better, and', 'better,\nand')}\n\n`.replaceAll('\n', '\r\n');
    assert.deepEqual(await said(study(codings), study({ ...codings, [PP]: wrapped })), []);
    assert.deepEqual(await said(study(), study({ [PP]: TEXT.replace('better,', 'better –') })), [
      'pp-03 was edited: only marks and punctuation',
    ]);
  });

  it('counts words where a whole text is another one', async () => {
    const many = (word: string): string => Array.from({ length: 300 }, (_, i) => `${word}${i}.`).join('\n\n');
    assert.deepEqual(await said(study({ [PP]: many('a') }), study({ [PP]: many('b') })), [
      'pp-03 was edited: 300 words went, 300 came',
    ]);
    const spread = (name: string): string =>
      Array.from({ length: 300 }, (_, i) => `So ${name} said ${i} things.`).join('\n\n');
    assert.deepEqual(await said(study({ [PP]: spread('Maria') }), study({ [PP]: spread('NN') })), [
      'pp-03 was edited: 300 words went, 300 came',
    ]);
  });

  it('knows a transcript again whose codings were left behind, and where these changed', async () => {
    const to = 'transcripts/pp-3.md';
    const before = study({ [EA]: lines(coded('it got better', A)) });
    const { [PP]: _, ...others } = before;
    assert.deepEqual(await said(before, { ...others, [to]: TEXT }), ['Renamed the transcript pp-03 to pp-3']);
    const changes = await changesBetween(before, {
      ...others,
      [to]: TEXT,
      [EA]: lines(coded('it got better', A, { memo: 'x' })),
    });
    assert.deepEqual(
      changes.map(({ transcript }) => transcript),
      [to, to],
    );
    const state = new StudyState(snapshotOf({ ...others, [to]: TEXT }));
    assert.deepEqual(
      (await state.codings(to)).map(({ path, transcript }) => [path, transcript]),
      [[EA, to]],
    );
  });

  it('takes none of two copies for the one that is gone', async () => {
    const { [PP]: _, ...others } = study();
    const copies = { ...others, 'transcripts/a.md': TEXT, 'transcripts/b.md': TEXT };
    const expected = ['Added the transcript a', 'Added the transcript b', 'Removed the transcript pp-03'];
    assert.deepEqual((await said(study(), copies)).sort(), expected);
  });

  it('neither adds nor removes transcripts that a study keeps out of git', async () => {
    const working = new StudyState(
      snapshotOf(study({ [EA]: lines(coded('it got better', A), coded('first year', B)) })),
    );
    const commit = { id: '1'.repeat(40), parents: [], author: 'EA', date: '', subject: '', body: '' };
    const { [PP]: _, ...kept } = study({ [EA]: lines(coded('it got better', A)) });
    const saved = new StudyState(snapshotOf(kept, [], { is: 'commit', commit, name: 'main' }));
    const { changes } = await compareStates(saved, working);
    assert.deepEqual(
      changes.map(change => describeChange(change).text),
      ['EA coded with “Hope”'],
    );
    const moved = { 'codebook.md': BOOK, 'codings/EA/transcripts/pp-3.jsonl': kept[EA] as string };
    const later = new StudyState(snapshotOf(moved, [], { is: 'commit', commit, name: 'later' }));
    assert.deepEqual((await compareStates(saved, later)).changes, []);
  });

  it('leaves files alone that Verbatim does not read', async () => {
    const before = study({ 'README.md': 'a', 'paper.md': 'b', 'codings/EA/notes.ndjson': 'c', '.github/x.md': 'd' });
    const after = study({ 'README.md': 'e', 'paper.md': 'f', 'codings/EA/notes.ndjson': 'g', '.github/x.md': 'h' });
    assert.deepEqual(await said(before, after), []);
  });
});

describe('the codebook in corners', () => {
  const book = (text: string): Files => ({ 'codebook.md': text });

  it('says nothing of a title that comes with the first code', async () => {
    assert.deepEqual(await said({}, book('# Codebook\n\n## Hope\n')), ['Added the code “Hope”']);
    assert.deepEqual(await said(book('# Codebook\n'), {}), []);
    assert.deepEqual(await said({}, book('# Codebook\n\nHow we code.\n')), ['Wrote an introduction to the codebook']);
    assert.deepEqual(await said(book('# Codebook\n'), book('# What we found\n')), [
      'Wrote an introduction to the codebook',
    ]);
  });

  it('takes a heading of another title above the same text for the same code, where ids are not written out', async () => {
    const one = '# Codebook\n\n## Hope\n\nThings getting better.\n\n## Trust\n';
    assert.deepEqual(await said(book(one), book(one.replace('## Hope', '## Living hope'))), [
      'Renamed “Hope” to “Living hope”',
    ]);
    assert.deepEqual(await said(book(one), book(one.replace('## Trust', '## Reliance'))), [
      'Renamed “Trust” to “Reliance”',
    ]);
    const other = one.replace('## Hope\n\nThings getting better.', '## Joy\n\nQuite another thing.');
    assert.deepEqual((await said(book(one), book(other))).sort(), ['Added the code “Joy”', 'Removed the code “Hope”']);
  });

  it('keeps headings of one title apart by what they say', async () => {
    const one = '# Codebook\n\n## Hope\n\nThe first.\n\n## Hope\n\nThe second.\n';
    const fresh = '# Codebook\n\n## Hope\n\nA new one.\n\n## Hope\n\nThe first.\n\n## Hope\n\nThe second.\n';
    assert.deepEqual(await said(book(one), book(fresh)), ['Added the code “Hope”']);
    assert.deepEqual(await said(book(fresh), book(one)), ['Removed the code “Hope”']);
    const written = '# Codebook\n\n## A {#same}\n\nThe first.\n\n## B {#same}\n\nThe second.\n';
    assert.deepEqual(await said(book(written), book(written.replace('The second', 'The last'))), ['Defined “B” anew']);
    const keys = (await changesBetween(book(written), book(written.replaceAll('The', 'Any')))).map(({ key }) => key);
    assert.equal(new Set(keys).size, 2);
  });

  it('reads lists, wrapped lines, closing hashes and other bullets as what they say', async () => {
    const one =
      '# Codebook\n\n## Hope {#hope color=amber .x}\n\nThings getting\nbetter.\n\nInclude: a\n\nInclude: b\n\nFurther words.\n\n- one\n- two\n';
    const other =
      '# Codebook\n\n\n##   Hope   {color=Amber #hope   .x}  ##\n\nThings *getting* better.\n\nInclude:\n\n* a\n* b\n\nFurther\nwords.\n\n* one\n* two\n';
    assert.deepEqual(await said(book(one), book(other)), []);
    assert.deepEqual(await said(book(one), book(one.replace('Further words', 'Other words'))), [
      'Changed the text below “Hope”',
    ]);
    assert.deepEqual(await said(book(one), book(one.replace('- two', '- three'))), ['Changed the text below “Hope”']);
  });

  it('finds the few that moved', async () => {
    const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const of = (all: readonly string[]): Files =>
      book(`# Codebook\n\n## T {.theme}\n\n${all.map(code => `### ${code}\n`).join('\n')}`);
    assert.deepEqual(await said(of(codes), of(['G', 'A', 'B', 'C', 'D', 'E', 'F'])), [
      'Moved “G” to the beginning of “T”',
    ]);
    assert.deepEqual(await said(of(codes), of(['B', 'C', 'A', 'D', 'G', 'E', 'F'])), [
      'Moved “A” behind “C”',
      'Moved “G” behind “D”',
    ]);
    assert.equal((await said(of(codes), of([...codes].reverse()))).length, 6);
    assert.deepEqual(await said(of(codes), of(['A', 'B', 'D', 'E', 'F', 'G', 'New'])), [
      'Removed the code “C”',
      'Added the code “New” to “T”',
    ]);
  });

  it('tells a theme that goes with its codes from one whose codes go elsewhere', async () => {
    const one = '# Codebook\n\n## T {.theme}\n\n### U {.theme}\n\n#### A\n\n#### B\n\n## V {.theme}\n';
    assert.deepEqual(await said(book(one), book('# Codebook\n\n## T {.theme}\n\n### A\n\n### B\n\n## V {.theme}\n')), [
      'Removed the theme “U”',
    ]);
    assert.deepEqual(await said(book(one), book('# Codebook\n\n## T {.theme}\n\n### A\n\n## V {.theme}\n\n### B\n')), [
      'Removed the theme “U”',
      'Moved “B” from “U” to “V”',
    ]);
    assert.deepEqual(await said(book(one), book('# Codebook\n\n## T {.theme}\n\n## V {.theme}\n')), [
      'Removed the theme “U”',
      'Removed the code “A”',
      'Removed the code “B”',
    ]);
  });

  it('is not troubled by headings that are nested by parent=, however deep', async () => {
    const deep = (last: string): Files =>
      book(
        `# Codebook\n\n${Array.from({ length: 3000 }, (_, i) => `## C${i}${i === 0 ? '' : ` {parent=c${i - 1}}`}\n`).join('\n')}\n${last}\n`,
      );
    assert.deepEqual(await said(deep('x'), deep('y')), ['Defined “C2999” anew']);
  }).timeout(20_000);
});

describe('people, the study file and memos in corners', () => {
  it('compares rows by person and cells by column', async () => {
    const before = { 'participants.csv': 'participant,role,site\nPP1,peer,north\nPP2,peer,\n' };
    assert.deepEqual(
      await said(before, { 'participants.csv': 'participant;site;role;age\nPP2;;peer;\nPP1;north;peer;\n' }),
      [],
    );
    assert.deepEqual(await said(before, { 'participants.csv': 'participant,role,site\npp1,peer,north\nPP3,peer,\n' }), [
      'Changed participant of the participant pp1',
      'Added the participant PP3',
      'Removed the participant PP2',
    ]);
    assert.deepEqual(await said(before, {}), ['Removed the participant PP1', 'Removed the participant PP2']);
  });

  it('names the keys of the study file, and says that one cannot be read', async () => {
    const before = { 'verbatim.json': '{"title": "A", "questions": ["x"]}' };
    assert.deepEqual(await said(before, { 'verbatim.json': '{\n  "questions": ["x"],\n  "title": "A"\n}\n' }), []);
    assert.deepEqual(
      await said(before, { 'verbatim.json': '{"title": "A", "questions": ["x", "y"], "stance": "reflexive"}' }),
      ['Changed questions and stance in the study file'],
    );
    assert.deepEqual(await said({ 'verbatim.json': '{"title"' }, { 'verbatim.json': '{"titles"' }), [
      'Changed the study file',
    ]);
  });

  it('knows a memo by what it says', async () => {
    const long = Array.from({ length: 40 }, (_, i) => `thought${i}`).join(' ');
    const before = { 'memos/a.md': `# On hope\n\n${long}\n` };
    assert.deepEqual(await said(before, { 'memos/b.md': `# On hope\n\n${long} And more.\n` }), [
      'Moved the memo “On hope” from memos/a.md to memos/b.md',
      'Edited the memo “On hope”',
    ]);
    assert.deepEqual(await said(before, { 'memos/b.md': '# Other\n\nQuite something else, which is new.\n' }), [
      'Removed the memo “On hope”',
      'Wrote the memo “Other”',
    ]);
  });
});

describe('the work of comparing', () => {
  it('reads nothing of what is the same', async () => {
    const files = study({
      [EA]: lines(coded('it got better', A)),
      [MB]: lines(coded('first year', B)),
      'memos/a.md': 'x',
    });
    const [one, other] = [snapshotOf(files), snapshotOf({ ...files, [MB]: lines(coded('first year', C)) })];
    await compareStates(new StudyState(one), new StudyState(other));
    const read = new Set([...one.reads, ...other.reads]);
    assert.deepEqual([...read].sort(), ['codebook.md', MB]);
  });

  it('says how far it has come, lets others have their turn, and stops', async () => {
    const many = (memo: string): Files =>
      study(
        Object.fromEntries(
          Array.from({ length: 20 }, (_, i) => [
            `codings/C${i}/transcripts/pp-03.jsonl`,
            lines(coded('it got better', `${i}`.padStart(10, '0'), { memo })),
          ]),
        ),
      );
    const states = (): [StudyState, StudyState] => [
      new StudyState(snapshotOf(many('a'))),
      new StudyState(snapshotOf(many('b'))),
    ];
    const steps: [number, number][] = [];
    let pauses = 0;
    const all = await compareStates(...states(), {
      progress: (done, total) => void steps.push([done, total]),
      pause: async () => void pauses++,
    });
    assert.equal(all.complete, true);
    assert.equal(all.changes.length, 20);
    assert.deepEqual(steps.at(-1), [40, 40]);
    assert.ok(steps.every(([done, total], i) => done === i + 1 && done <= total));
    assert.ok(pauses >= 40, `${pauses}`);
    const cancellation = { cancelled: false };
    const stopped = await compareStates(...states(), {
      cancellation,
      progress: done => {
        cancellation.cancelled = done === 5;
      },
    });
    assert.deepEqual([stopped.complete, stopped.changes], [false, []]);
  });
});
