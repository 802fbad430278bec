import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import type { LicenseContactKind } from '../../database/schema.ts';
import { invalidField, Problem } from '../../problem.ts';
import type { LedgerEvent } from '../ledger/ledger-service.ts';
import { requireSameContacts } from './contacts.ts';
import { correctLicenses } from './correct-licenses.ts';
import { type NewSetUp, type OpenedSetUp, openSetUps } from './open-set-ups.ts';
import type { OwnedLicense, StoredContact } from './partner-repository.ts';
import { type ReadSetUp, readSetUps, type WantedSetUp } from './read-set-ups.ts';
import { type ContractActor, contractAuthor, isOwn } from './set-up-author.ts';
import type { SetUpDeps } from './set-up-deps.ts';
import { insertLicenses, selectContactsOf, selectOwnedLicenses } from './set-up-repository.ts';

/** A license ID that is as it was asked for. */
export interface SavedLicense {
  readonly license: OwnedLicense;
  readonly contacts: readonly StoredContact<LicenseContactKind>[];
  /** Of a new one: who was invited. */
  readonly invited: OpenedSetUp['invited'] | null;
  /** What happened, with its time; null where nothing changed. For the ledger, which the caller writes last. */
  readonly happened: { readonly at: Date; readonly event: LedgerEvent } | null;
}

/**
 * Sets license IDs up, or corrects their facts, many by a few statements. Each comes out as if it were alone, in this
 * order; the same license ID may come several times.
 *
 * @returns What each became, or why it is refused, in the same order.
 * @source A2, A10, B5
 */
export async function setUpLicenses(
  trx: Trx,
  deps: SetUpDeps,
  actor: ContractActor,
  wanted: readonly WantedSetUp[],
): Promise<(SavedLicense | Problem)[]> {
  const results: (SavedLicense | Problem | ReadSetUp)[] = await readSetUps(trx, actor, wanted);
  for (const round of roundsOf(results)) {
    const saved = await saveRound(
      trx,
      deps,
      actor,
      round.map(({ read }) => read),
    );
    round.forEach(({ place }, index) => {
      results[place] = saved[index] as SavedLicense | Problem;
    });
  }
  return results as (SavedLicense | Problem)[];
}

/** So that no round holds a license ID twice: the first of each, then the second. */
function roundsOf(read: readonly (SavedLicense | Problem | ReadSetUp)[]) {
  const rounds: { place: number; read: ReadSetUp }[][] = [];
  const times = new Map<string, number>();
  for (const [place, one] of read.entries()) {
    if (!('body' in one)) continue;
    const time = times.get(one.licenseId) ?? 0;
    times.set(one.licenseId, time + 1);
    const round = rounds[time] ?? [];
    rounds[time] = round;
    round.push({ place, read: one });
  }
  return rounds;
}

async function saveRound(
  trx: Trx,
  deps: SetUpDeps,
  actor: ContractActor,
  round: readonly ReadSetUp[],
): Promise<(SavedLicense | Problem)[]> {
  const author = contractAuthor(actor, deps.publisherName);
  const { there, added } = await addLicenses(trx, actor, round);
  const newOnes = new Map(added.map((one) => [one.read.licenseId, one]));

  const old = round.flatMap((read) => {
    const license = there.get(read.licenseId);
    return license === undefined ? [] : [{ license, read }];
  });
  const contacts =
    old.length === 0
      ? new Map()
      : await selectContactsOf(
          trx,
          old.map(({ license }) => license),
        );
  const refusals = new Map(
    old.flatMap(({ license, read }) => {
      const refusal = refusalOf(actor, license, read, contacts.get(license.id) ?? []);
      return refusal === null ? [] : [[license.id, refusal]];
    }),
  );
  const corrections = old.filter(({ license }) => !refusals.has(license.id));
  const corrected = await correctLicenses(
    trx,
    deps,
    author,
    corrections.map(({ license, read }) => ({ license, after: read.facts })),
  );
  // After the license IDs that are there already: their rows are locked before those of people, everywhere.
  const opened = await openSetUps(trx, deps, author, added);

  return round.map((read): SavedLicense | Problem => {
    const fresh = newOnes.get(read.licenseId);
    const happened = fresh === undefined ? undefined : opened.get(fresh.license.id);
    if (fresh !== undefined && happened !== undefined) {
      return { license: fresh.license, contacts: read.contacts, invited: happened.invited, happened };
    }
    const license = there.get(read.licenseId);
    if (license === undefined) return ONLY_PARTNERS;
    return (
      refusals.get(license.id) ?? {
        license,
        contacts: contacts.get(license.id) ?? [],
        invited: null,
        happened: corrected.get(license.id) ?? null,
      }
    );
  });
}

const ONLY_PARTNERS = invalidField(
  '/licenseId',
  'There is no such license ID, and only a partner sets one up: push it with the token of the partner.',
);

/** Adds the license IDs that there are not yet, where a partner asks. */
async function addLicenses(
  trx: Trx,
  actor: ContractActor,
  round: readonly ReadSetUp[],
): Promise<{ there: ReadonlyMap<string, OwnedLicense>; added: NewSetUp[] }> {
  const there = await selectOwnedLicenses(
    trx,
    round.map(({ licenseId }) => licenseId),
  );
  if (actor.kind === 'publisher') return { there, added: [] };
  const missing = round.flatMap((read): NewSetUp[] => {
    const { licenseId, organization } = read;
    if (there.has(licenseId)) return [];
    const license = {
      id: v7(),
      organizationId: organization.id,
      licenseId,
      partnerId: actor.partner.id,
    };
    return [{ license, read }];
  });
  if (missing.length === 0) return { there, added: [] };
  // Sorted, so that two who set the same ones up at once cannot wait for each other.
  const sorted = missing.toSorted((a, b) => (a.read.licenseId < b.read.licenseId ? -1 : 1));
  const inserted = await insertLicenses(
    trx,
    sorted.map(({ license, read }) => ({ license, facts: read.facts })),
  );
  const added = missing.filter(({ read }) => inserted.has(read.licenseId));
  // Set up by somebody else, since just now.
  const raced = missing.filter(({ read }) => !inserted.has(read.licenseId));
  if (raced.length === 0) return { there, added };
  const others = await selectOwnedLicenses(
    trx,
    raced.map(({ read }) => read.licenseId),
  );
  return { there: new Map([...there, ...others]), added };
}

/** Why a license ID that is there is not corrected; null where it is. */
function refusalOf(
  actor: ContractActor,
  license: OwnedLicense,
  read: ReadSetUp,
  stored: readonly StoredContact<LicenseContactKind>[],
): Problem | null {
  if (!isOwn(actor, license.partnerId)) return new Problem('license-id-not-found');
  if (license.organizationId !== read.organization.id) {
    return invalidField('/organizationNumber', 'A license ID stays with its organization.');
  }
  try {
    requireSameContacts(stored, read.contacts);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
