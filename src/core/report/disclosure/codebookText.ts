import { nameKey } from '../../analysis/query/fields/field.js';
import { CODEBOOK_FILE, STUDY_FILE } from '../../study/layout.js';
import { saysAnyOf } from './givenAway.js';
import { assertFollowable, type WithPolicy } from './idProblems.js';
import { DisclosureRefused } from './refused.js';

/** What says something of itself, and where it is to be corrected. */
interface Source {
  readonly file: string;
  /** As the subject of a sentence. */
  readonly name: string;
}

const CODEBOOK: Source = { file: CODEBOOK_FILE, name: 'The codebook' };
const TITLE: Source = { file: STUDY_FILE, name: 'The title of the study' };

/**
 * Makes sure that a picture without people may leave: neither the title of the study nor one of a theme or code names somebody.
 * @throws DisclosureRefused as `assertMayLeave`
 */
export function assertTitlesMayLeave(study: WithPolicy, title: string, titles: readonly string[]): void {
  assertMayLeave(study, titles.join('\n'));
  assertMayLeave(study, title, TITLE);
}

/**
 * Makes sure that a codebook may leave as it is written: nothing in it is an id of the study or what somebody has as a withheld attribute.
 * @throws DisclosureRefused where it may not, or where the policy cannot be followed
 */
export function assertMayLeave(study: WithPolicy, words: string, { file, name }: Source = CODEBOOK): void {
  const { disclosure } = study.config;
  if (disclosure === undefined) return;
  assertFollowable(study);
  const withheld = new Set(disclosure.withhold.map(nameKey));
  const people = study.participants.list;
  const values = people.flatMap(({ role, attributes }) => [
    ...(role !== undefined && withheld.has('role') ? [role] : []),
    ...Object.entries(attributes).flatMap(([name, value]) => (withheld.has(nameKey(name)) ? [value] : [])),
  ]);
  const tells = saysAnyOf(values, disclosure.publicIds === undefined ? [] : people.map(({ id }) => id));
  const line = words.split('\n').findIndex(tells);
  if (line === -1) return;
  throw new DisclosureRefused({
    file,
    line: 1,
    message: `${name} says an id of the study or what somebody has as a withheld attribute.`,
    remedy: `Look for it in “${words.split('\n')[line]?.trim().slice(0, 60) ?? ''}” and write it otherwise.`,
  });
}
