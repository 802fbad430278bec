import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTypist, type Typist } from './run-vl.ts';

let typist: Typist;
beforeAll(async () => {
  typist = await createTypist();
});
afterAll(() => typist.leave());

test.for([
  ['no command', [], 'Usage: vl'],
  ['an unknown command', ['acess'], "unknown command 'acess'"],
  ['an unknown option', ['me', '--colour'], "unknown option '--colour'"],
  ['a missing argument', ['access'], "missing required argument 'user'"],
  ['one argument too many', ['me', 'you'], 'too many arguments'],
  ['an unknown status', ['users', '--status', 'asleep'], 'Allowed choices are'],
  ['an unknown role to look for', ['users', '--role', 'king'], 'Give one of administrator'],
  ['a limit of none', ['users', '--limit', '0'], 'Give a whole number from 1.'],
  ['roles without license IDs', ['assign', 'a@b.example', '--role', 'administrator'], '--license'],
  ['license IDs without roles', ['assign', 'a@b.example', '--license', 'L1'], '--role'],
  ['a server that is no URL', ['login', '--server', 'licensing', '--token', 'x'], '--server is no address'],
  ['an empty token', ['login', '--token', ' '], '--token holds no API token'],
  ['a reason for removing everywhere', ['remove', 'a@b.example', '--yes', '--reason', 'x'], '--license'],
] as const)('wrong usage ends with 2 and points to the help: %s', async ([, args, said]) => {
  const outcome = await typist.vl(...args);
  expect(outcome).toMatchObject({ status: 2, stdout: '' });
  expect(outcome.stderr).toContain(said);
  if (args.length === 0) return;
  const asJson = await typist.vl(...args, '--json');
  expect(asJson).toMatchObject({ status: 2, stdout: '' });
  expect(JSON.parse(asJson.stderr)).toMatchObject({
    type: 'urn:muniment:vl:wrong-usage',
    detail: expect.stringContaining('--help'),
  });
});

test.for([
  [],
  ['login'],
  ['logout'],
  ['me'],
  ['licenses'],
  ['users'],
  ['access'],
  ['assign'],
  ['remove'],
  ['import', 'vlsc'],
  ['ledger', 'verify'],
])('the help of every command gives examples: %s', async (command) => {
  const help = await typist.vl(...command, '--help');
  expect(help).toMatchObject({ status: 0, stderr: '' });
  expect(help.stdout).toContain(`Usage: ${['vl', ...command].join(' ')}`);
  expect(help.stdout).toMatch(/Examples:\n {2}\$ vl /);
  if (command.length > 0) expect(help.stdout).toContain('--json');
});
