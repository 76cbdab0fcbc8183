import { alongChart } from './alongChart.js';
import type { Figure } from './figure.js';
import type { AlongData } from './figureData.js';
import { type FigureWords, fill, inWords } from './words.js';

/** The codes along a transcript: one lane a code, who speaks above, and what is in scope. */
export function alongFigure(data: AlongData, words: FigureWords): Figure {
  const passages = data.lanes.reduce((all, lane) => all + lane.passages.length, 0);
  const first = data.lanes.reduce<AlongData['lanes'][number] | undefined>(
    (best, lane) => (lane.passages.length > (best?.passages.length ?? 0) ? lane : best),
    undefined,
  );
  const title = fill(words.alongTitle, data.name);
  return {
    title,
    gist:
      first === undefined
        ? title
        : fill(
            words.alongGist,
            ...[title, data.lanes.length, inWords('passages', passages, words), first.label],
            inWords('passages', first.passages.length, words),
          ),
    caption: [words.alongCaption, ...(data.scope === undefined ? [] : [words.scopeCaption])].join(' '),
    table: {
      label: title,
      columns: [
        { key: 'code', label: words.code, isNumber: false },
        { key: 'line', label: words.line, isNumber: true },
        { key: 'speaker', label: words.speaker, isNumber: false },
        { key: 'coder', label: words.coder, isNumber: false },
        { key: 'words', label: words.words, isNumber: true },
        { key: 'excerpt', label: words.excerpt, isNumber: false, isLong: true },
      ],
      rows: data.lanes.flatMap(({ label, color, passages: of }) =>
        of.map(passage => ({
          key: `${passage.coder} ${passage.id}`,
          cells: [
            { text: label },
            { text: String(passage.line), value: passage.line },
            { text: passage.speakers.join(', ') },
            { text: passage.coder },
            { text: String(passage.words), value: passage.words },
            { text: passage.text, link: { coding: passage.id, transcript: data.transcript } },
          ],
          ...(color === undefined ? {} : { color }),
        })),
      ),
    },
    order: { column: 'line', isDown: false },
    isEmpty: passages === 0,
    chart: room => alongChart(data, room, words),
  };
}
