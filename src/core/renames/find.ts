import type { Anchored } from '../coding/coding.js';
import { foldPath } from '../study/layout.js';
import type { Study } from '../study/study.js';
import type { Candidates } from './candidates.js';
import { type Evidence, evidenceOf, type Fit, judge } from './evidence.js';
import { basesOf, type CoderFile, type LostTranscript, recordsIn } from './lost.js';

/** What was found out about a lost transcript. */
export interface Finding {
  readonly lost: LostTranscript;
  /** Where the files that are certain belong now: transcripts by the paths of the files. */
  readonly homes: ReadonlyMap<string, string>;
  /** What the others may belong to, best first. */
  readonly offered: readonly string[];
}

/** How many older versions git is asked for until it has one. */
const MOST_VERSIONS = 3;

/**
 * Finds out what has become of lost transcripts. Certain is: a file whose path differs in letter case only; one with the
 * very content that was coded; one that was known before, if nothing speaks against it; one that clearly fits best.
 * @param before where files of coders were shown so far
 */
export async function findTranscripts(
  study: Study,
  all: readonly LostTranscript[],
  candidates: Candidates,
  before: ReadonlyMap<string, string>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const left: LostTranscript[] = [];
  for (const lost of all) {
    const found = (await sameFile(lost, candidates)) ?? asBefore(lost, before);
    if (found === undefined) left.push(lost);
    else findings.push(found);
  }
  return left.length === 0 ? findings : [...findings, ...(await likeliest(study, left, candidates))];
}

/** The finding that one transcript is meant by all files, for certain. */
function certain(lost: LostTranscript, home: string): Finding {
  return { lost, homes: new Map(lost.files.map(({ path }) => [path, home])), offered: [] };
}

async function sameFile(lost: LostTranscript, candidates: Candidates): Promise<Finding | undefined> {
  const tiers = candidates.tiersFor(lost);
  const folded = foldPath(lost.path);
  const alike = tiers.flat().filter(path => foldPath(path) === folded);
  if (alike.length === 1) return certain(lost, alike[0] as string);
  for (const tier of tiers) {
    const found = await sameContent(lost, tier, candidates);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The finding that follows from files with the very content that was coded; undefined where there are none. */
async function sameContent(
  lost: LostTranscript,
  paths: readonly string[],
  candidates: Candidates,
): Promise<Finding | undefined> {
  const files = lost.files.map(file => ({ path: file.path, bases: new Set(basesOf([file])) }));
  if (files.every(({ bases }) => bases.size === 0)) return undefined;
  const matches = new Map<string, string[]>();
  for (const candidate of paths) {
    const ids = await candidates.idsOf(candidate);
    for (const { path, bases } of files)
      if (ids.some(id => bases.has(id))) matches.set(path, [...(matches.get(path) ?? []), candidate]);
  }
  const fitting = new Set([...matches.values()].flat());
  if (fitting.size === 0) return undefined;
  // What one coder coded is what the others did, unless the files contradict each other: then each goes by its own.
  if (fitting.size === 1) return certain(lost, [...fitting][0] as string);
  const homes = [...matches].flatMap(([file, found]) =>
    found.length === 1 ? [[file, found[0] as string] as const] : [],
  );
  return { lost, homes: new Map(homes), offered: [...fitting] };
}

/** An edit of a transcript does not make it another one: what was certain stays so as long as it is there. */
function asBefore(lost: LostTranscript, before: ReadonlyMap<string, string>): Finding | undefined {
  const known = new Set(lost.files.flatMap(({ path }) => before.get(path) ?? []));
  return known.size === 1 ? certain(lost, [...known][0] as string) : undefined;
}

/** Compares words: each file is looked at once, for all that is lost. */
async function likeliest(study: Study, all: readonly LostTranscript[], candidates: Candidates): Promise<Finding[]> {
  const wanted = new Map(all.map(lost => [keyOf(study, lost), once(() => gather(study, lost))]));
  const fits = new Map([...wanted.keys()].map(key => [key, new Map<string, Fit>()]));
  for (const path of candidates.toCompare())
    for (const [key, fit] of await candidates.fitsOf(path, wanted)) fits.get(key)?.set(path, fit);
  return all.map(lost => {
    const verdict = judge(fits.get(keyOf(study, lost)) ?? new Map());
    if (verdict.certain !== undefined) return certain(lost, verdict.certain);
    return { lost, homes: new Map(), offered: verdict.offered };
  });
}

async function gather(study: Study, { files }: LostTranscript): Promise<Evidence> {
  return evidenceOf(files.flatMap<Anchored>(recordsIn), await versionOf(study, files));
}

/** The text of the version that most was coded on, of those that git has. */
async function versionOf(study: Study, files: readonly CoderFile[]): Promise<string | undefined> {
  for (const base of basesOf(files).slice(0, MOST_VERSIONS)) {
    const text = await study.places.textOf(base);
    if (text !== undefined) return text;
  }
  return undefined;
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}

function keyOf(study: Study, { files }: LostTranscript): string {
  return files.map(({ path }) => `${path} ${study.stampOf(path)?.size} ${study.stampOf(path)?.modified}`).join('\n');
}
