import type { FileState } from './state.js';

/**
 * Lines stay in the order of the version that both sides come from, where both sides left them so; of a codebook the entries that stand in the same
 * one.
 * @returns a sentence where they do not
 */
export function orderDiffers(bases: readonly FileState[], sides: readonly FileState[], got: FileState): string[] {
  const [base] = bases;
  if (base === undefined || bases.length > 1) return [];
  const holderIn = (state: FileState, name: string): string | undefined => state.get(name)?.get('moved');
  const stays = (name: string): boolean =>
    !/^(?:where|record) /.test(name) &&
    [...sides, got].every(one => one.has(name) && holderIn(one, name) === holderIn(base, name));
  const common = [...base.keys()].filter(stays);
  return [...new Set(common.map(name => holderIn(base, name)))].flatMap(holder => {
    const names = common.filter(name => holderIn(base, name) === holder);
    const order = (state: FileState): string => [...state.keys()].filter(name => names.includes(name)).join(' ');
    const all = sides.every(side => order(side) === names.join(' '));
    return all && order(got) !== names.join(' ') ? [`lines moved: ${names.join(' ')} became ${order(got)}`] : [];
  });
}
