/**
 * Of a list of different numbers those that stay in ascending order if the others are taken out, as many as can be.
 * @param weights which of equally many to keep: those that weigh most together; whole numbers from 0 to 2 ** 20
 * @returns their indices in the list, ascending
 */
export function heaviestChain(values: readonly number[], weights: readonly number[] = []): number[] {
  const ranks = new Map([...values].sort((a, b) => a - b).map((value, i) => [value, i + 1]));
  // Best chain that ends in a value, by the ranks of values: the maximum over all lower ranks is found in log n steps.
  const best = new Int32Array(values.length + 1).fill(-1);
  const totals = new Float64Array(values.length);
  const previous = new Int32Array(values.length).fill(-1);
  let end = -1;
  values.forEach((value, i) => {
    const rank = ranks.get(value) as number;
    let before = -1;
    for (let at = rank - 1; at > 0; at -= at & -at) {
      const other = best[at] as number;
      if (other !== -1 && (before === -1 || (totals[other] as number) > (totals[before] as number))) before = other;
    }
    previous[i] = before;
    totals[i] = (before === -1 ? 0 : (totals[before] as number)) + 2 ** 36 + (weights[i] ?? 0);
    for (let at = rank; at <= values.length; at += at & -at) {
      const other = best[at] as number;
      if (other === -1 || (totals[i] as number) > (totals[other] as number)) best[at] = i;
    }
    if (end === -1 || (totals[i] as number) > (totals[end] as number)) end = i;
  });
  const chain: number[] = [];
  for (let at = end; at !== -1; at = previous[at] as number) chain.push(at);
  return chain.reverse();
}
