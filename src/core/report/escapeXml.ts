// XML forbids most control characters even when they are escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** A text as content or attribute of XML. */
export function escapeXml(value: string): string {
  return value.replace(FORBIDDEN, ' ').replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
