/** The domains of COREQ. */
export const COREQ_DOMAINS = ['Research team and reflexivity', 'Study design', 'Analysis and findings'] as const;

/** An item of COREQ. */
export interface CoreqItem {
  /** 1 to 32. */
  readonly number: number;
  /** In our own short words. */
  readonly name: string;
  /** What it asks for, in our own words. */
  readonly asks: string;
  readonly domain: (typeof COREQ_DOMAINS)[number];
}

/** Where the list comes from. Its items are named here in our own words; for what exactly they ask see the paper. */
export const COREQ_SOURCE =
  'Tong A, Sainsbury P, Craig J. Consolidated criteria for reporting qualitative research (COREQ): a 32-item checklist for interviews and focus groups. International Journal for Quality in Health Care 2007; 19(6): 349–357.';

const NAMES: readonly (readonly [string, string])[] = [
  ['Who met the participants', 'Who held the interviews or groups?'],
  ['Qualifications', 'Which degrees or credentials do the researchers have?'],
  ['Occupation', 'What did they work as at the time?'],
  ['Gender', 'Of which gender are they?'],
  ['Experience and training', 'Which experience or training did they bring?'],
  ['Relationship before the study', 'Did researchers and participants know each other before?'],
  ['What participants knew of the researchers', 'What did participants know of who asked, and why?'],
  ['What the researchers brought along', 'Which assumptions, reasons and interests are reported of who asked?'],
  ['Method and theory', 'Which methodology stands behind the study?'],
  ['How participants were chosen', 'By which way of sampling?'],
  ['How participants were approached', 'In person, by letter, by telephone?'],
  ['Size of the sample', 'How many took part?'],
  ['Who did not take part', 'How many declined or dropped out, and why?'],
  ['Where the data were collected', 'In which setting?'],
  ['Who else was there', 'Was anybody there besides participants and researchers?'],
  ['What characterises the sample', 'What is important to know of it?'],
  ['Interview guide', 'Were there questions or prompts, and were they tried out?'],
  ['Repeat interviews', 'Were any held, and how many?'],
  ['Recording', 'Were sound or pictures recorded?'],
  ['Field notes', 'Were notes made during or after the sessions?'],
  ['Duration', 'How long did the sessions take?'],
  ['Saturation', 'Was it discussed whether new data would add something?'],
  ['Transcripts returned', 'Did participants see their transcripts?'],
  ['Number of coders', 'How many people coded?'],
  ['Coding tree', 'Is the system of codes described?'],
  ['Where themes come from', 'Given beforehand, or derived from the data?'],
  ['Software', 'Which programs were used?'],
  ['Feedback by participants', 'Did participants comment on the findings?'],
  ['Quotations', 'Are there quotations for the findings, each with who said it?'],
  ['Data and findings fit', 'Do the findings follow from the data?'],
  ['Major themes', 'Are they clearly presented?'],
  ['Minor themes', 'Are diverse cases or minor themes described?'],
];

/** The first items of the second and the third domain. */
const DESIGN_FROM = 9;
const FINDINGS_FROM = 24;

/** All 32, in order. */
export const COREQ_ITEMS: readonly CoreqItem[] = NAMES.map(([name, asks], i) => {
  const number = i + 1;
  return { number, name, asks, domain: COREQ_DOMAINS[number < DESIGN_FROM ? 0 : number < FINDINGS_FROM ? 1 : 2] };
});
