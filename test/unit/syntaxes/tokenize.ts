import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

/** A stretch of text under one scope. */
export interface Marked {
  readonly text: string;
  readonly scope: string;
}

export const MARKDOWN = 'text.html.markdown';
export const TRANSCRIPT = 'markdown.verbatim.transcript';
export const CODINGS = 'source.verbatim-codings';
export const QUERY = 'source.verbatim-query';

const FILES: Readonly<Record<string, string>> = {
  [MARKDOWN]: 'test/unit/syntaxes/fixtures/markdown.tmLanguage.json',
  [TRANSCRIPT]: 'syntaxes/transcript.injection.tmLanguage.json',
  [CODINGS]: 'syntaxes/codings.tmLanguage.json',
  [QUERY]: 'syntaxes/query.tmLanguage.json',
};

const fromRoot = (file: string): string => path.join(process.cwd(), file);

let engine: Promise<void> | undefined;

async function startEngine(): Promise<void> {
  const wasm = await readFile(fromRoot('node_modules/vscode-oniguruma/release/onig.wasm'));
  await loadWASM(new Uint8Array(wasm).buffer);
}

/** Loads one of our grammars (or the Markdown of the fixture, with the transcript grammar injected) as VS Code does. */
export async function load(scopeName: string): Promise<IGrammar> {
  engine ??= startEngine();
  await engine;
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: sources => new OnigScanner(sources),
      createOnigString: text => new OnigString(text),
    }),
    loadGrammar: async name => {
      const file = FILES[name];
      return file === undefined ? null : parseRawGrammar(await readFile(fromRoot(file), 'utf8'), file);
    },
    getInjections: name => (name === MARKDOWN ? [TRANSCRIPT] : undefined),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`No grammar for ${scopeName}`);
  return grammar;
}

/** The stretches of `text` under a scope that starts with `scope`, in order; neighbours under the same scope are one. */
export function marked(grammar: IGrammar, text: string, scope: string): Marked[] {
  const found: { text: string; scope: string }[] = [];
  let stack = INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    let end = -1;
    for (const token of result.tokens) {
      const hit = token.scopes.find(s => s.startsWith(scope));
      if (hit === undefined) continue;
      const piece = line.slice(token.startIndex, token.endIndex);
      const last = found.at(-1);
      if (last !== undefined && end === token.startIndex && last.scope === hit) last.text += piece;
      else found.push({ text: piece, scope: hit });
      end = token.endIndex;
    }
  }
  return found;
}

/** Only the texts of `marked`. */
export function texts(grammar: IGrammar, text: string, scope: string): string[] {
  return marked(grammar, text, scope).map(m => m.text);
}
