import type { PartnerActor } from '../src/actor.ts';
import { currentTime } from '../src/database/transaction.ts';
import { admitPartner } from '../src/features/partners/partner-service.ts';
import type { DatedMailJob, JobQueue } from '../src/jobs/job-queue.ts';
import { bramblewickBakery } from './bramblewick-bakery.ts';
import { fillDirectories } from './demo-directories.ts';
import type { DemoFile } from './demo-file.ts';
import { backdate, deleteMailsOfThePast } from './demo-repository.ts';
import { fennimoreRailGroup } from './fennimore-rail-group.ts';
import { LEA } from './halden-people.ts';
import { haldenRobotics } from './halden-robotics.ts';
import { daysBefore, type StoryDeps } from './story.ts';
import { tellSupport } from './support-story.ts';

const START_DAYS_AGO = 1_200;
const MAIL_DAYS = 4;

/**
 * Fills an empty database: the partners, and the organizations with all that happened in them.
 *
 * @returns The partners' first tokens.
 */
export async function tellStories(deps: Omit<StoryDeps, 'now'>): Promise<Pick<DemoFile, 'partners'>> {
  const { trx } = deps;
  const now = await currentTime(trx);
  const planned: DatedMailJob[] = [];
  // A job for a mail of the past would send it; which mails stay is known only at the end.
  const jobs: JobQueue = {
    enqueueMails: async (_trx, mails) => void planned.push(...mails),
    enqueueDeliveries: async () => {},
    enqueueSummaries: async () => {},
    wake() {},
  };
  const storyDeps: StoryDeps = { ...deps, jobs, now };

  const larkspur = await admitPartner(trx, 'Larkspur Licensing');
  const quayside = await admitPartner(trx, 'Quayside Software Partners');
  const halden = haldenRobotics(storyDeps, actorOf(larkspur));
  await halden.tell();
  await bramblewickBakery(storyDeps, actorOf(larkspur)).tell();
  await fennimoreRailGroup(storyDeps, actorOf(quayside), await halden.signIn(LEA));

  await tellSupport(storyDeps, halden);

  const kept = await deleteMailsOfThePast(trx, daysBefore(now, MAIL_DAYS));
  await deps.jobs.enqueueMails(
    trx,
    planned.filter(({ mailId }) => kept.has(mailId)),
  );
  await backdate(trx, daysBefore(now, START_DAYS_AGO));
  await fillDirectories(trx);
  return { partners: [larkspur, quayside].map(({ name, token }) => ({ name, token: token.token })) };
}

function actorOf({ id, name }: { readonly id: string; readonly name: string }): PartnerActor {
  return { kind: 'partner', partner: { id, name } };
}
