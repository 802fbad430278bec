import { changeAssignments, undoAssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { verifyLedger } from '@muniment/contract/ledger.ts';
import { removeVlUser } from '@muniment/contract/vl-users.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { inParallel, outcome, setRoles, tally, twoAdministrators } from './shared-licenses.ts';

const HOLD_SECONDS = 2;
const within = { timeout: 60_000, interval: 100 };

let sink: SmtpSink;
let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  sink = await startSmtpSink();
  muniment = await startMuniment({
    env: { RUN: 'web,worker', SMTP_URL: sink.url, MAIL_HOLD_SECONDS: String(HOLD_SECONDS) },
  });
  organization = await (await muniment.newPartner()).organization();
});
afterAll(async () => {
  await muniment.stop();
  await sink.stop();
});

async function save(by: Member, vlUserId: string, licenseId: string): Promise<string> {
  const answer = await by.api.call(changeAssignments, {
    body: { assignments: [{ user: { vlUserId }, licenseId, roles: ['benefits-reader'] }] },
  });
  return answer.body.id ?? '';
}

const undo = (by: Member, changeId: string) => by.api.call(undoAssignmentChange, { params: { changeId } });

async function liveRoles(vlUserId: string): Promise<string[]> {
  const rows = await muniment.db
    .selectFrom('role_grant')
    .select('role')
    .where('vl_user_id', '=', vlUserId)
    .where('closed_by', 'is', null)
    .orderBy('role')
    .execute();
  return rows.map(({ role }) => role);
}

test('B8 of several who undo a change at once one does, and the others hear that it was undone', async () => {
  const [one, other, [licenseId = '']] = await twoAdministrators(muniment, organization, 1);
  const vera = await organization.colleague(one);
  for (let round = 0; round < 10; round += 1) {
    const change = await save(one, vera.vlUserId, licenseId);
    const answers = await Promise.all([one, other, one, other].map((by) => undo(by, change)));
    expect(tally(answers.map(outcome))).toEqual({ '201': 1, 'undone-already': 3 });
    expect(await liveRoles(vera.vlUserId)).toEqual(['licensing-info-viewer']);
  }
  expect((await one.api.call(verifyLedger, {})).body).toMatchObject({ whole: true });
});

test('B8 an undo and a later change of the same roles at once: the undo goes first, or it is refused', async () => {
  const [one, other, [licenseId = '']] = await twoAdministrators(muniment, organization, 1);
  const vera = await organization.colleague(one);
  for (let round = 0; round < 20; round += 1) {
    const change = await save(one, vera.vlUserId, licenseId);
    const [undone, changed] = await Promise.all([
      undo(one, change),
      setRoles(other, vera.vlUserId, licenseId, ['product-keys-reader']),
    ]);
    expect(['201', 'undo-superseded']).toContain(outcome(undone));
    expect(changed.status).toBe(201);
    expect(await liveRoles(vera.vlUserId)).toEqual(['product-keys-reader']);
    await setRoles(one, vera.vlUserId, licenseId, ['licensing-info-viewer']);
  }
  expect((await one.api.call(verifyLedger, {})).body).toMatchObject({ whole: true });
});

test('B8 A1 an undo of who was named and the removal of who named them leave an administrator', async () => {
  for (let round = 0; round < 10; round += 1) {
    const admin = await organization.administrator();
    const second = await organization.colleague(admin);
    const made = await setRoles(admin, second.vlUserId, admin.licenseId, ['administrator']);
    const { id } = made.body as { id: string };
    const answers = await Promise.all([
      undo(admin, id),
      second.api.call(removeVlUser, { params: { vlUserId: admin.vlUserId } }),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    const rows = await muniment.db
      .selectFrom('effective_role as e')
      .innerJoin('license as l', 'l.id', 'e.license_id')
      .select('e.vl_user_id')
      .where('l.license_id', '=', admin.licenseId)
      .where('e.role', '=', 'administrator')
      .execute();
    expect(rows).toHaveLength(1);
  }
});

test('B8 an undo while the mail goes out: either it is out and the undo tells, or nobody is told', {
  timeout: 120_000,
}, async () => {
  const admin = await organization.administrator();
  const people = await inParallel(Array.from({ length: 12 }), 6, () => organization.colleague(admin));
  const settled = () =>
    vi.waitFor(async () => {
      const { waiting } = await muniment.db
        .selectFrom('mail')
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .where('state', 'in', ['held', 'sending'])
        .executeTakeFirstOrThrow();
      expect(Number(waiting)).toBe(0);
    }, within);
  await settled();
  // A message that takes its time to be accepted is being sent when the undo comes.
  sink.delayMs = 30;
  const before = sink.received.length;
  const isReceived = (email: string) =>
    sink.received.slice(before).some(({ recipients }) => recipients.includes(email));
  const answers = await inParallel(people, people.length, async ({ vlUserId, email }, index) => {
    const id = await save(admin, vlUserId, admin.licenseId);
    // Two at once, two when theirs is out, and the rest around the end of the hold, each a little later.
    if (index >= people.length - 2) {
      await vi.waitFor(() => expect(isReceived(email)).toBe(true), within);
    } else if (index >= 2) {
      const wait = HOLD_SECONDS * 1_000 - 300 + index * 50;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    return undo(admin, id);
  });
  expect(tally(answers.map(outcome))).toEqual({ '201': people.length });
  await settled();
  const received = sink.received.slice(before).flatMap(({ recipients }) => recipients);
  const told = people.map(({ email }, index) => {
    const { emails, cancelledEmails } = answers[index]?.body ?? { emails: [], cancelledEmails: 0 };
    return `cancelled ${cancelledEmails}, planned ${emails.length}, received ${received.filter((to) => to === email).length}`;
  });
  const outcomes = tally(told);
  expect(Object.keys(outcomes).toSorted()).toEqual([
    'cancelled 0, planned 1, received 2',
    'cancelled 1, planned 0, received 0',
  ]);
  for (const { vlUserId } of people) expect(await liveRoles(vlUserId)).toEqual(['licensing-info-viewer']);
});
