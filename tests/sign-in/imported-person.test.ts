import { importLegacyRows } from '@muniment/contract/legacy-import.ts';
import type { Me } from '@muniment/contract/people.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoSubject } from '../../apps/server/src/features/sign-in/demo-people.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import { HttpBrowser } from './http-browser.ts';

const EMAIL = 'ines.valdivia@corvane.example';
const INES = {
  subject: demoSubject(EMAIL),
  email: EMAIL,
  displayName: 'Ines Valdivia',
  about: 'Held roles in the legacy service center',
  organizationName: 'Corvane Textiles',
};

let muniment: Muniment;
beforeAll(async () => {
  muniment = await startMuniment({ demoPeople: async () => [INES] });
});
afterAll(() => muniment.stop());

test('G2 somebody who is imported as registered signs in with that address, and is who holds the roles', async () => {
  const organization = await (await muniment.newPartner()).organization();
  const { licenseId } = await organization.administrator();
  const row = {
    licenseId,
    signInEmail: EMAIL.toUpperCase(),
    displayName: 'Ines Valdivia',
    roles: ['Download'],
  };
  const rows = [{ line: 2, ...row, assignedOn: '2022-05-04', registeredOn: '2022-05-09' }];
  await muniment.publisher.call(importLegacyRows, { body: { rows } });

  const browser = new HttpBrowser();
  const { url } = await browser.follow(`${muniment.url}/auth/sign-in?returnTo=%2F`);
  await browser.submit(url, { subject: INES.subject });
  const me = (await (await browser.request(`${muniment.url}/v1/me`)).json()) as Me;
  expect(me).toMatchObject({
    signInEmail: EMAIL,
    organizations: [{ number: organization.number, actions: ['contract:view', 'product:download'] }],
  });
});
