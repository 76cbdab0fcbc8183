import { PHASES } from '../../../codebook/change.js';
import { hasExample } from '../../../codebook/example.js';
import { phaseOf } from '../../../codebook/phase.js';
import { EVIDENCE as EVIDENCE_VALUES, evidenceOf } from '../../../coding/evidence.js';
import { isDoubtful } from '../../outcomes.js';
import { NONE, STATES } from '../form.js';
import { asValues, nameKey, type QueryField } from './field.js';

export const PHASE: QueryField = {
  field: 'phase',
  label: 'phase',
  description: 'Whose code has come this far; none for a code without a phase.',
  kind: 'choice',
  values: () => asValues([...PHASES, NONE]),
  key: nameKey,
  test(value, corpus) {
    const key = nameKey(value);
    return excerpt => {
      const entry = corpus.codeOf(excerpt);
      return ((entry && phaseOf(entry)) ?? NONE) === key;
    };
  },
  any: corpus => excerpt => {
    const entry = corpus.codeOf(excerpt);
    return entry !== undefined && phaseOf(entry) !== undefined;
  },
};

export const EVIDENCE: QueryField = {
  field: 'evidence',
  label: 'evidence',
  description: 'Marked as evidence that supports, contradicts or nuances; none for those without a mark.',
  kind: 'choice',
  values: () => asValues([...EVIDENCE_VALUES, NONE]),
  key: nameKey,
  test(value) {
    const key = nameKey(value);
    return excerpt => (evidenceOf(excerpt.coding) ?? NONE) === key;
  },
  any: () => excerpt => evidenceOf(excerpt.coding) !== undefined,
};

export const STATE: QueryField = {
  field: 'is',
  label: 'state',
  description:
    'in-scope: of a part of the transcript that the study is about; certain or doubtful: whether its place is known; example: quoted in the codebook.',
  kind: 'choice',
  values: () => asValues(STATES),
  key: nameKey,
  test(value, corpus) {
    switch (nameKey(value)) {
      case 'in-scope':
        return ({ span, transcript }) => span !== undefined && corpus.isInScope(transcript, span);
      case 'doubtful':
        return ({ coding, outcome }) => isDoubtful(coding, outcome);
      case 'certain':
        return ({ span }) => span !== undefined;
      case 'example':
        return excerpt => {
          const entry = corpus.codeOf(excerpt);
          return entry !== undefined && hasExample(entry, excerpt.text);
        };
      default:
        return () => false;
    }
  },
  any: () => () => true,
};
