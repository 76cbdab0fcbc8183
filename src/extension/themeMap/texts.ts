import * as vscode from 'vscode';
import type { MapTexts } from '../../webview/themeMap/protocol.js';

/** The words of the theme map in the language of VS Code: a webview has no translations of its own. */
export function mapTexts(): MapTexts {
  const { t } = vscode.l10n;
  return {
    sizeBy: t('Size'),
    participants: t('Participants'),
    excerpts: t('Excerpts'),
    oneParticipant: t('1 participant'),
    manyParticipants: t('{0} participants'),
    oneExcerpt: t('1 excerpt'),
    manyExcerpts: t('{0} excerpts'),
    links: t('Links'),
    noLinks: t('None'),
    allLinks: t('All ({0})'),
    linksFrom: t('{0} or more ({1})'),
    coder: t('Coder'),
    allCoders: t('Everybody'),
    table: t('Table'),
    fit: t('Show All'),
    fitTitle: t('Show the whole map (0). Plus and minus zoom, Shift with an arrow moves the map.'),
    saveSvg: t('Save as SVG…'),
    savePng: t('Save as PNG…'),
    mapLabel: t('Theme map. Arrow keys go through themes and codes, Enter opens the excerpts, Space goes to a theme.'),
    theme: t('Theme'),
    code: t('Code'),
    inTheme: t('in {0}'),
    candidate: t('candidate'),
    reviewed: t('reviewed'),
    defined: t('defined'),
    together: t('Together with:'),
    titleColumn: t('Theme or code'),
    togetherColumn: t('Most often together with'),
    tableLabel: t('Themes and codes'),
    captionParticipants: t('The area of a circle is the number of participants.'),
    captionExcerpts: t('The area of a circle is the number of excerpts.'),
    captionLinks: t('Lines join codes that share passages.'),
    captionPhases: t('Broken outline: candidate; heavy outline: defined.'),
    inDoubt: t('{0} excerpts have no certain place in the text: they count, but without participants or links.'),
    emptyTitle: t('No themes or codes yet'),
    emptyText: t(
      'Open a transcript, select a passage and run “Verbatim: Code Selection…”. Each code you make appears here, in the theme that holds it.',
    ),
    pngFailed: t('The picture could not be made. Please save it as SVG instead.'),
  };
}
