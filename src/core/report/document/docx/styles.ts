import { HeadingLevel, type IStylesOptions, LineRuleType } from 'docx';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** The heading of a section. @param depth 1 for those of the document itself; deeper ones than Word is to show are as the deepest */
export function headingAt(depth: number): (typeof HEADINGS)[number] {
  return HEADINGS[depth - 1] ?? HeadingLevel.HEADING_4;
}

const SANS = 'Calibri';
const SERIF = 'Cambria';
const INK = '1C1C1C';
const SOFT = '52525B';
const HEADING_COLOR = '1F3A4D';

/** Names of the paragraph styles that are ours; a person may change any of them in Word, for all of the document. */
export const STYLE = {
  quotation: 'Quotation',
  attribution: 'QuotationAttribution',
  note: 'ReportNote',
  cell: 'TableCell',
  list: 'ListParagraph',
} as const;

/** How a document looks in Word. Sizes are in half points, distances in twentieths of a point. @param language a BCP 47 tag */
export function styles(language: string): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: SANS, size, bold: true, color: HEADING_COLOR },
    paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
  });
  const ours = (id: string, name: string, run: object, paragraph: object) => {
    return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph };
  };
  return {
    default: {
      document: {
        run: { font: SERIF, size: 22, color: INK, language: { value: language } },
        paragraph: { spacing: { after: 140, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: SANS, size: 44, bold: true, color: HEADING_COLOR },
        paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(32, 480),
      heading2: heading(26, 320),
      heading3: heading(23, 260),
      heading4: heading(22, 220),
      caption: {
        run: { font: SANS, size: 19, bold: true, color: INK },
        paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
      },
    },
    paragraphStyles: [
      ours('Subtitle', 'Subtitle', { font: SANS, size: 24, color: SOFT }, { spacing: { after: 320 } }),
      ours(
        STYLE.quotation,
        'Quotation',
        {},
        { indent: { left: 560, right: 400 }, spacing: { before: 120, after: 40 }, keepNext: true, keepLines: true },
      ),
      ours(
        STYLE.attribution,
        'Quotation Attribution',
        { size: 20, color: SOFT },
        { indent: { left: 560 }, spacing: { after: 180 } },
      ),
      ours(STYLE.note, 'Report Note', { size: 20, color: SOFT, italics: true }, { indent: { left: 280 } }),
      ours(
        STYLE.cell,
        'Table Cell',
        { font: SANS, size: 18 },
        { spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO } },
      ),
    ],
  };
}
