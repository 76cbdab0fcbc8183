import { atOnce } from '../pieces.js';
import { speakerKey } from '../transcript/names.js';
import type { Checking } from './check.js';
import type { CheckedQuotation, QuotationRemark } from './checked.js';
import { found } from './found.js';
import { namedIn } from './named.js';
import { patternOf } from './pattern.js';
import type { NamedPerson } from './quotation.js';

/**
 * Where a quotation is attributed to several people, each of them says something of it, or of those that share the attribution. Who asks
 * questions may be named besides.
 */
export function byAll(quotations: readonly CheckedQuotation[], checking: Checking): CheckedQuotation[] {
  return quotations.map(checked => {
    const { attribution, dialogue } = checked.quotation;
    if (attribution?.also === undefined || dialogue !== undefined || checked.places.length === 0) return checked;
    const sharing = quotations.filter(({ quotation }) => quotation.attribution?.span.start === attribution.span.start);
    const remarks = namedIn(attribution)
      .filter(person => !sharing.some(one => isSaidBy(person, one, checking)))
      .map(person => checking.words.notOfAll(person));
    if (remarks.length === 0) return checked;
    const [{ remedy }] = remarks as [QuotationRemark];
    return { ...checked, remarks: [...checked.remarks, ...remarks], remedy: checked.remedy || remedy };
  });
}

function isSaidBy(
  { person }: NamedPerson,
  { quotation, places }: CheckedQuotation,
  { said, people }: Checking,
): boolean {
  if (person === undefined) return false;
  const key = speakerKey(person);
  if (people.named(person)?.asks === true) return true;
  const speaking = places.flatMap(({ participant, also = [] }) => [participant ?? '', ...also]);
  return (
    speaking.some(name => speakerKey(name) === key) ||
    atOnce(found(atOnce(said.of([person])), patternOf(quotation.pieces))).length > 0
  );
}
