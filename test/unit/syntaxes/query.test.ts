import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { load, QUERY, texts } from './tokenize.js';

const TEXT = `# Peers (not others)
role:Peer and not within:3 or "near: it" near:2:"being heard"
  (code:fear FOLLOWED BY 2 hope) years:3 "of \\"it\\""
  sandor landing near`;

describe('the grammar of questions', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await load(QUERY);
  });

  for (const [what, scope, found] of [
    ['comments', 'comment.line.number-sign.verbatim', ['# Peers (not others)']],
    ['fields', 'variable.other.property.verbatim', ['role', 'code', 'years']],
    ['values', 'entity.name.tag.value.verbatim', ['Peer', 'fear', '3']],
    ['what joins', 'keyword.operator.logical.verbatim', ['and', 'not', 'or']],
    ['relations', 'keyword.operator.relation.verbatim', ['within', 'near', 'FOLLOWED BY', 'near']],
    ['numbers of turns', 'constant.numeric.turns.verbatim', ['2', '2']],
    ['quoted texts', 'string.quoted.double.verbatim', ['"near: it"', '"being heard"', '"of \\"it\\""']],
  ] as const) {
    it(`knows ${what}`, () => assert.deepEqual(texts(grammar, TEXT, scope), found));
  }
});
