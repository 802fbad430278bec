import { isDeepStrictEqual } from 'node:util';
import type { BodyOf } from '@muniment/contract/endpoint.ts';
import type { Preferences, putPreferences } from '@muniment/contract/preferences.ts';
import type { Affiliate } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { invalidField, Problem } from '../../problem.ts';
import { inheritingContactsOf, lockForOptIn, setOptedIn } from '../contacts/contact-service.ts';
import { endAssignmentInvitation } from '../invitations/invitation-service.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { bindAndRegister, findOrAddRegistrant } from '../vl-users/vl-user-service.ts';
import { readPreferences } from './read-preferences.ts';

/**
 * Opts somebody in to inheriting Administrator, or out of it, for each contact that they are. It counts for license
 * IDs that are added from then on; what they inherited stays (I4). A contact who opts in becomes a registered VL user.
 *
 * @throws Problem not-found for an agreement or contact that is not theirs, stale-version, invalid-request for a field
 *   that cannot be written here.
 * @source I1, I2, I4, Edges
 */
export async function savePreferences(
  trx: Trx,
  actor: Affiliate,
  body: BodyOf<typeof putPreferences>,
  ifMatch: string | null,
): Promise<{ preferences: Preferences; etag: string }> {
  const organizationId = actor.organization.id;
  const accountId = actor.account.id;
  const own = await inheritingContactsOf(trx, organizationId, accountId);
  const asked = body.inheritance.map(({ agreementNumber, contact }) =>
    own.find((one) => one.agreementNumber === agreementNumber && one.contact === contact),
  );
  if (asked.some((one) => one === undefined)) throw new Problem('not-found');
  await lockForOptIn(
    trx,
    organizationId,
    own.map(({ agreementId }) => agreementId),
  );

  const { preferences, etag } = await readPreferences(trx, actor);
  refuseOtherFields(preferences, body);
  if (ifMatch !== null && ifMatch !== '*' && !ifMatch.split(',').some((one) => one.trim() === etag)) {
    throw new Problem('stale-version', {
      detail: 'Your preferences changed meanwhile. Read again, then decide.',
    });
  }
  // Read again under the lock: the partner may have named another contact meanwhile.
  const now = await inheritingContactsOf(trx, organizationId, accountId);
  const changes = body.inheritance.flatMap(({ agreementNumber, contact, optedIn }) => {
    const found = now.find((one) => one.agreementNumber === agreementNumber && one.contact === contact);
    if (found === undefined) throw new Problem('not-found');
    return found.optedIn === optedIn ? [] : [{ ...found, optedIn }];
  });
  if (changes.length === 0) return { preferences, etag };

  const { vlUserId, grants } = await registered(trx, actor, changes);
  const at = await currentTime(trx);
  for (const change of changes) {
    await setOptedIn(trx, organizationId, { ...change, accountId }, change.optedIn ? at : null);
  }
  const author = { kind: 'person' as const, id: vlUserId, name: actor.displayName };
  for (const optedIn of [false, true]) {
    const inheritance = changes.filter((change) => change.optedIn === optedIn);
    if (inheritance.length === 0) continue;
    // What waited for their registration counts now: of that, the administrators of its license IDs may read.
    const counting = optedIn ? grants : [];
    await appendToLedger(trx, organizationId, author, at, {
      event: optedIn ? 'preferences.opted-in' : 'preferences.opted-out',
      version: 1,
      licenseIds: [...new Set(counting.map(({ licenseId }) => licenseId))],
      details: {
        registered: vlUserId,
        inheritance: inheritance.map(({ agreementId, contact }) => ({ agreementId, contact })),
        grants: counting,
      },
    });
  }
  return readPreferences(trx, { ...actor, vlUserId });
}

/** The VL user who opts in or out; somebody who is only a contact becomes one by opting in. */
async function registered(
  trx: Trx,
  actor: Affiliate,
  changes: readonly { readonly optedIn: boolean }[],
): Promise<{
  readonly vlUserId: string | null;
  readonly grants: Awaited<ReturnType<typeof endAssignmentInvitation>>;
}> {
  if (actor.vlUserId !== null || !changes.some(({ optedIn }) => optedIn)) {
    return { vlUserId: actor.vlUserId, grants: [] };
  }
  const organizationId = actor.organization.id;
  const vlUserId = await findOrAddRegistrant(trx, organizationId, actor.account);
  const at = await currentTime(trx);
  const isBound =
    vlUserId !== null && (await bindAndRegister(trx, organizationId, vlUserId, actor.account.id, at));
  if (!isBound) throw new Problem('not-found');
  // Registration is one fact: what waited for an assignment invitation of theirs waits no longer (S9).
  return { vlUserId, grants: await endAssignmentInvitation(trx, organizationId, vlUserId, at) };
}

function refuseOtherFields(preferences: Preferences, body: BodyOf<typeof putPreferences>): void {
  const fixed = ['displayName', 'signInEmail', 'businessEmail', 'roles'] as const;
  for (const field of fixed) {
    if (body[field] !== undefined && !isDeepStrictEqual(body[field], preferences[field])) {
      throw unwritable(`/${field}`);
    }
  }
  const named = new Set<string>();
  body.inheritance.forEach(({ agreementNumber, agreementName, contact }, index) => {
    const key = `${agreementNumber} ${contact}`;
    if (named.has(key)) {
      throw invalidField(`/inheritance/${index}`, 'This contact of the agreement is named twice.');
    }
    named.add(key);
    const own = preferences.inheritance.find(
      (one) => one.agreementNumber === agreementNumber && one.contact === contact,
    );
    if (own !== undefined && agreementName !== undefined && agreementName !== own.agreementName) {
      throw unwritable(`/inheritance/${index}/agreementName`);
    }
  });
}

function unwritable(pointer: string): Problem {
  return invalidField(pointer, 'It cannot be changed in preferences. Leave it out, or send it as it is.');
}
