/** Letters that stand for others when somebody types without the keys for them, and signs that word processors put in. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', ς: 'σ' },
  ...{ '’': "'", '‘': "'", ʼ: "'", '‐': '-', '‑': '-', '–': '-', '—': '-', '−': '-' },
};
const TO_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
const ONLY_ASCII = /^[\0-\x7f]*$/;

/** Text as it is compared in a search: no letter case, no accents, straight apostrophes and plain hyphens. */
export function fold(text: string): string {
  if (ONLY_ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(TO_PLAIN, sign => PLAIN[sign] ?? sign);
}

/**
 * The words of a text as they are compared in a search, one space before each; apostrophes are left out and all other
 * punctuation parts words: “Peers’ self-disclosure” is “ peers self disclosure”.
 */
export function searchedWords(text: string): string {
  const folded = fold(text).replaceAll("'", '');
  const words = ONLY_ASCII.test(folded)
    ? folded.replace(/[^a-z0-9$+<=>|~^]+/g, ' ')
    : folded.replace(/[^\p{L}\p{M}\p{N}\p{S}]+/gu, ' ').replaceAll('`', ' ');
  const trimmed = words.trim();
  return trimmed === '' ? '' : ` ${trimmed}`;
}
