import * as vscode from 'vscode';
import type { Agreement, AgreementOptions, Disagreement, RowKind } from '../../core/analysis/agreement/agreement.js';
import { agreementOf } from '../../core/analysis/agreement/agreementOf.js';
import { disagreementsOf } from '../../core/analysis/agreement/disagreementsOf.js';
import { agreementTexts } from '../../core/analysis/agreement/texts.js';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import type { AgreementChoices, ToPage } from '../../webview/agreement/protocol.js';
import { progressPace } from '../common/progressPace.js';
import type { Page } from '../pages/page.js';
import type { OpenStudy } from '../study/openStudy.js';

/** Resamples of an interval: enough for two places, and done while one waits. */
const SAMPLES = 1000;
const SEED = 1;

/** What was compared. */
export interface Compared {
  readonly agreement: Agreement;
  readonly disagreements: readonly Disagreement[];
}

/** Compares coders for a page, which hears how far that has come and may stop it; the same once more costs nothing. */
export class AgreementWork {
  private kept: { readonly corpus: Corpus; readonly asked: string; readonly compared: Compared } | undefined;
  /** The work that is going on; the next one stops it. */
  private running = { cancelled: false };

  constructor(
    private readonly opened: OpenStudy,
    private readonly page: Pick<Page<never, never>, 'panel'>,
  ) {}

  /** @returns what was compared by now; not complete where it was stopped */
  async compare(corpus: Corpus, choices: AgreementChoices): Promise<Compared> {
    const options = optionsOf(corpus, choices);
    const asked = JSON.stringify(options);
    if (this.kept?.corpus === corpus && this.kept.asked === asked) return this.kept.compared;
    this.running.cancelled = true;
    const running = { cancelled: false };
    this.running = running;
    const texts = agreementTexts(this.opened.seen);
    const isDue = progressPace(true);
    const progress = (done: number, total: number): void => {
      if (running.cancelled || !isDue()) return;
      const text = vscode.l10n.t('Comparing what was coded: {0} of {1}', done, total);
      const message: ToPage = { type: 'reading', text, cancel: vscode.l10n.t('Cancel') };
      void this.page.panel.webview.postMessage(message);
    };
    const agreement = await agreementOf(corpus, options, texts, progress, running);
    const disagreements = await disagreementsOf(corpus, options, texts, undefined, running);
    const compared = { agreement, disagreements };
    if (agreement.complete && corpus.complete) this.kept = { corpus, asked, compared };
    return compared;
  }

  /** A person wants no more of it, or there is no page any more. */
  stop(): void {
    this.running.cancelled = true;
  }
}

function optionsOf(corpus: Corpus, { unit, inScope, coders, rows }: AgreementChoices): AgreementOptions {
  return {
    // Intervals take longest: those of rows that nobody sees are not worked out.
    ...{ unit, samples: SAMPLES, seed: SEED, rows: [...new Set<RowKind>(['all', rows])] },
    ...(inScope && corpus.hasScope ? { inScope: true } : {}),
    ...(coders.length > 1 ? { coders } : {}),
  };
}
