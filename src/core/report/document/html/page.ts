import { type PlacedSection, placedSections, type ReportDocument, type Section } from '../document.js';
import { blockHtml, type Ids } from './blocks.js';
import { escapeText } from './escape.js';
import { STYLE, STYLE_HASH } from './style.js';

/** Nothing but the one style sheet in the page and pictures in it: no script, no request, no form. */
export const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`;

/** No more levels than HTML has; the title has the first. */
const DEEPEST = 6;

/** A document as one file of HTML that needs nothing else, be it offline, on paper or read aloud. */
export function* documentHtml(document: ReportDocument): Generator<string> {
  const { title, subtitle, language } = document;
  const placed = placedSections(document);
  yield `<!DOCTYPE html>
<html lang="${escapeText(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeText(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${escapeText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#report">Skip to the report</a>
<header>
<h1>${escapeText(title)}</h1>
${subtitle === undefined ? '' : `<p>${escapeText(subtitle)}</p>\n`}</header>
${contentsHtml(placed)}
<main id="report" tabindex="-1">
`;
  const numbers = new Map(placed.map(one => [one.section, one]));
  let tables = 0;
  const ids: Ids = { next: () => `table-${++tables}` };
  for (const section of document.sections) yield sectionHtml(section, numbers, ids);
  yield '</main>\n</body>\n</html>\n';
}

function sectionHtml(section: Section, numbers: ReadonlyMap<Section, PlacedSection>, ids: Ids): string {
  const { number = '', depth = 1 } = numbers.get(section) ?? {};
  const id = idOf(number);
  const level = Math.min(depth + 1, DEEPEST);
  const parts = [
    `<section aria-labelledby="${id}">`,
    `<h${level} id="${id}">${escapeText(section.heading)}</h${level}>`,
    ...section.blocks.map(block => blockHtml(block, ids)),
    ...(section.sections ?? []).map(inner => sectionHtml(inner, numbers, ids).trimEnd()),
    '</section>\n',
  ];
  return parts.join('\n');
}

/** The sections and those right below them, as links. */
function contentsHtml(placed: readonly PlacedSection[]): string {
  const link = ({ section, number }: PlacedSection): string =>
    `<a href="#${idOf(number)}">${escapeText(section.heading)}</a>`;
  const items = placed
    .filter(({ depth }) => depth === 1)
    .map(one => {
      const inner = placed.filter(({ number, depth }) => depth === 2 && number.startsWith(`${one.number}.`));
      const below =
        inner.length === 0 ? '' : `\n<ol>\n${inner.map(each => `<li>${link(each)}</li>\n`).join('')}</ol>\n`;
      return `<li>${link(one)}${below}</li>\n`;
    });
  return `<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ol>\n${items.join('')}</ol>\n</nav>`;
}

const idOf = (number: string): string => `section-${number.replaceAll('.', '-')}`;
