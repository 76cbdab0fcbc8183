import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { Machine, type Ran } from './support/recipes.js';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, { readonly env: Readonly<Record<string, string>>; readonly steps: Step[] }>>;
}

const FILE = 'docs/actions/coding-changes.yml';
const workflow = parse(readFileSync(FILE, 'utf8')) as Workflow;
const job = workflow.jobs.comment ?? assert.fail();
const MARK = '<!-- coding changes -->\n';

/** The workflow, its steps run as they are written, on pull requests between real repositories. */
describe('the workflow that comments on pull requests', () => {
  let machine: Machine;
  let checkout: string;
  let summary: string;

  beforeEach(async function () {
    this.timeout(60_000);
    machine = new Machine();
    await machine.setUp();
    const recipe = `mkdir -p .github/verbatim && cp '${path.resolve('dist/cli.js')}' .github/verbatim/cli.js`;
    git(`${recipe} && git add .github && git commit --quiet -m tool`);
    summary = path.join(machine.home, 'summary.md');
  });
  afterEach(() => machine.remove());

  const git = (script: string): string => {
    const { exit, out, err } = machine.run(script);
    assert.equal(exit, 0, err);
    return out.trim();
  };

  /** Runs all steps for a pull request of a branch, from the repository or a fork. */
  function pull(branch: string, from = 'team/study'): Ran[] {
    git(`git checkout --quiet -B pull main && git merge --quiet --no-ff -m merge '${branch}'`);
    checkout = path.join(machine.home, 'checkout');
    git(`rm -rf '${checkout}' && git clone --quiet --branch pull "file://$PWD" '${checkout}'`);
    const github = {
      repository: 'team/study',
      token: 'token',
      event: {
        pull_request: {
          number: 7,
          base: { sha: git('git rev-parse main') },
          head: { sha: git(`git rev-parse '${branch}'`), repo: { full_name: from } },
        },
      },
    };
    const value = (expression: string): string =>
      String(expression.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], { github }));
    const filled = (env: Readonly<Record<string, string>> = {}) =>
      Object.fromEntries(
        Object.entries(env).map(([key, text]) => [key, String(text).replace(/\$\{\{ (.*?) \}\}/g, (_, e) => value(e))]),
      );
    const temporary = path.join(machine.home, 'runner');
    mkdirSync(temporary, { recursive: true });
    writeFileSync(summary, '');
    const runner = { GITHUB_REPOSITORY: 'team/study', RUNNER_TEMP: temporary, GITHUB_STEP_SUMMARY: summary };
    return job.steps.flatMap(step => {
      const [left, right] = step.if?.split(' == ') ?? [];
      const isSkipped = left !== undefined && right !== undefined && value(left) !== value(right);
      if (step.run === undefined || isSkipped) return [];
      return [machine.run(step.run, checkout, { ...runner, ...filled(job.env), ...filled(step.env) })];
    });
  }

  const done = (ran: readonly Ran[], steps: number): void =>
    assert.deepEqual(
      ran.map(({ exit, err }) => [exit, err]),
      Array(steps).fill([0, '']),
    );

  it('may do no more than it must, and lets nothing from outside into a command', () => {
    assert.deepEqual(workflow.permissions, { contents: 'read', 'pull-requests': 'write' });
    assert.equal(workflow.on, 'pull_request');
    assert.deepEqual(Object.keys(workflow.jobs), ['comment']);
    for (const { uses, run } of job.steps) {
      if (uses !== undefined) assert.match(uses, /^actions\/(checkout|setup-node)@v\d+$/);
      assert.doesNotMatch(run ?? '', /\$\{\{/);
    }
    const expressions = [...readFileSync(FILE, 'utf8').matchAll(/\$\{\{ (.*?) \}\}/g)].map(match => match[1] ?? '');
    const safe = ['number', 'base.sha', 'head.sha'].map(name => `github.event.pull_request.${name}`);
    assert.deepEqual(
      expressions.filter(each => ![...safe, 'github.token'].includes(each)),
      [],
    );
    assert.equal(job.steps[0]?.with?.['persist-credentials'], false);
  });

  it('writes one comment and keeps it up to date, whoever else comments', function () {
    this.timeout(60_000);
    const others = Array.from({ length: 120 }, (_, i) => ({ id: i, user: { login: 'eva' }, body: `${MARK}not ours` }));
    machine.comments = [...others, { id: 500, user: null, body: 'gone' }];
    done(pull('mb-second-reading'), 2);
    const [, comment] = machine.comments.slice(120);
    assert.equal(comment?.body.startsWith(`${MARK}## Coding changes\n\n**13 changes** in `), true);
    assert.equal(readFileSync(summary, 'utf8'), comment?.body);

    git(
      `git checkout --quiet mb-second-reading && sed -i '$d' codings/MB/transcripts/np-07.jsonl && git commit --quiet -am less`,
    );
    done(pull('mb-second-reading'), 2);
    assert.equal(machine.comments.length, 122);
    assert.match(machine.comments.at(-1)?.body ?? '', /\*\*12 changes\*\*/);
  });

  it('says so where nothing of the analysis changes', function () {
    this.timeout(60_000);
    git('git checkout --quiet -b readme main && echo more >> README.md && git commit --quiet -am readme');
    done(pull('readme'), 2);
    assert.match(machine.comments[0]?.body ?? '', /No changes in `[0-9a-f]{40}` since it branched off `[0-9a-f]{40}`/);
  });

  it('has the summary do for a fork, and runs nothing that a pull request brings along', function () {
    this.timeout(60_000);
    const marker = path.join(machine.home, 'started');
    const evil = `require('node:fs').writeFileSync('${marker}', '')`;
    git('git checkout --quiet -b fork main && git merge --quiet mb-second-reading');
    for (const file of ['.github/verbatim/cli.js', 'verbatim.js', 'node_modules/yaml/index.js']) {
      mkdirSync(path.dirname(path.join(machine.study, file)), { recursive: true });
      writeFileSync(path.join(machine.study, file), evil);
    }
    git(`printf '* diff=bad filter=bad\\n' > .gitattributes && git add --force . && git commit --quiet -m evil`);
    done(pull('fork', 'mallory/study'), 1);
    assert.deepEqual(machine.comments, []);
    assert.match(readFileSync(summary, 'utf8'), /\*\*13 changes\*\*/);
    assert.match(readFileSync(path.join(checkout, '.github/verbatim/cli.js'), 'utf8'), /started/);
    assert.equal(existsSync(marker), false);
  });
});
