import type { Hiding } from './hiding.js';

/**
 * Hides the work of everybody but one person.
 * @param me undefined where nobody said who is coding: then everybody's is hidden
 */
export function hideColleagues(me: string | undefined): Hiding {
  return { key: JSON.stringify(['all', me]), me, decide: () => coder => coder !== me };
}
