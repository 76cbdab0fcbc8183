import * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import { shorten } from '../../core/text/shorten.js';
import { rangeOfSpan } from '../convert.js';
import type { FurtherPlace, FurtherPlaces } from '../discussion/furtherPlaces.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { ReviewDocuments } from './reviewDocuments.js';
import { REVIEW_SCHEME, type ReviewAddress, readReviewUri, reviewUri } from './reviewUri.js';

/** How much of a coded passage names it, in code points. */
const QUOTE_SHOWN = 45;

/** What can be discussed in the documents of a review: codings in transcripts, themes and codes in the codebook. */
export class ReviewPlaces implements FurtherPlaces {
  readonly scheme = REVIEW_SCHEME;

  constructor(private readonly documents: ReviewDocuments) {}

  async in(document: vscode.TextDocument): Promise<{ opened: OpenStudy; places: readonly FurtherPlace[] } | undefined> {
    const address = readReviewUri(document.uri);
    const opened = address && (await this.documents.studyOf(address));
    if (address === undefined || opened === undefined) return undefined;
    const places = await this.placesIn(document, address);
    if (address.side === 'after') return { opened, places };
    // What both sides have is discussed beside its newer form.
    const newer = await vscode.workspace.openTextDocument(reviewUri({ ...address, side: 'after' }));
    const ids = new Set((await this.placesIn(newer, { ...address, side: 'after' })).map(({ subject }) => subject.id));
    return { opened, places: places.filter(({ subject }) => !ids.has(subject.id)) };
  }

  private async placesIn(document: vscode.TextDocument, address: ReviewAddress): Promise<FurtherPlace[]> {
    const { points, records, titleOf } = await this.documents.of(document.uri);
    if (address[address.side].path === CODEBOOK_FILE) {
      const { parseCodebook } = await import('../../core/codebook/parse.js');
      return parseCodebook(points.text).entries.map(({ kind, id, title, line }) => ({
        subject: { kind, id },
        name: title,
        range: document.lineAt(line).range,
      }));
    }
    return records.flatMap(({ record, span }) => {
      if (!('code' in record)) return [];
      const name = vscode.l10n.t('{0}: “{1}”', titleOf(record.code), shorten(record.quote, QUOTE_SHOWN));
      return [{ subject: { kind: 'coding', id: record.id }, name, range: rangeOfSpan(document, points, span) }];
    });
  }
}
