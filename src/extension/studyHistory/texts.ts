import * as vscode from 'vscode';
import type { SeriesNames } from '../../core/review/timeline.js';
import type { HistoryTexts } from '../../webview/history/protocol.js';
import type { NoHistory } from './historyReader.js';

/** The words of the page in the language of VS Code: a webview has no translations of its own. */
export function historyTexts(): HistoryTexts {
  const { t } = vscode.l10n;
  return {
    stackBy: t('Codings by'),
    coder: t('Coder'),
    theme: t('Theme'),
    saveSvg: t('Save as SVG…'),
    savePng: t('Save as PNG…'),
    pictureTitle: t('Timeline of the analysis'),
    pictureLabel: t('Timeline. Arrow keys go through the versions.'),
    caption: t(
      'Codings at each saved version, stacked; below, codes and themes. What a merge brought in counts from the merge on.',
    ),
    codings: t('Codings'),
    codes: t('Codes'),
    themes: t('Themes'),
    transcripts: t('Coded transcripts'),
    changes: t('Changes'),
    date: t('Date (UTC)'),
    author: t('Saved by'),
    message: t('Message'),
    tableLabel: t('Versions'),
    notSaved: t('not saved yet'),
    noMessage: t('(no message)'),
    mergedIn: t('merged in later'),
    merge: t('merge'),
    version: t('{0}, {1}, {2}: {3} codings, {4} codes, {5} themes'),
    whatChanged: t('What changed: {0}'),
    nothingChanged: t('Nothing of the analysis that is not told elsewhere.'),
    structureOf: t('Themes and codes then'),
    noStructure: t('There was no codebook yet.'),
    cutOff: t('This copy of the repository holds the newer versions only.'),
    marks: {
      new: t('new'),
      gone: t('gone'),
      renamed: t('renamed'),
      moved: t('moved'),
      changed: t('changed'),
    },
    renamedFrom: t('was “{0}”'),
    keys: t('Enter in a row opens what the version changed.'),
    pngFailed: t('The picture could not be made. Please save it as SVG instead.'),
    kinds: { code: t('Code'), theme: t('Theme'), coding: t('Coding') },
    formerly: t('formerly {0}'),
    gone: t('It is gone.'),
    mergedInto: t('It was merged into “{0}”; its story goes on there.'),
    eventsLabel: t('What happened, the oldest first'),
    lifeKeys: t('Arrow keys go through the events, Enter opens what changed.'),
    decided: t('Decided:'),
    showLife: t('History of “{0}”'),
    showTimeline: t('Timeline of the study'),
  };
}

/** What the picture calls codings of no theme, and of the smaller coders or themes. */
export function seriesNames(): SeriesNames {
  return { noTheme: vscode.l10n.t('No theme'), others: vscode.l10n.t('Others') };
}

/** Why there is nothing to show, and what to do. */
export function nothingTexts(why: NoHistory): { heading: string; text: string } {
  const { t } = vscode.l10n;
  switch (why) {
    case 'untrusted':
      return {
        heading: t('This workspace is not trusted'),
        text: t(
          'History is read with git, which is not started in a workspace that you do not trust. Trust the workspace, then open this again.',
        ),
      };
    case 'web':
      return {
        heading: t('No history in the browser'),
        text: t(
          'History is read with git, which is not there in the browser. Open the study with VS Code on your computer.',
        ),
      };
    case 'noGit':
      return {
        heading: t('No history yet'),
        text: t(
          'The study is in no git repository, or git is not installed. Run “Git: Initialize Repository” in the folder of the study and save a first version.',
        ),
      };
    case 'neverSaved':
      return {
        heading: t('Nothing was saved as a version yet'),
        text: t(
          'Save a first version of the study (commit its files in Source Control). From then on its history is told here.',
        ),
      };
  }
}

/** Said where the history has nothing of what was asked for. */
export function unknownTexts(title: string): { heading: string; text: string } {
  const { t } = vscode.l10n;
  return {
    heading: t('No history of “{0}”', title),
    text: t('No version has it, saved or not. It may come from a file that git does not know.'),
  };
}
