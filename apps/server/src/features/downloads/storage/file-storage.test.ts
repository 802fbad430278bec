import { expect, test } from 'vitest';
import { namesOfKey } from './file-storage.ts';

test('W5 a storage key is names with slashes between them', () => {
  expect(namesOfKey('casement/27.1/Größe x..iso')).toEqual(['casement', '27.1', 'Größe x..iso']);
});

test.each(['', '/', '/etc/passwd', 'a//b', 'a/', '..', 'a/../../b', './a', 'a\0b', 'a\\..\\b', '\ud800'])(
  'W5 %j is no storage key: nothing outside of the storage is named',
  (key) => {
    expect(namesOfKey(key)).toBeNull();
  },
);
