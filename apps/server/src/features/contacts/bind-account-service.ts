import type { Trx } from '../../database/connect.ts';
import { bindRegisteredElsewhere, matchContactsOf } from './contact-repository.ts';

/**
 * Makes an account that was signed in with known as the contacts that name its address, and as the VL user that an
 * import registered with it. The address must be verified, and it counts once: whoever has it later is nobody.
 *
 * @source R9, I1, G2
 */
export async function bindAccount(
  trx: Trx,
  account: { readonly id: string; readonly emailKey: string; readonly emailVerified: boolean },
): Promise<void> {
  if (!account.emailVerified) return;
  await matchContactsOf(trx, account);
  await bindRegisteredElsewhere(trx, account);
}
