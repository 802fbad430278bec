import { SCREENSHOT_MAX_BYTES } from '@muniment/contract/support.ts';

const SENT_AS_THEY_ARE = ['image/png', 'image/jpeg', 'image/webp'];
/** More pixels than this show nothing more of a screen. */
const LONGEST_SIDE = 2560;
const QUALITIES = [0.9, 0.7, 0.5];

/** Why a picture cannot be sent. */
export type PictureProblem = 'noPicture' | 'tooLarge';

/**
 * Makes a picture one that can be sent: PNG, JPEG or WebP of at most 2 MiB. What is too large, or of another format
 * that this browser can show, is drawn anew.
 *
 * @returns A `data:` URL, or what is wrong.
 */
export async function fitPicture(picture: Blob): Promise<string | PictureProblem> {
  if (SENT_AS_THEY_ARE.includes(picture.type) && picture.size <= SCREENSHOT_MAX_BYTES) {
    return (await isShown(picture)) ? dataUrlOf(picture) : 'noPicture';
  }
  const bitmap = await createImageBitmap(picture).catch(() => null);
  if (bitmap === null) return 'noPicture';
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  for (const quality of QUALITIES) {
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    if (drawn !== null && drawn.size <= SCREENSHOT_MAX_BYTES) return dataUrlOf(drawn);
  }
  return 'tooLarge';
}

/** Whether it is a picture, whatever it is called. */
async function isShown(picture: Blob): Promise<boolean> {
  const bitmap = await createImageBitmap(picture).catch(() => null);
  bitmap?.close();
  return bitmap !== null;
}

/** A `data:` URL: the only address of what is not yet sent that the page's policy lets it show. */
function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result as string);
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}
