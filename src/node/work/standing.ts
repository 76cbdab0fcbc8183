import { existsSync } from 'node:fs';
import path from 'node:path';
import type { GitHead, Standing } from '../../core/ports.js';
import { gitPieces } from '../gitOutput.js';
import { fullRefs, shortName } from '../gitRefs.js';
import { identityIn } from './identity.js';
import type { Place } from './place.js';
import { underWayIn } from './underWay.js';

/** @param head where the working tree is */
export async function standingOf(place: Place, head: GitHead): Promise<Standing> {
  const [underWay, identity, remote, upstream] = await Promise.all([
    underWayIn(place),
    identityIn(place),
    remoteOf(place, head.branch),
    upstreamOf(place, head.branch),
  ]);
  return { ...head, underWay, isLocked: isLocked(place, head.branch), identity, remote, upstream };
}

/** Locks that keep a version from being saved. */
export function locksOf(place: Place, branch: string | undefined): string[] {
  const ref = branch === undefined ? [] : [path.join(place.commonDir, 'refs/heads', `${branch}.lock`)];
  return [path.join(place.gitDir, 'index.lock'), path.join(place.gitDir, 'HEAD.lock'), ...ref];
}

function isLocked(place: Place, branch: string | undefined): boolean {
  return locksOf(place, branch).some(file => existsSync(file));
}

/** The remote that versions are exchanged with: that of the branch, else `origin`, else the only one. */
async function remoteOf(place: Place, branch: string | undefined): Promise<string | undefined> {
  const args = ['config', '-z', '--get-regexp', '^(remote\\..*\\.url|branch\\..*\\.remote)$'];
  const purpose = 'read the settings of the repository';
  const pieces = await gitPieces({ folder: place.root, args, purpose, answers: [1] }, '\0');
  const settings = pieces.map(piece => {
    const [, section = '', name = '', value = ''] = /^(remote|branch)\.(.*)\.[a-z]+\n(.*)$/s.exec(piece) ?? [];
    return { section, name, value };
  });
  const remotes = new Set(settings.filter(({ section }) => section === 'remote').map(({ name }) => name));
  const own = settings.filter(({ section, name }) => section === 'branch' && name === branch).at(-1)?.value;
  if (own !== undefined && remotes.has(own)) return own;
  if (remotes.has('origin')) return 'origin';
  return remotes.size === 1 ? [...remotes][0] : undefined;
}

/** What a branch follows, where that is a remote branch that was fetched. */
async function upstreamOf(place: Place, branch: string | undefined): Promise<string | undefined> {
  const refs = await fullRefs(place.root);
  const upstream = refs.find(ref => ref.name === `refs/heads/${branch}`)?.upstream ?? '';
  const short = refs.some(ref => ref.name === upstream) ? shortName(upstream) : undefined;
  return short?.kind === 'remote' ? short.name : undefined;
}
