import { nameKey } from '../../analysis/query/fields/field.js';
import { saysAnyOf } from './givenAway.js';
import { assertFollowable, type WithPolicy } from './idProblems.js';
import { DisclosureRefused } from './refused.js';

/**
 * Makes sure that a codebook may leave as it is written: nothing in it is an id of the study or what somebody has as a withheld attribute.
 * @throws DisclosureRefused where it may not, or where the policy cannot be followed
 */
export function assertMayLeave(study: WithPolicy, codebook: string): void {
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
  const line = codebook.split('\n').findIndex(tells);
  if (line === -1) return;
  throw new DisclosureRefused({
    file: 'codebook.md',
    line: 1,
    message: 'The codebook says an id of the study or what somebody has as a withheld attribute.',
    remedy: `Look for it in “${codebook.split('\n')[line]?.trim().slice(0, 60) ?? ''}” and write it otherwise.`,
  });
}
