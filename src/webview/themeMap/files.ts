import { mapSvg } from '../../core/report/mapSvg.js';
import type { Shown } from './model.js';
import type { PictureFormat } from './protocol.js';
import { captionOf } from './words.js';

/** How many pixels of the file a unit of the picture gets. */
const PNG_SCALE = 2;

/** The picture as the bytes of a file, in light colours, whole, with the links that are shown. */
export async function pictureFile(shown: Shown, format: PictureFormat): Promise<Uint8Array> {
  const svg = mapSvg(shown.map, {
    measure: shown.measure,
    minimum: shown.minimum === 0 ? undefined : shown.minimum,
    title: shown.title,
    caption: captionOf(shown),
  });
  const bytes = new TextEncoder().encode(svg.text);
  return format === 'svg' ? bytes : toPng(bytes, svg.width * PNG_SCALE, svg.height * PNG_SCALE, shown.texts.pngFailed);
}

async function toPng(svg: Uint8Array<ArrayBuffer>, width: number, height: number, failed: string): Promise<Uint8Array> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error(failed);
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}
