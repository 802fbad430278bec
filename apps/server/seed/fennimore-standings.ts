import type { Trx } from '../src/database/connect.ts';
import { currentTime } from '../src/database/transaction.ts';
import { changeAssignments } from '../src/features/assignments/change-assignments.ts';
import { enforceDirectory } from '../src/features/directory/enforcement.ts';
import { patchAccount } from '../src/features/directory/provision-account.ts';
import { findMemberships } from '../src/features/organizations/organization-service.ts';
import type { JobQueue } from '../src/jobs/job-queue.ts';
import { INGRID } from './fennimore-people.ts';
import { FENNIMORE_NUMBER } from './fennimore-rail-group.ts';
import {
  addSystem,
  isSystemThere,
  type Reader,
  refuseProvisioning,
  removeSystem,
  selectReaders,
} from './fennimore-standings-repository.ts';
import { inThePast } from './past-clock.ts';
import { DAY_MS, daysBefore, type StoryDeps } from './story.ts';

type StandingDeps = Pick<StoryDeps, 'jobs' | 'publisherName' | 'mailHoldSeconds' | 'invitationDays' | 'now'>;

/** Nothing of it is mailed or delivered. */
const NO_JOBS: JobQueue = {
  enqueueMails: async () => {},
  enqueueDeliveries: async () => {},
  enqueueSummaries: async () => {},
  wake() {},
};

const MINUTE = 60_000 / DAY_MS;
const FAILED = 5;
const LEFT = 7;
const SYSTEM = { name: 'Northlight Activation', url: 'https://activation.northlight.example/hooks' };

/**
 * What does not go smoothly in the large organization today: roles that a downstream system refused, and people who
 * left its directory, which is enforced. All of it happens after its history, by the product's own use cases.
 *
 * The system is gone again at the end: no change of the demo waits for an address that nobody answers.
 *
 * @source M2, M6
 */
export async function fennimoreStandings(
  trx: Trx,
  settings: Omit<StandingDeps, 'jobs' | 'now'>,
): Promise<void> {
  if (await isSystemThere(trx, SYSTEM.name)) return;
  const { publisherName, mailHoldSeconds, invitationDays } = settings;
  const deps = { publisherName, mailHoldSeconds, invitationDays, jobs: NO_JOBS, now: await currentTime(trx) };
  const readers = await selectReaders(trx, FENNIMORE_NUMBER, FAILED + LEFT);
  const systemId = await addSystem(inThePast(trx, daysBefore(deps.now, 51 * MINUTE)), SYSTEM);
  await failToGive(inThePast(trx, daysBefore(deps.now, 50 * MINUTE)), deps, readers.slice(0, FAILED));
  await removeSystem(trx, systemId);

  const { organizationId } = readers[0] as Reader;
  await enforceDirectory(inThePast(trx, daysBefore(deps.now, 40 * MINUTE)), organizationId, true);
  for (const [index, reader] of readers.slice(FAILED).entries()) {
    await leave(inThePast(trx, daysBefore(deps.now, (38 - index) * MINUTE)), reader);
  }
}

/** The administrator of everything gives some people one role more, and the system refuses it. */
async function failToGive(past: Trx, deps: StandingDeps, readers: readonly Reader[]): Promise<void> {
  const { account, organizationId } = readers[0] as Reader;
  const membership = (await findMemberships(past, account.id)).find(
    ({ organization }) => organization.number === FENNIMORE_NUMBER,
  );
  if (membership === undefined) throw new Error(`${INGRID.email} is not there`);
  const assignments = readers.map(({ vlUserId, licenseId, roles }) => ({
    user: { vlUserId },
    licenseId,
    roles: [...roles, 'online-services-manager'],
  }));
  const actor = { kind: 'member' as const, account, ...membership };
  const { id } = await changeAssignments(past, deps, actor, { assignments, reason: 'Cloud migration' });
  if (id === null) throw new Error('Nothing was given');
  const reason = 'The account is not known there yet.';
  await refuseProvisioning(past, organizationId, { changeId: id, reason, systemName: SYSTEM.name });
}

async function leave(past: Trx, { organizationId, directoryAccountId }: Reader): Promise<void> {
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', path: 'active', value: false }],
  };
  await patchAccount(past, organizationId, directoryAccountId, body, null);
}
