/**
 * Text as Markdown that shows exactly that text: no emphasis, link, image, HTML, heading or list comes of it, whatever it
 * holds. White space is folded and stays breakable, so that a long quote wraps between words.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, mark => ENTITIES[mark] ?? `\\${mark}`);
}

/** Marks for which a backslash is not enough wherever this may be shown. */
const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
