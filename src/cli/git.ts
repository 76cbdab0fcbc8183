import { SetupRefused } from '../node/merging/setupRefused.js';
import { type Place, placeOf } from '../node/work/place.js';
import { Refusal } from './refusal.js';
import type { Call } from './verb.js';

/** Where the study and its repository are. @throws Refusal where it is in none */
export async function placeOfStudy({ root }: Pick<Call, 'root'>): Promise<Place> {
  const place = await placeOf(root);
  if (place !== undefined) return place;
  throw new Refusal(
    'no-git',
    'The study is in no git repository, or git is not installed.',
    'Install git, make the folder a repository with git init, and try again.',
  );
}

/** Does what may be refused because of somebody's own settings. @throws Refusal */
export async function unlessRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SetupRefused)) throw error;
    throw new Refusal('own-settings', error.message, error.remedy);
  }
}
