import { isUtf8 } from 'node:buffer';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** What files begin with, by what they are then. */
const BEGINNINGS: readonly (readonly [
  type: string,
  begin: Buffer,
  then?: readonly [number, Buffer],
])[] = [
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/gif', ascii('GIF87a')],
  ['image/gif', ascii('GIF89a')],
  ['image/webp', ascii('RIFF'), [8, ascii('WEBP')]],
  ['application/pdf', ascii('%PDF-')],
  ['application/zip', ascii('PK\x03\x04')],
  ['application/zip', ascii('PK\x05\x06')],
  ['application/gzip', Buffer.from([0x1f, 0x8b, 0x08])],
];

/** What browsers are shown as an image. No SVG: that is a page with scripts. */
export const IMAGE_TYPES: readonly string[] = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
];

/** Control characters that no text holds: all but tab, line feed, form feed, carriage return and escape. */
const NO_TEXT = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/;

/** What a file is, by its bytes alone; whoever sends it can call it anything. */
export function mediaTypeOf(content: Buffer): string {
  for (const [type, begin, then] of BEGINNINGS) {
    const begins = content.subarray(0, begin.length).equals(begin);
    if (begins && (!then || content.subarray(then[0], then[0] + then[1].length).equals(then[1]))) {
      return type;
    }
  }
  return isUtf8(content) && !NO_TEXT.test(content.toString('latin1'))
    ? 'text/plain'
    : 'application/octet-stream';
}
