import { expect, test } from 'vitest';
import { pictureTypeOf } from './picture-type.ts';

test.each([
  ['image/png', '89504e470d0a1a0a0000'],
  ['image/jpeg', 'ffd8ffe000104a46'],
  ['image/webp', '524946462400000057454250'],
])('F1 %s is known by its first bytes', (type, hex) => {
  expect(pictureTypeOf(Buffer.from(hex, 'hex'))).toBe(type);
});

test.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['HTML', '<!doctype html>'],
  ['RIFF sound', 'RIFF....WAVE'],
  ['GIF', 'GIF89a'],
  ['nothing', ''],
])('F1 %s is no picture that is kept', (_what, text) => {
  expect(pictureTypeOf(Buffer.from(text, 'latin1'))).toBeNull();
});
