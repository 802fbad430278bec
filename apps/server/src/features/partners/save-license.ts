import type { AnswerOf, BodyOf } from '@muniment/contract/endpoint.ts';
import type { putLicense } from '@muniment/contract/partners.ts';
import type { PartnerActor } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { viewContacts } from './contacts.ts';
import { authorOf, type Put } from './own-organization.ts';
import type { SetUpDeps } from './set-up-deps.ts';
import { setUpLicenses } from './set-up-licenses.ts';

/**
 * Sets a license ID up: its notices correspondent, else its primary contact, is invited as administrator. Sent
 * again, it corrects the facts of the contract and leaves its contacts and administrators alone.
 *
 * @throws Problem contact-required, contacts-fixed, not-found, license-id-not-found, invalid-request.
 * @source A2, A10, B5
 */
export async function saveLicense(
  trx: Trx,
  deps: SetUpDeps,
  actor: PartnerActor,
  licenseId: string,
  body: BodyOf<typeof putLicense>,
): Promise<Put<AnswerOf<typeof putLicense>>> {
  const [saved] = await setUpLicenses(trx, deps, actor, [{ licenseId, body }]);
  if (saved === undefined) throw new Error('Nothing is said of the license ID');
  if (saved instanceof Problem) throw saved;
  const { license, contacts, invited, happened } = saved;
  if (happened !== null) {
    await appendToLedger(trx, license.organizationId, authorOf(actor), happened.at, happened.event);
  }
  return {
    created: invited !== null,
    body: { ...body, id: license.id, licenseId, contacts: viewContacts(contacts), invited },
  };
}
