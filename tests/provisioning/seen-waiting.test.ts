import { changeAssignments, getAssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { removeDownstreamSystem } from '@muniment/contract/downstream-systems.ts';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Muniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';
import {
  mayReadKeys,
  register,
  removeAll,
  seen,
  setRoles,
  startProvisioned,
  untilStatus,
  within,
} from './provisioned-muniment.ts';
import { type Receiver, startReceiver, status } from './receiver.ts';

let muniment: Muniment;
let receiver: Receiver;
let organization: Organization;
beforeAll(async () => {
  muniment = await startProvisioned();
  receiver = await startReceiver();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(async () => {
  await muniment.stop();
  await receiver.stop();
});
afterEach(() => removeAll(muniment));

test('M2 R10 an administrator of other license IDs reads nothing of what waits or failed', async () => {
  const admin = await organization.administrator();
  const other = await organization.administrator();
  const colleague = await organization.colleague(admin, { roles: ['benefits-reader'] });
  const keys = receiver.system('private');
  keys.answer = status(400, { reason: 'Not for this contract' });
  await register(muniment, 'Key service', keys);
  await setRoles(admin, colleague.vlUserId, ['benefits-reader', 'product-keys-reader']);
  await untilStatus(admin, colleague.vlUserId, 'failed');
  keys.answer = status(200);
  const user = { signInEmail: colleague.email };
  const assignments = [{ user, licenseId: other.licenseId, roles: ['benefits-reader' as const] }];
  expect((await other.api.call(changeAssignments, { body: { assignments } })).status).toBe(201);
  const details = await untilStatus(other, colleague.vlUserId, 'active');
  expect(details.provisioning).toEqual({ waitingFor: [], failed: null });
});

test('R9 who does not see Invoice Reader reads nothing of one that waits, and may edit the person', async () => {
  const billTo = await organization.administrator({ billTo: true });
  const second = await organization.colleague(billTo, { roles: ['administrator'] });
  const person = await organization.colleague(billTo, { roles: ['benefits-reader'] });
  const keys = receiver.system('invoices');
  keys.answer = status(503);
  await register(muniment, 'Invoice archive', keys);
  const given = await setRoles(billTo, person.vlUserId, ['benefits-reader', 'invoice-reader']);
  const changeId = given.body.id ?? '';
  expect((await seen(billTo, person.vlUserId)).provisioning.waitingFor).toEqual(['Invoice archive']);
  expect(await seen(second, person.vlUserId)).toMatchObject({
    status: 'active',
    provisioning: { waitingFor: [], failed: null },
  });
  expect(await second.api.call(getAssignmentChange, { params: { changeId } })).toMatchObject({ status: 404 });

  keys.answer = status(200);
  expect((await setRoles(second, person.vlUserId, ['product-keys-reader'])).status).toBe(201);
  await untilStatus(second, person.vlUserId, 'active');
  await untilStatus(billTo, person.vlUserId, 'active');
  const key = `${person.vlUserId} ${billTo.licenseId}`;
  await vi.waitFor(() => {
    const roles = keys.held.get(key)?.roles.map(({ role }) => role);
    expect(roles).toEqual(['product-keys-reader', 'invoice-reader']);
  }, within);
});

test("A2 M2 a contact's registration waits as well, and systems that took it are told where it fails", async () => {
  const taking = receiver.system('taking');
  const refusing = receiver.system('refusing-contact');
  await register(muniment, 'Key service', taking);
  const { id } = await register(muniment, 'Billing', refusing);
  const contact = await organization.administrator();
  const accepted = () => mayReadKeys(muniment, contact.vlUserId, contact.licenseId);
  await vi.waitFor(async () => expect(await accepted()).toBe(true), within);
  expect(taking.of(contact.vlUserId)).toMatchObject([
    { licenses: [{ licenseId: contact.licenseId, roles: [{ role: 'administrator' }] }] },
  ]);

  refusing.answer = (response, received) => void setTimeout(() => status(403)(response, received), 400);
  const refused = await organization.administrator();
  const key = `${refused.vlUserId} ${refused.licenseId}`;
  await vi.waitFor(() => expect(taking.held.get(key)?.roles).toEqual([]), within);
  expect(await mayReadKeys(muniment, refused.vlUserId, refused.licenseId)).toBe(false);
  await muniment.publisher.call(removeDownstreamSystem, { params: { systemId: id } });
});
