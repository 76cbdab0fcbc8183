import MarkdownIt from 'markdown-it';
import { markPassages, type PreviewPassage } from '../../../src/core/preview/mark.js';
import { noteSources, type RenderedText } from '../../../src/core/preview/render.js';
import type { MarkdownToken } from '../../../src/core/preview/token.js';

/** What a test turns on. */
interface Options {
  readonly typographer?: boolean;
}

/** A text rendered as the preview does it, with its sources noted. */
export function parse(text: string, options: Options = {}): { tokens: MarkdownToken[]; rendered: RenderedText } {
  const { tokens, rendered } = engine(text, options);
  return { tokens, rendered };
}

/** The HTML of a text in which passages are marked; `quotes` name them by the words they have, or by their ends. */
export function html(text: string, passages: readonly PreviewPassage[], options: Options = {}): string {
  const { md, tokens, rendered } = engine(text, options);
  return md.renderer.render(markPassages(tokens, rendered, passages) as never, md.options, {});
}

function engine(text: string, options: Options): { md: MarkdownIt; tokens: MarkdownToken[]; rendered: RenderedText } {
  // As VS Code's preview is set up.
  const md = new MarkdownIt({ html: true, linkify: true, ...options });
  md.linkify.set({ fuzzyLink: false });
  let rendered: RenderedText | undefined;
  md.core.ruler.after('inline', 'note', state => {
    rendered = noteSources(state.src, state.tokens as MarkdownToken[]);
  });
  const tokens = md.parse(text, {}) as MarkdownToken[];
  return { md, tokens, rendered: rendered as RenderedText };
}

/** A passage that has these words. */
export function passage(text: string, quote: string, wish: Partial<PreviewPassage> = {}): PreviewPassage {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`“${quote}” is not in the text`);
  const name = wish.name ?? 'Hope';
  const whole = { lane: 0, color: 'blue', title: `${name} (EA)`, spoken: `Coded with ${name}` };
  return { start, end: start + quote.length, ...whole, ...wish, name };
}

/** The HTML with marks and names as a test reads them: `‹words›` and `{Name}`. */
export function short(text: string): string {
  return text
    .replace(/<mark [^>]*>/g, '‹')
    .replaceAll('</mark>', '›')
    .replace(/<span class="verbatim-name"[^>]*>(.*?)<\/span>/g, '{$1}')
    .replaceAll('›‹', '')
    .trim();
}
