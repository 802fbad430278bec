import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeAll, startProvisioned } from '../provisioning/provisioned-muniment.ts';
import { type Receiver, type System, startReceiver } from '../provisioning/receiver.ts';
import type { Muniment } from '../support/muniment.ts';
import type { Partner } from '../support/partner.ts';
import { nameOf } from '../support/people.ts';
import type { BothWorlds } from './both-worlds.ts';
import { newDirectory } from './directory-steps.ts';
import { compare, comparePast, instantBetweenSteps, requireAdministrators } from './observe.ts';
import { history, type Operation } from './operations.ts';
import { settle } from './system-steps.ts';
import { take } from './take-step.ts';
import { administrators } from './world.ts';

const SECONDS = Number(process.env.MODEL_SECONDS ?? 20);
const SEED = process.env.MODEL_SEED === undefined ? undefined : Number(process.env.MODEL_SEED);
const PEOPLE = 4;

let muniment: Muniment;
let partner: Partner;
let receiver: Receiver;
let system: System;
beforeAll(async () => {
  muniment = await startProvisioned();
  receiver = await startReceiver();
  system = receiver.system('keys');
  partner = await muniment.newPartner();
});
afterAll(async () => {
  await muniment.stop();
  await receiver.stop();
});

/** Neither time nor the directory asks; all else must leave a license ID its last administrator. @source A1 */
const TAKES_ADMINISTRATORS = new Set<Operation['step']>([
  'a day comes',
  'account disabled',
  'account deleted',
  'directory enforced',
]);

async function bothWorlds(): Promise<BothWorlds> {
  const organization = await partner.organization();
  const people = Array.from({ length: PEOPLE }, (_, index) => organization.newEmail(`p${index}`));
  const [billTo = '', primary = '', notices = '', online = ''] = people;
  const agreementNumber = await organization.agreement({
    billToContact: { displayName: nameOf(billTo), email: billTo },
    primaryContact: { displayName: nameOf(primary), email: primary },
    noticesCorrespondent: { displayName: nameOf(notices), email: notices },
    onlineAccessContact: { displayName: nameOf(online), email: online },
  });
  const { directory, scimToken } = await newDirectory({ muniment, organization });
  return {
    muniment,
    organization,
    people,
    sessions: new Map(),
    scimToken,
    agreementNumber,
    system,
    world: {
      licenses: [],
      users: new Map(),
      grants: [],
      invitations: [],
      changes: [],
      directory,
      absences: new Map(),
      departed: new Set(),
      billTo,
      contacts: {
        'primary-contact': { email: primary, optedIn: false },
        'notices-correspondent': { email: notices, optedIn: false },
        'online-access-contact': { email: online, optedIn: false },
      },
      licenseContacts: new Map(),
      system: null,
      underAgreement: new Set(),
      // Setting the organization and its agreement up are the first entries of its ledger.
      entries: 2,
    },
  };
}

test(
  `whatever people do, in whatever order, the API and the rules agree at every step (${SECONDS} s)`,
  async () => {
    const end = performance.now() + SECONDS * 1_000;
    let histories = 0;
    let steps = 0;
    const result = await fc.check(
      fc.asyncProperty(history, async (operations) => {
        if (performance.now() > end) return;
        await removeAll(muniment);
        const both = await bothWorlds();
        const instants: Date[] = [];
        for (const operation of operations) {
          const before = administrators(both.world, new Date());
          await take(both, operation);
          await settle(both);
          if (!TAKES_ADMINISTRATORS.has(operation.step)) {
            requireAdministrators(before, administrators(both.world, new Date()));
          }
          await compare(both);
          instants.push(await instantBetweenSteps(both));
          steps += 1;
        }
        await comparePast(both, instants);
        await muniment.forgetLinkAttempts();
        histories += 1;
      }),
      {
        // More than there is time for: those that begin too late do nothing.
        numRuns: SECONDS * 20,
        ...(SEED === undefined ? {} : { seed: SEED }),
      },
    );
    process.stdout.write(`${histories} histories of ${steps} steps, seed ${result.seed}\n`);
    const report = result.failed ? `${result.errorInstance}\n${fc.defaultReportMessage(result)}` : null;
    expect(report).toBeNull();
    expect(histories).toBeGreaterThan(0);
  },
  (SECONDS + 120) * 1_000,
);
