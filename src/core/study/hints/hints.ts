import { countCodings } from '../../analysis/codeUse.js';
import type { Codebook } from '../../codebook/codebook.js';
import { codesUnder } from '../../codebook/query.js';
import { isScopeEntry } from '../../codebook/scope.js';
import type { Problem } from '../../problem.js';
import { compareTexts } from '../../text/compare.js';
import type { Study } from '../study.js';
import { entryHints } from './entryHints.js';
import { hintAt } from './hint.js';

/** As long as less of the study is coded than this, a code may still find its passages. */
const ENOUGH_CODED = 0.5;

const known = new WeakMap<Codebook, readonly Problem[]>();

/**
 * What may be worth a look in the codebook of a study though nothing is wrong, in the order of the lines. What follows
 * from the codebook alone is worked out once for each state of it.
 */
export function hintsOf(study: Study): Problem[] {
  let hints = known.get(study.codebook);
  if (hints === undefined) {
    hints = entryHints(study.codebook);
    known.set(study.codebook, hints);
  }
  return [...hints, ...unusedCodes(study)].sort((a, b) => a.line - b.line || compareTexts(a.rule, b.rule));
}

function unusedCodes(study: Study): Problem[] {
  if (study.index.size === 0) return [];
  const unused = study.codebook.entries.filter(
    entry =>
      entry.kind === 'code' && !isScopeEntry(entry) && codesUnder(entry).every(code => countCodings(study, code) === 0),
  );
  if (unused.length === 0 || !isWellCoded(study)) return [];
  const lines = study.codebook.text.split('\n');
  return unused.map(entry =>
    hintAt(lines, entry, {
      rule: 'unused-code',
      message: `No passage is coded with “${entry.title}”.`,
      remedy: 'Keep it if you still expect to find it; otherwise merge it into another code or delete it.',
    }),
  );
}

function isWellCoded(study: Study): boolean {
  const paths = study.transcriptPaths();
  const coded = paths.filter(path => study.index.filesOf(path).some(file => file.codings.length > 0));
  return coded.length >= paths.length * ENOUGH_CODED;
}
