import { STUDY_FILE } from '../study/layout.js';
import { normaliseText } from '../text/normalise.js';
import type { StudyFileChange } from './change.js';
import { differingKeys, fingerprintOf } from './keys.js';

/** The keys in which `verbatim.json` differs, as one change. What cannot be read is one text, under no key. */
export function compareStudyFiles(before: string | undefined, after: string | undefined): StudyFileChange[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const facts = differingKeys(old, now);
  if (facts.length === 0) return [];
  const said = (values: Readonly<Record<string, unknown>>): unknown => facts.map(key => values[key]);
  const fingerprint = fingerprintOf(said(old), said(now));
  return [
    {
      what: 'study-file',
      facts: facts.filter(fact => fact !== ''),
      key: 'study',
      path: STUDY_FILE,
      entries: [],
      fingerprint,
    },
  ];
}

function valuesOf(text: string | undefined): Readonly<Record<string, unknown>> {
  const trimmed = normaliseText(text ?? '').trim();
  if (trimmed === '') return {};
  try {
    const value: unknown = JSON.parse(trimmed);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Reported where the study is read; here it only differs or does not.
  }
  return { '': trimmed };
}
