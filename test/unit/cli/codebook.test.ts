import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codedStudy, TemporaryStudy, UNCODED } from './support/study.js';

describe('verbatim codebook', () => {
  let study: TemporaryStudy;
  beforeEach(async () => {
    study = await codedStudy();
  });
  afterEach(() => study.remove());

  /** Every one of these is refused with exit code 2, says so as told, and leaves no trace. */
  async function refused(cases: readonly (readonly [string, RegExp])[]): Promise<void> {
    for (const [line, message] of cases) {
      const before = [study.hash(), study.names()];
      const { exit, out, err } = await study.run([
        'codebook',
        ...line.split(' ').map(word => word.replaceAll('_', ' ')),
        '--json',
      ]);
      assert.equal(exit, 2, line);
      assert.match(err, message);
      assert.equal(typeof JSON.parse(out).error.remedy, 'string');
      assert.deepEqual([study.hash(), study.names()], before, line);
    }
  }

  describe('export', () => {
    it('prints Markdown, or whatever is asked for, and says on stderr what does not fit', async () => {
      const { exit, out, err } = await study.run(['codebook', 'export']);
      assert.deepEqual([exit, err], [0, '']);
      assert.match(out, /^\| Hope \| code \| influence \|/m);
      study.put('codebook.md', '# C\n\n## A\n\nSome *words*.\n');
      const csv = await study.run(['codebook', 'export', '--format', 'csv']);
      assert.match(csv.out, /^\uFEFFtitle,kind,/);
      assert.equal(
        csv.err,
        'Not everything fits into this format:\n  Emphasis, links, tables and the order of paragraphs are not kept.\n    A\n',
      );
      const json = JSON.parse((await study.run(['codebook', 'export', '--format=qdc', '--json'])).out);
      assert.match(json.text, /^<\?xml/);
      assert.deepEqual([json.format, json.losses[0].entries, json.counts], ['qdc', ['A'], { entries: 1 }]);
    });

    it('says when the codebook has problems', async () => {
      study.put('codebook.md', '# C\n\n## A {#a}\n\n## B {#a}\n');
      const { exit, err } = await study.run(['codebook', 'export', '--format', 'qdc']);
      assert.equal(exit, 0);
      assert.match(err, /^Hint: codebook\.md has \d problems?, .*\n {2}verbatim check names them\.$/m);
      assert.match(err, /The id is that of another entry as well\.\n {4}B/);
    });

    it('writes a file by its ending, and never over another one unasked', async () => {
      const { exit, out } = await study.run(['codebook', 'export', '--out', 'c.qdc']);
      assert.deepEqual([exit, out], [0, 'Wrote 5 entries to c.qdc.\n']);
      const first = study.read('c.qdc');
      assert.match(first, /<CodeBook /);
      await refused([['export --out c.qdc', /c\.qdc is there already/]]);
      assert.equal((await study.run(['codebook', 'export', '--out', 'c.qdc', '--format', 'csv', '--force'])).exit, 0);
      assert.notEqual(study.read('c.qdc'), first);
      assert.ok(study.names().every(name => !name.startsWith('.verbatim-export')));
    });

    it('never writes over the study itself', async () => {
      symlinkSync(path.join(study.root, 'codebook.md'), path.join(study.root, 'link.md'));
      await refused([
        ['export --out codebook.md --force', /a file of the study itself/],
        ['export --out link.md --force', /a file of the study itself/],
        ['export --out transcripts/pp-01.md --force', /a file of the study itself/],
        ['export --out codings/JS/transcripts/pp-01.jsonl --force', /a file of the study itself/],
        ['export --out gone/c.md', /no folder/],
        ['export --out transcripts --force', /is a folder/],
        ['export --format docx', /no format “docx”/],
        ['export --force', /--force goes with --out/],
      ]);
      study.put('codebook.md', '# C\n');
      await refused([['export --format qdc', /no themes and codes yet/]]);
    });
  });

  describe('import', () => {
    const TAGS = 'tag,description\nHope,\nweather,What it is like outside.\nweather.rain,\n';

    it('adds what is new, keeps what is there, and reports', async () => {
      study.put('tags.csv', TAGS);
      const before = study.read('codebook.md');
      const dry = await study.run(['codebook', 'import', 'tags.csv', '--dry-run', '--under', 'Influence on meetings']);
      assert.equal(study.read('codebook.md'), before);
      const { exit, out, err } = await study.run([
        'codebook',
        'import',
        'tags.csv',
        '--under',
        'Influence on meetings',
      ]);
      assert.deepEqual([exit, err], [0, '']);
      assert.equal(dry.out, out.replace(/^Added/, 'Would add'));
      assert.match(
        out,
        /^Added 2 entries; 1 entry there already and the same\.\n {2}\+ Influence on meetings \/ weather {2}\[weather\]\n/,
      );
      assert.equal(
        study.read('codebook.md'),
        before.replace(
          '### Hope {#hope}\n',
          '### Hope {#hope}\n\n### weather {#weather}\n\nWhat it is like outside.\n\n#### rain {#rain}\n',
        ),
      );
    });

    it('answers 1 where something differs or was left out, and updates when asked to', async () => {
      const file = path.join(study.root, 'x.csv');
      writeFileSync(file, 'title,definition,color,id\nHope,That it gets better.,beige,hope\n');
      const { exit, out } = await study.run(['codebook', 'import', 'x.csv', '--json']);
      assert.equal(exit, 1);
      const { differing, remarks, counts } = JSON.parse(out);
      assert.deepEqual(differing[0].differences, ['definition', 'place']);
      assert.match(remarks[0].what, /colour could not be read/);
      assert.deepEqual(counts, { added: 0, same: 0, differing: 1, updated: 0 });
      const updated = await study.run(['codebook', 'import', 'x.csv', '--update']);
      assert.match(
        updated.out,
        /^Updated:\n {2}\* .*Hope {2}\[hope\]\n {6}definition: nothing → “That it gets better\.”\n {6}place: left in “Influence on meetings”; in the file at the top$/m,
      );
      assert.match(study.read('codebook.md'), /### Hope \{#hope\}\n\nThat it gets better\.\n/);
    });

    it('says which field of which code was taken over or left, with both sides', async () => {
      study.put('x.csv', 'title,definition,id\nHope,That it gets better.,hope\nrain/sun,,\n');
      const { out } = await study.run(['codebook', 'import', 'x.csv', '--dry-run']);
      assert.match(out, /^Would add 1 entry; leave 1 that differs as it is; 0 entries there already and the same\.$/m);
      assert.match(out, /^ {6}definition: left; here nothing, in the file “That it gets better\.”$/m);
      const json = JSON.parse((await study.run(['codebook', 'import', 'x.csv', '--update', '--json'])).out);
      assert.deepEqual(json.differing[0].changes[0], {
        field: 'definition',
        here: [],
        there: ['That it gets better.'],
        updated: true,
      });
      const again = JSON.parse((await study.run(['codebook', 'import', 'x.csv', '--update', '--json'])).out);
      assert.deepEqual([again.counts.added, again.counts.updated], [0, 0]);
    });

    it('names the file and the line of what cannot be read', async () => {
      study.put('bad.qdc', '<CodeBook>\n<!DOCTYPE x>');
      const { err } = await study.run(['codebook', 'import', 'bad.qdc']);
      assert.match(err, /^verbatim codebook import: bad\.qdc, line 2: The file declares/);
    });

    it('takes its own export back: nothing changes', async () => {
      for (const format of ['qdc', 'csv', 'md']) {
        const before = study.read('codebook.md');
        await study.run(['codebook', 'export', '--out', `c.${format}`]);
        const { exit, out } = await study.run(['codebook', 'import', `c.${format}`, '--update']);
        assert.deepEqual([exit, out], [0, 'Added 0 entries; 5 entries there already and the same.\n']);
        assert.equal(study.read('codebook.md'), before);
      }
    });

    it('refuses what cannot be read and changes nothing', async () => {
      study.put('bad.qdc', '<!DOCTYPE x><CodeBook/>');
      study.put('two.csv', 'tag,name\na,b\n');
      await refused([
        ['import bad.qdc', /declares a document type/],
        ['import two.csv', /both name the codes/],
        ['import gone.csv', /There is no file gone\.csv/],
        ['import transcripts', /There is no file transcripts/],
        ['import', /No file is named/],
        ['import two.csv more.csv', /one argument too many/],
        ['import bad.qdc --under nonsuch', /declares a document type/],
      ]);
      study.put('good.csv', 'title\nA\n');
      await refused([['import good.csv --under nonsuch', /no theme or code “nonsuch”/]]);
      assert.equal(JSON.parse((await study.run(['codebook', 'import', 'bad.qdc', '--json'])).out).error.line, 1);
    });

    it('makes a codebook in a folder that has none', async () => {
      const empty = new TemporaryStudy({ 'tags.csv': TAGS });
      assert.equal((await empty.run(['codebook', 'import', 'tags.csv'])).exit, 0);
      assert.match(empty.read('codebook.md'), /^# Codebook\n\n## Hope \{#hope\}\n/);
      empty.remove();
    });
  });

  describe('merge and unmerge', () => {
    it('merges codes, counts by what they are now, shows what they were, and takes it back', async () => {
      const before = study.read('codebook.md');
      const codings = study.read('codings/JS/transcripts/group.jsonl');
      const { exit, out } = await study.run(['codebook', 'merge', 'Hope', 'sharing']);
      assert.equal(exit, 0);
      assert.match(
        out,
        /^Merged Hope \[hope\] into Self-disclosure \[self-disclosure\]: 4 codings\.\n.*codebook unmerge hope\n$/,
      );
      assert.equal(study.read('codings/JS/transcripts/group.jsonl'), codings);
      const { codes } = JSON.parse((await study.run(['codes', '--was', '--json'])).out);
      const [, merged] = codes;
      assert.deepEqual(
        [merged.codings, merged.was],
        [
          6,
          [
            { id: 'self-disclosure', codings: 1 },
            { id: 'sharing', codings: 1 },
            { id: 'hope', codings: 4 },
          ],
        ],
      );
      assert.match((await study.run(['codes', '--was'])).out, /^ {4}made as +hope +4$/m);
      assert.doesNotMatch((await study.run(['codes'])).out, /made as/);
      assert.equal(
        (await study.run(['codebook', 'unmerge', 'hope'])).out,
        'Hope [hope] is a code of its own again: 4 codings.\n',
      );
      assert.equal(study.read('codebook.md'), before);
    });

    it('refuses what it does not know', async () => {
      await refused([
        ['merge hope', /at least two codes/],
        ['merge hope nonsuch', /no code “nonsuch”/],
        ['merge hope influence', /is a theme, not a code/],
        ['merge hope hope', /./],
        ['unmerge nonsuch', /no former id/],
        ['unmerge', /No former id is named/],
      ]);
    });
  });

  describe('move and rename', () => {
    it('moves codes and themes, and to the top', async () => {
      const { out } = await study.run(['codebook', 'move', 'hope', 'Valuing the role', '--to', 'the-role']);
      assert.match(out, /^Moved Hope \[hope\] to The role \[the-role\]\.$/m);
      const paths = async (): Promise<unknown> => {
        const { codes } = JSON.parse((await study.run(['codes', '--json'])).out);
        return codes.map((row: { id: string; themePath: string[] }) => [row.id, ...row.themePath]);
      };
      assert.deepEqual(
        ((await paths()) as string[][]).filter(([id]) => id === 'hope'),
        [['hope', 'The role']],
      );
      for (const top of [['--to', ''], ['--top']]) {
        const before = study.read('codebook.md');
        assert.equal((await study.run(['codebook', 'move', 'hope', ...top])).exit, 0);
        assert.deepEqual(
          ((await paths()) as string[][]).filter(([id]) => id === 'hope'),
          [['hope']],
        );
        study.put('codebook.md', before);
      }
      const json = JSON.parse((await study.run(['codebook', 'move', 'influence', '--to', 'the-role', '--json'])).out);
      assert.deepEqual([json.to.id, json.changed, json.counts], ['the-role', true, { moved: 1 }]);
    });

    it('renames, with another id as well when asked to', async () => {
      assert.equal(
        (await study.run(['codebook', 'rename', 'hope', 'Looking ahead'])).out,
        'Hope [hope] is now Looking ahead [hope].\n',
      );
      const { out } = await study.run(['codebook', 'rename', 'hope', 'Ahead', '--id', 'ahead', '--json']);
      assert.deepEqual(JSON.parse(out).after, { id: 'ahead', title: 'Ahead' });
      assert.match(study.read('codebook.md'), /^### Ahead \{#ahead formerly="?hope"?\}$/m);
      const { codes } = JSON.parse((await study.run(['codes', '--json'])).out);
      assert.equal(codes.find((row: { id: string }) => row.id === 'ahead').codings, 4);
    });

    it('says where nothing was to be done', async () => {
      await study.run(['codebook', 'move', 'hope', '--to', 'the-role']);
      const before = study.read('codebook.md');
      const moved = await study.run(['codebook', 'move', 'hope', '--to', 'the-role']);
      assert.equal(moved.out, 'Already there: Hope [hope] in The role [the-role].\n');
      const renamed = await study.run(['codebook', 'rename', 'hope', 'Hope']);
      assert.equal(renamed.out, 'Hope [hope] is called that already.\n');
      assert.equal(study.read('codebook.md').trimEnd(), before.trimEnd());
    });

    it('refuses what cannot be, half of a change included', async () => {
      await refused([
        ['move hope', /not said where/],
        ['move --to the-role', /Nothing to move/],
        ['move hope --to the-role --top', /not said where/],
        ['move influence --to hope', /./],
        ['move hope --to nonsuch', /no theme or code “nonsuch”/],
        ['rename hope', /new title are needed/],
        ['rename nonsuch X', /no theme or code “nonsuch”/],
        ['rename hope New_title --id self-disclosure', /./],
        ['rename hope _', /./],
      ]);
    });
  });

  it('has nothing to say of former ids where nothing was merged', async () => {
    const plain = new TemporaryStudy(UNCODED);
    assert.doesNotMatch((await plain.run(['codes', '--was'])).out, /made as/);
    plain.remove();
  });
});
