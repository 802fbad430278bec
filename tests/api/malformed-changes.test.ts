import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';

let muniment: Muniment;
let admin: Member;
beforeAll(async () => {
  muniment = await startMuniment();
  const organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
});
afterAll(() => muniment.stop());

function assignment(overrides: Record<string, unknown> = {}) {
  return {
    user: { signInEmail: 'vera.holm@lindgren.example', displayName: 'Vera Holm' },
    licenseId: admin.licenseId,
    roles: ['benefits-reader'],
    ...overrides,
  };
}

function change(body: unknown) {
  return admin.api.send('POST', '/v1/assignment-changes', { body });
}

describe('a body that is not as it should be is refused with a pointer to the field', () => {
  const refused: [string, () => unknown, string][] = [
    ['no body field', () => ({}), '/assignments'],
    ['no assignments', () => ({ assignments: [] }), '/assignments'],
    ['an unknown field at the top', () => ({ assignments: [assignment()], isAdmin: true }), '/isAdmin'],
    [
      'an unknown field in an assignment',
      () => ({ assignments: [assignment({ note: 'x' })] }),
      '/assignments/0/note',
    ],
    [
      'an unknown field of a user',
      () => ({
        assignments: [assignment({ user: { signInEmail: 'a@b.example', displayName: 'A', admin: true } })],
      }),
      '/assignments/0/user/admin',
    ],
    [
      'a malformed e-mail',
      () => ({ assignments: [assignment({ user: { signInEmail: 'vera.holm', displayName: 'Vera' } })] }),
      '/assignments/0/user/signInEmail',
    ],
    [
      'an e-mail of 300 characters',
      () => ({
        assignments: [
          assignment({ user: { signInEmail: `${'v'.repeat(288)}@lind.example`, displayName: 'Vera' } }),
        ],
      }),
      '/assignments/0/user/signInEmail',
    ],
    [
      'two addresses in one',
      () => ({
        assignments: [assignment({ user: { signInEmail: 'a@b.example,c@d.example', displayName: 'V' } })],
      }),
      '/assignments/0/user/signInEmail',
    ],
    [
      'a line break in an e-mail',
      () => ({
        assignments: [assignment({ user: { signInEmail: 'a@b.example\r\nBcc: c', displayName: 'V' } })],
      }),
      '/assignments/0/user/signInEmail',
    ],
    [
      'half a character in an e-mail',
      () => ({ assignments: [assignment({ user: { signInEmail: 'a\ud800@b.example', displayName: 'V' } })] }),
      '/assignments/0/user/signInEmail',
    ],
    [
      'half a character in a name',
      () => ({ assignments: [assignment({ user: { signInEmail: 'a@b.example', displayName: 'V\ud800' } })] }),
      '/assignments/0/user/displayName',
    ],
    [
      'an id in the form of a URN',
      () => ({
        assignments: [assignment({ user: { vlUserId: 'urn:uuid:01890000-0000-7000-8000-000000000000' } })],
      }),
      '/assignments/0/user/vlUserId',
    ],
    [
      'a carriage return in a name',
      () => ({ assignments: [assignment({ user: { signInEmail: 'a@b.example', displayName: 'V\rX' } })] }),
      '/assignments/0/user/displayName',
    ],
    [
      'a line feed in a name',
      () => ({ assignments: [assignment({ user: { signInEmail: 'a@b.example', displayName: 'V\nX' } })] }),
      '/assignments/0/user/displayName',
    ],
    [
      'a name of blanks',
      () => ({ assignments: [assignment({ user: { signInEmail: 'a@b.example', displayName: '   ' } })] }),
      '/assignments/0/user/displayName',
    ],
    [
      'somebody new without a name (S10)',
      () => ({ assignments: [assignment({ user: { signInEmail: 'nobody.knows@lindgren.example' } })] }),
      '/assignments/0/user/displayName',
    ],
    [
      'a NUL in a license ID',
      () => ({ assignments: [assignment({ licenseId: 'L\u0000' })] }),
      '/assignments/0/licenseId',
    ],
    [
      'roles that are no list',
      () => ({ assignments: [assignment({ roles: 'benefits-reader' })] }),
      '/assignments/0/roles',
    ],
    [
      'a role asked for twice',
      () => ({ assignments: [assignment({ roles: ['benefits-reader', 'benefits-reader'] })] }),
      '/assignments/0/roles/1',
    ],
    ['a text for a yes or no', () => ({ assignments: [assignment()], dryRun: 'true' }), '/dryRun'],
    ['null for a yes or no', () => ({ assignments: [assignment()], dryRun: null }), '/dryRun'],
    [
      'a role that ends before it starts',
      () => ({
        assignments: [
          assignment({
            roles: [
              { role: 'benefits-reader', startsAt: '2090-01-02T00:00:00Z', endsAt: '2090-01-01T00:00:00Z' },
            ],
          }),
        ],
      }),
      '/assignments/0/roles/0',
    ],
    [
      'a role that starts in the past',
      () => ({
        assignments: [assignment({ roles: [{ role: 'benefits-reader', startsAt: '2020-01-01T00:00:00Z' }] })],
      }),
      '/assignments/0/roles/0',
    ],
    [
      'a leap second, which is no time that a clock shows',
      () => ({
        assignments: [assignment({ roles: [{ role: 'benefits-reader', endsAt: '2090-12-31T23:59:60Z' }] })],
      }),
      '/assignments/0/roles/0',
    ],
    [
      'the same pair twice',
      () => ({ assignments: [assignment(), assignment({ roles: [] })] }),
      '/assignments/1',
    ],
    [
      'the same pair twice, by another spelling of the address',
      () => ({
        assignments: [
          assignment(),
          assignment({ user: { signInEmail: 'VERA.Holm@Lindgren.EXAMPLE', displayName: 'Vera' } }),
        ],
      }),
      '/assignments/1',
    ],
    [
      'the same pair once by id and once by e-mail',
      () => ({
        assignments: [
          assignment({ user: { vlUserId: admin.vlUserId }, roles: ['administrator'] }),
          assignment({ user: { signInEmail: admin.email }, roles: ['administrator'] }),
        ],
      }),
      '/assignments/1',
    ],
    [
      '100,000 pairs',
      () => ({
        assignments: Array.from({ length: 100_000 }, (_, index) =>
          assignment({ user: { signInEmail: `p${index}@lindgren.example`, displayName: 'P' } }),
        ),
      }),
      '/assignments',
    ],
  ];

  test.each(refused)('%s', async (_what, body, pointer) => {
    const answer = await change(body());
    expect(answer).toMatchObject({ status: 400, problemId: 'invalid-request' });
    expect(answer.problem.errors?.[0]?.pointer).toBe(pointer);
    expect(answer.problem.errors?.[0]?.detail).not.toBe('');
  });

  test.each([
    ['by name', ['super-user'], '/assignments/0/roles/0'],
    ['in an object', ['benefits-reader', { role: 'owner' }], '/assignments/0/roles/1/role'],
    ['in capitals', ['Administrator'], '/assignments/0/roles/0'],
    ['that every object has', ['constructor'], '/assignments/0/roles/0'],
  ])('a role that does not exist, %s', async (_what, roles, pointer) => {
    const answer = await change({ assignments: [assignment({ roles })] });
    expect(answer).toMatchObject({ status: 400, problemId: 'unknown-role' });
    expect(answer.problem.errors?.[0]?.pointer).toBe(pointer);
  });

  test('nothing of a refused change was saved', async () => {
    const added = await muniment.db
      .selectFrom('vl_user')
      .select('id')
      .where('sign_in_email_key', 'like', '%@lindgren.example')
      .execute();
    expect(added).toEqual([]);
  });
});
