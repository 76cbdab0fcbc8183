import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { loadCommands } from '../../../src/cli/cli.js';
import { anyCanaryPlan, type CanaryPlan, canaryStudy, hasCanary } from '../report/disclosure/support/canaryStudy.js';
import { TemporaryStudy } from './support/study.js';

const POLICY = { withhold: ['site'], smallestCell: 3, publicIds: 'public' };

/** What becomes of what each verb prints. A new verb has to be decided on: see docs/decisions/0029-disclosure.md. */
const DECIDED: Readonly<Record<string, string>> = {
  query: 'follows',
  matrix: 'follows',
  cooccurrence: 'follows',
  'new-codes': 'follows',
  sample: 'follows',
  evidence: 'follows',
  excerpts: 'follows',
  'codebook export': 'follows',
  codes: 'follows',
  transcripts: 'follows',
  comments: 'closed',
  memos: 'closed',
  agreement: 'follows',
  report: 'follows',
  check: 'team',
  anchor: 'team',
  resolve: 'team',
  textconv: 'team',
  code: 'team',
  log: 'team',
  diff: 'team',
  'quotes check': 'team',
  'quotes list': 'team',
  'report check': 'team',
  'transcripts move': 'team',
  'codebook import': 'team',
  'codebook merge': 'team',
  'codebook unmerge': 'team',
  'codebook move': 'team',
  'codebook rename': 'team',
  'round list': 'nothing',
  'round open': 'team',
  'round close': 'team',
  'round verify': 'team',
  'git setup': 'nothing',
  'git unset': 'nothing',
  'merge-driver': 'nothing',
};

const forms = (args: readonly string[], ...formats: readonly string[]): string[][] =>
  ['', ...formats].map(format => [...args, ...(format === '' ? [] : [format])]);
const TABLES = ['--json', '--csv', '--md'];

/** Every way out in every form. */
const WAYS: readonly (readonly string[])[] = [
  ['report'],
  ['report', '--format', 'html'],
  ...forms(['query', 'code:hope or code:trust or code:stray'], ...TABLES),
  ...forms(['query', 'role:peer'], ...TABLES),
  ...forms(['query', 'code:hope', '--count'], '--json'),
  ...['role', 'kind', 'participant', 'session', 'date', 'coder'].flatMap(axis =>
    [
      ['code', axis],
      ['theme', axis],
      [axis, 'theme'],
      [axis, 'role'],
    ].flatMap(([rows = '', columns = '']) =>
      forms(['matrix', '--rows', rows, '--columns', columns], ...TABLES, '--sort'),
    ),
  ),
  ...forms(['matrix', '--query', 'role:peer', '--count', 'words'], ...TABLES),
  ...forms(['cooccurrence'], ...TABLES),
  ...forms(['new-codes'], ...TABLES),
  ...forms(['sample'], ...TABLES),
  ...['kinds', 'recruitment', 'sessions', 'people'].flatMap(table => forms(['sample', '--table', table], '--csv')),
  ...forms(['evidence'], ...TABLES),
  ...forms(['evidence', 'hope'], ...TABLES),
  ...forms(['excerpts'], ...TABLES),
  ...forms(['codebook export'], '--json').map(([, ...rest]) => ['codebook', 'export', ...rest]),
  ...['codes', 'transcripts', 'comments', 'memos'].flatMap(verb => forms([verb], '--json')),
  ['codes', '--was'],
  ...forms(['agreement', '--samples', '0', '--unit', 'sentence', '--by', 'transcript'], ...TABLES),
  ...forms(['agreement', '--samples', '0', '--disagreements'], ...TABLES),
  ...forms(['report'], '--json'),
  ['report', '--format', 'html'],
  ...forms(['query', 'site:zqnorth'], ...TABLES),
  ...forms(['matrix', '--columns', 'site'], ...TABLES),
  ['query', '--list'],
];

/** Without intervals, which take long. */
const AGREEMENT = ['agreement', '--samples', '0'];

const SOMEBODY: CanaryPlan = {
  people: [0, 0, 0, 0, 1, 1, 2].map((role, i) => ({ role, site: i % 2, label: i % 3 })),
  transcripts: [0, 1, 2].map(i => ({
    turns: [0, 1, 2, 3, 4, 5, 6].map(who => ({ who, words: 6, names: who % 3 === 0 })),
    ...{ kind: i % 2, site: i % 2, named: i !== 1, session: i, interviewer: i },
  })),
  codings: [...Array(12).keys()].map(i => ({
    ...{ transcript: i % 3, from: i * 31, length: 40 + 9 * i, code: i % 4, lost: i % 6 === 5, evidence: i % 5 },
  })),
};

async function withStudy<T>(files: Readonly<Record<string, string>>, use: (study: TemporaryStudy) => Promise<T>) {
  const study = new TemporaryStudy(files);
  try {
    return await use(study);
  } finally {
    study.remove();
  }
}

describe('the command line and what may leave a study', () => {
  it('has decided for every verb what becomes of what it prints', async () => {
    const verbs = (await loadCommands()).map(({ verb }) => [verb.name, verb.leaving ?? 'undecided'] as const);
    const known = verbs.filter(([name]) => name in DECIDED);
    const undecided = verbs.filter(([name, leaving]) => !(name in DECIDED) && leaving === 'undecided');
    assert.deepEqual(undecided, [], 'Say in the verb what becomes of what it prints (`leaving`), and here.');
    for (const [name, leaving] of known) assert.equal(leaving, DECIDED[name], name);
  });

  it('has no way out of the window that nobody has decided on', () => {
    const files = readdirSync('src/extension', { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.ts'),
    );
    const out = files.filter(file => {
      const text = readFileSync(path.join('src/extension', file), 'utf8');
      return /workspace\.fs\.writeFile\(|clipboard\.writeText\(/.test(text);
    });
    const DECIDED_WAYS: Readonly<Record<string, string>> = {
      'query/exportAnswer.ts': 'publicCorpus(',
      'evidence/saveEvidence.ts': 'heldBack',
      'report/saveReport.ts': 'readReportSources',
      'sample/saveSample.ts': 'PublicSample',
      'exchange/exportCodebook.ts': 'assertMayLeave(',
      'quote/quoteContent.ts': 'mayLeave(',
      // Made of what may leave by readReportSources.
      'manuscripts/quotations/save.ts': 'withoutWhatIsHeldBack(',
      // Pictures are drawn of what may leave: see the next test.
      'pages/savePicture.ts': 'heldBack',
      // The link of a discussion, of which only its random name is copied; a message to a colleague.
      'discussion/register.ts': 'threadName(',
      'versions/sendForReview.ts': 'messageFor(',
      // The files of the study itself.
      'study/workspaceFileStore.ts': 'class',
    };
    for (const file of out) {
      const decided = DECIDED_WAYS[file.split(path.sep).join('/')];
      assert.ok(decided !== undefined, `${file} lets something out: decide what in 0029-disclosure.md, and here.`);
      assert.ok(readFileSync(path.join('src/extension', file), 'utf8').includes(decided), file);
    }
  });

  it('has no page whose pictures nobody has decided on', () => {
    const DECIDED_PICTURES: Readonly<Record<string, string>> = {
      'figures/figuresContent.ts': 'leavingFigure(',
      'agreement/agreementContent.ts': 'publicAgreement(',
      // What they show is about codes and coders: only the words of titles may name somebody.
      'studyHistory/historyContent.ts': 'assertTitlesMayLeave(',
      'themeMap/mapContent.ts': 'assertTitlesMayLeave(',
    };
    const files = readdirSync('src/extension', { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.ts'),
    );
    for (const file of files) {
      const text = readFileSync(path.join('src/extension', file), 'utf8');
      if (!text.includes('new PagePicture(')) continue;
      const decided = DECIDED_PICTURES[file.split(path.sep).join('/')];
      assert.ok(decided !== undefined && text.includes(decided), `${file}: decide what of its picture may leave.`);
    }
  });

  it('prints no id, label, path or withheld value in any form', async function () {
    this.timeout(300_000);
    await fc.assert(
      fc.asyncProperty(anyCanaryPlan, plan =>
        withStudy(canaryStudy(plan, POLICY), async study => {
          for (const args of WAYS) {
            const { out, err } = await study.run(args);
            // What somebody asked for is named in the refusal.
            const asked = args.some(hasCanary);
            assert.ok(asked || !hasCanary(err), `${args.join(' ')}: ${err}`);
            const at = out.toLowerCase().indexOf('zq');
            assert.ok(asked || at === -1, `${args.join(' ')}: ${out.slice(Math.max(0, at - 200), at + 60)}`);
          }
        }),
      ),
      { numRuns: 6, examples: [[SOMEBODY]] },
    );
  });

  it('lists codes, transcripts and disagreements by public names, and says what was held back', async () => {
    await withStudy(canaryStudy(SOMEBODY, POLICY), async study => {
      for (const args of [['codes'], ['transcripts'], AGREEMENT, [...AGREEMENT, '--disagreements']]) {
        const { out, err, exit } = await study.run(args);
        assert.deepEqual([exit, err], [0, ''], args.join(' '));
        assert.match(out, /Held back by the study’s disclosure policy: site/);
        const json = JSON.parse((await study.run([...args, '--json'])).out) as { heldBack: string[] };
        assert.match(json.heldBack.join(' '), /site/);
      }
      assert.match((await study.run(['transcripts'])).out, /Talk 1/);
      const { disagreements } = JSON.parse((await study.run([...AGREEMENT, '--json'])).out);
      assert.ok(disagreements.some(({ quote }: { quote: string }) => / — (?:P\d|Interviewer|Speaker)/.test(quote)));
    });
  });

  it('does not say in the list of transcripts of which kind they are where some kind has few people', async () => {
    const alone = SOMEBODY.transcripts.map((one, i) => (i === 1 ? { ...one, turns: one.turns.slice(0, 1) } : one));
    const kindsIn = async (plan: CanaryPlan) =>
      withStudy(canaryStudy(plan, POLICY), async study => {
        const { transcripts, heldBack } = JSON.parse((await study.run(['transcripts', '--json'])).out);
        return [transcripts.map(({ kind }: { kind: string | null }) => kind), heldBack.join(' ')] as const;
      });
    const [all, said] = await kindsIn(SOMEBODY);
    assert.deepEqual([all.includes('focus group'), /Nothing is told by/.test(said)], [true, false]);
    const [none, why] = await kindsIn({ ...SOMEBODY, transcripts: alone });
    assert.deepEqual(none, [null, null, null]);
    assert.match(why, /Nothing is told by kind: some cells would have fewer than 3 people/);
  });

  it('says of free text of the team why it does not leave, by which line, and what to do', async () => {
    await withStudy(canaryStudy(SOMEBODY, POLICY), async study => {
      for (const verb of ['comments', 'memos']) {
        const { out, err, exit } = await study.run([verb, '--json']);
        assert.equal(exit, 2);
        assert.match(err, /verbatim\.json:1: The study has a disclosure policy, and verbatim \w+ prints free text/);
        assert.match(err, /Add --internal if it is for the team alone\. To publish some of it, read it and write that/);
        const { error } = JSON.parse(out) as { error: Record<string, unknown> };
        assert.deepEqual([error.rule, error.file, error.line], ['disclosure', 'verbatim.json', 1]);
      }
    });
  });

  it('lists no code whose title or id names somebody', async () => {
    const files = canaryStudy(SOMEBODY, POLICY);
    const book = `${files['codebook.md']}\n## What INT-zq1 says {#one}\n`;
    await withStudy({ ...files, 'codebook.md': book }, async study => {
      const { out, err, exit } = await study.run(['codes']);
      assert.deepEqual([out, exit], ['', 2]);
      assert.match(err, /codebook\.md:1: The codebook says an id of the study/);
    });
  });

  it('prints everything with --internal and says so', async () => {
    await withStudy(canaryStudy(SOMEBODY, POLICY), async study => {
      for (const args of WAYS.filter(([verb]) => verb === 'excerpts' || verb === 'transcripts')) {
        const { out, err, exit } = await study.run([...args, '--internal']);
        assert.equal(exit, 0);
        assert.ok(hasCanary(out));
        assert.match(err, /for the team alone/);
      }
    });
  });

  it('says at the end what was held back', async () => {
    await withStudy(canaryStudy(SOMEBODY, POLICY), async study => {
      for (const verb of ['query code:hope', 'matrix', 'sample', 'evidence', 'excerpts', 'cooccurrence', 'new-codes']) {
        const args = verb.split(' ');
        assert.match((await study.run([...args, '--md'])).out, /Held back by the study’s disclosure policy: site/);
        assert.match((await study.run(args)).out, /Held back by the study’s disclosure policy: site/);
        assert.match((await study.run([...args, '--csv'])).err, /Held back by the study’s disclosure policy: site/);
        const json = JSON.parse((await study.run([...args, '--json'])).out) as { heldBack: string[] };
        assert.match(json.heldBack.join(' '), /site/);
      }
    });
  });

  it('prints nothing where the policy cannot be understood', async () => {
    await withStudy(canaryStudy(SOMEBODY, { withold: ['site'] }), async study => {
      for (const verb of [
        'query code:hope',
        'matrix',
        'sample',
        'evidence',
        'excerpts',
        'codebook export',
        'report',
        'codes',
        'transcripts',
        'agreement',
      ]) {
        const { out, err, exit } = await study.run(verb.split(' '));
        assert.deepEqual([out, exit], ['', 2]);
        assert.match(err, /verbatim\.json:1/);
      }
    });
  });

  it('is as ever where the study says nothing', async () => {
    await withStudy(canaryStudy(SOMEBODY, undefined), async study => {
      for (const args of WAYS.filter(one => !one.includes('report')).slice(0, 60)) {
        const { out, err, exit } = await study.run(args);
        assert.ok(!err.includes('held back') && !out.includes('heldBack') && exit !== 2, `${args.join(' ')}: ${err}`);
      }
    });
  });
});
