import { escapeForExport } from '../../../report/markdown.js';
import { plain } from '../../../text/plainLine.js';
import type { CorpusExcerpt } from '../../corpus/corpus.js';
import type { CodedBy, Disagreement } from '../agreement.js';
import { KIND_WORDS } from './words.js';

/** “EA coded it; MB: Trust there; BO: nothing there” */
export function whoDidWhat(by: readonly CodedBy[], titleOf: (excerpt: CorpusExcerpt) => string): string {
  const did = ({ coder, excerpts, others }: CodedBy): string => {
    if (excerpts.length > 0)
      return excerpts.length === 1 ? `${coder} coded it` : `${coder} coded ${excerpts.length} pieces of it`;
    const titles = [...new Set(others.map(titleOf))];
    return `${coder}: ${titles.length === 0 ? 'nothing' : titles.join(', ')} there`;
  };
  return by.map(did).join('; ');
}

/** Where a disagreement is, what it is about, and how coders disagree, in one line. */
export function headOf({ transcript, line, label, kind }: Disagreement): string {
  return `${transcript.path}:${line}  ${label}: ${KIND_WORDS[kind]}`;
}

/** Disagreements as a Markdown document. Nothing that it holds does anything but be read. */
export function* disagreementsMarkdown(
  disagreements: readonly Disagreement[],
  titleOf: (excerpt: CorpusExcerpt) => string,
): Generator<string> {
  yield '# Disagreements between coders\n';
  let path: string | undefined;
  for (const disagreement of disagreements) {
    if (disagreement.transcript.path !== path) {
      path = disagreement.transcript.path;
      yield `\n## ${escapeForExport(path)}\n`;
    }
    const { line, label, kind, quote, by } = disagreement;
    yield `\n> ${escapeForExport(quote)}\n\nLine ${line}, ${escapeForExport(plain(`${label}: ${KIND_WORDS[kind]}. ${whoDidWhat(by, titleOf)}.`))}\n`;
  }
}
