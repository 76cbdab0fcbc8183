import * as vscode from 'vscode';
import { colorOf } from '../../core/codebook/colors.js';
import { assignLanes } from '../../core/coding/lanes.js';
import { markPassages, type PreviewPassage } from '../../core/preview/mark.js';
import { noteSources, type RenderedText } from '../../core/preview/render.js';
import type { MarkdownToken } from '../../core/preview/token.js';
import { shorten } from '../../core/text/shorten.js';
import type { CodedDocument, CodedDocuments } from '../documents/codedDocuments.js';
import { excerptsShown } from '../documents/excerptsShown.js';
import type { PreviewDrawing } from './drawing.js';

/** How long a name may get at the end of a passage, in code points. */
const NAME = 40;

/** The part of markdown-it that is used: VS Code's preview hands its own in. */
export interface MarkdownIt {
  readonly core: {
    readonly ruler: { after(name: string, own: string, rule: (state: ParseState) => void): void };
  };
  readonly renderer: { render: Render };
}

interface ParseState {
  readonly src: string;
  readonly tokens: MarkdownToken[];
}

type Render = (tokens: MarkdownToken[], options: unknown, env: unknown) => string;

/** Hands VS Code's Markdown preview what it needs to show coded passages. */
export type ExtendMarkdownIt = <T extends MarkdownIt>(md: T) => T;

/**
 * Marks coded passages in the preview. Which document is rendered is known when the tokens are rendered, not when they are made
 * (and then they are kept by the preview): so what was written where is noted first, and the marks are made last.
 */
export function previewPlugin(documents: CodedDocuments, drawing: PreviewDrawing): ExtendMarkdownIt {
  return md => {
    const texts = new WeakMap<readonly MarkdownToken[], RenderedText>();
    // A preview must come about whatever happens here: then without marks.
    md.core.ruler.after('inline', 'verbatim_sources', ({ src, tokens }) => {
      orElse(() => void texts.set(tokens, noteSources(src, tokens)), undefined);
    });
    const passagesOf = ({ source }: RenderedText, env: unknown): PreviewPassage[] => {
      const document = openDocument(documentOf(env));
      const coded = document && documents.peek(document);
      // Nobody may have looked at the document yet: once somebody has, the preview is drawn again.
      if (document !== undefined && coded === undefined)
        documents.get(document).then(
          found => found && drawing.again(),
          () => undefined,
        );
      return coded?.points.text.length === source.length ? shownIn(coded) : [];
    };
    const render = md.renderer.render.bind(md.renderer);
    md.renderer.render = (tokens, options, env) => {
      const text = texts.get(tokens);
      if (documentOf(env) !== undefined) drawing.drawn();
      const passages = text === undefined ? [] : orElse(() => passagesOf(text, env), []);
      if (text === undefined || passages.length === 0) return render(tokens, options, env);
      return render(
        orElse(() => markPassages(tokens, text, passages), tokens),
        options,
        env,
      );
    };
    return md;
  };
}

function shownIn(coded: CodedDocument): PreviewPassage[] {
  const { study } = coded.opened;
  const { points } = coded;
  const excerpts = excerptsShown(coded);
  const lanes = assignLanes(excerpts.map(({ span }) => span));
  return excerpts.map(({ coding, file, span }, i) => {
    const name = study.titleOf(coding.code);
    return {
      start: points.toUtf16(span.start),
      end: points.toUtf16(span.end),
      lane: lanes[i] as number,
      color: colorOf(study.entry(coding.code) ?? { id: coding.code }),
      name: shorten(name, NAME),
      title: `${name} (${file.coder})`,
      spoken: vscode.l10n.t('End of passage coded {0}', name),
    };
  });
}

function openDocument(uri: string | undefined): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(open => open.uri.toString() === uri);
}

function documentOf(env: unknown): string | undefined {
  if (typeof env !== 'object' || env === null || !('currentDocument' in env)) return undefined;
  return env.currentDocument === undefined ? undefined : String(env.currentDocument);
}

function orElse<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
