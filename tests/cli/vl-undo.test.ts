import { getVlUserAccess } from '@muniment/contract/vl-users.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { createTypist, type Typist } from './run-vl.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment({ env: { MAIL_HOLD_SECONDS: '30' } });
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

let admin: Member;
let colleague: Member;
let typist: Typist;
beforeEach(async () => {
  admin = await organization.administrator();
  colleague = await organization.colleague(admin, { roles: ['benefits-reader'] });
  typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: admin.token });
});
afterEach(() => typist.leave());

/** Gives another role in place of the one that is held. @returns The id of the change. */
async function change(): Promise<string> {
  const saved = await typist.vl(
    'assign',
    colleague.email,
    '--license',
    admin.licenseId,
    '--role',
    'product-keys-reader',
    '--yes',
  );
  return /\(change ([0-9a-f-]{36})\)/.exec(saved.stdout)?.[1] ?? '';
}

async function held(): Promise<string[]> {
  const { items } = (await admin.api.call(getVlUserAccess, { params: { vlUserId: colleague.vlUserId } }))
    .body;
  return items.flatMap(({ roles }) => roles.map(({ role }) => role));
}

test('B8 changes lists what was done by whom, and undo takes one back and says that nobody was told', async () => {
  const id = await change();
  const listed = await typist.vl('changes', '--user', colleague.email);
  expect(listed).toMatchObject({ status: 0, stderr: '' });
  expect(listed.stdout).toMatch(
    new RegExp(`${id} +assignment +${admin.name} +\\+1 -1 for 1 person, 1 license ID +possible`),
  );

  const undone = await typist.vl('undo', id, '--yes');
  expect(undone).toMatchObject({ status: 0, stderr: '' });
  expect(undone.stdout).toContain('+ Benefits reader');
  expect(undone.stdout).toContain('- Product keys reader');
  expect(undone.stdout).toMatch(/Undone \(change [0-9a-f-]{36}\)\. No e-mails were sent\.\n$/);
  expect(await held()).toEqual(['benefits-reader']);

  const json = JSON.parse(
    (await typist.vl('changes', '--license', admin.licenseId, '--kind', 'undo', '--json')).stdout,
  );
  expect(json.items).toMatchObject([{ kind: 'undo', undoes: id }]);
  expect((await typist.vl('changes', '--limit', '1')).stderr).toContain('There are earlier ones');
});

test('B8 undo asks first where somebody is there, and needs --yes where nobody is', async () => {
  const id = await change();
  expect((await typist.vl('undo', id)).status).toBe(2);
  const refused = await typist.vlAnswering(async () => 'n', 'undo', id);
  expect(refused.status).toBe(1);
  expect(refused.stdout).toContain('+ Product keys reader');
  expect(await held()).toEqual(['product-keys-reader']);
  const done = await typist.vlAnswering(async () => 'y', 'undo', id);
  expect(done.status).toBe(0);
  expect(await held()).toEqual(['benefits-reader']);
});

test('B8 what cannot be undone is refused with the reason, and ends with 1', async () => {
  const id = await change();
  await typist.vl('undo', id, '--yes');
  const again = await typist.vl('undo', id, '--yes', '--json');
  expect(again.status).toBe(1);
  expect(JSON.parse(again.stderr || again.stdout)).toMatchObject({ status: 409 });
  const nothing = await typist.vl('undo', '0197f2b8-1c55-7d0e-9c1a-5b1f6a0e3c77', '--yes');
  expect(nothing).toMatchObject({ status: 1, stdout: '' });
});
