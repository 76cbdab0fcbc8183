import * as vscode from 'vscode';
import type { FigureChoice, FiguresTexts } from '../../webview/figures/protocol.js';
import { figureWords } from './words.js';

/** The words of the page in the language of VS Code: a webview has no translations of its own. */
export function figuresTexts(): FiguresTexts {
  const { t } = vscode.l10n;
  return {
    words: figureWords(),
    figure: t('Figure'),
    figures: {
      heat: t('Heat map'),
      bars: t('Bars'),
      network: t('Network of codes'),
      along: t('Along a transcript'),
      new: t('New codes per session'),
    },
    rows: t('Rows'),
    columns: t('Columns'),
    bars: t('Bars'),
    shape: t('Drawn'),
    shapes: { stacked: t('in parts'), grouped: t('beside each other'), whole: t('whole') },
    partsBy: t('By'),
    only: t('Of'),
    allRows: t('all'),
    count: t('Count'),
    meet: t('Codes meet'),
    units: meetingUnits(),
    atLeast: t('At least {0}'),
    transcript: t('Transcript'),
    query: t('Only excerpts of'),
    queryExample: t('for example: role:peer not evidence:contradicts'),
    inScope: t('In scope only'),
    saveAs: t('Save as'),
    saveSvg: t('The picture as SVG: sharp in every size'),
    savePng: t('The picture as PNG'),
    saveCsv: t('The table as CSV'),
    shownRows: t('The largest {0} of {1} rows are shown.'),
    shownBoth: t('The largest {0} of {1} rows and {2} of {3} columns are shown.'),
    showAll: t('Show All'),
    onlyQuery: t('Only excerpts of: {0}.'),
    onlyScope: t('Only what is in scope.'),
    emptyTitle: t('Nothing to show'),
    emptyText: t('No excerpt is what is asked for above. Ask for less, or choose something else.'),
    stopped: t('Reading was cancelled: transcripts are missing in these figures.'),
    readAll: t('Read All'),
    tableKeys: t('Arrow keys go through the figures, Enter shows the excerpts.'),
    pngFailed: t('The picture could not be made. Please save it as SVG instead.'),
  };
}

function meetingUnits(): FigureChoice[] {
  const { t } = vscode.l10n;
  return [
    { value: 'overlap', label: t('in the same words') },
    { value: 'turn', label: t('in the same turn') },
    { value: 'near:1', label: t('at most 1 turn apart') },
    { value: 'near:3', label: t('at most 3 turns apart') },
    { value: 'near:5', label: t('at most 5 turns apart') },
  ];
}

/** Why there is no picture. */
export type NoFigure = 'nothingCoded' | 'noTranscripts' | 'reflexive';

/**
 * Heading and text for where there is no picture.
 * @param reason the core says why figures that look like saturation are not shown
 */
export function noFigureTexts(why: NoFigure, reason = ''): { heading: string; text: string } {
  const { t } = vscode.l10n;
  switch (why) {
    case 'nothingCoded':
      return {
        heading: t('Nothing is coded yet'),
        text: t(
          'Open a transcript, select a passage and run “Verbatim: Code Selection…”. What you code is counted here.',
        ),
      };
    case 'noTranscripts':
      return {
        heading: t('No transcripts yet'),
        text: t('Put your transcripts into the folder “transcripts” as Markdown files.'),
      };
    case 'reflexive':
      return {
        heading: t('Not shown in this study'),
        text: reason,
      };
  }
}
