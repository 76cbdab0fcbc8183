import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, read, until, uriOf, verbatim, write } from './support/study';

const STUDY = 'verbatim.json';
const PEOPLE = 'participants.csv';
const PP03 = 'transcripts/pp-03.md';
const PAPER = 'paper/leaving-test.md';
const OUT = 'left.txt';
/** A code on which two peers have something to say: fewer than the smallest cell. */
const CODE = 'own-story';
/** What only the team may see: ids and paths of the study, and withheld values, which all begin alike. */
const CANARY = /\b[pn]p-?\d{1,2}\b|np-group|pp-joint|zq/i;
const POLICY = { withhold: ['site', 'workplace'], smallestCell: 3, publicIds: 'public' };
const HELD = /Held back by the study’s disclosure policy: site and workplace\./;

async function study() {
  return (await (await verbatim()).studies.of(uriOf('codebook.md'))) ?? assert.fail('no study');
}

const run = (command: string, target: object): Thenable<unknown> =>
  vscode.commands.executeCommand(`verbatim.${command}`, target);

/** Where somebody was recognised by a text, with what stands around it; empty where nobody was. */
function givenAway(text: string): string {
  const at = text.search(CANARY);
  return at === -1 ? '' : `…${text.slice(Math.max(0, at - 80), at + 40)}…`;
}

/** What a way out of the window writes; undefined where it writes nothing. No file is left behind. */
async function written(go: (uri: vscode.Uri) => PromiseLike<unknown>): Promise<string | undefined> {
  await go(uriOf(OUT));
  const text = await read(OUT);
  if (text !== undefined) await write(OUT, undefined);
  return text;
}

/** The same where it has to write something; nobody must be recognised by it. */
async function left(go: (uri: vscode.Uri) => PromiseLike<unknown>): Promise<string> {
  const text = (await written(go)) ?? assert.fail('nothing was written');
  assert.equal(givenAway(text), '');
  return text;
}

async function answers() {
  return (await (await verbatim()).queries.show(await study())) ?? assert.fail('no page');
}

async function evidence() {
  const content = (await (await verbatim()).evidence.show(await study(), CODE)) ?? assert.fail('no page');
  await content.state({ cancelled: false });
  return content;
}

/** The page that quotes these words. */
async function quoting(words: string) {
  const opened = await study();
  const transcript = (await opened.seen.transcripts.get(PP03)) ?? assert.fail('no transcript');
  const start = transcript.points.fromUtf16(transcript.text.indexOf(words));
  const span = { start, end: start + [...words].length };
  const source = { kind: 'passage' as const, transcript: PP03, span, words };
  const content = (await (await verbatim()).quotes.show(opened, source)) ?? assert.fail('no page');
  const state = await until('the quotation', async () => {
    const message = await content.state();
    return message.type === 'state' && message.notice === '' && message;
  });
  return { content, state };
}

describe('what leaves the window under a disclosure policy', () => {
  const originals = new Map<string, string>();

  const policyIs = async (disclosure: object): Promise<void> => {
    const plain = JSON.parse(originals.get(STUDY) ?? '{}') as object;
    await write(STUDY, JSON.stringify({ ...plain, disclosure }, undefined, 2));
    await until('the policy to be known', async () => {
      const known = (await study()).study.config.disclosure;
      if (!('publicIds' in disclosure)) return known?.broken !== undefined;
      return known !== undefined && known.publicIds === disclosure.publicIds && known.broken === undefined;
    });
  };
  const problems = (): string[] =>
    vscode.languages
      .getDiagnostics(uriOf(STUDY))
      .map(({ code, message, range }) => `${String(code)}: ${message} line ${range.start.line + 1}`);

  before(async () => {
    for (const path of [STUDY, PEOPLE, PP03]) originals.set(path, (await read(path)) ?? assert.fail(path));
    const [header, ...rows] = (originals.get(PEOPLE) ?? '').trim().split('\n');
    const people = rows.map((row, i) => {
      const publicId = row.replace(/^PP(\d+),.*$/, 'K$1').replace(/^NP(\d+),.*$/, 'L$1');
      return `${row.replace(/[^,]*$/, `Zqtown ${i % 4}`)},Zqward ${i % 3},${publicId}`;
    });
    await write(PEOPLE, `${[`${header},workplace,public`, ...people].join('\n')}\n`);
    await write(PP03, (originals.get(PP03) ?? '').replace(/^site: .*$/m, 'site: Zqharbour'));
    await until('the people to be known', async () => (await study()).study.participants.columns.includes('public'));
    await policyIs(POLICY);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const [path, text] of originals) await write(path, text);
    if ((await read(PAPER)) !== undefined) await write(PAPER, undefined);
    await until('the study to be as it was', async () => {
      const { config, participants } = (await study()).study;
      return config.disclosure === undefined && !participants.columns.includes('public');
    });
  });

  it('answers questions, without small cells and without what is withheld', async () => {
    const page = await answers();
    const answer = (text: string, format: 'csv' | 'md' | 'json') => (uri: vscode.Uri) =>
      page.export({ text, format, uri });
    for (const format of ['csv', 'md', 'json'] as const) {
      const text = await left(answer(`code:${CODE}`, format));
      assert.match(text, /\b[KL]\d/);
      // CSV has no place for it: a message says it.
      if (format !== 'csv') assert.match(text, HELD);
    }
    await assert.rejects(left(answer(`code:${CODE} and role:peer`, 'md')), /Fewer than 3 people/);
    await assert.rejects(left(answer('site:Zqharbour', 'csv')), /asks for “site”/);
    assert.equal(await read(OUT), undefined);
  });

  it('says who said it without roles, where few of one did', async () => {
    const content = await evidence();
    const text = await left(uri => content.save({ format: 'md', uri }));
    assert.match(text, HELD);
    assert.match(text, /Nothing is told by (?:kind or )?role/);
    assert.doesNotMatch(text, /\| (?:non-)?peer \|/);
    await vscode.env.clipboard.writeText('');
    await content.receive({ type: 'copy' });
    assert.equal(await vscode.env.clipboard.readText(), text);
    const table = await left(uri => content.save({ format: 'csv', uri }));
    assert.match(table, /^[KL]\d+,,/m);
  });

  it('saves the sample', async () => {
    const text = await left(uri => run('exportSample', { format: 'md', uri }));
    assert.match(text, HELD);
    for (const table of ['kinds', 'recruitment', 'sessions', 'people']) {
      const csv = await left(uri => run('exportSample', { format: 'csv', table, uri }));
      const [titles = ''] = csv.split('\r\n');
      assert.doesNotMatch(titles, /workplace|public/, table);
    }
  });

  it('exports the codebook, which names nobody, and not one that does', async () => {
    for (const format of ['qdc', 'csv', 'md', 'taguette'] as const)
      await left(uri => run('exportCodebook', { format, uri }));
    const codebook = (await read('codebook.md')) ?? assert.fail();
    await write('codebook.md', `${codebook}\n## As PP3 said {#as-said}\n`);
    await until('the code', async () => (await study()).study.entry('as-said') !== undefined);
    assert.equal(await written(uri => run('exportCodebook', { format: 'md', uri })), undefined);
    await write('codebook.md', codebook);
    await until('no code', async () => (await study()).study.entry('as-said') === undefined);
  });

  it('saves the report', async () => {
    for (const format of ['md', 'html'] as const) {
      const text = await left(uri => run('writeReport', { format, uri }));
      assert.match(text, HELD);
      assert.match(text, /\b[KL]\d/);
    }
  });

  it('saves the theme map, which has no people', async () => {
    const svg = await left(uri => run('exportThemeMap', { format: 'svg', uri }));
    assert.match(svg, /^<svg/);
  });

  it('saves figures without small cells, as pictures that say so and as tables', async () => {
    const figure = (choices: object, format: 'svg' | 'csv') => (uri: vscode.Uri) =>
      run('exportFigure', { format, uri, choices });
    const byRole = {
      figure: 'heat',
      rows: 'code',
      columns: 'role',
      counted: 'participants',
      inScope: false,
      query: '',
    };
    const csv = await left(figure(byRole, 'csv'));
    assert.match(csv, /,–/);
    // Two peers say something about it.
    assert.match(csv.split('\r\n').find(row => row.includes('own story')) ?? '', /–/);
    for (const choices of [byRole, { figure: 'bars', shape: 'stacked' }, { figure: 'bars', shape: 'grouped' }]) {
      const svg = await left(figure(choices, 'svg'));
      assert.match(svg, /\d+ figures are held back: cells with fewer than 3 people/);
      assert.match(svg, /Held back by the study’s disclosure policy: site and workplace\./);
    }
    assert.match(await left(figure({ figure: 'heat', columns: 'participant' }, 'csv')), /^Code,.*\bK3\b/);
    for (const choices of [{ figure: 'network' }, { figure: 'along', transcript: PP03 }, { figure: 'new' }])
      for (const format of ['svg', 'csv'] as const) await left(figure(choices, format));
    assert.equal(await written(figure({ figure: 'heat', columns: 'site' }, 'svg')), undefined);
    assert.equal(await written(figure({ ...byRole, query: 'site:Zqharbour' }, 'svg')), undefined);
    assert.equal(await written(figure({ ...byRole, query: 'participant:PP3' }, 'svg')), undefined);
    await run('showFigures', { ...byRole, inScope: true });
  });

  it('saves agreement by the names that transcripts have outside', async () => {
    const choices = { unit: 'sentence', rows: 'transcript', inScope: false, coders: [] };
    const csv = await left(uri => run('exportAgreement', { format: 'csv', uri, choices }));
    assert.match(csv, /^Session \d+,/m);
    const svg = await left(uri => run('exportAgreement', { format: 'svg', uri, choices }));
    assert.match(svg, /Held back by the study’s disclosure policy/);
  });

  it('puts quotations into a manuscript under public ids, copies them, and says who is quoted', async () => {
    await write(PAPER, '# Test\n\nPeers were careful.\n');
    await until('the manuscript', async () => (await study()).study.exists(PAPER));
    const { document, selection } = await open(PAPER);
    assert.ok(selection.isEmpty);
    const { content, state } = await quoting('I was so careful. I ironed everything.');
    await vscode.env.clipboard.writeText('');
    await content.receive({ type: 'copy', key: state.key, draft: state.draft });
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /\(K3, peer/);
    assert.equal(givenAway(copied), '');
    await content.receive({ type: 'put', key: state.key, draft: state.draft });
    assert.match(document.getText(), /I ironed everything\..*\(K3/);
    assert.equal(givenAway(document.getText()), '');
    await document.save();
    const account = await left(uri => run('checkQuotations', { manuscript: PAPER, uri }));
    assert.match(account, /\| K3 \|/);
    assert.match(account, /are held back/);
  });

  it('tells slips as problems, until they are mended', async () => {
    await policyIs({ ...POLICY, withhold: ['site', 'workplaces'] });
    await until('the warning', () => problems().some(one => one.startsWith('withheld-attribute: ')));
    const line = ((await read(STUDY)) ?? '').split('\n').findIndex(text => text.includes('"workplaces"')) + 1;
    assert.deepEqual(problems(), [
      `withheld-attribute: Nothing in this study is called “workplaces”, so nothing is held back by that name. Did you mean workplace? line ${line}`,
    ]);
    await policyIs({ ...POLICY, publicIds: 'publik' });
    await until('the error', () => problems().some(one => one.startsWith('public-id: ')));
    assert.match(problems().join('\n'), /^public-id: participants\.csv has no column “publik”.* Did you mean public\?/);
    await policyIs(POLICY);
    await until('no problem', () => problems().length === 0);
  });

  it('lets nothing out where the policy cannot be followed', async () => {
    for (const policy of [{ withold: ['site'] }, { ...POLICY, publicIds: 'publik' }]) {
      await policyIs(policy);
      const page = await answers();
      const who = await evidence();
      const { content, state } = await quoting('I was so careful. I ironed everything.');
      const ways: Readonly<Record<string, (uri: vscode.Uri) => PromiseLike<unknown>>> = {
        answer: uri => page.export({ text: `code:${CODE}`, format: 'md', uri }),
        evidence: uri => who.save({ format: 'md', uri }),
        sample: uri => run('exportSample', { format: 'md', uri }),
        codebook: uri => run('exportCodebook', { format: 'md', uri }),
        report: uri => run('writeReport', { format: 'md', uri }),
        figure: uri => run('exportFigure', { format: 'svg', uri }),
        agreement: uri => run('exportAgreement', { format: 'svg', uri }),
        'theme map': uri => run('exportThemeMap', { format: 'svg', uri }),
        quotations: uri => run('checkQuotations', { manuscript: PAPER, uri }),
      };
      for (const [way, go] of Object.entries(ways)) {
        const text = await written(uri => Promise.resolve(go(uri)).catch(() => undefined));
        assert.equal(text, undefined, way);
      }
      const paper = await read(PAPER);
      await vscode.env.clipboard.writeText('as before');
      await assert.rejects(
        content.receive({ type: 'copy', key: state.key, draft: state.draft }),
        /Nothing is exported/,
      );
      await assert.rejects(content.receive({ type: 'put', key: state.key, draft: state.draft }), /Nothing is exported/);
      await assert.rejects(who.receive({ type: 'copy' }), /Nothing is exported/);
      assert.equal(await vscode.env.clipboard.readText(), 'as before');
      assert.equal(await read(PAPER), paper);
    }
  });
});
