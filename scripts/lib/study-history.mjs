import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gitIn, initRepository } from './own-git.mjs';
import { changedCodings } from './version-codings.mjs';
import { earlierText } from './version-text.mjs';

/**
 * Commits a copy of a study version by version, as its history describes them, and the branches that colleagues offer. The
 * last version on `main` is what is checked out in the end: the copy as it was given, or the version up to which it is made.
 * @param dir folder of the copy, not yet a repository
 * @param file the history: see samples/README.md
 * @param until name of a version on `main`: nothing that came later is there; without it the history is whole
 * @throws where no version has that name
 */
export function makeHistory(dir, file, until) {
  const { main, branches } = JSON.parse(readFileSync(file, 'utf8'));
  const last = until === undefined ? main.length - 1 : main.findIndex(({ name }) => name === until);
  if (last < 0) throw new Error(`No version of ${path.basename(file)} is named ${until}.`);
  const versions = versionsOf(main, filesBelow(dir)).slice(0, last + 1);
  const git = gitIn(dir);
  initRepository(git);
  for (const [i, files] of versions.entries()) commit(git, dir, main[i], files);
  for (const branch of branches) {
    git(['checkout', '--quiet', '-b', branch.name, 'main']);
    let files = versions.at(-1);
    for (const version of branch.versions) {
      files = offered(version, files);
      commit(git, dir, until === undefined ? { ...version, date: version.later } : version, files);
    }
  }
  git(['checkout', '--quiet', 'main']);
}

/** The files of every version. One with a name differs from the version after it, those before it from the one with the name. */
function versionsOf(main, today) {
  const starts = [0, ...main.flatMap(({ name }, i) => (name === undefined ? [] : [i + 1]))];
  let versions = [];
  let last = today;
  for (const start of starts.reverse()) {
    let described = {};
    const chapter = main.slice(start, main.length - versions.length).map(({ name, date, files }) => {
      described = name === undefined ? { ...described, ...files } : {};
      return earlier(date, described, last);
    });
    versions = [...chapter, ...versions];
    const named = main[start - 1];
    if (named !== undefined) last = earlier(named.date, named.files ?? {}, versions[0] ?? today);
  }
  return versions;
}

/** The files of an older version: as described, and what somebody said in a folder of theirs was said when its line says so. */
function earlier(date, described, later) {
  const files = new Map();
  for (const [name, text] of later) {
    const change = described[name];
    const written = change === undefined ? text : earlierText(text, change);
    const then = written !== undefined && name.startsWith('codings/') ? saidUntil(written, date) : written;
    if (then !== undefined && then !== '') files.set(name, then);
  }
  return files;
}

/** The lines of a coder's file that were there at a time. */
function saidUntil(text, date) {
  const until = Date.parse(date);
  const isSaid = line => {
    const { created, since } = JSON.parse(line);
    return Date.parse(created ?? since) <= until;
  };
  return text
    .split('\n')
    .filter(line => line !== '' && isSaid(line))
    .map(line => `${line}\n`)
    .join('');
}

/** The files after a version that somebody offers on a branch. */
function offered({ codings = {}, texts = {} }, before) {
  const files = new Map(before);
  for (const [name, replaced] of Object.entries(texts))
    files.set(name, earlierText(files.get(name), { but: replaced }));
  for (const [place, change] of Object.entries(codings)) {
    const [coder, ...transcript] = place.split('/');
    const name = `codings/${place}.jsonl`;
    files.set(name, changedCodings(files.get(name) ?? '', files.get(`${transcript.join('/')}.md`), change, coder));
  }
  return files;
}

function commit(git, dir, { author, date, message }, files) {
  for (const name of filesBelow(dir).keys()) if (!files.has(name)) rmSync(path.join(dir, name));
  for (const [name, text] of files) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  }
  git(['add', '--all']);
  const who = {
    GIT_AUTHOR_NAME: author,
    GIT_AUTHOR_EMAIL: `${author.toLowerCase()}@example.org`,
    GIT_AUTHOR_DATE: date,
  };
  git(['commit', '--quiet', '-m', message], { ...who, GIT_COMMITTER_DATE: date });
}

/** The texts below a folder by their paths with `/`; git's own files left out. */
function filesBelow(dir) {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      path
        .relative(dir, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .filter(name => !name.startsWith('.git/'));
  return new Map(names.sort().map(name => [name, readFileSync(path.join(dir, name), 'utf8')]));
}
