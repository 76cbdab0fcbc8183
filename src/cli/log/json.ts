import type { Told, Version } from '../../core/review/historyModel.js';
import type { Life, LifeEvent } from '../../core/review/life.js';

/** A version as JSON has it. */
export function versionRow({ commit, isMain, isMerge, told, figures }: Version) {
  return {
    commit: commit?.id ?? null,
    date: commit?.date ?? null,
    author: commit?.author ?? null,
    message: commit?.subject ?? null,
    body: commit?.body ?? null,
    mainLine: isMain,
    merge: isMerge,
    codings: figures.codings,
    coders: Object.fromEntries(figures.byCoder),
    codes: figures.codes,
    themes: figures.themes,
    transcripts: figures.transcripts,
    changes: told.map(changeRow),
  };
}

/** An event of a life as JSON has it. */
export function eventRow(versions: readonly Version[], event: LifeEvent) {
  const { kind, version, date, by, text, quote, other, told } = event;
  const commit = version === undefined ? undefined : versions[version]?.commit;
  return {
    kind: kind === 'told' ? (told?.what ?? kind) : kind,
    aspect: (kind === 'told' && told?.aspect) || null,
    commit: commit?.id ?? null,
    date: date ?? null,
    by: by ?? null,
    text,
    quote: quote ?? null,
    reason: commit?.subject ?? null,
    explanation: commit?.body ?? null,
    other: other === undefined ? null : { kind: other.kind, id: other.id, title: other.title },
  };
}

/** What a life is about as JSON has it. */
export function lifeHead({ subject, title, state, into, formerly }: Life) {
  const merged = into === undefined ? null : { kind: into.kind, id: into.id, title: into.title };
  return { kind: subject.kind, id: subject.id, title, state, mergedInto: merged, formerly };
}

function changeRow({ what, aspect, text, quote, by, path, transcript, coding, before, after }: Told) {
  return {
    what,
    aspect: aspect ?? null,
    text,
    quote: quote ?? null,
    by: by ?? null,
    file: path,
    transcript: transcript ?? null,
    coding: coding ?? null,
    entry: (after ?? before)?.id ?? null,
  };
}
