// Sends mail in a process of its own, until it is killed: `mail-worker-process.ts <database URL> <SMTP URL>`.
import { connect } from '../../apps/server/src/database/connect.ts';
import { readOffer } from '../../apps/server/src/features/invitations/invitation-service.ts';
import { startMailWorker } from '../../apps/server/src/features/mail/mail-worker.ts';
import { openJobQueue } from '../../apps/server/src/jobs/job-queue.ts';

const [serverUrl = '', smtpUrl = ''] = process.argv.slice(2);
const log = { error: console.error, warn: console.error };
const { db } = connect(serverUrl, 5);
await startMailWorker({
  db,
  jobs: await openJobQueue({ serverUrl, log }),
  log,
  smtpUrl,
  publisherName: 'Microsoft',
  publicUrl: 'https://licensing.northlight.example',
  mailFrom: 'no-reply@northlight.example',
  readOffer,
  invitationLink: () => '',
});
