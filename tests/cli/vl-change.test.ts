import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getVlUserAccess } from '@muniment/contract/vl-users.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { cutFirstAnswer } from './cut-first-answer.ts';
import { createTypist, type Typist } from './run-vl.ts';

const PERMISSION_CHANGES = 'Permission changes for Northlight Software Volume Licensing contracts';
const ACTION_REQUIRED = 'Action required: Sign in to manage your volume licensing assets';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

let admin: Member;
let colleague: Member;
let typist: Typist;
beforeEach(async () => {
  admin = await organization.administrator({ licenses: 2 });
  colleague = await organization.colleague(admin, { roles: ['benefits-reader'] });
  typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: admin.token });
});
afterEach(() => typist.leave());

const assign = (...args: string[]) => typist.vl('assign', colleague.email, ...args);
const first = () => ['--license', admin.licenseId];

/** Roles of the colleague on each license ID. */
async function held(of = colleague.vlUserId): Promise<Record<string, string[]>> {
  const answer = await admin.api.call(getVlUserAccess, { params: { vlUserId: of } });
  if (answer.status === 404) return {};
  return Object.fromEntries(
    answer.body.items.map(({ licenseId, roles }) => [licenseId, roles.map(({ role }) => role).sort()]),
  );
}

test('S4 assign sets the complete roles on license IDs, and shows difference and e-mail', async () => {
  const saved = await assign('--license', ...admin.licenseIds, '--role', 'product-keys-reader', '--yes');
  expect(saved).toMatchObject({ status: 0, stderr: '' });
  expect(saved.stdout).toContain(`${colleague.name} <${colleague.email}>`);
  expect(saved.stdout).toMatch(new RegExp(`${admin.licenseId} .*- Benefits reader`));
  expect(saved.stdout).toContain(`<${colleague.email}>: ${PERMISSION_CHANGES}`);
  expect(saved.stdout).toMatch(/Saved: 2 roles added, 1 role removed \(change [0-9a-f-]{36}\)\.\n$/);
  const [one = '', two = ''] = admin.licenseIds;
  expect(await held()).toEqual({ [one]: ['product-keys-reader'], [two]: ['product-keys-reader'] });
});

test('--add keeps what is held, --take takes no more than is named, and neither moves a period', async () => {
  await assign(...first(), '--role', 'benefits-reader', '--ends-at', '2030-06-30', '--yes');
  await assign(...first(), '--role', 'product-keys-reader', '--add', '--yes');
  expect(await held()).toEqual({ [admin.licenseId]: ['benefits-reader', 'product-keys-reader'] });
  const access = await typist.vl('access', colleague.email);
  expect(access.stdout).toMatch(/Benefits reader +Assigned +\S+ +2030-06-30T00:00Z +Active/);

  await assign(...first(), '--role', 'benefits-reader', '--take', '--yes');
  expect(await held()).toEqual({ [admin.licenseId]: ['product-keys-reader'] });
});

test('B6 a period is set, and "never" takes its end away', async () => {
  await assign(...first(), '--role', 'benefits-reader', '--ends-at', '2030-06-30T12:00:00+02:00', '--yes');
  const ended = await typist.vl('access', colleague.email, '--json');
  expect(JSON.parse(ended.stdout).items[0].roles[0].endsAt).toBe('2030-06-30T10:00:00.000Z');
  const saved = await assign(...first(), '--role', 'benefits-reader', '--ends-at', 'never', '--yes');
  expect(saved.stdout).toContain('~ Benefits reader (another period)');
  expect(
    (await assign(...first(), '--role', 'benefits-reader', '--ends-at', '2030-02-30', '--yes')).status,
  ).toBe(2);
});

test('S5 somebody new needs a name, is invited, and can be removed while pending (M9)', async () => {
  const email = organization.newEmail('new');
  const nameless = await typist.vl('assign', email, ...first(), '--role', 'benefits-reader', '--yes');
  expect(nameless).toMatchObject({ status: 1, stdout: '' });
  expect(nameless.stderr).toContain('/assignments/0/user/displayName');
  expect(nameless.stderr).toContain('--name "Full Name"');

  const named = await typist.vl(
    'assign',
    email,
    '--name',
    'Noor Haddad',
    ...first(),
    '--role',
    'administrator',
    '--yes',
  );
  expect(named.status).toBe(0);
  expect(named.stdout).toContain(`Noor Haddad <${email}>: ${ACTION_REQUIRED}`);
  expect(named.stdout).toContain(`Noor Haddad must register before they can administer ${admin.licenseId}.`);
  expect((await typist.vl('remove', email, '--yes')).status).toBe(0);
  expect((await typist.vl('access', email)).status).toBe(1);
});

test('a dry run saves nothing, and --json answers what the API answers', async () => {
  const asText = await assign(...first(), '--role', 'administrator', '--dry-run');
  expect(asText).toMatchObject({ status: 0, stdout: expect.stringContaining('Dry run: nothing was saved.') });
  const asJson = await assign(...first(), '--role', 'administrator', '--dry-run', '--yes', '--json');
  expect(JSON.parse(asJson.stdout)).toMatchObject({ saved: false, summary: { added: 1, removed: 1 } });
  expect(await held()).toEqual({ [admin.licenseId]: ['benefits-reader'] });

  const saved = await assign(...first(), '--role', 'administrator', '--yes', '--json', '--reason', 'Deputy');
  expect(JSON.parse(saved.stdout)).toMatchObject({ saved: true, id: expect.any(String) });
});

test('what is so already is no change, and no failure', async () => {
  const same = await assign(...first(), '--role', 'benefits-reader', '--yes');
  expect(same).toMatchObject({ status: 0, stdout: 'Nothing to change: it is so already.\n' });
});

test('without anybody to confirm, and without --yes, nothing is even asked of the server', async () => {
  const env = { VL_SERVER: 'http://127.0.0.1:9' };
  for (const args of [
    ['assign', colleague.email, ...first(), '--role', 'administrator'],
    ['remove', colleague.email],
  ]) {
    const outcome = await typist.vlWith({ env }, ...args);
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toContain('--yes');
  }
});

test('the difference is shown before the question; a yes saves it, anything else does not', async () => {
  const args = ['assign', colleague.email, ...first(), '--role', 'administrator'];
  const no = await typist.vlAnswering(async () => '', ...args);
  expect(no.status).toBe(1);
  expect(no.stdout).toContain('+ Administrator');
  expect(no.stderr).toContain('Nothing was saved.');
  expect(await held()).toEqual({ [admin.licenseId]: ['benefits-reader'] });

  const yes = await typist.vlAnswering(async () => 'y', ...args, '--json');
  expect(yes.status).toBe(0);
  expect(JSON.parse(yes.stdout)).toMatchObject({ saved: true });
  expect(yes.stderr).toContain('Save this? [y/N]');
  expect(await held()).toEqual({ [admin.licenseId]: ['administrator'] });
});

test.for(['assign', 'remove'])(
  'what somebody else changed meanwhile is refused by %s, and not overwritten',
  async (command) => {
    const args = command === 'assign' ? [...first(), '--role', 'administrator'] : [];
    const outcome = await typist.vlAnswering(
      async () => {
        await admin.api.call(changeAssignments, {
          body: {
            assignments: [
              {
                user: { vlUserId: colleague.vlUserId },
                licenseId: admin.licenseId,
                roles: ['online-services-manager'],
              },
            ],
          },
        });
        return 'yes';
      },
      ...[command, colleague.email, ...args],
    );
    expect(outcome.status).toBe(1);
    expect(outcome.stderr).toContain('vl: It changed since you read it');
    expect(outcome.stderr).toContain('Look again, then repeat the command.');
    expect(await held()).toEqual({ [admin.licenseId]: ['online-services-manager'] });
  },
);

test('A1 the last administrator stays: every license ID concerned is named', async () => {
  const ids = [...admin.licenseIds].sort();
  const everywhere = await typist.vl('remove', admin.email, '--yes');
  expect(everywhere).toMatchObject({ status: 1, stdout: '' });
  expect(everywhere.stderr).toContain(`License IDs: ${ids.join(', ')}`);

  const asJson = await typist.vl('remove', admin.email, '--license', ...ids, '--yes', '--json');
  expect(asJson).toMatchObject({ status: 1, stdout: '' });
  expect(JSON.parse(asJson.stderr)).toMatchObject({ status: 409, licenseIds: ids });

  const dryRun = await typist.vl('remove', admin.email, '--dry-run');
  expect(dryRun.status).toBe(1);
  expect(dryRun.stdout).toContain(
    `Refused: no administrator who has registered would be left on ${ids.join(', ')}.`,
  );
  expect(dryRun.stdout).not.toContain('E-mail');
});

test('an unknown license ID, and an unknown role with the roles that there are, are refused', async () => {
  const license = await assign('--license', 'L-NOWHERE', '--role', 'administrator', '--yes');
  expect(license).toMatchObject({ status: 1, stdout: '' });
  expect(license.stderr).toContain('vl: License ID not found');
  expect(license.stderr).toContain('License IDs: L-NOWHERE');

  const role = await assign(...first(), '--role', 'king', '--yes');
  expect(role).toMatchObject({ status: 1, stdout: '' });
  expect(role.stderr).toContain('vl: There is no such role');
  expect(role.stderr).toContain('Roles that you may give: administrator, ');
});

test('roles are taken from nobody who is not there, and --take has no period', async () => {
  const nobody = await typist.vl(
    'assign',
    'nobody@lindgren.example',
    ...first(),
    '--role',
    'administrator',
    '--take',
    '--yes',
  );
  expect(nobody.status).toBe(1);
  const period = await assign(
    ...first(),
    '--role',
    'administrator',
    '--take',
    '--ends-at',
    '2030-01-01',
    '--yes',
  );
  expect(period.status).toBe(2);
  const both = await assign(...first(), '--role', 'administrator', '--take', '--add', '--yes');
  expect(both.status).toBe(2);
});

test('M5 remove ends what is held on all license IDs that one administers, and tells what follows first', async () => {
  await assign('--license', ...admin.licenseIds, '--role', 'benefits-reader', 'administrator', '--yes');
  const removed = await typist.vlAnswering(async () => 'yes', 'remove', colleague.email);
  expect(removed.status).toBe(0);
  expect(removed.stdout).toContain(`${colleague.name} loses 4 roles on 2 license IDs that you administer.`);
  expect(removed.stdout).toContain('They leave your list of VL users.');
  expect(removed.stdout).toContain(PERMISSION_CHANGES);
  expect(removed.stdout).toContain(`Removed: ${colleague.name} lost 4 roles on 2 license IDs.`);
  expect(await held()).toEqual({});
});

test('M7 remove --license ends what is held there, and leaves the rest', async () => {
  const [one = '', two = ''] = admin.licenseIds;
  await assign('--license', one, two, '--role', 'benefits-reader', '--yes');
  const removed = await typist.vl(
    'remove',
    colleague.email,
    '--license',
    one,
    '--yes',
    '--json',
    '--reason',
    'Moved',
  );
  expect(JSON.parse(removed.stdout)).toMatchObject({ saved: true, summary: { removed: 1 } });
  expect(await held()).toEqual({ [two]: ['benefits-reader'] });

  const all = await typist.vl('remove', colleague.vlUserId, '--yes', '--json');
  expect(all).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(all.stdout)).toEqual({ vlUserId: colleague.vlUserId, removed: true });
});

test('a change whose answer is lost on the way is sent again, and saved once', async () => {
  const proxy = await cutFirstAnswer(muniment.url, 'POST');
  const saved = await typist.vlWith(
    { env: { VL_SERVER: proxy.url } },
    ...['assign', colleague.email, ...first(), '--role', 'administrator', '--yes', '--json'],
  );
  await proxy.stop();
  expect(proxy.requests.filter((method) => method === 'POST')).toHaveLength(2);
  expect(saved).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(saved.stdout)).toMatchObject({ saved: true, summary: { added: 1, removed: 1 } });
});
