import { undoAssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Muniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import {
  mayReadKeys,
  register,
  removeAll,
  setRoles,
  startProvisioned,
  untilStatus,
  within,
} from './provisioned-muniment.ts';
import { type Receiver, silence, startReceiver, status } from './receiver.ts';

let muniment: Muniment;
let receiver: Receiver;
let organization: Organization;
let admin: Member;
let colleague: Member;
beforeAll(async () => {
  muniment = await startProvisioned();
  receiver = await startReceiver();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(async () => {
  await muniment.stop();
  await receiver.stop();
});
beforeEach(async () => {
  admin = await organization.administrator({ licenses: 2 });
  colleague = await organization.colleague(admin, { roles: ['benefits-reader', 'product-keys-reader'] });
});
afterEach(() => removeAll(muniment));

const undo = (changeId: string) => admin.api.call(undoAssignmentChange, { params: { changeId } });
const mayRead = () => mayReadKeys(muniment, colleague.vlUserId, admin.licenseId);
const change = async (...of: Parameters<typeof setRoles>) => (await setRoles(...of)).body.id ?? '';

/** States of the mails that tell the colleague of changes, oldest first. */
async function toldOf(): Promise<string[]> {
  const rows = await muniment.db
    .selectFrom('mail')
    .select('state')
    .where('vl_user_id', '=', colleague.vlUserId)
    .where('kind', '=', 'permission-change')
    .orderBy('created_at')
    .execute();
  return rows.map(({ state }) => state);
}

test('B8 M2 a role that an undo gives back waits for the systems, and then counts without a mail to who heard of nothing', async () => {
  const keys = receiver.system('keys');
  await register(muniment, 'Key service', keys);
  const removed = await change(admin, colleague.vlUserId, ['benefits-reader']);
  await vi.waitFor(() => expect(keys.held.size).toBeGreaterThan(0), within);
  keys.answer = silence;
  const undone = await undo(removed);
  expect(undone).toMatchObject({ status: 201, body: { emails: [], cancelledEmails: 1 } });
  await untilStatus(admin, colleague.vlUserId, 'assignment-in-progress');
  expect(await mayRead()).toBe(false);
  await vi.waitFor(() => expect(keys.of(colleague.vlUserId)).toHaveLength(2), within);
  keys.answer = status(204);
  const { rows } = await sql`
    update delivery set next_attempt_at = clock_timestamp() where state = 'waiting' returning id
  `.execute(muniment.db);
  expect(rows.length).toBeGreaterThan(0);
  await untilStatus(admin, colleague.vlUserId, 'active');
  expect(await mayRead()).toBe(true);
  expect(await toldOf()).toEqual(['cancelled']);
});

test('B8 M8 a change that still waits is undone at once: it is cancelled, nobody is told, and systems hear the state as it was', async () => {
  const keys = receiver.system('keys');
  keys.answer = silence;
  await register(muniment, 'Key service', keys);
  const given = await change(admin, colleague.vlUserId, [
    'benefits-reader',
    'product-keys-reader',
    'licensing-info-viewer',
  ]);
  await untilStatus(admin, colleague.vlUserId, 'assignment-in-progress');
  keys.answer = status(204);
  expect((await undo(given)).body).toMatchObject({ emails: [], cancelledEmails: 0 });
  await untilStatus(admin, colleague.vlUserId, 'active');
  expect(await toldOf()).toEqual([]);
  await vi.waitFor(() => {
    const last = keys.held.get(`${colleague.vlUserId} ${admin.licenseId}`);
    expect(last?.roles.map(({ role }) => role).toSorted()).toEqual([
      'benefits-reader',
      'product-keys-reader',
    ]);
  }, within);
});

test('B8 M8 an undo that gives back is refused while an earlier change of the person is being applied', async () => {
  const [, second = ''] = admin.licenseIds;
  const removed = await change(admin, colleague.vlUserId, ['benefits-reader']);
  const keys = receiver.system('keys');
  keys.answer = silence;
  await register(muniment, 'Key service', keys);
  await setRoles(admin, colleague.vlUserId, ['product-keys-reader'], second);
  await untilStatus(admin, colleague.vlUserId, 'assignment-in-progress');
  expect(await undo(removed)).toMatchObject({ status: 409, problemId: 'assignment-in-progress' });
});
