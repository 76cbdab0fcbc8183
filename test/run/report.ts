/**
 * How a layer tells the test script what happened: one line among its output that starts with this mark, then as JSON how
 * many `passed`, `failed` and were `skipped`, and of each failure its full title and error (`failures`).
 */
export const resultMark = '##verbatim-result ';

/** The part of a mocha runner that is listened to; the Node build and the browser build of mocha share it. */
interface Runner {
  stats?: { passes: number; failures: number; pending: number } | undefined;
  on(event: string, listener: (test: TestLike, error?: Error) => void): unknown;
}

interface TestLike {
  title: string;
  duration?: number | undefined;
  parent?: TestLike | undefined;
  titlePath(): string[];
}

/**
 * How often a test in a real VS Code is tried again: once, because the window, its server and the file watcher are not ours
 * to steer. A test that needed it is printed with its error, so that a second try hides nothing.
 */
export const retries = 1;

/** Prints tests as they end, every failure in full where it happens, and a line with the counts. */
export function report(runner: Runner, print: (text: string) => void): void {
  let suite: TestLike | undefined;
  let counts = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  const heading = (test: TestLike) => {
    if (test.parent === suite) return;
    suite = test.parent;
    const titles = suite?.titlePath() ?? [];
    if (titles.length > 0) print(`  ${titles.join(' › ')}`);
  };
  runner.on('pass', test => {
    heading(test);
    counts = { ...counts, passed: counts.passed + 1 };
    const slow = (test.duration ?? 0) > 500 ? ` (${test.duration} ms)` : '';
    print(`    ✓ ${test.title}${slow}`);
  });
  runner.on('pending', test => {
    heading(test);
    counts = { ...counts, skipped: counts.skipped + 1 };
    print(`    - ${test.title} (skipped)`);
  });
  runner.on('retry', (test, error) => {
    heading(test);
    print(`    ↻ ${test.title}: did not pass at first and is tried once more`);
    print(indent(describe(error), 8));
  });
  runner.on('fail', (test, error) => {
    heading(test);
    counts = { ...counts, failed: counts.failed + 1 };
    const what = indent(describe(error), 8);
    print(`    ✗ ${test.title}`);
    print(what);
    failures.push(`${test.titlePath().join(' › ')}\n${what}`);
  });
  runner.on('end', () => print(resultMark + JSON.stringify({ ...counts, failures })));
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { actual, expected } = error as { actual?: unknown; expected?: unknown };
  // Node's own assertion messages already show the difference; a bare message does not.
  const values =
    actual === undefined && expected === undefined ? '' : `\nexpected: ${show(expected)}\nactual:   ${show(actual)}`;
  const stack = (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line) && !/node_modules|node:internal/.test(line));
  const hasDiff = /\n\+ |\n- |!==/.test(error.message);
  return [`${error.name}: ${error.message}${hasDiff ? '' : values}`, ...stack.slice(0, 6)].join('\n');
}

function show(value: unknown): string {
  return value instanceof RegExp ? String(value) : (JSON.stringify(value, undefined, 2) ?? String(value));
}

function indent(text: string, by: number): string {
  return text
    .split('\n')
    .map(line => ' '.repeat(by) + line)
    .join('\n');
}
