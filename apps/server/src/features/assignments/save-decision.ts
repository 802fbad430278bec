import type { AssignmentDecision, GrantOpening } from '@muniment/domain/assignment-decision.ts';
import type { AssignmentFacts } from '@muniment/domain/assignment-facts.ts';
import { v7 } from 'uuid';
import { type Member, viewerOf } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { applyInvitationSteps } from '../invitations/invitation-service.ts';
import { type Author, appendToLedger } from '../ledger/ledger-service.ts';
import type { NewMail } from '../mail/mail-facts.ts';
import { planMails } from '../mail/mail-service.ts';
import { announce, beginProvisioning } from '../provisioning/provisioning-service.ts';
import { seenPairs } from '../vl-users/seen-vl-user-service.ts';
import { addVlUsers, setBusinessEmails } from '../vl-users/vl-user-service.ts';
import { isChange, type Named, type SavedChange } from './assignment-answer.ts';
import { closeGrants, insertChange, noteLicenses, openGrants } from './assignment-repository.ts';
import { permissionChanges } from './permission-changes.ts';
import type { Importer } from './read-facts.ts';
import type { Person } from './resolve-people.ts';

export interface SaveDeps {
  readonly jobs: JobQueue;
  readonly publisherName: string;
  readonly mailHoldSeconds: number;
  readonly invitationDays: number;
}

/**
 * Gives rows to people who are new and are to hold something.
 *
 * @returns The people as they are now: somebody whom another change added meanwhile has that one's id.
 */
export async function addPeople(
  trx: Trx,
  organizationId: string,
  people: readonly Person[],
  holders: ReadonlySet<Person>,
): Promise<Person[]> {
  const fresh = people.filter((person) => person.isNew && holders.has(person));
  if (fresh.length === 0) return [...people];
  const stored = new Map(
    (await addVlUsers(trx, organizationId, fresh)).map((user) => [user.signInEmailKey, user]),
  );
  return people.map((person) => {
    const row = person.isNew ? stored.get(person.signInEmailKey) : undefined;
    return row === undefined ? person : { ...person, ...row, isNew: false };
  });
}

/**
 * Writes what was decided: grants, business e-mails, invitations, mail, and last the ledger.
 *
 * @returns null where nothing changes. @source S1, S4, B5
 */
export async function saveDecision(
  trx: Trx,
  deps: SaveDeps,
  actor: Member | Importer,
  made: {
    readonly facts: AssignmentFacts;
    readonly decision: AssignmentDecision;
    readonly named: Named;
    /** Ids of those whom the change registers. */
    readonly registering: ReadonlySet<string>;
    readonly reason: string | undefined;
    /** It ends roles that the actor may not see. @source R9, M5 */
    readonly endsUnseen?: boolean;
    /** The change that it takes back, and ids of those who never heard of that one and hear nothing of this. @source B8 */
    readonly undo?: { readonly changeId: string; readonly untold: ReadonlySet<string> };
  },
): Promise<SavedChange | null> {
  const { decision, named, facts, registering, undo } = made;
  const organizationId = actor.organization.id;
  const isImport = actor.kind === 'publisher';
  const author: Author = {
    kind: isImport ? 'publisher' : 'person',
    id: isImport ? null : actor.vlUserId,
    name: actor.displayName,
  };
  const people = [...named.people.values()];
  const reachedElsewhere = people.filter((person) => person.newBusinessEmail !== null).map(({ id }) => id);
  const { opened, closed, invitations: steps } = decision;
  const registered = decision.differences
    .filter(({ userKey }) => registering.has(userKey))
    .map(({ userKey, licenseId }) => ({ vlUserId: userKey, licenseId }));
  const changesRoles = opened.length + closed.length + steps.length + registered.length > 0;
  if (!changesRoles && reachedElsewhere.length === 0) return null;
  await setBusinessEmails(trx, organizationId, people);

  const change = { id: v7(), at: facts.at };
  await insertChange(trx, organizationId, {
    ...change,
    kind: isImport ? 'import' : undo === undefined ? 'assignment' : 'undo',
    actor_kind: author.kind,
    actor_id: author.id,
    actor_name: author.name,
    reason: made.reason?.trim() || null,
    undoes: undo?.changeId ?? null,
    ends_unseen: made.endsUnseen ?? false,
  });
  await closeGrants(
    trx,
    organizationId,
    closed.map((grant) => grant.grantId),
    change,
  );
  const waitingOf = opened.filter(({ awaits }) => awaits === 'provisioning').map(({ userKey }) => userKey);
  const provisionings = await beginProvisioning(trx, deps, organizationId, change, waitingOf, undo?.untold);
  await openGrants(trx, organizationId, opened, change, provisionings);
  const invitations = await applyInvitationSteps(
    trx,
    organizationId,
    steps,
    { at: facts.at, invitationDays: deps.invitationDays },
    change.id,
  );

  const changesByPerson = permissionChanges(decision, named.licenses);
  const mails = decision.mails.flatMap(({ userKey, kind }): NewMail[] => {
    const person = named.people.get(userKey);
    if (person === undefined) return [];
    const to = {
      vlUserId: userKey,
      toName: person.displayName,
      toAddress: person.newBusinessEmail ?? person.businessEmail,
      changeId: change.id,
    };
    if (kind === 'permission-change') {
      const licenses = changesByPerson.get(userKey) ?? [];
      // What waits for downstream systems is told when they have answered. What another system held, to nobody:
      // nothing changes for its people by being here.
      const isTold = licenses.length > 0 && !provisionings.has(userKey) && !isImport;
      return isTold ? [{ ...to, kind, facts: { licenses } }] : [];
    }
    const invitation = invitations.get(userKey);
    if (invitation === undefined) return [];
    return [{ ...to, kind, invitationId: invitation.id, facts: { generation: invitation.generation } }];
  });
  await planMails(trx, deps, organizationId, mails, facts.at);
  const touched = decision.differences.filter(isChange);
  await announce(
    trx,
    deps,
    organizationId,
    change,
    touched.map(({ userKey, licenseId }) => ({ vlUserId: userKey, licenseId })),
    provisionings,
  );

  const reached = isImport ? [] : await seenPairs(trx, viewerOf(actor), reachedElsewhere);
  const reachedOn = reached.map(({ licenseId }) => licenseId);
  await noteLicenses(trx, organizationId, reachedOn, change);
  const changedOn = [...touched, ...registered].map(({ licenseId }) => licenseId);
  await appendToLedger(trx, organizationId, author, facts.at, {
    version: 1,
    licenseIds: [...new Set([...changedOn, ...reachedOn])],
    ...(changesRoles
      ? {
          event: undo === undefined ? 'assignments.changed' : 'assignments.undone',
          details: {
            changeId: change.id,
            ...(undo === undefined ? {} : { undoes: undo.changeId }),
            opened: opened.map(recordOf),
            // With their periods: of a role that was moved in time, that is what was before.
            closed: closed.map(recordOf),
            ...(reached.length === 0 ? {} : { businessEmailOf: reached }),
            ...(registered.length === 0 ? {} : { registeredElsewhere: registered }),
          },
        }
      : {
          event: 'vl-user.edited',
          details: { changeId: change.id, fields: ['businessEmail'], people: reached },
        }),
  });
  return { ...change, told: new Set(mails.flatMap(({ vlUserId }) => vlUserId ?? [])) };
}

function recordOf({ userKey, licenseId, role, period }: Omit<GrantOpening, 'awaits'>) {
  return {
    vlUserId: userKey,
    licenseId,
    role,
    startsAt: period.startsAt.toISOString(),
    endsAt: period.endsAt?.toISOString() ?? null,
  };
}
