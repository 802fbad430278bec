import { expect, test } from 'vitest';
import { speak, whenSpoken, withTexts } from './spoken.ts';

// The parts stay registered, so that the tests follow one another as the pages of a visit do.
const asked: string[] = [];
const part = (name: string) => async () => void asked.push(name);

test('texts are fetched in the language that is spoken, once, and in no other', async () => {
  whenSpoken('en', part('en frame'));
  whenSpoken('de', part('de frame'));
  expect(asked).toEqual([]);
  await speak('de');
  expect(asked).toEqual(['de frame']);
  await speak('de');
  expect(asked).toEqual(['de frame']);
});

test('a module that comes later is given with its texts, and another language fetches those of all that is there', async () => {
  whenSpoken('en', part('en page'));
  whenSpoken('de', part('de page'));
  expect(await withTexts('the page')).toBe('the page');
  expect(asked).toEqual(['de frame', 'de page']);
  await speak('en');
  expect(asked.slice(2).toSorted()).toEqual(['en frame', 'en page']);
});

test('texts that could not be fetched are fetched again with the next try', async () => {
  let tries = 0;
  whenSpoken('en', async () => {
    tries += 1;
    if (tries === 1) throw new Error('The network is away.');
  });
  await expect(withTexts('the page')).rejects.toThrow('The network is away.');
  expect(await withTexts('the page')).toBe('the page');
  expect(tries).toBe(2);
});
