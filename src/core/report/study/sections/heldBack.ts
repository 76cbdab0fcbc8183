import { heldBackStatement } from '../../disclosure/heldBack.js';
import { list, paragraph, section } from '../../document/build.js';
import type { Section } from '../../document/document.js';
import type { ReportSources } from '../sources.js';

/** What this report does not say, so that nobody is recognised. */
export function heldBackSection({ held }: ReportSources): Section {
  const said = heldBackStatement(held);
  const lead =
    said.length === 0
      ? 'Nothing: no disclosure policy holds anything back. People are named as participants.csv names them.'
      : 'So that nobody is recognised, the following was held back in all of this report:';
  return section('What was held back', [paragraph(lead), ...(said.length === 0 ? [] : [list(said)])]);
}
