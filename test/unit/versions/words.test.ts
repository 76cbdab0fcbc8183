import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Git’s own words: whoever has never used it need not learn them. */
const FORBIDDEN =
  /\b(commit(s|ted|ting)?|merg(e|es|ed|ing)|branch(es)?|push(es|ed|ing)?|pull(s|ed|ing)?|fetch(es|ed|ing)?|rebas(e|ed|ing)|HEAD|remotes?|upstream|stag(e|ed|ing)|index|repositor(y|ies)|checkout|clone|diff|origin)\b/i;
const FILES = ['src/core/versions', 'src/extension/versions'];

/** Texts that are meant to be read: in the window those that are translated, in the core those that are sentences. */
function textsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const translated = [...source.matchAll(/l10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)];
  const quoted = [...source.matchAll(/(?<!import[^'\n]*)'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)];
  const found = file.includes('/extension/') ? translated : quoted;
  const texts = found.map(([, one, other]) => one ?? other ?? '');
  // What is put into a text is no word of ours.
  return texts.map(text => text.replace(/\$\{[^}]*\}/g, '')).filter(text => /\p{L} \p{L}/u.test(text));
}

describe('the words for versions', () => {
  const files = FILES.flatMap(folder => readdirSync(folder).map(name => path.join(folder, name)));
  const all = files.flatMap(file => textsOf(file).map(text => ({ file, text })));

  it('are found', () => {
    assert.ok(all.length > 120, String(all.length));
    for (const beginning of ['Colleagues have sent work', 'Who saves versions here?', 'Nothing new from your'])
      assert.ok(
        all.some(({ text }) => text.startsWith(beginning)),
        beginning,
      );
  });

  it('are none of git’s, so that nobody has to know them', () => {
    assert.deepEqual(
      all.filter(({ text }) => FORBIDDEN.test(text)).map(({ file, text }) => `${file}: ${text}`),
      [],
    );
  });

  it('are none of git’s in the manifest either', () => {
    const strings = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
    const keys = ['saveVersion', 'sendForReview', 'getWork', 'showReviews'].map(key => `command.${key}`);
    const welcome = Object.keys(strings).filter(key => /^welcome\.changes\.(noGit|neverSaved|nothingSaved)$/.test(key));
    assert.equal(welcome.length, 3);
    for (const key of [...keys, ...welcome])
      assert.doesNotMatch((strings[key] ?? '').replace(/\(command:[^)]*\)/g, ''), FORBIDDEN, key);
  });
});
