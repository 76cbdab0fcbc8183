import { statSync } from 'node:fs';
import path from 'node:path';
import type { CodebookEntry } from '../core/codebook/codebook.js';
import { isMarkdown } from '../core/study/layout.js';
import type { Study } from '../core/study/study.js';
import { didYouMean, nearest } from './near.js';
import { Refusal } from './refusal.js';

/** What somebody names: a code, a theme, or either of them. */
export type Named = CodebookEntry['kind'] | 'entry';

const NOUN: Readonly<Record<Named, string>> = { code: 'code', theme: 'theme', entry: 'theme or code' };

/**
 * The entry of the codebook that somebody names by its id, a former id or its title (letter case aside where that is
 * unique).
 * @throws Refusal where there is none of that kind, or more than one
 */
export function findEntry(study: Study, kind: Named, name: string): CodebookEntry {
  const byId = study.entry(name);
  const folded = name.trim().toLowerCase();
  const alike = study.codebook.entries.filter(entry => entry.title.toLowerCase() === folded);
  const exact = alike.filter(entry => entry.title === name.trim());
  const found = byId ? [byId] : exact.length === 1 ? exact : alike;
  const fitting = found.filter(entry => kind === 'entry' || entry.kind === kind);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  if (fitting.length > 1) {
    const ids = fitting.map(entry => entry.id);
    throw new Refusal(
      `ambiguous-${kind}`,
      `There are ${ids.length} ${NOUN[kind].replace('theme ', 'themes ')}s called “${name}”.`,
      `Name one by its id: ${ids.join(', ')}.`,
      { near: ids },
    );
  }
  const other = found[0];
  if (other !== undefined) {
    const remedy = other.kind === 'theme' ? 'Name one of its codes.' : 'Name a theme.';
    throw new Refusal(`unknown-${kind}`, `“${name}” is a ${other.kind}, not a ${NOUN[kind]}.`, remedy, { near: [] });
  }
  throw unknown(study, kind, name);
}

function unknown(study: Study, kind: Named, name: string): Refusal {
  const entries = study.codebook.entries.filter(entry => kind === 'entry' || entry.kind === kind);
  const names = new Map(
    entries.flatMap(entry => [entry.id, ...entry.formerly, entry.title].map(each => [each, entry.id])),
  );
  const near = [...new Set(nearest(name, names.keys()).map(each => names.get(each) ?? each))];
  const otherwise = study.hasCodebook
    ? `verbatim codes lists all ${kind === 'entry' ? 'of them' : `${kind}s`}.`
    : 'There is no codebook.md in this study yet.';
  return new Refusal(
    `unknown-${kind}`,
    `There is no ${NOUN[kind]} “${name}” in the codebook.`,
    didYouMean(near, otherwise),
    {
      near,
    },
  );
}

/**
 * The coder, or another name of a known set, that somebody means; letter case matters only where two differ by nothing else.
 * @throws Refusal where there is none
 */
export function findName(what: string, name: string, known: readonly string[]): string {
  if (known.includes(name)) return name;
  const alike = known.filter(each => sameName(each, name));
  if (alike[0] !== undefined && alike.length === 1) return alike[0];
  const near = nearest(name, known);
  const all =
    known.length === 0
      ? 'There is none yet.'
      : `There is ${known.slice(0, 10).join(', ')}${known.length > 10 ? ', …' : ''}.`;
  throw new Refusal(`unknown-${what}`, `There is no ${what} “${name}” in this study.`, didYouMean(near, all), { near });
}

/** Whether two names would be the same folder on some system. */
export function sameName(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}

/** All coders of a study, sorted. */
export function codersOf(study: Study): string[] {
  return [...new Set([...study.index.allFiles()].map(file => file.coder))].sort();
}

/**
 * The path in the study of a transcript that somebody names from the study or from the current folder.
 * @param known whether a path in the study will do
 * @throws Refusal where it lies outside, is no Markdown file, or is not known
 */
export function findTranscript(
  study: Study,
  roots: { root: string; cwd: string },
  name: string,
  known: (path: string) => boolean,
): string {
  const inside = [roots.root, roots.cwd].flatMap(from => pathInside(roots.root, path.resolve(from, name)) ?? []);
  const found = inside.find(known);
  if (found !== undefined) return found;
  const wanted = inside[0];
  if (wanted === undefined) {
    throw new Refusal(
      'outside-study',
      `${name} is outside the study ${roots.root}.`,
      'Name a transcript in the study, or the study with --study DIR.',
    );
  }
  if (!isMarkdown(wanted) && isFile(path.join(roots.root, wanted))) {
    throw new Refusal('not-markdown', `${wanted} is not Markdown.`, 'Transcripts are .md files; convert it first.');
  }
  const paths = new Map(
    study.transcriptPaths().flatMap(each => [each, path.posix.basename(each), stem(each)].map(key => [key, each])),
  );
  const near = [
    ...new Set(
      [...nearest(wanted, paths.keys()), ...nearest(stem(wanted), paths.keys())].map(key => paths.get(key) ?? key),
    ),
  ];
  const message = `There is no transcript ${wanted} in the study.`;
  throw new Refusal(
    'missing-transcript',
    message,
    didYouMean(near.slice(0, 5), 'verbatim transcripts lists all of them.'),
    { near },
  );
}

function isFile(absolute: string): boolean {
  return statSync(absolute, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The path in the study, with `/`, of a file or folder; undefined where it is not in it. */
export function pathInside(root: string, absolute: string): string | undefined {
  const relative = path.relative(root, absolute);
  const outside =
    relative === '' || relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return outside ? undefined : relative.split(path.sep).join('/');
}

const stem = (file: string): string => path.posix.basename(file).replace(/\.[^.]*$/, '');
