import { mapSvg } from '../../core/report/mapSvg.js';
import { toPng } from '../common/toPng.js';
import type { Shown } from './model.js';
import type { PictureFormat } from './protocol.js';
import { captionOf } from './words.js';

/** The picture as the bytes of a file, in light colours, whole, with the links that are shown. */
export async function pictureFile(shown: Shown, format: PictureFormat): Promise<Uint8Array> {
  const svg = mapSvg(shown.map, {
    measure: shown.measure,
    minimum: shown.minimum === 0 ? undefined : shown.minimum,
    title: shown.title,
    caption: captionOf(shown),
  });
  const bytes = new TextEncoder().encode(svg.text);
  return format === 'svg' ? bytes : toPng(bytes, svg, shown.texts.pngFailed);
}
