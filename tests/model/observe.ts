import { checkAccess } from '@muniment/contract/access.ts';
import { explainAccess } from '@muniment/contract/explain.ts';
import { listLedger, verifyLedger } from '@muniment/contract/ledger.ts';
import { listLicenses } from '@muniment/contract/licenses.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import { type AdministratorCount, losesLastAdministrator } from '@muniment/domain/administrators.ts';
import { type Action, allows, type Role, toRoleSet } from '@muniment/domain/roles.ts';
import { grantStanding, vlUserActions, vlUserStatus } from '@muniment/domain/vl-user-status.ts';
import { sql } from 'kysely';
import { type BothWorlds, coveredInvitations, idOf, seenGrants, sessionOf } from './both-worlds.ts';
import { expectAnswer, expectEqual, inOrder } from './expectations.ts';
import {
  administeredBy,
  administrators,
  contactInvitation,
  isPresent,
  isRegistered,
  type ModelGrant,
  openInvitation,
  rolesOf,
  type World,
} from './world.ts';

const ACTIONS: readonly Action[] = ['assignment:manage', 'contract-key:view', 'benefit:manage'];

/** Compares all that can be asked. @throws Where API and model differ. */
export async function compare(both: BothWorlds): Promise<void> {
  const at = new Date();
  await compareChecks(both, at);
  const registered = both.people.filter((email) => isRegistered(both.world, email));
  const viewers = registered.filter((email) => isPresent(both.world, email, at));
  await compareRefused(
    both,
    registered.filter((email) => !isPresent(both.world, email, at)),
  );
  await Promise.all(
    viewers.map(async (viewer) => {
      await compareList(both, viewer, at);
      await compareLicenses(both, viewer, at);
    }),
  );
  await compareLedger(both, at);
}

/** Whoever is missing from the enforced directory is nobody in the organization, at their very next request. @source M6 */
async function compareRefused(both: BothWorlds, absent: readonly string[]): Promise<void> {
  for (const email of absent) {
    const answer = await (await sessionOf(both, email)).call(listVlUsers, {});
    expectAnswer(answer, 'not-found');
  }
}

async function compareChecks({ muniment, world, people }: BothWorlds, at: Date): Promise<void> {
  const addressed = people.filter((email) => !world.departed.has(email));
  const checks = addressed.flatMap((signInEmail) =>
    world.licenses.flatMap((licenseId) => ACTIONS.map((action) => ({ signInEmail, licenseId, action }))),
  );
  const { results } = (await muniment.publisher.call(checkAccess, { body: { checks } })).body;
  const said = checks.filter((_, index) => results[index]?.allowed);
  const expected = checks.filter(({ signInEmail, licenseId, action }) =>
    allows(toRoleSet(rolesOf(world, signInEmail, licenseId, at)), action),
  );
  expectEqual('access', said, expected);
}

async function compareList(both: BothWorlds, viewer: string, at: Date): Promise<void> {
  const { world, people } = both;
  const api = both.sessions.get(viewer) ?? (await both.muniment.sessionOf(viewer));
  both.sessions.set(viewer, api);
  const { items, total } = (await api.call(listVlUsers, { query: { limit: 1_000, sort: 'signInEmail' } }))
    .body;
  const rows = items.map((row) => ({
    signInEmail: row.signInEmail,
    status: row.status,
    actions: row.actions,
    roles: inOrder(row.roles),
    licenseIdCount: row.licenseIdCount,
    isYou: row.isYou,
  }));
  const expected = people.toSorted().flatMap((email) => {
    const grants = seenGrants(world, viewer, email, at);
    const licenses = new Set(grants.map(({ licenseId }) => licenseId));
    if (licenses.size === 0) return [];
    return [
      {
        signInEmail: email,
        status: vlUserStatus(grants.map((grant) => standingOf(world, grant, at))),
        actions: vlUserActions(coveredInvitations(world, viewer, email, at), at),
        roles: inOrder(new Set(grants.map((grant): Role => grant.role))),
        licenseIdCount: licenses.size,
        isYou: email === viewer,
      },
    ];
  });
  expectEqual(
    `the list of ${viewer}`,
    rows.toSorted((one, other) => (one.signInEmail < other.signInEmail ? -1 : 1)),
    expected,
  );
  expectEqual('the total', total, expected.length);
}

function standingOf(world: World, grant: ModelGrant, at: Date) {
  const invitation =
    grant.awaits === 'contact-registration'
      ? contactInvitation(world, grant.licenseId)
      : openInvitation(world, grant.vlUserId);
  return grantStanding(
    {
      holderRegistered: isRegistered(world, grant.vlUserId),
      holderPresent: isPresent(world, grant.vlUserId, at),
      awaits: grant.awaits,
      invitationExpiresAt: invitation?.expiresAt ?? null,
    },
    at,
  );
}

async function compareLicenses(both: BothWorlds, viewer: string, at: Date): Promise<void> {
  const { world } = both;
  const { items } = (await both.sessions.get(viewer)?.call(listLicenses, {}))?.body ?? { items: [] };
  const counts = administrators(world, at);
  const expected = world.licenses.toSorted().flatMap((licenseId) => {
    const roles = inOrder(rolesOf(world, viewer, licenseId, at));
    if (roles.length === 0) return [];
    const { reachable = 0, designated = 0 } = counts.get(licenseId) ?? {};
    const isSeen = roles.includes('administrator');
    return [
      { licenseId, roles, administrators: isSeen ? { reachable, pending: designated - reachable } : null },
    ];
  });
  expectEqual(
    `the license IDs of ${viewer}`,
    items.map((item) => ({
      licenseId: item.licenseId,
      roles: inOrder(item.roles),
      administrators: item.administrators,
    })),
    expected,
  );
}

async function compareLedger(both: BothWorlds, at: Date): Promise<void> {
  const { world } = both;
  const viewer = both.people.find((email) => administeredBy(world, email, at).length > 0);
  const api = viewer === undefined ? undefined : both.sessions.get(viewer);
  if (api === undefined) return;
  const { whole } = (await api.call(verifyLedger, {})).body;
  const { entries } = await both.muniment.db
    .selectFrom('ledger_entry as e')
    .innerJoin('organization as o', 'o.id', 'e.organization_id')
    .select((eb) => eb.fn.countAll<number>().as('entries'))
    .where('o.number', '=', both.organization.number)
    .executeTakeFirstOrThrow();
  expectEqual('the ledger', { whole, entries }, { whole: true, entries: world.entries });
  const { items } = (await api.call(listLedger, { query: { limit: 1 } })).body;
  if (items.length === 0) throw new Error('An administrator reads nothing in the ledger');
}

/** That no step took the last administrator away. @source A1 */
export function requireAdministrators(
  before: ReadonlyMap<string, AdministratorCount>,
  after: ReadonlyMap<string, AdministratorCount>,
): void {
  for (const [licenseId, count] of before) {
    if (losesLastAdministrator(count, after.get(licenseId))) {
      throw new Error(`${licenseId} lost its last administrator`);
    }
  }
}

/** An instant of the database's clock that no step shares a millisecond with. */
export async function instantBetweenSteps({ muniment }: BothWorlds): Promise<Date> {
  await new Promise((done) => setTimeout(done, 2));
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(muniment.db);
  await new Promise((done) => setTimeout(done, 2));
  return rows[0]?.at ?? new Date(0);
}

/** Asks the database what counted at past instants, as recorded then. @source B4 */
export async function comparePast(both: BothWorlds, instants: readonly Date[]): Promise<void> {
  const { world, muniment, organization, people } = both;
  for (const at of instants) {
    const { rows } = await sql<{ email: string; licenseId: string; role: Role }>`
      -- A contact who inherits may hold Administrator by two grants.
      select distinct split_part(u.sign_in_email_key, '#', 1) as email, l.license_id as "licenseId", e.role::text as role
      from effective_role_at(${at}) e
      join organization o on o.id = e.organization_id and o.number = ${organization.number}
      join vl_user u on u.organization_id = e.organization_id and u.id = e.vl_user_id
      join license l on l.organization_id = e.organization_id and l.id = e.license_id
    `.execute(muniment.db);
    const said = rows.map(({ email, licenseId, role }) => `${email} ${licenseId} ${role}`).toSorted();
    const expected = people.flatMap((email) =>
      world.licenses.flatMap((licenseId) =>
        [...rolesOf(world, email, licenseId, at)].map((role) => `${email} ${licenseId} ${role}`),
      ),
    );
    expectEqual(`what counted at ${at.toISOString()}`, said, expected.toSorted());
  }
  await compareExplanations(both, instants);
}

/** What is explained is what counts: of every pair now, and of one pair after another at the moments that went by. @source B3, B4 */
async function compareExplanations(both: BothWorlds, instants: readonly Date[]): Promise<void> {
  const { world, muniment, people } = both;
  const pairs = people
    .filter((email) => world.users.has(email))
    .flatMap((email) => world.licenses.map((licenseId) => ({ email, licenseId })));
  if (pairs.length === 0) return;
  const past = instants.map((at, index) => ({
    ...(pairs[index % pairs.length] as (typeof pairs)[number]),
    at,
  }));
  for (const { email, licenseId, at } of [...pairs.map((pair) => ({ ...pair, at: null })), ...past]) {
    const { body } = await muniment.publisher.call(explainAccess, {
      query: {
        vlUserId: await idOf(both, email),
        licenseId,
        ...(at === null ? {} : { at: at.toISOString() }),
      },
    });
    const moment = at ?? new Date(body.at);
    expectEqual(
      `why ${email} may do what on ${licenseId} at ${moment.toISOString()}`,
      inOrder(body.roles),
      inOrder(rolesOf(world, email, licenseId, moment)),
    );
  }
}
