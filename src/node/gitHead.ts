import type { GitHead } from '../core/ports.js';
import { gitPieces } from './gitOutput.js';
import { type FullRef, fullRefs, shortName } from './gitRefs.js';

const HEADS = 'refs/heads/';
const REMOTES = 'refs/remotes/';
/** Where VS Code and its extension for pull requests write down what a branch was made from; the latter as `owner#repository#branch`. */
const NOTED = '^branch\\..*\\.(vscode-merge-base|github-pr-base-branch)$';

/** Branches that others are made from, where nothing tells. */
const USUAL = [`${REMOTES}origin/main`, `${REMOTES}origin/master`, `${HEADS}main`, `${HEADS}master`];

/** What is checked out in the repository of a folder, without its commit. */
export async function branchAndBase(folder: string): Promise<Pick<GitHead, 'branch' | 'base'>> {
  const args = ['symbolic-ref', '--quiet', 'HEAD'];
  const request = { folder, args, purpose: 'tell which branch is checked out', answers: [1] };
  const [[head], refs, noted] = await Promise.all([gitPieces(request, '\n'), fullRefs(folder), notedBases(folder)]);
  const branch = head?.startsWith(HEADS) ? head.slice(HEADS.length) : undefined;
  return { branch, base: baseOf(branch, refs, branch === undefined ? [] : (noted.get(branch) ?? [])) };
}

function baseOf(branch: string | undefined, refs: readonly FullRef[], noted: readonly string[]): string | undefined {
  const byName = new Map(refs.map(ref => [ref.name, ref]));
  const upstream = byName.get(`${HEADS}${branch}`)?.upstream;
  // A branch that was made from another follows it, until it is sent somewhere itself.
  const told = [...noted.flatMap(name => [`${REMOTES}${name}`, `${HEADS}${name}`, name]), upstream ?? ''];
  const named = told.find(name => byName.has(name) && !isSame(name, branch));
  const usual = [byName.get(`${REMOTES}origin/HEAD`)?.pointsTo ?? '', ...USUAL].find(name => byName.has(name));
  const base = named ?? (usual !== undefined && !isSame(usual, branch) ? usual : undefined);
  return base === undefined ? undefined : shortName(base)?.name;
}

/** Whether a ref is a branch or what is its like at a remote. */
function isSame(name: string, branch: string | undefined): boolean {
  const ref = shortName(name);
  return ref?.kind === 'remote' ? ref.name.replace(/^[^/]+\//, '') === branch : ref?.name === branch;
}

/** What is noted as the base of each branch, the better source first. */
async function notedBases(folder: string): Promise<Map<string, string[]>> {
  const args = ['config', '-z', '--get-regexp', NOTED];
  const purpose = 'read the settings of the repository';
  const notes = (await gitPieces({ folder, args, purpose, answers: [1] }, '\0')).map(piece => {
    const [, branch = '', key, value = ''] = /^branch\.(.+)\.([a-z-]+)\n(.*)$/s.exec(piece) ?? [];
    return { branch, isOwn: key === 'vscode-merge-base', value };
  });
  const bases = new Map<string, string[]>();
  for (const { branch, value } of [...notes.filter(note => note.isOwn), ...notes.filter(note => !note.isOwn)]) {
    const name = value.split('#').at(-1) ?? '';
    bases.set(branch, [...(bases.get(branch) ?? []), ...(value.includes('#') ? [`origin/${name}`] : []), name]);
  }
  return bases;
}
