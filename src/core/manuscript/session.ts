import type { CorpusTranscript } from '../analysis/corpus/corpus.js';
import type { QuotationRemark, QuotationSource } from './checked.js';

/** The kinds of session that an attribution names. */
export interface KindsNamed {
  readonly kinds: readonly string[];
  /** Whether a transcript is of such a kind; also where none is named, or the transcript does not say. */
  fits(transcript: string): boolean;
}

/** Which of the kinds of session that a study has an attribution names: `peer practitioner, joint interview`. */
export function kindsNamed(detail: string | undefined, transcripts: ReadonlyMap<string, CorpusTranscript>): KindsNamed {
  const kindOf = (path: string): string | undefined => transcripts.get(path)?.frontMatter.kind?.toLowerCase().trim();
  const known = new Set<string>();
  for (const path of transcripts.keys()) known.add(kindOf(path) ?? '');
  known.delete('');
  const said = ` ${detail?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ') ?? ''} `;
  const named = [...known].filter(kind => said.includes(` ${kind} `));
  // A joint interview is an interview as well, but not the other way round.
  const kinds = named.filter(kind => !named.some(other => other !== kind && other.includes(kind)));
  return {
    kinds,
    fits: path => {
      const kind = kindOf(path);
      return kinds.length === 0 || kind === undefined || kinds.some(one => kind.includes(one));
    },
  };
}

/** The words are true, the session is another one. */
export function sessionRemark(
  { kinds }: KindsNamed,
  { transcript, line }: QuotationSource,
  transcripts: ReadonlyMap<string, CorpusTranscript>,
): QuotationRemark[] {
  const kind = transcripts.get(transcript)?.frontMatter.kind ?? '';
  return [
    {
      kind: 'other-session',
      message: `It is attributed to a session of the kind “${kinds.join(', ')}”, but was said in ${transcript}, line ${line}: ${kind}.`,
      remedy: `Write “${kind}” in the attribution.`,
      isWrong: true,
    },
  ];
}
