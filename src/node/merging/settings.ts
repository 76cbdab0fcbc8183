import { DRIVER } from '../../core/merge/attributes.js';
import { gitPieces } from '../gitOutput.js';
import { ownGit } from '../work/ownGit.js';
import type { Place } from '../work/place.js';

/** What settings about our driver are called, as far as we write them. */
export type Setting = 'name' | 'driver';

const SECTION = `merge.${DRIVER}`;

/** The settings of a repository about a merge driver of our name: values by the last part of their names, somebody else's included. */
export async function driverSettings({ root }: Place): Promise<ReadonlyMap<string, readonly string[]>> {
  const settings = new Map<string, string[]>();
  const request = ['--null', '--get-regexp', `^merge\\.${DRIVER}\\.`];
  const args = ['config', '--local', ...request];
  for (const entry of await gitPieces({ folder: root, args, purpose: 'read its settings', answers: [1] }, '\0')) {
    const [, key = '', value = ''] = /^merge\.[a-z]+\.([^\n]+)(?:\n(.*))?$/s.exec(entry) ?? [];
    settings.set(key, [...(settings.get(key) ?? []), value]);
  }
  return settings;
}

/** Writes a setting, in place of whatever it was. */
export async function writeSetting(place: Place, key: Setting, value: string): Promise<void> {
  await change(place, ['--replace-all', `${SECTION}.${key}`, value]);
}

/** Takes our settings away, and their section where nothing else is in it. */
export async function removeSettings(place: Place): Promise<void> {
  const keys = [...(await driverSettings(place)).keys()];
  const own = (['name', 'driver'] as const).filter(key => keys.includes(key));
  if (own.length === keys.length) await change(place, ['--remove-section', SECTION]);
  else for (const key of own) await change(place, ['--unset-all', `${SECTION}.${key}`]);
}

async function change(place: Place, args: readonly string[]): Promise<void> {
  await ownGit(place, { args: ['config', '--local', ...args], purpose: 'change the settings of the repository' });
}
