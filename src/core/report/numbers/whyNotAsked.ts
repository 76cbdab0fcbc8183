import { understand } from '../../analysis/query/ask.js';
import type { Disclosure } from '../../study/disclosure.js';
import { asksForAttribute, whyHeldBack } from '../disclosure/whyHeldBack.js';
import { isGuarded, type ReportSources } from '../study/sources.js';

/** Says of the question of a marked number why it may not be asked under a disclosure policy; undefined where it may. */
export function whyNotAsked(
  sources: ReportSources,
  policy: Disclosure | undefined,
): (text: string) => string | undefined {
  return text => {
    const { query } = understand(text, sources.corpus);
    if (query === undefined) return undefined;
    const why = whyHeldBack(query, policy);
    if (why !== undefined || !isGuarded(sources) || !asksForAttribute(query)) return why;
    return 'The question asks for people by an attribute; the disclosure policy holds small numbers of them back.';
  };
}
