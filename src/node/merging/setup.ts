import { DRIVER, MERGED_SAMPLES, withBlock, withoutBlock } from '../../core/merge/attributes.js';
import { isMergedByMeaning } from '../../core/merge/kinds.js';
import type { FileStore } from '../../core/ports.js';
import { gitPieces } from '../gitOutput.js';
import type { Place } from '../work/place.js';
import { changeAttributes, otherStudies } from './attributesFile.js';
import { driverCommand, isDriverCommand, type Program } from './driverCommand.js';
import { driverSettings, removeSettings, writeSetting } from './settings.js';
import { SetupRefused } from './setupRefused.js';

const NAME = 'Verbatim: codings by id, the codebook by heading';

/** What was changed. */
export interface SetupChanges {
  /** The lines in `.gitattributes`. */
  readonly attributes: boolean;
  /** The settings of the repository. */
  readonly settings: boolean;
}

/**
 * Has git merge the files of a study by their meaning: by lines in its `.gitattributes`, for everybody who gets them, and by a command in the
 * settings of this copy of the repository. Does nothing a second time.
 * @throws SetupRefused where somebody has told git otherwise
 */
export async function setUpMerging(place: Place, store: FileStore, program: Program): Promise<SetupChanges> {
  await refuseOtherWays(place, store);
  const settings = await driverSettings(place);
  const foreign = (settings.get('driver') ?? []).find(command => !isDriverCommand(command));
  if (foreign !== undefined) {
    throw new SetupRefused(
      `This repository has a merge driver “${DRIVER}” that somebody set up by hand: ${foreign}`,
      `If nobody needs it, remove it with git config --remove-section merge.${DRIVER}, and try again.`,
    );
  }
  const wanted = { name: NAME, driver: driverCommand(program) } as const;
  const outdated = (['name', 'driver'] as const).filter(key => {
    const values = settings.get(key) ?? [];
    return values.length !== 1 || values[0] !== wanted[key];
  });
  // The settings first: without attributes they do nothing.
  for (const key of outdated) await writeSetting(place, key, wanted[key]);
  return { attributes: await changeAttributes(store, withBlock), settings: outdated.length > 0 };
}

/**
 * Takes back what `setUpMerging` did, whatever was written around it since. Settings that other studies of the repository need stay.
 * @returns also the other studies, by their paths from the top of the repository
 * @throws SetupRefused
 */
export async function unsetMerging(
  place: Place,
  store: FileStore,
): Promise<SetupChanges & { readonly others: readonly string[] }> {
  const attributes = await changeAttributes(store, text => (text === undefined ? undefined : withoutBlock(text)));
  const others = await otherStudies(place);
  const [driver] = (await driverSettings(place)).get('driver') ?? [];
  const settings = others.length === 0 && driver !== undefined && isDriverCommand(driver);
  if (settings) await removeSettings(place);
  return { attributes, settings, others };
}

async function refuseOtherWays({ root }: Place, store: FileStore): Promise<void> {
  const files = (await store.list()).map(({ path }) => path).filter(isMergedByMeaning);
  const input = [...new Set([...MERGED_SAMPLES, ...files])].map(path => `${path}\0`).join('');
  const args = ['check-attr', '-z', '--stdin', 'merge'];
  const fields = await gitPieces({ folder: root, args, input, purpose: 'read its attributes' }, '\0');
  for (let i = 0; i + 2 < fields.length; i += 3) {
    const [path = '', , value = ''] = fields.slice(i, i + 3);
    if (value === 'unspecified' || value === DRIVER) continue;
    const written = value === 'unset' ? '-merge or binary' : value === 'set' ? 'merge' : `merge=${value}`;
    throw new SetupRefused(
      `Git was told to merge files such as ${path} in another way (${written}).`,
      'Take that out of .gitattributes, here or in a folder above or below, or out of .git/info/attributes, and try again.',
    );
  }
}
