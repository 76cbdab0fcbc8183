import * as vscode from 'vscode';
import { type RefreshFigures, sumOf } from '../../core/anchoring/refresh.js';
import type { TranscriptRefresh } from '../../core/study/refreshAnchors.js';
import { compareTexts } from '../../core/text/compare.js';
import { figuresLabel, leftToReview } from './words.js';

/**
 * Asks whose anchors are to be moved; the person's own come first and are ticked.
 * @param me the name the person codes under, if any
 * @returns undefined when the person turned away
 */
export async function pickCoders(
  plan: readonly TranscriptRefresh[],
  me: string | undefined,
): Promise<ReadonlySet<string> | undefined> {
  const items = figuresOfCoders(plan).map(([coder, figures]) => ({
    coder,
    label: coder === me ? vscode.l10n.t('Yours ({0})', coder) : coder,
    description: [figuresLabel(figures), leftToReview(figures)].filter(part => part !== '').join(' · '),
    ...(coder === me
      ? {}
      : { detail: vscode.l10n.t('Changes their files: best left to {0} on a shared branch', coder) }),
    iconPath: new vscode.ThemeIcon('account'),
    picked: coder === me,
  }));
  const chosen = await vscode.window.showQuickPick(
    items.sort((a, b) => Number(b.picked) - Number(a.picked)),
    {
      title: vscode.l10n.t('Move whose anchors to today’s version?'),
      placeHolder: vscode.l10n.t('Quotes stay where the wording changed'),
      canPickMany: true,
    },
  );
  return chosen && new Set(chosen.map(({ coder }) => coder));
}

/** Everybody of whom something is to be moved, in the order of names. */
function figuresOfCoders(plan: readonly TranscriptRefresh[]): [string, RefreshFigures][] {
  const files = plan.flatMap(transcript => transcript.files);
  const coders = [...new Set(files.map(({ coder }) => coder))].sort(compareTexts);
  return coders
    .map((coder): [string, RefreshFigures] => [coder, sumOf(files.filter(file => file.coder === coder))])
    .filter(([, { moved }]) => moved > 0);
}
