import type { ScreenshotType } from '../../database/schema.ts';

/**
 * What a picture is by its first bytes, whatever it is called; null for all that is not one of the three formats in
 * which nothing can run. An SVG is a document, and none of them.
 *
 * @source PNG (ISO/IEC 15948) 5.2; JPEG (ITU-T T.81) B.1.1.3; WebP (RFC 9649) 2.4
 */
export function pictureTypeOf(bytes: Buffer): ScreenshotType | null {
  if (bytes.subarray(0, 8).equals(PNG)) return 'image/png';
  if (bytes.subarray(0, 3).equals(JPEG)) return 'image/jpeg';
  const isRiff = bytes.subarray(0, 4).equals(RIFF) && bytes.subarray(8, 12).equals(WEBP);
  return isRiff ? 'image/webp' : null;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const RIFF = Buffer.from('RIFF', 'latin1');
const WEBP = Buffer.from('WEBP', 'latin1');
