/** Fills `{0}`, `{1}`, … of a text. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}

/** A number of things in words: “1 excerpt”, “12 excerpts”. */
export function counted(one: string, many: string, count: number): string {
  return count === 1 ? one : filled(many, count);
}
