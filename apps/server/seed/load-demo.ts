import { emailKey } from '@muniment/domain/email-address.ts';
import { connect, type Trx } from '../src/database/connect.ts';
import type { OpenedDatabase } from '../src/database/open-database.ts';
import { currentTime } from '../src/database/transaction.ts';
import { deriveKey, loadEncryptionKey } from '../src/encryption-key.ts';
import { productKeySealing } from '../src/features/product-keys/product-key-service.ts';
import { type DemoPerson, demoSubject } from '../src/features/sign-in/demo-people.ts';
import { demoIssuer } from '../src/features/sign-in/demo-provider.ts';
import { openJobQueue } from '../src/jobs/job-queue.ts';
import type { Settings } from '../src/settings.ts';
import { BRAMBLEWICK_HEADLINES } from './bramblewick-bakery.ts';
import { type DemoFile, demoFilePath, readDemoFile, writeDemoFile } from './demo-file.ts';
import { loadDemoRecords } from './demo-records.ts';
import { isOrganizationThere, lockDemo, moveDemoAccounts, refreshStatistics } from './demo-repository.ts';
import { provideTokens } from './demo-tokens.ts';
import { FENNIMORE_HEADLINES } from './fennimore-rail-group.ts';
import { fennimoreStandings } from './fennimore-standings.ts';
import { HALDEN_HEADLINES, HALDEN_NUMBER } from './halden-robotics.ts';
import { inThePast } from './past-clock.ts';
import { writeDemoDownloads } from './records/downloads.ts';
import { daysBefore } from './story.ts';
import { tellStories } from './tell-stories.ts';

export interface LoadedDemo {
  /** Whom the sign-in page offers. */
  readonly people: DemoPerson[];
  readonly publisherToken: string;
  /** Where the tokens are written down. */
  readonly file: string;
}

type DemoSettings = Pick<
  Settings,
  | 'homeUse'
  | 'dataDir'
  | 'downloads'
  | 'publicUrl'
  | 'publisherName'
  | 'mailHoldSeconds'
  | 'invitationDays'
  | 'encryptionKey'
>;

/** In days. */
const AN_HOUR = 1 / 24;

const HEADLINES = [...HALDEN_HEADLINES, ...FENNIMORE_HEADLINES, ...BRAMBLEWICK_HEADLINES];

/**
 * Loads the demo into a database that does not hold it yet, and writes `DATA_DIR/demo.json`: all of it in one
 * transaction, so that a start that is cut off leaves nothing behind. Later starts read the file, and make new
 * tokens for what is missing in it or not accepted by the database.
 *
 * @param database Migrated and stamped as demo.
 * @throws Where the database is away, or the file cannot be written.
 */
export async function loadDemo(
  { serverUrl, ownerUrl }: Pick<OpenedDatabase, 'serverUrl' | 'ownerUrl'>,
  settings: DemoSettings,
): Promise<LoadedDemo> {
  const file = demoFilePath(settings.dataDir);
  const { db } = connect(serverUrl, 1);
  try {
    const { content, isFirst } = await db.transaction().execute(async (trx) => {
      await lockDemo(trx);
      const isLoaded = await isOrganizationThere(trx, HALDEN_NUMBER);
      if (isLoaded) await moveDemoAccounts(trx, demoIssuer(settings.publicUrl));
      const before = isLoaded ? await readDemoFile(file) : null;
      const kept = isLoaded
        ? (before ?? { people: [], partners: [] })
        : { people: [], ...(await load(trx, serverUrl, settings)) };
      const wanted = await provideTokens(trx, HEADLINES, kept);
      // Written before the commit, so that a server that waits for the lock finds it.
      if (JSON.stringify(before) !== JSON.stringify(wanted)) await writeDemoFile(file, wanted);
      return { content: wanted, isFirst: !isLoaded };
    });
    if (isFirst) await refreshStatistics(ownerUrl);
    // By itself, since without the statistics it would take minutes; a start that was cut off makes up for it.
    await db.transaction().execute(async (trx) => {
      await lockDemo(trx);
      await fennimoreStandings(trx, settings);
    });
    return { people: peopleOf(content), publisherToken: content.publisher.token, file };
  } finally {
    await db.destroy();
  }
}

async function load(trx: Trx, serverUrl: string, settings: DemoSettings) {
  const { publisherName, mailHoldSeconds, invitationDays, publicUrl } = settings;
  const encryptionKey = await loadEncryptionKey(settings.encryptionKey, settings.dataDir);
  const log = (_fields: object, message: string) => void process.stderr.write(`${message}\n`);
  const jobs = await openJobQueue({ serverUrl, log: { error: log, warn: log } });
  try {
    const deps = { jobs, publisherName, mailHoldSeconds, invitationDays };
    const told = await tellStories({
      ...deps,
      trx,
      tokenSecret: deriveKey(encryptionKey, 'invitation links'),
      issuer: demoIssuer(publicUrl),
    });
    const productKeys = productKeySealing({ current: encryptionKey, previous: null });
    const homeUse = {
      homeUse: settings.homeUse,
      homeUseKey: deriveKey(encryptionKey, 'home use access codes'),
    };
    // Whoever tries the demo with a bucket of their own puts the files there by themselves.
    if (settings.downloads.s3 === null) await writeDemoDownloads(settings.downloads.directory);
    // Before what does not go smoothly today, so that each ledger is in the order of its times.
    const now = await currentTime(trx);
    await loadDemoRecords(
      inThePast(trx, daysBefore(now, AN_HOUR)),
      { ...deps, ...homeUse, productKeys },
      now,
    );
    return told;
  } finally {
    await jobs.stop();
  }
}

function peopleOf({ people }: DemoFile): DemoPerson[] {
  return people.map(({ email, name, organization, about }) => ({
    subject: demoSubject(emailKey(email) ?? email),
    email,
    displayName: name,
    about,
    organizationName: organization,
  }));
}
