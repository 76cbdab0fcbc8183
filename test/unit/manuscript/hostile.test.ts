import assert from 'node:assert/strict';
import { FILES, QuotedStudy } from './support/study.js';

const NARROW = '\u202f';
const BOM = '\ufeff';

/** Manuscripts as people and programs make them, and what is found in them: form, verdict, who. */
const MANUSCRIPTS: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'with French marks': [
    `« it was quieter after that » (PP3), «\u00a0I stayed.\u00a0» (PP4), «${NARROW}my sister said, “You don’t have to stay.”${NARROW}» (PP3)`,
    ['short verbatim PP3', 'short verbatim PP4', 'short verbatim PP3'],
  ],
  'with German and Danish marks': [
    '„my sister said, ‚You don’t have to stay.‘“ (PP3) ‚I stayed‘ (PP4) »it was quieter after that« (PP3)',
    ['short verbatim PP3', 'short verbatim PP4', 'short verbatim PP3'],
  ],
  'with Japanese marks and brackets': [
    '参加者は「it was quieter after that」（PP3、joint interview）と言い、『I stayed.』(PP4)。\n\n> I counted.（PP4）\n',
    ['short verbatim PP3', 'short verbatim PP4', 'block verbatim PP4'],
  ],
  'with apostrophes between single marks': [
    "PP3 said 'I didn't stay' and 'the peers' room was always open' in the '90s, 'til now.",
    ['short verbatim PP3', 'short verbatim PP3'],
  ],
  'with several short ones in a block': [
    '> “I stayed.” (PP4) and “Nobody shouted” (PP3)\n',
    ['short verbatim PP4', 'short verbatim PP3'],
  ],
  'in nested blocks, lists, tables and notes': [
    '> > It was quieter after that. (PP3)\n\n- item\n\n  > I stayed. (PP4)\n\n| a | b |\n|--|--|\n| “I stayed.” (PP4) | “They aren’t paid enough”[^1] (NP1) |\n\n[^1]: “I counted” (PP4).\n',
    ['block verbatim PP3', 'block verbatim PP4', 'short verbatim PP4', 'short verbatim NP1', 'short verbatim PP4'],
  ],
  'over line ends of any kind': [
    `${BOM}---\r\ntitle: x\r\n---\r\n\r\n“It was quieter\r\nafter that.  \r\nNobody\\\r\nshouted” (PP3)\r\n\r\n> I stayed.\r\n>\r\n> — PP4\r\n`,
    ['short verbatim PP3', 'block verbatim PP4'],
  ],
  'in code, headings, comments and HTML, which hold none': [
    '```\n“I flew” (PP3)\n```\n\n# “I flew” (PP3)\n\n<!-- “I flew” (PP3) -->\n\n<p>“I flew” (PP3)</p>\n\n`“I flew” (PP3)`\n\n> [!NOTE]\n> “I flew” (PP3)\n',
    [],
  ],
  'with nothing in them': ['', []],
  'with nothing between marks': ['“” (PP3) "…" (PP3) “[sic]” (PP3)\n\n>\n\n> (PP3)\n', []],
};

describe('manuscripts of all sorts', () => {
  let study: QuotedStudy;
  before(async () => {
    study = await QuotedStudy.of(FILES);
  });

  for (const [what, [text, found]] of Object.entries(MANUSCRIPTS))
    it(what, async () => {
      const checked = await study.check(text);
      assert.deepEqual(
        checked.map(({ quotation, verdict }) => `${quotation.kind} ${verdict} ${quotation.attribution?.participant}`),
        found,
      );
    });

  it('with very long lines', async function () {
    this.timeout(120_000);
    const much = (words: number): string => 'word '.repeat(words);
    const text = `“I stayed.” (PP4) @you ${much(100_000)}\n\n> “Nobody shouted” ${much(30_000)}\n>\n> I stayed. (PP4)\n`;
    assert.deepEqual(
      (await study.check(text)).map(({ verdict }) => verdict),
      ['verbatim', 'not-found'],
    );
  });
});
