import { expect, test } from 'vitest';
import { readPastedPeople } from './pasted-people.ts';

const read = (text: string) =>
  readPastedPeople(text).people.map(({ signInEmail, displayName }) => [signInEmail, displayName]);

test('S1 addresses are read from lines, commas, semicolons, tabs and blanks alike', () => {
  const expected = [
    ['amara@fennimore.example', ''],
    ['jonas@fennimore.example', ''],
    ['lea@ledgerway.example', ''],
  ];
  for (const between of ['\n', '\r\n', ', ', ';', '; ', '\t', '  ', ',\n']) {
    expect(read(expected.map(([address]) => address).join(between))).toEqual(expected);
  }
});

test.each([
  ['Amara Nwosu <amara@fennimore.example>', 'Amara Nwosu'],
  ['"Nwosu, Amara" <amara@fennimore.example>;', 'Nwosu, Amara'],
  ['Nwosu, Amara <amara@fennimore.example>', 'Nwosu, Amara'],
  ['amara@fennimore.example;Amara Nwosu', 'Amara Nwosu'],
  ['Amara,Nwosu,amara@fennimore.example', 'Amara Nwosu'],
  ['Amara Nwosu\tamara@fennimore.example', 'Amara Nwosu'],
  ['Amara Nwosu amara@fennimore.example', 'Amara Nwosu'],
  ['\uFEFF"Amara Nwosu","amara@fennimore.example"', 'Amara Nwosu'],
  ['<mailto:amara@fennimore.example>', ''],
  ['山田 太郎 <amara@fennimore.example>', '山田 太郎'],
])('S1 the name beside the address is taken: %s', (line, name) => {
  expect(read(line)).toEqual([['amara@fennimore.example', name]]);
});

test('S1 several people with names on one line stay apart', () => {
  expect(read('Nwosu, Amara <a@x.example>; Petrov, Jonas <j@x.example>')).toEqual([
    ['a@x.example', 'Nwosu, Amara'],
    ['j@x.example', 'Petrov, Jonas'],
  ]);
  expect(read('Amara Nwosu <a@x.example>, "Petrov, Jonas" <j@x.example>')).toEqual([
    ['a@x.example', 'Amara Nwosu'],
    ['j@x.example', 'Petrov, Jonas'],
  ]);
});

test('S1 what names nobody is told by line and reason, and takes nothing else with it', () => {
  const { people, faults } = readPastedPeople(
    'Name;E-mail\n\namara@fennimore.example\nbad@@x.example; lea@ledgerway.example\nAMARA@Fennimore.example\nme@',
  );
  expect(people.map(({ line, signInEmail }) => [line, signInEmail])).toEqual([
    [3, 'amara@fennimore.example'],
    [4, 'lea@ledgerway.example'],
  ]);
  expect(faults).toEqual([
    { line: 1, text: 'Name;E-mail', reason: 'nothing' },
    { line: 4, text: 'bad@@x.example', reason: 'no-address' },
    { line: 5, text: 'AMARA@Fennimore.example', reason: 'repeated' },
    { line: 6, text: 'me@', reason: 'no-address' },
  ]);
});
