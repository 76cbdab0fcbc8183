import type { Study } from './study.js';

/** What changes a study, or tells that it changed. */
const OF_ITSELF = ['refresh', 'reload', 'reread', 'update', 'move', 'followRenames', 'onDidChange'] as const;

/**
 * The same study with some properties of its own. What changes it changes the study itself, through whichever of the two it is asked, unless it is
 * among these.
 */
export function viewOf(study: Study, own: PropertyDescriptorMap): Study {
  const itself = OF_ITSELF.map(key => [key, { value: study[key].bind(study) }] as const);
  return Object.create(study, { ...Object.fromEntries(itself), ...own }) as Study;
}
