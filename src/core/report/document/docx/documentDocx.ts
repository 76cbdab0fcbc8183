import { AlignmentType, Document, Footer, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { placedSections, type ReportDocument } from '../document.js';
import { blockDocx, type Listed } from './blocks.js';
import { contentsDocx, headingDocx } from './contents.js';
import { cleanText } from './runs.js';
import { sameBytesZip } from './sameBytesZip.js';
import { styles } from './styles.js';

/** A4 with margins of 2.2 cm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_247 } as const;

/**
 * A document for Word, with headings, tables and lists that are its own. The same document gives the same bytes, whenever and wherever
 * it is written: no time and no chance is in it. Pictures are given by what says the same in words and numbers.
 *
 * The one way to the library that writes such files, which is large: nothing that the editor loads with the extension may import this.
 */
export async function documentDocx(document: ReportDocument): Promise<Uint8Array> {
  const { title, subtitle, language, date } = document;
  const lists: Listed = { ordered: 0 };
  const placed = placedSections(document);
  const body = placed.flatMap(one => [
    headingDocx(one),
    ...one.section.blocks.flatMap(block => blockDocx(block, lists, PAGE.width - 2 * PAGE.margin)),
  ]);
  const file = new Document({
    title: cleanText(title),
    ...(subtitle === undefined ? {} : { subject: cleanText(subtitle) }),
    creator: 'Verbatim',
    lastModifiedBy: 'Verbatim',
    styles: styles(language),
    numbering: { config: [BULLETS, NUMBERS] },
    sections: [
      {
        properties: { page: { size: { width: PAGE.width, height: PAGE.height }, margin: margins() } },
        footers: { default: footer() },
        children: [
          new Paragraph({ style: 'Title', text: cleanText(title) }),
          ...(subtitle === undefined ? [] : [new Paragraph({ style: 'Subtitle', text: cleanText(subtitle) })]),
          contentsDocx(placed),
          ...body,
        ],
      },
    ],
  });
  return sameBytesZip(await Packer.pack(file, 'uint8array'), date);
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
  {
    level: 0,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 500, hanging: 280 } } },
  },
];
const BULLETS = { reference: 'bullets', levels: level(LevelFormat.BULLET, '•') };
const NUMBERS = { reference: 'numbers', levels: level(LevelFormat.DECIMAL, '%1.') };

function margins() {
  const { margin } = PAGE;
  return { top: margin, right: margin, bottom: margin, left: margin };
}

function footer(): Footer {
  const pages = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [pages] })] });
}
