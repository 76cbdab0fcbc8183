import type { FileState } from './state.js';

/**
 * Lines stay in the order of the version that both sides come from, where both sides left them so.
 * @returns a sentence where they do not
 */
export function orderDiffers(bases: readonly FileState[], sides: readonly FileState[], got: FileState): string[] {
  const [base] = bases;
  if (base === undefined || bases.length > 1) return [];
  const common = [...base.keys()].filter(name => got.has(name));
  const order = (state: FileState): string => [...state.keys()].filter(name => common.includes(name)).join(' ');
  const all = sides.every(
    side =>
      [...side.keys()].filter(name => base.has(name)).join(' ') ===
      [...base.keys()].filter(name => side.has(name)).join(' '),
  );
  return all && order(got) !== common.join(' ') ? [`lines moved: ${common.join(' ')} became ${order(got)}`] : [];
}
