import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { code, TemporaryStudy, UNCODED } from './support/study.js';

describe('verbatim report', () => {
  let study: TemporaryStudy;
  beforeEach(async () => {
    study = new TemporaryStudy({
      ...UNCODED,
      'verbatim.json': '{"title": "Peers <in> teams", "questions": ["What do peers bring?"]}',
      'paper/coreq.md': '## 3. Occupation\n\nNurse and *researcher*.\n',
    });
    await code(study, 'pp-01.md', 'my own story', 'self-disclosure', 'EA');
  });
  afterEach(() => study.remove());

  it('prints Markdown with all sections', async () => {
    const { exit, out, err } = await study.run(['report']);
    assert.deepEqual([exit, err], [0, '']);
    assert.match(out, /^# Peers \\<in\\> teams$/m);
    const headings = [...out.matchAll(/^## (.*)$/gm)].map(match => match[1]);
    assert.deepEqual(headings, [
      'Aims and questions',
      'Sample',
      'Sessions',
      'Method and stance',
      'Who did what',
      'Themes',
      'Quotations in the manuscript',
      'Codebook',
      'Matrices',
      'History of the framework',
      'Agreement between coders',
      'COREQ checklist',
      'What was held back',
    ]);
    assert.match(out, /^1\. What do peers bring\?$/m);
    assert.match(out, /\| 3 \| Occupation\. .*\| Nurse and \\\*researcher\\\*\. \|/);
    assert.match(out, /\| 4 \| Gender\. .*\| Missing\. \|/);
    assert.match(out, /EA coded 1 of 2 transcripts \(1 coding\)/);
  });

  it('writes a file in the format that its name ends in, the same bytes each time, and none over another', async () => {
    const read = (name: string): Buffer => readFileSync(path.join(study.root, name));
    for (const format of ['md', 'html', 'docx']) {
      const first = await study.run(['report', '--out', `a.${format}`]);
      const second = await study.run(['report', '--format', format, '--out', `b.${format}`]);
      assert.deepEqual([first.exit, second.exit, first.err], [0, 0, '']);
      assert.deepEqual(read(`a.${format}`), read(`b.${format}`));
    }
    assert.match(read('a.html').toString('utf8'), /<h1>Peers &#60;in&#62; teams<\/h1>/);
    assert.equal(read('a.docx').subarray(0, 2).toString('latin1'), 'PK');
    const again = await study.run(['report', '--out', 'a.html']);
    assert.equal(again.exit, 2);
    assert.match(again.err, /--force/);
  });

  it('refuses what cannot be done, and writes nothing', async () => {
    const before = study.hash();
    for (const args of [['--format', 'docx'], ['--format', 'pdf'], ['--force'], ['--out', 'codebook.md', '--force']]) {
      const { exit, err } = await study.run(['report', ...args]);
      assert.equal(exit, 2, args.join(' '));
      assert.notEqual(err, '');
    }
    assert.equal(study.hash(), before);
  });

  it('gives programs the text with its format', async () => {
    const { out } = await study.run(['report', '--format', 'html', '--json']);
    const { format, text } = JSON.parse(out);
    assert.equal(format, 'html');
    assert.match(text, /^<!DOCTYPE html>/);
  });

  it('says of a folder without anything what is missing', async () => {
    const empty = new TemporaryStudy({});
    try {
      const { exit, out } = await empty.run(['report']);
      assert.equal(exit, 0);
      for (const said of [
        'Nobody has been met yet',
        'There are no themes yet',
        'There is no manuscript yet',
        'There is no history',
      ])
        assert.ok(out.includes(said), said);
    } finally {
      empty.remove();
    }
  });
});
