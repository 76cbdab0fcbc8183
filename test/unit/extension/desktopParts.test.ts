import assert from 'node:assert/strict';
import { type DesktopParts, desktopParts, ENTRY } from '../support/desktopParts.js';

const MOST = 450 * 1024;

/** What only the work of a feature needs, by the beginnings of paths. */
const HEAVY = [
  ...[
    'yaml',
    'docx',
    'picomatch',
    '@rgrove/parse-xml',
    'micromark',
    'mdast-util-from-markdown',
    'character-entities',
  ].map(name => `node_modules/${name}/`),
  ...['study/study.ts', 'study/config.ts', 'study/problems.ts', 'anchoring/anchors.ts', 'transcript/parse.ts'],
  ...['codebook/parse.ts', 'memos/parse.ts', 'exchange/', 'manuscript/', 'merge/mergeFile.ts', 'merge/mergeStudy.ts'],
  ...[
    'review/compare.ts',
    'review/apply.ts',
    'review/history.ts',
    'report/study/',
    'report/document/',
    'report/figures/',
  ],
  ...['analysis/corpus/', 'analysis/agreement/agreementOf.ts', 'analysis/query/', 'analysis/sample/'],
].map(start => (start.startsWith('node_modules/') ? start : `src/core/${start}`));
const DISK = ['src/node/fileStore.ts', 'src/node/gitProgram.ts', 'src/node/work/'];

describe('what the desktop extension loads when it is activated', () => {
  let parts: DesktopParts;

  before(async () => {
    parts = await desktopParts();
  });

  it('is no more than 450 KB', () => {
    const size = Buffer.byteLength(parts.files.get(ENTRY) ?? '');
    const heaviest = [...parts.atOnce].sort(([, a], [, b]) => b - a).slice(0, 20);
    assert.ok(size > 0);
    const listed = heaviest.map(([name, bytes]) => `  ${String(bytes).padStart(7)} ${name}`).join('\n');
    assert.ok(size <= MOST, `${size} bytes are loaded at once, ${MOST} may be. The heaviest parts:\n${listed}`);
  });

  it('is nothing that only the work of a feature needs', () => {
    const all = [...HEAVY, ...DISK];
    const sources = Object.keys(parts.metafile.inputs);
    // Each is in the extension all the same, else a renamed one would pass unseen; the library for Word is in a page alone.
    const missing = all.filter(start => !start.includes('/docx/') && !sources.some(name => name.startsWith(start)));
    assert.deepEqual(missing, []);
    const loaded = [...parts.atOnce.keys()].filter(name => all.some(start => name.startsWith(start)));
    assert.deepEqual(
      loaded,
      [],
      'a static import pulls them in: use `await import()` in a function that is asynchronous',
    );
  });

  it('finds every part it asks for later', () => {
    for (const [file, text] of parts.files) {
      if (!file.endsWith('.js')) continue;
      for (const [, asked = ''] of text.matchAll(/require\("(\.[^"]+)"\)/g)) {
        const wanted = new URL(asked, `file:///${file}`).pathname.slice(1);
        assert.ok(parts.files.has(wanted), `${file} asks for ${wanted}`);
      }
      assert.doesNotMatch(text, /\bimport\(/, `${file}: the extension host gives CommonJS its \`vscode\``);
    }
  });

  it('asks for the editor’s API once a file, and never copies it', () => {
    const asking = [...parts.files].filter(([file, text]) => file.endsWith('.js') && text.includes('"vscode"'));
    assert.ok(asking.some(([file]) => file === ENTRY));
    for (const [file, text] of asking) {
      assert.equal(text.match(/require\("vscode"\)/g)?.length, 1, file);
      assert.match(text, /\.exports=require\("vscode"\)/, file);
    }
  });

  it('has the files of a part loaded one by one, what they need first', () => {
    const stubs = [...parts.files].filter(([, text]) => text.includes('loadingInTurns(['));
    assert.ok(stubs.length > 20);
    for (const [file, text] of stubs) {
      const listed = [...text.matchAll(/\(\) => require\("([^"]+)"\)/g)].map(([, name = '']) => name);
      assert.equal(listed.at(-1), `./${file.slice(file.lastIndexOf('/') + 1).replace(/js$/, 'own.js')}`);
      const before = new Set<string>();
      for (const name of listed) {
        const own = parts.files.get(`dist/extension/${name.slice(2)}`) ?? '';
        for (const [, needed = ''] of own.matchAll(/require\("(\.\/[^"]+)"\)/g))
          if (listed.includes(needed)) assert.ok(before.has(needed), `${file}: ${name} needs ${needed}`);
        before.add(name);
      }
    }
  });
});
