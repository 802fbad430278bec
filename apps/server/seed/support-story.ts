import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Somebody } from '../src/actor.ts';
import { findMemberships } from '../src/features/organizations/organization-service.ts';
import { saveAnswer } from '../src/features/support/inbox.ts';
import { saveFeedback, saveTicket } from '../src/features/support/write-to-publisher.ts';
import { ILSE, MATEO, RUNA, TADASHI, ZEYNEP } from './halden-people.ts';
import { inThePast } from './past-clock.ts';
import { daysBefore, type Story, type StoryDeps, type StoryPerson } from './story.ts';

const SCREENSHOT = path.join(import.meta.dirname, 'feedback-screenshot.png');

/** What people of an organization wrote to the publisher lately, and what it answered. */
export async function tellSupport(deps: StoryDeps, { signIn, organizationNumber }: Story): Promise<void> {
  async function at<T>(
    daysAgo: number,
    person: StoryPerson,
    happen: (trx: StoryDeps['trx'], actor: Somebody) => Promise<T>,
  ): Promise<T> {
    const account = await signIn(person);
    const here = (await findMemberships(deps.trx, account.id)).find(
      ({ organization }) => organization.number === organizationNumber,
    );
    const actor: Somebody = {
      kind: 'somebody',
      account,
      organization: here?.organization ?? null,
      vlUserId: here?.vlUserId ?? null,
      tokenOrganizationId: null,
    };
    return happen(inThePast(deps.trx, daysBefore(deps.now, daysAgo)), actor);
  }
  const page = (rest: string) => `/o/${organizationNumber}${rest}`;

  await at(9, TADASHI, (trx, actor) =>
    saveFeedback(trx, actor, {
      text: 'I see at once which contracts I may download for. That used to take me a morning.',
      sentiment: 'satisfied',
      page: page('/products/volume-licensing'),
    }),
  );
  const keys = await at(2.2, ZEYNEP, (trx, actor) =>
    saveTicket(trx, actor, {
      subject: 'A new colleague cannot register',
      description:
        'The link in her invitation says that it is for another account.\nShe signs in with the address that the invitation names.',
      licenseId: '30551215',
      contactMethod: 'email',
      email: ZEYNEP.email,
    }),
  );
  await at(1.4, ZEYNEP, (trx) =>
    saveAnswer(
      trx,
      deps,
      keys.id,
      'Another person was still signed in in her browser. She signs out on the page of the invitation, opens the link again and chooses her own account.\n\nIf that does not help, reset the invitation and let us know.',
      null,
    ),
  );
  await at(1.1, RUNA, async (trx, actor) =>
    saveFeedback(trx, actor, {
      text: 'I keep this filter as a view now. Could Mateo and I share one? We both go through it on Monday mornings.\nThe picture shows which one.',
      sentiment: 'neither',
      page: page('/vl/assignments?status=invitation-expired'),
      screenshot: (await readFile(SCREENSHOT)).toString('base64'),
      contact: { mayContact: true, email: RUNA.email },
    }),
  );
  await at(0.6, MATEO, (trx, actor) =>
    saveTicket(trx, actor, {
      subject: 'Assignments of three people failed this morning',
      description:
        'Online services manager was refused for three people on the same license ID, around nine. I assigned it again once, with the same result.',
      licenseId: '3055 1266',
      contactMethod: 'phone',
      email: MATEO.email,
      phone: '+47 69 55 01 17',
    }),
  );
  await at(0.2, ILSE, (trx, actor) =>
    saveFeedback(trx, actor, {
      text: 'The words Notices correspondent mean nothing to me. A short explanation beside it would help.',
      sentiment: 'dissatisfied',
      page: page('/products/volume-licensing'),
      contact: { mayContact: true, email: ILSE.email },
    }),
  );
}
