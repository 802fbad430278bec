import type { Role } from '@muniment/domain/roles.ts';
import { v7 } from 'uuid';
import type { ChangeKind } from '../src/database/schema.ts';
import type { Author, LedgerEvent } from '../src/features/ledger/ledger-service.ts';
import type { Contract } from './fennimore-contracts.ts';
import type { Person } from './fennimore-people.ts';

export interface BulkGrant {
  readonly licenseId: string;
  readonly vlUserId: string;
  readonly role: Role;
  readonly openedAt: Date;
  readonly openedBy: string;
  /** Since when its holder's part is done; a contact's starts when they register. */
  readonly readyAt: Date;
  closedAt: Date | null;
  closedBy: string | null;
}

export interface BulkInvitation {
  readonly id: string;
  readonly kind: 'assignment' | 'contact';
  readonly vlUserId: string;
  readonly licenseId: string | null;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  /** null: still open. */
  registeredAt: Date | null;
}

export interface BulkChange {
  readonly id: string;
  readonly at: Date;
  readonly kind: ChangeKind;
  readonly author: Author;
  readonly reason: string | null;
  readonly happened: LedgerEvent;
}

/** One pair with the roles that it gets. */
export interface BulkAssignment {
  readonly person: Person;
  readonly contract: Contract;
  readonly roles: readonly Role[];
}

/**
 * What happened in a large organization, gathered to be written at once. Each method writes down what the use case
 * of the same act would: the change, what it opens and closes, its invitations, and its one ledger entry.
 */
export interface BulkHistory {
  readonly grants: readonly BulkGrant[];
  readonly invitations: readonly BulkInvitation[];
  readonly changes: readonly BulkChange[];
  /** @see saveLicense, then registerInvitation by the contact */
  setUp(contract: Contract, partner: Author, contact: Person, registeredAt: Date): void;
  /** Nobody in it may hold the role already. Whoever has not registered by then is invited. @see changeAssignments */
  assign(at: Date, by: Person, assignments: readonly BulkAssignment[], reason?: string): void;
  /** @see registerInvitation, by whom it invites */
  register(person: Person, at: Date): void;
  /** Ends grants that are open. @see changeAssignments */
  end(at: Date, by: Person, grants: readonly BulkGrant[], reason?: string): void;
}

/** Begins to gather. @param expiresAfter How long invitations are good, in milliseconds. */
export function gatherHistory(expiresAfter: number): BulkHistory {
  const grants: BulkGrant[] = [];
  const invitations: BulkInvitation[] = [];
  const changes: BulkChange[] = [];
  const pending = new Map<Person, { invitation: BulkInvitation; covers: readonly BulkGrant[] }>();

  function open(
    person: Person,
    licenseId: string,
    role: Role,
    change: { id: string; at: Date },
    readyAt: Date,
  ) {
    const grant: BulkGrant = {
      licenseId,
      vlUserId: person.id,
      role,
      openedAt: change.at,
      openedBy: change.id,
      readyAt,
      closedAt: null,
      closedBy: null,
    };
    grants.push(grant);
    return grant;
  }

  function invite(
    kind: BulkInvitation['kind'],
    person: Person,
    licenseId: string | null,
    sentAt: Date,
  ): BulkInvitation {
    const id = v7({ msecs: sentAt.getTime() });
    const expiresAt = new Date(sentAt.getTime() + expiresAfter);
    const invitation = { id, kind, vlUserId: person.id, licenseId, sentAt, expiresAt, registeredAt: null };
    invitations.push(invitation);
    return invitation;
  }

  function registered(
    person: Person,
    at: Date,
    invitation: BulkInvitation,
    covers: readonly BulkGrant[],
  ): void {
    invitation.registeredAt = at;
    if (person.registeredAt === null || at < person.registeredAt) person.registeredAt = at;
    person.accountId ??= v7({ msecs: at.getTime() });
    const change = idAt(at);
    changes.push({
      ...change,
      kind: 'registration',
      author: authorOf(person),
      reason: null,
      happened: {
        event: 'invitation.registered',
        version: 1,
        licenseIds: [...new Set(covers.map((grant) => grant.licenseId))],
        details: {
          changeId: change.id,
          registered: person.id,
          grants: covers.map(({ licenseId, role }) => ({
            licenseId,
            role,
            invitationId: invitation.id,
            kind: invitation.kind,
            invited: person.id,
          })),
        },
      },
    });
  }

  function changed(
    change: { id: string; at: Date },
    by: Person,
    opened: readonly BulkGrant[],
    closed: readonly BulkGrant[],
    reason: string | undefined,
  ): void {
    changes.push({
      ...change,
      kind: 'assignment',
      author: authorOf(by),
      reason: reason ?? null,
      happened: {
        event: 'assignments.changed',
        version: 1,
        licenseIds: [...new Set([...opened, ...closed].map((grant) => grant.licenseId))],
        details: {
          changeId: change.id,
          opened: opened.map(recordOf),
          closed: closed.map(recordOf),
        },
      },
    });
  }

  return {
    grants,
    invitations,
    changes,
    setUp(contract, partner, contact, registeredAt) {
      const change = idAt(contract.setUpAt);
      const grant = open(contact, contract.id, 'administrator', change, registeredAt);
      const invitation = invite('contact', contact, contract.id, contract.setUpAt);
      changes.push({
        ...change,
        kind: 'set-up',
        author: partner,
        reason: null,
        happened: {
          event: 'license.set-up',
          version: 1,
          licenseIds: [contract.id],
          details: {
            licenseId: contract.id,
            number: contract.licenseId,
            contacts: ['notices-correspondent', 'primary-contact'],
            changeId: change.id,
            invitationId: invitation.id,
            opened: [recordOf(grant)],
          },
        },
      });
      registered(contact, registeredAt, invitation, [grant]);
    },
    assign(at, by, assignments, reason) {
      const change = idAt(at);
      const opened = [...Map.groupBy(assignments, ({ person }) => person)].flatMap(([person, pairs]) => {
        const covers = pairs.flatMap(({ contract, roles }) =>
          roles.map((role) => open(person, contract.id, role, change, at)),
        );
        if (person.registeredAt === null) {
          if (pending.has(person)) throw new Error(`${person.email} is invited already`);
          pending.set(person, { invitation: invite('assignment', person, null, at), covers });
        }
        return covers;
      });
      changed(change, by, opened, [], reason);
    },
    register(person, at) {
      const waiting = pending.get(person);
      if (waiting === undefined) throw new Error(`${person.email} was not invited`);
      pending.delete(person);
      registered(person, at, waiting.invitation, waiting.covers);
    },
    end(at, by, ended, reason) {
      const change = idAt(at);
      for (const grant of ended) Object.assign(grant, { closedAt: at, closedBy: change.id });
      changed(change, by, [], ended, reason);
    },
  };
}

function idAt(at: Date): { id: string; at: Date } {
  return { id: v7({ msecs: at.getTime() }), at };
}

function authorOf({ id, name }: Person): Author {
  return { kind: 'person', id, name };
}

function recordOf({ vlUserId, licenseId, role, openedAt }: BulkGrant) {
  return { vlUserId, licenseId, role, startsAt: openedAt.toISOString(), endsAt: null };
}
