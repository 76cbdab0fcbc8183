import * as vscode from 'vscode';
import { seenNow } from '../../core/analysis/reviewedTranscript.js';
import type { ListedRecord, ReviewReader } from '../../core/analysis/reviewList.js';
import { soughtOf } from '../../core/anchoring/foldedIndex.js';
import { likelyPlace } from '../../core/anchoring/likelyPlace.js';
import { ChangeRefused } from '../../core/codebook/change.js';
import type { SeenTranscript } from '../../core/coding/actions.js';
import {
  keepAsOrphan,
  type PlaceTaken,
  removeReviewed,
  reviewAgain,
  takePlaces,
} from '../../core/coding/reviewChoices.js';
import { transcriptName } from '../../core/study/layout.js';
import type { FileEdit } from '../../core/text/lineEdit.js';
import { LineStarts } from '../../core/text/lines.js';
import type { Span } from '../../core/text/span.js';
import type { PlaceName } from '../../webview/review/protocol.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import type { OpenStudy } from '../study/openStudy.js';

/** A place in a transcript, in code points. */
export interface WhereToLook extends Span {
  /** Path of the transcript. */
  readonly transcript: string;
}

/** What somebody decides about what is listed: each is one action that undo takes back, and is said. */
export class ReviewChoices {
  constructor(
    private readonly opened: OpenStudy,
    private readonly history: History,
    private readonly reader: ReviewReader,
  ) {}

  /** Gives an entry a place that was listed for it. */
  async take(key: string, place: PlaceName): Promise<void> {
    const listed = this.listed(key);
    // Once it has its place it may be listed no more.
    const name = this.nameOf(key);
    const { seen, span } = await this.seenPlace(listed, place);
    const edits = await takePlaces(this.opened.study, seen, [{ record: listed.record, span }]);
    const isConfirmed = listed.span?.start === span.start && listed.span.end === span.end;
    const title = isConfirmed
      ? vscode.l10n.t('{0}: confirmed the edited wording', name)
      : placedTitle(name, seen, span);
    await this.conclude('check', title, edits);
  }

  /** Gives several entries the one certain place that each of them has. */
  async confirm(keys: readonly string[]): Promise<void> {
    const bySeen = new Map<SeenTranscript, PlaceTaken[]>();
    for (const key of keys) {
      const listed = this.listed(key);
      const { span } = listed;
      if (span === undefined) throw stale();
      const { seen } = await this.seenPlace(listed, {
        transcript: this.opened.study.transcriptOf(listed.record.path) ?? '',
        span,
      });
      bySeen.set(seen, [...(bySeen.get(seen) ?? []), { record: listed.record, span }]);
    }
    for (const [seen, places] of bySeen) {
      const edits = await takePlaces(this.opened.study, seen, places);
      const name = transcriptName(seen.transcript);
      const title =
        places.length === 1
          ? vscode.l10n.t('Confirmed 1 edited passage in {0}', name)
          : vscode.l10n.t('Confirmed {0} edited passages in {1}', places.length, name);
      await this.conclude('check-all', title, edits);
    }
  }

  async keep(key: string): Promise<void> {
    const name = this.nameOf(key);
    const edits = await keepAsOrphan(this.opened.study, this.listed(key).record);
    await this.conclude('pinned', vscode.l10n.t('{0}: kept without a place', name), edits);
  }

  async again(key: string): Promise<void> {
    const name = this.nameOf(key);
    const edits = await reviewAgain(this.opened.study, this.listed(key).record);
    await this.conclude('question', vscode.l10n.t('{0}: to be reviewed again', name), edits);
  }

  async remove(key: string): Promise<void> {
    const name = this.nameOf(key);
    const edits = await removeReviewed(this.opened.study, this.listed(key).record);
    await this.conclude('trash', vscode.l10n.t('Removed {0} from a passage', name), edits);
  }

  /** What an entry is called: its code. */
  nameOf(key: string): string {
    const entry = this.reader.record(key)?.entry;
    return entry !== undefined && 'code' in entry ? this.opened.study.titleOf(entry.code) : vscode.l10n.t('Note');
  }

  /**
   * Where to look for the passage of an entry: at a place, or about where it was.
   * @returns undefined where there is no such entry or transcript any more
   */
  async whereToLook(key: string, place: PlaceName | undefined): Promise<WhereToLook | undefined> {
    const listed = this.reader.record(key);
    if (listed === undefined) return undefined;
    if (place !== undefined) return { ...place.span, transcript: place.transcript };
    const transcript = this.opened.study.transcriptOf(listed.record.path) ?? '';
    const { study } = this.opened;
    const { base } = listed.entry;
    const seen = await seenNow(study, transcript);
    const past = base === undefined ? undefined : await study.places.textOf(base);
    const start = seen && likelyPlace(listed.entry, seen.points, past);
    return start === undefined ? undefined : { transcript, start, end: start };
  }

  private listed(key: string): ListedRecord {
    const listed = this.reader.record(key);
    if (listed === undefined) throw stale();
    return listed;
  }

  /** The transcript of a place as it is now; it must still say what the page showed. */
  private async seenPlace(
    { seen, entry }: ListedRecord,
    { transcript, span }: PlaceName,
  ): Promise<{ seen: SeenTranscript; span: Span }> {
    const now = await seenNow(this.opened.study, transcript);
    if (now === undefined) throw stale();
    if (transcript === seen?.transcript) {
      if (seen.points.text !== now.points.text) throw stale();
      return { seen, span };
    }
    const words = soughtOf(now.points.slice(span.start, span.end)).folded;
    if (words !== soughtOf(entry.quote).folded) throw stale();
    return { seen: now, span };
  }

  private conclude(icon: string, title: string, edits: readonly FileEdit[]): Promise<void> {
    return conclude(this.history, this.opened, icon, { title, edits });
  }
}

/** What is said of a coding or note that has got a place. */
export function placedTitle(name: string, { transcript, points }: SeenTranscript, { start }: Span): string {
  const line = new LineStarts(points.text).lineAt(points.toUtf16(start)) + 1;
  return vscode.l10n.t('{0}: placed in {1}, line {2}', name, transcriptName(transcript), line);
}

function stale(): ChangeRefused {
  return new ChangeRefused(
    vscode.l10n.t('The transcript or the coding changed meanwhile.'),
    vscode.l10n.t('Nothing was written. The list shows how things are now.'),
  );
}
