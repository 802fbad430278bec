import { expect, test } from 'vitest';
import { answeredRange } from './file-range.ts';

const ETAG = '"abc"';
const SIZE = 1_000;
const whole = { status: 200, range: { start: 0, end: 999 } };
const part = (start: number, end: number) => ({ status: 206, range: { start, end } });
const none = { status: 416, range: null };

test.each([
  ['bytes=0-0', part(0, 0)],
  ['bytes=500-', part(500, 999)],
  ['bytes=-1', part(999, 999)],
  ['bytes=-5000', part(0, 999)],
  ['bytes=990-5000', part(990, 999)],
  ['BYTES=1-2', part(1, 2)],
  ['bytes=1000-', none],
  ['bytes=1000-1001', none],
  ['bytes=-0', none],
  ['bytes=5-4', whole],
  ['bytes=a-b', whole],
  ['bytes=-', whole],
  ['bytes=', whole],
  ['bytes', whole],
  ['lines=0-1', whole],
  ['bytes=0-1,5-6', whole],
  ['bytes=0-1,2000-', whole],
  ['bytes=99999999999999999999-', none],
])('W5 a Range of %s is answered by RFC 9110', (range, answered) => {
  expect(answeredRange(SIZE, ETAG, { range })).toEqual(answered);
});

test('W5 a Range of another state of the file is answered with all of this one', () => {
  const range = 'bytes=500-';
  expect(answeredRange(SIZE, ETAG, { range, ifRange: ETAG })).toEqual(part(500, 999));
  for (const ifRange of ['"abd"', 'W/"abc"', 'abc', 'Tue, 24 Nov 2026 18:00:00 GMT']) {
    expect(answeredRange(SIZE, ETAG, { range, ifRange })).toEqual(whole);
  }
});

test('W5 an empty file has no byte to ask for', () => {
  expect(answeredRange(0, ETAG, {})).toEqual({ status: 200, range: { start: 0, end: -1 } });
  expect(answeredRange(0, ETAG, { range: 'bytes=0-' })).toEqual(none);
  expect(answeredRange(0, ETAG, { range: 'bytes=-5' })).toEqual({
    status: 200,
    range: { start: 0, end: -1 },
  });
});
