import type { Presence, Sample } from '../../core/analysis/sample/sample.js';

/** Names that have something in common, and what that is. */
export interface Apart {
  readonly what: string;
  readonly names: readonly string[];
}

const WHY: Readonly<Record<Exclude<Presence, 'took-part'> | 'absent', string>> = {
  outside: 'Spoke out of scope only',
  unread: 'Spoke where nobody has read yet',
  silent: 'Named, but say nothing',
  unlabelled: 'Named where labels do not say who speaks',
  absent: 'In no session',
};

/** Who is known and not in the sample, by why not. */
export function notInSample({ people }: Sample): Apart[] {
  return Object.entries(WHY).flatMap(([presence, what]) => {
    const names = people.filter(person => person.presence === presence).map(({ id }) => id);
    return names.length === 0 ? [] : [{ what, names }];
  });
}

/** Labels that speak and that nobody declared. */
export function undeclaredIn({ sessions }: Sample): Apart[] {
  const names = sessions.flatMap(({ name, undeclared }) => undeclared.map(({ speaker }) => `${speaker} (${name})`));
  return names.length === 0 ? [] : [{ what: 'Speak, and are not declared', names }];
}
