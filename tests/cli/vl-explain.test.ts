import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { createTypist, type Typist } from './run-vl.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
let colleague: Member;
let before: string;
let typist: Typist;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator({ licenses: 2 });
  colleague = await organization.colleague(admin, { roles: ['benefits-reader', 'product-keys-reader'] });
  before = new Date().toISOString();
  await new Promise((done) => setTimeout(done, 5));
  const answer = await admin.api.call(changeAssignments, {
    body: {
      assignments: [
        {
          user: { vlUserId: colleague.vlUserId },
          licenseId: admin.licenseId,
          roles: ['product-keys-reader', 'administrator'],
        },
      ],
      reason: 'Cover during leave',
    },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: admin.token });
});
afterAll(async () => {
  await typist.leave();
  await muniment.stop();
});

test('B3 explain shows what gives an action, who gave it and why, what does not count, and what would stay', async () => {
  const { status, stdout, stderr } = await typist.vl(
    'explain',
    colleague.email.toUpperCase(),
    '--license',
    admin.licenseId,
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout.split('\n');
  expect(lines[0]).toBe(
    `${colleague.name} <${colleague.email}> holds Product keys reader, Administrator on ${admin.licenseId} (Contract ${admin.licenseId}).`,
  );
  expect(stdout).toMatch(/^Role +Origin +Given by +Given +Counts since +Ends +Reason$/m);
  expect(stdout).toMatch(/^Administrator +Assigned +you +\S+Z +\S+Z +Cover during leave$/m);
  expect(stdout).toMatch(/^Benefits reader +Assigned +you +\S+Z +taken +\S+Z +you$/m);
  expect(stdout).toContain(
    'Without Administrator Product keys reader stays, and you become the only administrator.',
  );
  expect(stdout).toContain('Without Product keys reader Administrator stays.');

  const one = ['--license', admin.licenseId, '--action', 'benefit:manage', '--at', before, '--json'];
  const asJson = await typist.vl('explain', colleague.vlUserId, ...one);
  expect(JSON.parse(asJson.stdout)).toMatchObject({
    at: before,
    allowed: true,
    path: [{ role: 'benefits-reader' }],
    ifRemoved: null,
  });
});

test('B3 explain without a license ID lists what somebody may do, by license ID', async () => {
  const { status, stdout } = await typist.vl('explain', colleague.email);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^License ID +Name +Volume licensing roles +May do$/m);
  expect(stdout).toMatch(new RegExp(`^${admin.licenseId} .*Product keys reader +everything$`, 'm'));
  const own = await typist.vl('explain', admin.email, '--action', 'assignment:manage', '--json');
  const { items } = JSON.parse(own.stdout) as { items: { licenseId: string }[] };
  expect(items.map(({ licenseId }) => licenseId)).toEqual(admin.licenseIds.toSorted());
});

test('A9 explain tells somebody without Administrator of themselves alone, and not who gave it', async () => {
  const reader = await organization.colleague(admin, { roles: ['benefits-reader'] });
  const env = { VL_TOKEN: reader.token };
  const own = await typist.vlWith({ env }, 'explain', reader.email, '--license', admin.licenseId);
  expect(own.status).toBe(0);
  expect(own.stdout).toMatch(/^Benefits reader +Assigned +an administrator +/m);
  expect(own.stdout).not.toContain(admin.name);
  const other = await typist.vlWith({ env }, 'explain', admin.vlUserId, '--license', admin.licenseId);
  expect(other).toMatchObject({ status: 1, stdout: '' });
  expect(other.stderr).toContain('License ID not found');
  const who = await typist.vlWith({ env }, 'who', admin.licenseId);
  expect(who).toMatchObject({ status: 1, stdout: '' });
});

test('B3 B4 who lists who may do something on a license ID, now and then', async () => {
  const now = await typist.vl('who', admin.licenseId, '--action', 'assignment:manage');
  expect(now).toMatchObject({ status: 0, stderr: '' });
  expect(now.stdout).toMatch(/^Display name +Sign-in email +Volume licensing roles$/m);
  expect(now.stdout).toContain(colleague.email);
  const then = await typist.vl('who', admin.licenseId, '--action', 'assignment:manage', '--at', before);
  expect(then.stdout).toContain(admin.email);
  expect(then.stdout).not.toContain(colleague.email);
  const limited = await typist.vl('who', admin.licenseId, '--limit', '1', '--json');
  expect((JSON.parse(limited.stdout) as { items: unknown[] }).items).toHaveLength(1);
});

test('B4 users and access answer as it was', async () => {
  const then = await typist.vl('users', '--role', 'benefits-reader', '--at', before);
  expect(then.stdout).toContain(colleague.email);
  expect((await typist.vl('users', '--role', 'benefits-reader', '--json')).stdout).not.toContain(
    colleague.email,
  );
  const access = await typist.vl('access', colleague.email, '--at', before);
  expect(access.stdout).toMatch(/Benefits reader +Assigned/);
  expect((await typist.vl('access', colleague.email)).stdout).not.toContain('Benefits reader');
});

test('what cannot be asked ends with 2, and a moment to come with what the server says', async () => {
  expect((await typist.vl('who', admin.licenseId, '--action', 'contract:burn')).status).toBe(2);
  expect((await typist.vl('explain', 'nobody in particular')).status).toBe(2);
  const env = { VL_TOKEN: muniment.publisherToken };
  expect((await typist.vlWith({ env }, 'explain', colleague.email)).status).toBe(2);
  const publisher = await typist.vlWith({ env }, 'explain', colleague.vlUserId, '--json');
  expect(JSON.parse(publisher.stdout)).toMatchObject({ items: [{ licenseId: admin.licenseId }] });
  const future = await typist.vl('who', admin.licenseId, '--at', '2098-01-01');
  expect(future.status).toBe(1);
  expect(future.stderr).toContain('This moment is still to come');
});
