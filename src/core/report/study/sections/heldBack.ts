import { heldBackStatement, heldBesides } from '../../disclosure/heldBack.js';
import { list, paragraph, section } from '../../document/build.js';
import type { Section } from '../../document/document.js';
import { isGuarded, type ReportSources } from '../sources.js';
import { countedMatrices } from './matrices.js';

const GUARDED =
  'Who said what, who took part in which session and numbers by role that are told in words are left out, because small groups could be told from them.';

/** What this report does not say, so that nobody is recognised. */
export function heldBackSection(sources: ReportSources): Section {
  const { held } = countedMatrices(sources);
  const further = isGuarded(sources) ? [GUARDED] : [];
  const said = heldBackStatement(heldBesides(sources.held, held, ...further));
  const lead =
    said.length === 0
      ? 'Nothing: no disclosure policy holds anything back. People are named as participants.csv names them.'
      : 'So that nobody is recognised, the following was held back in all of this report:';
  return section('What was held back', [paragraph(lead), ...(said.length === 0 ? [] : [list(said)])]);
}
