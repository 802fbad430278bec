import { getMe, listRoles, type Me, putMyLanguage } from '@muniment/contract/people.ts';
import { actionsOf, ROLE_TABLE } from '@muniment/domain/roles.ts';
import type { FastifyInstance } from 'fastify';
import { type PartnerActor, type Person, type PublisherActor, viewerOf } from '../../actor.ts';
import type { Queryable } from '../../database/connect.ts';
import { serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import type { Settings } from '../../settings.ts';
import { requireHeldLicense, rolesHeldByOrganization, seenRoles } from '../licenses/license-service.ts';
import { findMemberships, findOrganizationsOfContact } from '../organizations/organization-service.ts';
import { selectLanguage, updateLanguage } from './people-repository.ts';

export function registerPeople(
  app: FastifyInstance,
  deps: WriteDeps & { readonly settings: Pick<Settings, 'publisherName' | 'demo' | 'mailHoldSeconds'> },
): void {
  serveRead(app, deps, getMe, async ({ actor }, db) => {
    const { publisherName, demo, mailHoldSeconds } = deps.settings;
    return {
      status: 200,
      body: { ...(await describe(db, actor, publisherName)), publisherName, demo, mailHoldSeconds },
    };
  });

  // The language is the person's in all organizations, so it is in no ledger of one.
  serveWrite(app, deps, putMyLanguage, async ({ actor, body }, trx) => {
    if (actor.kind !== 'person') throw new Problem('not-found');
    await updateLanguage(trx, actor.account.id, body.language);
    return { status: 200, body };
  });

  serveRead(app, deps, listRoles, async ({ actor, query }, db) => {
    if (query.licenseId !== undefined) await requireHeldLicense(db, actor, query.licenseId);
    const items = (await seenRoles(db, viewerOf(actor), query.licenseId ?? null)).map((role) => ({
      id: role,
      name: ROLE_TABLE[role].name,
      actions: [...ROLE_TABLE[role].actions],
    }));
    return { status: 200, body: { items } };
  });
}

async function describe(
  q: Queryable,
  actor: Person | PartnerActor | PublisherActor,
  publisherName: string,
): Promise<Pick<Me, 'kind' | 'displayName' | 'signInEmail' | 'organizations' | 'language'>> {
  if (actor.kind !== 'person') {
    const displayName = actor.kind === 'partner' ? actor.partner.name : publisherName;
    return { kind: actor.kind, displayName, signInEmail: null, organizations: [], language: null };
  }
  const memberships = (await findMemberships(q, actor.account.id)).filter(
    ({ organization }) => actor.tokenOrganizationId === null || organization.id === actor.tokenOrganizationId,
  );
  const contactOf = (await findOrganizationsOfContact(q, actor.account.id)).filter(
    ({ id }) => actor.tokenOrganizationId === null || id === actor.tokenOrganizationId,
  );
  const held = await rolesHeldByOrganization(
    q,
    memberships.map(({ organization, vlUserId }) => ({ organizationId: organization.id, vlUserId })),
  );
  return {
    kind: 'person',
    displayName: actor.account.displayName,
    signInEmail: actor.account.email,
    language: await selectLanguage(q, actor.account.id),
    organizations: [
      ...memberships.map(({ organization, vlUserId }) => ({
        number: organization.number,
        name: organization.name,
        vlUserId,
        actions: actionsOf(held.get(organization.id) ?? []),
      })),
      ...contactOf.map(({ number, name }) => ({ number, name, vlUserId: null, actions: [] })),
    ],
  };
}
