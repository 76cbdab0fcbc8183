import { Bookmark, LeaderType, Paragraph, TableOfContents, TextRun } from 'docx';
import type { PlacedSection } from '../document.js';
import { cleanText } from './runs.js';
import { headingAt } from './styles.js';

/** How deep the contents go. */
const DEEPEST = 2;

/**
 * The contents as links. On which page a heading stands only a program knows that lays the text out: who wants the numbers has Word update
 * the table, and Word does not ask for it when the file is opened.
 */
export function contentsDocx(placed: readonly PlacedSection[]): TableOfContents {
  const entries = placed.filter(({ depth }) => depth <= DEEPEST);
  return new TableOfContents('Contents', {
    hyperlink: true,
    headingStyleRange: `1-${DEEPEST}`,
    beginDirty: false,
    tabLeader: LeaderType.NONE,
    cachedEntries: entries.map(one => ({
      title: cleanText(one.section.heading),
      level: one.depth,
      href: markOf(one),
    })),
  });
}

/** A heading that the contents lead to. */
export function headingDocx(placed: PlacedSection): Paragraph {
  const { section, depth } = placed;
  const words = [new TextRun(cleanText(section.heading))];
  const children = depth <= DEEPEST ? [new Bookmark({ id: markOf(placed), children: words })] : words;
  return new Paragraph({ heading: headingAt(depth), children });
}

const markOf = ({ number }: PlacedSection): string => `section_${number.replaceAll('.', '_')}`;
