/** How many pixels of the file a unit of the picture gets. */
const PNG_SCALE = 2;

/**
 * A picture in SVG as the bytes of a PNG file.
 * @param failed what is said where the browser cannot make it
 */
export async function toPng(
  svg: Uint8Array<ArrayBuffer>,
  size: { readonly width: number; readonly height: number },
  failed: string,
): Promise<Uint8Array> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const [width, height] = [size.width * PNG_SCALE, size.height * PNG_SCALE];
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
