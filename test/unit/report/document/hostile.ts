import type { ReportDocument } from '../../../../src/core/report/document/document.js';

/** Words that do something in one format or another where they are not escaped. */
export const HOSTILE = `</style></script><script>alert(1)</script>"'&<img src=x onerror=alert(2)> *a* _b_ [c](http://x.example) | \`d\` \u202e # e`;

/** A document with hostile words wherever words can stand, and every kind of block. */
export const HOSTILE_DOCUMENT: ReportDocument = {
  title: HOSTILE,
  subtitle: HOSTILE,
  language: 'en-GB',
  sections: [
    {
      heading: HOSTILE,
      blocks: [
        { is: 'paragraph', words: [HOSTILE, { text: HOSTILE, as: 'strong' }, { text: HOSTILE, as: 'code' }] },
        { is: 'note', words: HOSTILE },
        { is: 'list', items: [HOSTILE, [{ text: HOSTILE, as: 'emphasis' }]] },
        { is: 'list', ordered: true, items: [HOSTILE] },
        { is: 'quotation', words: HOSTILE, attribution: HOSTILE },
        {
          is: 'table',
          caption: HOSTILE,
          columns: [{ title: HOSTILE }, { title: HOSTILE, right: true }],
          rows: [[HOSTILE, 'a\u0000\u000b\ud800b']],
        },
        {
          is: 'figure',
          svg: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><title>"\'</title></svg>',
          width: 1,
          height: 1,
          alternative: HOSTILE,
          caption: HOSTILE,
          instead: [{ is: 'paragraph', words: 'instead of the picture' }],
        },
      ],
      sections: [{ heading: 'Below', blocks: [], sections: [{ heading: 'Deeper', blocks: [] }] }],
    },
  ],
};
