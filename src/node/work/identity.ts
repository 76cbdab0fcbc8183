import type { Standing } from '../../core/ports.js';
import { identityUnfit } from '../../core/versions/failures.js';
import { gitPieces } from '../gitOutput.js';
import { ownGit } from './ownGit.js';
import type { Place } from './place.js';

type Identity = NonNullable<Standing['identity']>;

/** What git cannot have in a name or address. */
const UNFIT = /[<>\p{Cc}]/u;
const WITH_LETTER = /[\p{L}\p{N}]/u;

/**
 * Who saves versions in a repository, as settings and environment say; undefined where either of the two does not tell: then git
 * would refuse, or make something up.
 */
export async function identityIn(place: Place): Promise<Identity | undefined> {
  const args = ['config', '-z', '--get-regexp', '^(user|author|committer)\\.(name|email)$'];
  const request = { folder: place.root, args, purpose: 'read the settings of the repository', answers: [1] };
  // Of several settings the last one holds.
  const settings = new Map((await gitPieces(request, '\0')).map(piece => split(piece)));
  const { env } = process;
  const told = (who: 'author' | 'committer', what: 'name' | 'email'): string => {
    const variable = env[`GIT_${who}_${what}`.toUpperCase()];
    const more = what === 'email' ? env.EMAIL : undefined;
    return (variable ?? settings.get(`${who}.${what}`) ?? settings.get(`user.${what}`) ?? more ?? '').trim();
  };
  const all = [told('author', 'name'), told('author', 'email'), told('committer', 'name'), told('committer', 'email')];
  const [name = '', email = ''] = all;
  return all.every(value => value !== '') ? { name, email } : undefined;
}

function split(piece: string): [string, string] {
  const end = piece.indexOf('\n');
  return end === -1 ? [piece, ''] : [piece.slice(0, end), piece.slice(end + 1)];
}

/** Tells git who saves versions in this repository, and in no other. @throws `VersionFailure`, with the settings as they were */
export async function identify(place: Place, name: string, email: string): Promise<void> {
  const values = { 'user.name': name.trim(), 'user.email': email.trim() };
  if (Object.values(values).some(value => UNFIT.test(value) || !WITH_LETTER.test(value))) throw identityUnfit();
  const before = await localName(place);
  await setting(place, 'user.name', values['user.name']);
  try {
    await setting(place, 'user.email', values['user.email']);
  } catch (error) {
    await setting(place, 'user.name', before);
    throw error;
  }
}

async function localName(place: Place): Promise<string | undefined> {
  const args = ['config', '--local', '-z', '--get', 'user.name'];
  const request = { folder: place.root, args, purpose: 'read the settings of the repository', answers: [1] };
  return (await gitPieces(request, '\0'))[0];
}

/** Sets or removes a setting of this repository. @param value undefined: removes it */
export async function setting(place: Place, key: string, value: string | undefined): Promise<void> {
  const args = value === undefined ? ['--unset-all', key] : ['--replace-all', key, value];
  // 5: there was nothing to remove.
  await ownGit(place, { args: ['config', '--local', ...args], purpose: 'change a setting', answers: [5] });
}
