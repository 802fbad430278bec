import type { AnswerOf, QueryOf } from '@muniment/contract/endpoint.ts';
import type { AccessExplanation, explainAccess as explainEndpoint } from '@muniment/contract/explain.ts';
import { type ExplainedGrant, explainAccess } from '@muniment/domain/explain-access.ts';
import type { VlUserGates } from '@muniment/domain/grant.ts';
import { removalConsequences } from '@muniment/domain/removal-consequence.ts';
import { type Member, type PublisherActor, viewerOf } from '../../actor.ts';
import type { Queryable } from '../../database/connect.ts';
import { momentOf } from '../../moment.ts';
import { Problem } from '../../problem.ts';
import {
  type ActRow,
  type AskedLicense,
  type AskedPerson,
  type ExplainedGrantRow,
  selectAdministratorGrants,
  selectAskedLicense,
  selectAskedPerson,
  selectExplainedGrants,
} from './explain-repository.ts';

type Grant = ExplainedGrant & { readonly row: ExplainedGrantRow };

/**
 * Explains why somebody may do something on a license ID, or why not, now or at a past moment.
 *
 * Answered to whoever administers the license ID now, to the person themselves and to the publisher. Of their own access
 * a person is told what they hold, since when and why it does not count; who gave it and why, only where they administer
 * the license ID.
 *
 * @param q Of one snapshot, so that all of the answer is of one moment.
 * @throws Problem license-id-not-found, vl-user-not-found; invalid-request for a moment that is still to come.
 * @source B3, B4, A9, R9, R10
 */
export async function explain(
  q: Queryable,
  actor: Member | PublisherActor,
  query: QueryOf<typeof explainEndpoint>,
): Promise<AnswerOf<typeof explainEndpoint>> {
  const moment = await momentOf(q, query.at, 'at');
  const viewer = actor.kind === 'publisher' ? null : viewerOf(actor);
  const license = await selectAskedLicense(q, viewer, query.licenseId);
  const isSelf = query.vlUserId.toLowerCase() === viewer?.vlUserId;
  const seesActors = viewer === null || license?.isAdministered === true;
  if (license === null || !(seesActors || (isSelf && license.isOwn)))
    throw new Problem('license-id-not-found');
  const person = await selectAskedPerson(q, viewer, query.vlUserId);
  if (person === null || person.organizationId !== license.organizationId)
    throw new Problem('vl-user-not-found');

  const pair = { organizationId: license.organizationId, vlUserId: person.id, licenseId: license.id };
  const rows = await selectExplainedGrants(q, viewer, pair, moment);
  const gates: VlUserGates = { registeredAt: person.registeredAt, absences: person.absences };
  const facts = { gates, grants: rows.map((row) => grantOf(row, pair)) };
  const { allowed, path, notCounting, roles, actions } = explainAccess(
    facts,
    query.action ?? null,
    moment.at,
  );
  const show = (grant: Grant) => grantShown(grant, viewer?.vlUserId ?? null, seesActors, moment.at);
  return {
    at: moment.at.toISOString(),
    person: personShown(person, isSelf),
    license: licenseShown(license),
    action: query.action ?? null,
    allowed,
    path: path.map((grant) => ({ ...show(grant), countsSince: countsSince(grant, gates).toISOString() })),
    notCounting: notCounting.map(({ grant, because }) => ({ ...show(grant), because })),
    roles: [...roles],
    actions: [...actions],
    ifRemoved: seesActors && !moment.isPast ? await ifRemoved() : null,
  };

  async function ifRemoved(): Promise<AccessExplanation['ifRemoved']> {
    const administrators = await selectAdministratorGrants(q, pair, moment.at);
    const names = new Map(administrators.map(({ userKey, displayName }) => [userKey, displayName]));
    return removalConsequences(facts, administrators, moment.at).map(
      ({ onlyAdministrator: only, ...rest }) => ({
        ...rest,
        actionsLost: [...rest.actionsLost],
        rolesKept: [...rest.rolesKept],
        onlyAdministrator:
          only === null
            ? null
            : { vlUserId: only, displayName: names.get(only) ?? '', isYou: only === viewer?.vlUserId },
      }),
    );
  }
}

function grantOf(
  row: ExplainedGrantRow,
  pair: { readonly vlUserId: string; readonly licenseId: string },
): Grant {
  return {
    ...pair,
    row,
    grantId: row.grantId,
    role: row.role,
    origin: row.inheritedFrom === null ? 'assigned' : 'inherited',
    period: { startsAt: row.startsAt, endsAt: row.endsAt },
    openedAt: row.openedAt,
    closedAt: row.closedAt,
    readyAt: row.readyAt,
    isProvisioned: row.isProvisioned,
    failedAt: row.failedAt,
  };
}

/** Since when a grant that counts has done so, its holder's absences aside. */
function countsSince({ period, readyAt }: Grant, { registeredAt }: VlUserGates): Date {
  const times = [period.startsAt, readyAt, registeredAt].flatMap((time) =>
    time === null ? [] : [time.getTime()],
  );
  return new Date(Math.max(...times));
}

function grantShown(
  { row, origin, closedAt }: Grant,
  viewerId: string | null,
  seesActors: boolean,
  at: Date,
) {
  const act = (one: ActRow) => actShown(one, viewerId, seesActors);
  return {
    role: row.role,
    origin,
    inheritedFrom:
      row.inheritedFrom === null
        ? null
        : {
            agreementNumber: row.inheritedFrom.number,
            agreementName: row.inheritedFrom.name,
            contact: row.contact === 'bill-to-contact' ? null : row.contact,
            optedInAt: row.optedInAt?.toISOString() ?? null,
          },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt?.toISOString() ?? null,
    given: act(row.given),
    // What was taken later is not part of how it was.
    taken: row.taken === null || closedAt === null || closedAt > at ? null : act(row.taken),
  };
}

/** Whoever gives roles administers: a name would tell who does, and so might a reason. @source A9 */
function actShown(act: ActRow, viewerId: string | null, seesActors: boolean) {
  const isYou = act.actorKind === 'person' && viewerId !== null && act.actorId === viewerId;
  const isNamed = seesActors || isYou || act.actorKind !== 'person';
  return {
    at: act.at.toISOString(),
    kind: act.kind,
    by: { kind: act.actorKind, displayName: isNamed ? act.actorName : null, isYou },
    changeId: seesActors ? act.changeId : null,
    reason: seesActors ? act.reason : null,
  };
}

function personShown({ id, displayName, signInEmail }: AskedPerson, isYou: boolean) {
  return { vlUserId: id, displayName, signInEmail, isYou };
}

function licenseShown({ licenseId, name, agreementNumber }: AskedLicense) {
  return { licenseId, name, agreementNumber };
}
