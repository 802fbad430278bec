import { emailKey } from '@muniment/domain/email-address.ts';
import type { Member } from '../src/actor.ts';
import type { Trx } from '../src/database/connect.ts';
import { findMemberships } from '../src/features/organizations/organization-service.ts';
import { selectDemoMembers } from './demo-repository.ts';
import { HALDEN_NUMBER } from './halden-robotics.ts';
import type { StoryPerson } from './story.ts';

/** Somebody of Halden Robotics as the use cases of the product take them. @throws Where they are no member of it. */
export async function haldenMember(trx: Trx, { email, name }: StoryPerson): Promise<Member> {
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
