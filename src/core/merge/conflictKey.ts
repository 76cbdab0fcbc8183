/** The key of a conflict of these parts, for instance `coding k3f9x2m1qa memo`: other parts, another key. */
export function conflictKey(...parts: readonly string[]): string {
  return parts.map(part => (/^[^\s"]+$/.test(part) ? part : JSON.stringify(part))).join(' ');
}
