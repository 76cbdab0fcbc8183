import * as vscode from 'vscode';
import type { Agreement, AgreementOptions, Disagreement, RowKind } from '../../core/analysis/agreement/agreement.js';
import { agreementOf } from '../../core/analysis/agreement/agreementOf.js';
import { disagreementsOf } from '../../core/analysis/agreement/disagreementsOf.js';
import { agreementTexts } from '../../core/analysis/agreement/texts.js';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import type { AgreementChoices, ToPage } from '../../webview/agreement/protocol.js';
import { progressPace } from '../common/progressPace.js';
import { takingTurns } from '../common/turns.js';
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

interface Running {
  /** No more is read: what is compared by then is what there is. */
  cancelled: boolean;
  /** Nobody wants to know any more: the next pause ends it. */
  isGivenUp: boolean;
}

/** Work that goes on or is done. */
interface Work {
  readonly corpus: Corpus;
  readonly asked: string;
  readonly running: Running;
  readonly compared: Promise<Compared | undefined>;
}

/** Compares coders for a page, which hears how far that has come and may stop it; the same once more costs nothing. */
export class AgreementWork {
  /** The last work; another one stops it. */
  private last: Work | undefined;

  constructor(
    private readonly opened: OpenStudy,
    private readonly page: Pick<Page<ToPage, never>, 'tell'>,
  ) {}

  /** @returns what was compared by now, not complete where it was stopped; undefined where something else is compared instead */
  compare(corpus: Corpus, choices: AgreementChoices): Promise<Compared | undefined> {
    const options = optionsOf(corpus, choices);
    const asked = JSON.stringify(options);
    const { last } = this;
    // Who shows it and who saves it may want the same at the same time: neither stops the other.
    if (last?.corpus === corpus && last.asked === asked && !last.running.cancelled) return last.compared;
    this.giveUp();
    const running: Running = { cancelled: false, isGivenUp: false };
    const compared = this.work(corpus, options, running).then(
      made => (this.last?.running === running ? made : undefined),
      (error: unknown) => {
        running.cancelled = true;
        if (running.isGivenUp) return undefined;
        throw error;
      },
    );
    this.last = { corpus, asked, running, compared };
    return compared;
  }

  /** A person wants no more of it. */
  stop(): void {
    if (this.last !== undefined) this.last.running.cancelled = true;
  }

  /** There is no page any more, or something else is compared. */
  giveUp(): void {
    this.stop();
    if (this.last !== undefined) this.last.running.isGivenUp = true;
  }

  private async work(corpus: Corpus, options: AgreementOptions, running: Running): Promise<Compared> {
    const texts = agreementTexts(this.opened.seen);
    const isDue = progressPace(true);
    const progress = (done: number, total: number): void => {
      if (running.cancelled || !isDue()) return;
      const text = vscode.l10n.t('Comparing what was coded: {0} of {1}', done, total);
      this.page.tell({ type: 'reading', text, cancel: vscode.l10n.t('Cancel') });
    };
    const turns = takingTurns();
    const pause = (): Promise<void> | undefined => {
      if (running.isGivenUp) throw new Error('nobody wants to know any more');
      return turns();
    };
    const agreement = await agreementOf(corpus, options, texts, { progress, cancellation: running, pause });
    const disagreements = await disagreementsOf(corpus, options, texts, { cancellation: running, pause });
    return { agreement, disagreements };
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
