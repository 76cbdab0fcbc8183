import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCli } from '../../../src/cli/cli.js';
import { checkStudy } from '../../../src/core/analysis/check.js';
import { saveQuery } from '../../../src/core/analysis/query/saved/save.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { addComment } from '../../../src/core/discussion/write.js';
import { createMemo } from '../../../src/core/memos/create.js';
import { setReadingState } from '../../../src/core/reading/setState.js';
import { openStudy } from '../../../src/node/studies.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { smallStudy, TRANSCRIPT } from '../support/studies.js';

const TALK = 'transcripts/pp-03.md';

/** Names that lead somewhere else, that a system takes for something else, or that no disk takes. */
const NAMES: readonly string[] = [
  ...['../../x', '../x', '..', '.', '', ' ', '/', '//', 'a/../../b', './../x', '..\\..\\x', 'a\\..\\..\\..\\b'],
  ...[
    '/tmp/x',
    '/etc/x',
    '~/x',
    'C:\\x',
    'C:x',
    '\\\\host\\share\\x',
    'file:///tmp/x',
    '%2e%2e/x',
    '..%2fx',
    '\u2025/x',
    '．．/x',
  ],
  ...[
    'CON',
    'nul',
    'com1.md',
    'aux.jsonl',
    'x.',
    'x ',
    '-rf',
    '--out',
    'a\0b',
    'a\nb',
    '\u202ex',
    'a'.repeat(300),
    `${'a/'.repeat(100)}x`,
  ],
  ...[
    '.git/hooks/x',
    '.git',
    '.verbatim/x',
    '.hidden',
    'node_modules/x',
    '__proto__',
    '*',
    '$(touch x)',
    '`touch x`',
    ';touch x',
  ],
];

describe('names that lead out of the study', () => {
  let outside = '';
  let root = '';

  beforeEach(() => {
    outside = mkdtempSync(path.join(os.tmpdir(), 'verbatim-outside-'));
    root = path.join(outside, 'a', 'b', 'study');
    for (const [file, text] of Object.entries(smallStudy())) put(file, text);
    put('.git/config', 'ours');
    put('../canary.md', 'canary');
    put('../../canary.md', 'canary');
  });
  afterEach(() => rmSync(outside, { recursive: true, force: true }));

  function put(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }

  /** Everything that is none of the study's visible files: outside of it, and git's own. */
  function elsewhere(): string[] {
    const all = readdirSync(outside, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => path.join(entry.parentPath, entry.name));
    const own = path.join(root, path.sep);
    return all
      .filter(file => !file.startsWith(own) || file.startsWith(path.join(own, '.git', path.sep)))
      .map(file => `${path.relative(outside, file)}: ${readFileSync(file, 'utf8')}`)
      .sort();
  }

  async function cli(...args: string[]): Promise<void> {
    const io = { cwd: root, stdout: () => undefined, stderr: () => undefined, environment: fixedEnvironment() };
    const exit = await runCli(args, io);
    assert.ok(exit >= 0 && exit <= 2);
  }

  /** Refusing is right, and so is writing inside the study. */
  const may = (work: Promise<unknown>): Promise<unknown> => work.catch(error => assert.ok(error instanceof Error));

  for (const name of NAMES) {
    it(`write nothing elsewhere: ${JSON.stringify(name.slice(0, 40))}`, async () => {
      const before = elsewhere();
      const missing = ['/tmp/x', '/etc/x', path.join(os.homedir(), 'x')].filter(file => !existsSync(file));
      const quoted = JSON.stringify(name);
      put(
        'codebook.md',
        `${smallStudy()['codebook.md']}### ${name.replaceAll('\n', ' ')} {#${name.replaceAll('\n', ' ')} formerly=${quoted}}\n`,
      );
      put('codings/EA/transcripts/pp-03.jsonl', `${formatCodingLine(coding({ code: name, id: name, base: name }))}\n`);
      put(
        'codings/EA/discussion.ndjson',
        `${JSON.stringify({ comment: name, on: `code ${name}`, reply: name, id: name })}\n`,
      );
      put(TALK, `---\nparticipants: [${quoted}]\nsession: ${quoted}\nspeakers: {PP3: ${quoted}}\n---\n${TRANSCRIPT}`);
      put('verbatim.json', JSON.stringify({ title: name, transcripts: ['transcripts/**', name], manuscripts: [name] }));
      put('memos/a.md', `---\nabout: [${quoted}]\n---\n[[${name}]] [[${name}#aaaaaaaaaa]]\n`);
      const study = await openStudy(root, fixedEnvironment());
      await checkStudy(study);
      await may(setReadingState(study, name, [TALK], 'done'));
      await may(setReadingState(study, 'EA', [name], 'done'));
      await may(addComment(study, name, { kind: 'code', id: 'hope' }, 'A word'));
      await may(createMemo(study, { title: name, about: [name], quotes: [] }));
      await may(saveQuery(study, name, name, 'code:hope'));
      await may(study.move(TALK, name));
      assert.deepEqual(elsewhere(), before);
      await may(study.move(name, 'transcripts/in.md'));
      await cli('code', 'transcripts/np-01.md', '--quote=We do', '--code', 'hope', '--coder', name);
      await cli('code', 'transcripts/np-01.md', '--quote=We do', `--new-code=${name}`, '--coder', 'EA');
      await cli('code', name, '--quote=We do', '--code', 'hope', '--coder', 'EA');
      await cli('codebook', 'rename', 'hope', '--', name);
      await cli('transcripts', 'move', 'transcripts/np-01.md', name);
      await cli('anchor', '--refresh');
      assert.deepEqual(elsewhere(), before);
      assert.deepEqual(
        missing.filter(file => existsSync(file)),
        [],
      );
    });
  }
});
