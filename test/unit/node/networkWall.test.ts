import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { copyOfSample, FIRST_SEVEN, type SampleCopy } from '../support/sample.js';

/** Whatever opens a socket, asks for a name, or hands work to a process where we do not see what it does. */
const NETWORK = /^(node:)?(net|tls|http|https|http2|dgram|dns|dns\/promises|inspector|cluster|worker_threads|repl)$/;
/** The same where nothing has to be imported for it. A method of that name, as git's fetching is one, is none. */
const GLOBAL =
  /(?<![.\w$])(?:fetch|importScripts)\s*\((?![^()]*\)\s*\{$)|\bnew\s+(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|SharedWorker|Worker)\b|\.sendBeacon\s*\(/;

const node: BuildOptions = { platform: 'node' };
const browser: BuildOptions = { platform: 'browser' };
const ENTRIES: readonly (readonly [string, BuildOptions])[] = [
  ['src/cli/main.ts', node],
  ['src/extension/desktop.ts', node],
  [
    'src/extension/web.ts',
    { platform: 'neutral', mainFields: ['browser', 'module', 'main'], conditions: ['worker', 'browser'] },
  ],
  ...readdirSync('src/webview', { withFileTypes: true })
    .filter(entry => entry.isDirectory() && readdirSync(`src/webview/${entry.name}`).includes('main.ts'))
    .map(entry => [`src/webview/${entry.name}/main.ts`, browser] as const),
];

/** Loaded before anything else: whatever opens a socket from then on says so and fails. */
const WALL = `
const said = what => { process.stderr.write('SOCKET ' + what + '\\n'); throw new Error('a socket was opened: ' + what); };
const shut = (name, ...functions) => { const all = require(name); for (const each of functions) all[each] = () => said(name + '.' + each); };
shut('net', 'connect', 'createConnection', 'createServer');
shut('tls', 'connect', 'createServer');
for (const name of ['http', 'https']) shut(name, 'request', 'get', 'createServer');
shut('http2', 'connect', 'createServer', 'createSecureServer');
shut('dgram', 'createSocket');
shut('dns', 'lookup', 'resolve', 'resolve4', 'resolve6', 'reverse');
require('net').Socket.prototype.connect = () => said('net.Socket.connect');
require('net').Server.prototype.listen = () => said('net.Server.listen');
globalThis.fetch = () => said('fetch');
globalThis.WebSocket = class { constructor() { said('WebSocket'); } };
`;

describe('the network', () => {
  for (const [entry, options] of ENTRIES) {
    it(`is in nothing that ${entry} is made of`, async () => {
      const { metafile, outputFiles = [] } = await build({
        ...{ entryPoints: [entry], bundle: true, write: false, metafile: true, outdir: 'out', external: ['vscode'] },
        ...{ minifySyntax: false, logLevel: 'error', loader: { '.ttf': 'empty', '.css': 'empty' } },
        ...options,
      });
      const imported = Object.values(metafile?.outputs ?? assert.fail('nothing was made')).flatMap(({ imports }) =>
        imports.map(one => one.path),
      );
      assert.deepEqual(
        imported.filter(name => NETWORK.test(name)),
        [],
      );
      const script = outputFiles.find(file => file.path.endsWith('.js'))?.text ?? assert.fail('nothing was made');
      assert.deepEqual(
        script.split('\n').filter(line => GLOBAL.test(line)),
        [],
      );
    });
  }

  it('is told from what only looks like it', () => {
    for (const line of ['  fetch("x")', 'const a = new WebSocket(u)', 'navigator.sendBeacon(u)', 'return fetch (u)'])
      assert.match(line, GLOBAL);
    for (const line of ['work.fetch(remote)', '  async fetch(remote, cancellation) {', 'prefetch(x)', 'new Workers()'])
      assert.doesNotMatch(line, GLOBAL);
    for (const name of ['net', 'node:http', 'dns/promises']) assert.match(name, NETWORK);
  });
});

describe('the command line behind a wall', () => {
  let folder = '';
  let sample: SampleCopy;
  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-wall-'));
    writeFileSync(path.join(folder, 'wall.cjs'), WALL);
    const made = { entryPoints: ['src/cli/main.ts'], outfile: path.join(folder, 'cli.cjs') };
    await build({ ...made, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
    sample = await copyOfSample(FIRST_SEVEN);
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    sample?.remove();
  });
  const behindWall = (...args: string[]) =>
    spawnSync(process.execPath, ['--require', path.join(folder, 'wall.cjs'), ...args], {
      cwd: sample.root,
      encoding: 'utf8',
    });

  it('would be heard if it opened a socket', () => {
    for (const code of [
      'fetch("http://127.0.0.1:9")',
      'require("net").connect(9)',
      'require("dgram").createSocket("udp4")',
    ])
      assert.match(behindWall('--eval', code).stderr, /^SOCKET /, code);
  });

  for (const call of [
    'check --hints',
    'codes',
    'excerpts --code hope-by-being-there --json',
    'matrix',
    'cooccurrence',
    'agreement',
    'sample',
    'report --out report.html',
    'diff HEAD~1',
    'log',
    'anchor',
    'transcripts',
    'memos',
    'code transcripts/np-07.md --quote=the --code new-one --coder EA',
    'codebook export --format csv',
    'git setup',
  ]) {
    it(`opens none: verbatim ${call}`, () => {
      const { status, stderr } = behindWall(path.join(folder, 'cli.cjs'), ...call.split(' '));
      assert.doesNotMatch(stderr, /SOCKET|a socket was opened/);
      // It has done its work, or refused it in its own words: it did not break off.
      assert.ok(status !== null && status <= 2, `${status}: ${stderr}`);
      assert.doesNotMatch(stderr, /\n\s+at /);
    });
  }
});

/** What is imported for its effect alone, or only in one kind of build, is seen here as well. */
describe('the sources', () => {
  it('import no module of the network', () => {
    const sources = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
      .map(entry => path.join(entry.parentPath, entry.name));
    const importing = sources.filter(file =>
      [...readFileSync(file, 'utf8').matchAll(/(?:from|import|require)\s*\(?\s*['"`]([^'"`]+)['"`]/g)].some(match =>
        NETWORK.test(match[1] ?? ''),
      ),
    );
    assert.deepEqual(importing, []);
  });
});
