import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Partner } from '../support/partner.ts';
import type { BothWorlds } from './both-worlds.ts';
import { newDirectory } from './directory-steps.ts';
import { compare, comparePast, instantBetweenSteps, requireAdministrators } from './observe.ts';
import { history, type Operation } from './operations.ts';
import { take } from './take-step.ts';
import { administrators } from './world.ts';

const SECONDS = Number(process.env.MODEL_SECONDS ?? 20);
const SEED = process.env.MODEL_SEED === undefined ? undefined : Number(process.env.MODEL_SEED);
const PEOPLE = 4;

let muniment: Muniment;
let partner: Partner;
beforeAll(async () => {
  muniment = await startMuniment();
  partner = await muniment.newPartner();
});
afterAll(() => muniment.stop());

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
  const [billTo = ''] = people;
  const agreementNumber = await organization.agreement({
    billToContact: { displayName: 'Bill', email: billTo },
  });
  const { directory, scimToken } = await newDirectory({ muniment, organization });
  return {
    muniment,
    organization,
    people,
    sessions: new Map(),
    scimToken,
    agreementNumber,
    world: {
      licenses: [],
      users: new Map(),
      grants: [],
      invitations: [],
      directory,
      absences: new Map(),
      departed: new Set(),
      billTo,
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
        const both = await bothWorlds();
        const instants: Date[] = [];
        for (const operation of operations) {
          const before = administrators(both.world, new Date());
          await take(both, operation);
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
