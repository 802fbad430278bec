import { emailKey } from '@muniment/domain/email-address.ts';
import type { Member } from '../src/actor.ts';
import type { Trx } from '../src/database/connect.ts';
import {
  acceptTerms,
  activateProgram,
  deactivateProgram,
  setContact,
  setDomains,
} from '../src/features/home-use/change-program.ts';
import type { HomeUseDeps } from '../src/features/home-use/program-view.ts';
import { findMemberships } from '../src/features/organizations/organization-service.ts';
import { selectDemoMembers } from './demo-repository.ts';
import { OLUWASEUN, RUNA } from './halden-people.ts';
import { HALDEN_NUMBER } from './halden-robotics.ts';
import type { StoryPerson } from './story.ts';

const DOMAINS = ['halden.example', 'robotics.halden.example'];

/** How far Halden's Home Use Programs are: one is active, one was, one is being set up; the others wait for the terms. */
export async function tellHomeUse(trx: Trx, deps: HomeUseDeps): Promise<void> {
  const oluwaseun = await member(trx, OLUWASEUN);
  const runa = await member(trx, RUNA);
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

async function member(trx: Trx, { email, name }: StoryPerson): Promise<Member> {
  const key = emailKey(email) ?? email;
  const found = (await selectDemoMembers(trx, [key])).find(
    ({ organizationNumber }) => organizationNumber === HALDEN_NUMBER,
  );
  if (found === undefined) throw new Error(`${name} is no member of the demo`);
  const here = (await findMemberships(trx, found.accountId)).find(
    ({ organization }) => organization.number === HALDEN_NUMBER,
  );
  if (here === undefined) throw new Error(`${name} is no member of the demo`);
  // What is told here looks at the VL user alone.
  const account = { id: found.accountId, issuer: '', subject: '', displayName: name, email, emailKey: key };
  return { kind: 'member', account: { ...account, emailVerified: true }, ...here };
}
