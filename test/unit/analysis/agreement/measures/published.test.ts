import { equalsCase, withFigures } from './equalsCase.js';
import { MEASURED } from './measureCase.js';
import { casesOf } from './publishedCases.js';

describe('Agreement equals what was published', () => {
  for (const [measure, figures] of Object.entries(MEASURED)) {
    for (const each of withFigures(casesOf(measure))) {
      it(`${each.name} (${measure})`, () => equalsCase(each, figures(each)));
    }
  }
});
