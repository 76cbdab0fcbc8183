import type { Study } from './study';

const PP_03 = 'transcripts/pp-03.md';
const PP_06 = 'transcripts/pp-06.md';
const NP_11 = 'transcripts/np-11.md';
const NP_11_EA = 'codings/EA/transcripts/np-11.jsonl';
const MOVED = /\*\*PP3:\*\* No, just me at this site[^\n]*/;

/**
 * Edits transcripts of the sample study after they were coded, as a script would: wording, a passage that goes, one that goes to
 * another transcript, and one that was coded in a version git never had and stands twice now.
 */
export function editTranscripts(study: Study): void {
  study.restore();
  const pp03 = study.read(PP_03) ?? '';
  const moved = MOVED.exec(pp03)?.[0] ?? '';
  study.write(
    PP_03,
    pp03
      .replace('I can go half an hour and only say', 'I can go forty minutes and only say')
      .replace(
        "I'm on the lowest band there is, on a contract that's renewed",
        "I'm on the bottom band there is, with a contract renewed",
      )
      .replace(/\*\*PP3:\*\* But then last autumn[^\n]*\n\n/, '')
      .replace(MOVED, '**PP3:** No.'),
  );
  study.write(PP_06, `${(study.read(PP_06) ?? '').trimEnd()}\n\n${moved.replace('PP3', 'PP6')}\n`);
  study.write(NP_11_EA, (study.read(NP_11_EA) ?? '').replaceAll(/"base": "[0-9a-f]+"/g, '"base": "000000000000"'));
  const np11 = study.read(NP_11) ?? '';
  const turns = np11.trimEnd().split('\n\n');
  // Twice, with other neighbours each time.
  const again = turns.slice(6, 9);
  study.write(
    NP_11,
    `${[...turns.slice(0, 3), ...again, ...turns.slice(3, 6), ...turns.slice(9, 12), ...again, ...turns.slice(12)].join('\n\n')}\n`,
  );
}
