// Delivers in a process of its own, until it is killed: `worker-process.ts <database URL> <key, hexadecimal>`.
import { connect } from '../../apps/server/src/database/connect.ts';
import { openJobQueue } from '../../apps/server/src/jobs/job-queue.ts';
import { startQuickWorker } from './quick-worker.ts';

const [serverUrl = '', key = ''] = process.argv.slice(2);
const { db } = connect(serverUrl, 10);
const jobs = await openJobQueue({ serverUrl, log: console });
await startQuickWorker(db, jobs, Buffer.from(key, 'hex'));
process.send?.('ready');
