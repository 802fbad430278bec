import { getMe } from '@muniment/contract/people.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';

let muniment: Muniment;
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());

test('R10 me names the organizations of the caller with the actions held there', async () => {
  const organization = await (await muniment.newPartner()).organization();
  const admin = await organization.administrator({ licenses: 2 });
  const colleague = await organization.colleague(admin);
  const me = (await colleague.api.call(getMe, {})).body;
  expect(me).toMatchObject({
    kind: 'person',
    signInEmail: colleague.email,
    organizations: [
      {
        number: organization.number,
        name: organization.name,
        vlUserId: colleague.vlUserId,
        actions: ['contract:view', 'order:view', 'contract-key:view', 'summary:create'],
      },
    ],
  });
});
