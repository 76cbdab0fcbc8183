/**
 * A short name for a text, by which it is known again: its length and 64 bits of its content. It is made in one pass, fast
 * enough for every keystroke, and is for memory only.
 */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x2545f491;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit ^ (b >>> 15), 0x9e3779b1);
  }
  return `${text.length} ${(a >>> 0).toString(36)} ${(b >>> 0).toString(36)}`;
}
