import { expect, test } from 'vitest';
import { languageOfTag } from './languages.ts';

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['FR-ca', 'fr'],
  ['ja-Jpan-JP', 'ja'],
  ['en-GB', 'en'],
  ['deu', null],
  ['pt-BR', null],
  ['', null],
])('the tag "%s" asks for %s', (tag, language) => {
  expect(languageOfTag(tag)).toBe(language);
});
