import type { Trx } from '../src/database/connect.ts';
import {
  acceptTerms,
  activateProgram,
  deactivateProgram,
  setContact,
  setDomains,
} from '../src/features/home-use/change-program.ts';
import type { HomeUseDeps } from '../src/features/home-use/program-view.ts';
import { haldenMember } from './halden-member.ts';
import { OLUWASEUN, RUNA } from './halden-people.ts';

const DOMAINS = ['halden.example', 'robotics.halden.example'];

/** How far Halden's Home Use Programs are: one is active, one was, one is being set up; the others wait for the terms. */
export async function tellHomeUse(trx: Trx, deps: HomeUseDeps): Promise<void> {
  const oluwaseun = await haldenMember(trx, OLUWASEUN);
  const runa = await haldenMember(trx, RUNA);
  const group = { actor: oluwaseun, licenseId: '30551207', ifMatch: null };
  const design = { actor: runa, licenseId: '30551223', ifMatch: null };
  const gothenburg = { actor: runa, licenseId: '30551231', ifMatch: null };
  const { termsVersion } = deps.homeUse;

  for (const call of [group, design, gothenburg]) await acceptTerms(trx, deps, call, termsVersion);
  for (const call of [group, design]) {
    await setContact(trx, deps, call, { name: OLUWASEUN.name, email: OLUWASEUN.email });
    await setDomains(trx, deps, call, DOMAINS);
    await activateProgram(trx, deps, call);
  }
  await deactivateProgram(trx, deps, design);
}
