import type { JobQueue } from '../../jobs/job-queue.ts';

/** What setting a license ID up needs besides the database: its contact is invited by mail. */
export interface SetUpDeps {
  readonly jobs: JobQueue;
  readonly publisherName: string;
  readonly mailHoldSeconds: number;
  readonly invitationDays: number;
}
