import type * as vscode from 'vscode';
import type { Draft } from '../../core/manuscript/compose/draft.js';
import type { QuoteStyle } from '../../core/manuscript/style.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { QuoteSource } from './source.js';

/** What was being quoted, and how far that has come. */
export interface KeptQuote {
  readonly source: QuoteSource;
  /** As long as the passage has these words. */
  readonly draft?: { readonly key: string; readonly draft: Draft };
}

type KeptStyle = Pick<QuoteStyle, 'elision' | 'marks'>;

/** What a window remembers of quoting, for each study. */
export class QuoteMemory {
  constructor(private readonly memory: vscode.Memento) {}

  get(opened: OpenStudy): KeptQuote | undefined {
    return this.memory.get<KeptQuote>(keyOf('quote', opened));
  }

  async keep(opened: OpenStudy, quote: KeptQuote): Promise<void> {
    await this.memory.update(keyOf('quote', opened), quote);
  }

  /** The style that somebody chose in this study; undefined where nobody did. */
  style(opened: OpenStudy): KeptStyle | undefined {
    return this.memory.get<KeptStyle>(keyOf('quoteStyle', opened));
  }

  async keepStyle(opened: OpenStudy, { elision, marks }: KeptStyle): Promise<void> {
    const style: KeptStyle = { marks, ...(elision === undefined ? {} : { elision }) };
    await this.memory.update(keyOf('quoteStyle', opened), style);
  }
}

const keyOf = (what: string, { root }: OpenStudy): string => `verbatim.${what} ${root.toString()}`;
