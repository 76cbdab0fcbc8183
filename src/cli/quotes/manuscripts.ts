import path from 'node:path';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../core/analysis/corpus/corpusReader.js';
import type { CheckedManuscript } from '../../core/manuscript/checked.js';
import { checkFile } from '../../core/manuscript/manuscripts.js';
import { manuscriptPaths } from '../../core/manuscript/paths.js';
import { isMarkdown } from '../../core/study/layout.js';
import { pathInside } from '../names.js';
import { didYouMean, nearest } from '../near.js';
import { Refusal } from '../refusal.js';
import type { Call } from '../verb.js';

/** Manuscripts of a study with their quotations compared, and what they were compared with. */
export interface Checked {
  readonly corpus: Corpus;
  readonly manuscripts: readonly CheckedManuscript[];
}

/**
 * Checks the manuscripts that were named, all of the study where none was.
 * @throws Refusal where there is no such file
 */
export async function checkedManuscripts(call: Call): Promise<Checked> {
  const { study } = call;
  const named = manuscriptsNamed(call);
  const corpus = await new CorpusReader(study).read();
  const manuscripts: CheckedManuscript[] = [];
  for (const one of named) manuscripts.push((await checkFile(study, corpus, one)) ?? missing(one, named));
  return { corpus, manuscripts };
}

/**
 * Paths of the manuscripts that were named, of all of the study where none was.
 * @throws Refusal where there is no such file
 */
export function manuscriptsNamed({ study, root, args, io }: Pick<Call, 'study' | 'root' | 'args' | 'io'>): string[] {
  const all = manuscriptPaths(study);
  const named = args.positionals.map(name => {
    const inside = [root, io.cwd].flatMap(from => pathInside(root, path.resolve(from, name)) ?? []);
    return inside.find(one => study.exists(one) && isMarkdown(one)) ?? missing(name, all);
  });
  return named.length > 0 ? [...new Set(named)] : all;
}

/** What is said where there is nothing to check. */
export const NO_MANUSCRIPT =
  'This study has no manuscript. Put it into the folder paper, or name it in verbatim.json under "manuscripts".\n';

function missing(name: string, all: readonly string[]): never {
  const near = nearest(name, all);
  const known = all.length === 0 ? 'Name a Markdown file in the study.' : `Its manuscripts are ${all.join(', ')}.`;
  throw new Refusal('missing-manuscript', `There is no manuscript ${name} in the study.`, didYouMean(near, known), {
    near,
  });
}
