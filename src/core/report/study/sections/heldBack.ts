import { list, paragraph, section } from '../../document/build.js';
import type { Section } from '../../document/document.js';
import type { ReportSources } from '../sources.js';

/** What this report does not say, so that nobody is recognised. */
export function heldBackSection({ heldBack }: ReportSources): Section {
  if (heldBack.length === 0) {
    return section('What was held back', [
      paragraph('Nothing: the study declares no disclosure policy. People are named as participants.csv names them.'),
    ]);
  }
  return section('What was held back', [
    paragraph('So that nobody is recognised, the following was held back in all of this report:'),
    list(heldBack),
  ]);
}
