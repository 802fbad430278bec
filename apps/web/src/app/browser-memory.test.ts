import { afterEach, expect, test, vi } from 'vitest';
import { keepRecent, readRecent } from '../palette/recent.ts';
import { remember, remembered } from './browser-memory.ts';

afterEach(() => vi.unstubAllGlobals());

test('a browser that keeps nothing breaks nothing: it is as if it was never told', () => {
  const refuse = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
  remember('small:1', 'no');
  expect(remembered('small:1')).toBeNull();
  keepRecent('1:pia', 'page.people');
  expect(readRecent('1:pia')).toEqual([]);
});
