/** Words of random letters: two stretches of them are never the same by chance. */
export function words(random: () => number, count: number): string {
  const letter = (): string => String.fromCharCode(97 + Math.floor(random() * 26));
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + Math.floor(random() * 6) }, letter).join(''),
  ).join(' ');
}
