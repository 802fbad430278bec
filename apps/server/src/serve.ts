import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { addressRules } from './address-rules.ts';
import { coalesce } from './coalesce.ts';
import { connect, type Database } from './database/connect.ts';
import { deriveKey, loadEncryptionKey } from './encryption-key.ts';
import { registerAccess } from './features/access/access-routes.ts';
import { registerAccessMatrix } from './features/access-matrix/matrix-routes.ts';
import { registerAssignments } from './features/assignments/assignment-routes.ts';
import { registerContacts } from './features/contacts/contact-routes.ts';
import { registerDirectory } from './features/directory/directory-routes.ts';
import { registerScim } from './features/directory/scim/scim-routes.ts';
import { registerDownloads } from './features/downloads/download-routes.ts';
import { storageOf } from './features/downloads/storage/storage-of-settings.ts';
import { registerHomeUse } from './features/home-use/home-use-routes.ts';
import { registerInvitations } from './features/invitations/invitation-routes.ts';
import { readOffer } from './features/invitations/invitation-service.ts';
import { invitationToken } from './features/invitations/invitation-token.ts';
import { registerInvoices } from './features/invoices/invoice-routes.ts';
import { registerLedger } from './features/ledger/ledger-routes.ts';
import { registerLegacyImport } from './features/legacy-import/legacy-import-routes.ts';
import { registerLicenseSummaries } from './features/license-summaries/summary-routes.ts';
import { startSummaryWorker } from './features/license-summaries/summary-worker.ts';
import { registerLicenses } from './features/licenses/license-routes.ts';
import type { MailComposing } from './features/mail/compose-mail.ts';
import { startMailWorker } from './features/mail/mail-worker.ts';
import { registerOnlineServices } from './features/online-services/online-service-routes.ts';
import { registerOrders } from './features/orders/order-routes.ts';
import { registerPartners } from './features/partners/partner-routes.ts';
import { registerPeople } from './features/people/people-routes.ts';
import { registerPreferences } from './features/preferences/preferences-routes.ts';
import { registerProductKeys } from './features/product-keys/product-key-routes.ts';
import { productKeySealing } from './features/product-keys/product-key-service.ts';
import { registerProducts } from './features/products/product-routes.ts';
import { startDeliveryWorker } from './features/provisioning/delivery-worker.ts';
import { resolveName } from './features/provisioning/endpoint-address.ts';
import { registerDownstreamSystems } from './features/provisioning/system-routes.ts';
import { registerPublisher } from './features/publisher/publisher-routes.ts';
import { registerRecords } from './features/records/record-routes.ts';
import { registerRoleSets } from './features/role-sets/role-set-routes.ts';
import { registerSavedViews } from './features/saved-views/saved-view-routes.ts';
import type { DemoPerson } from './features/sign-in/demo-people.ts';
import { createDemoProvider, demoIssuer, mountDemoProvider } from './features/sign-in/demo-provider.ts';
import { createIdentityProvider } from './features/sign-in/identity-provider.ts';
import { registerIdentityProviders } from './features/sign-in/identity-provider-routes.ts';
import { createIssuers } from './features/sign-in/issuers.ts';
import { sessionCookie } from './features/sign-in/session-service.ts';
import { registerSignIn } from './features/sign-in/sign-in-routes.ts';
import { registerSubscriptions } from './features/subscriptions/subscription-routes.ts';
import { registerSupport } from './features/support/support-routes.ts';
import { createLastUsed } from './features/tokens/last-used.ts';
import { registerTokens } from './features/tokens/token-routes.ts';
import { readTokens } from './features/tokens/token-service.ts';
import { registerVlUsers } from './features/vl-users/vl-user-routes.ts';
import { startHousekeeping } from './housekeeping.ts';
import { createApp } from './http/app.ts';
import { registerConsole } from './http/console-files.ts';
import { registerDocumentation } from './http/documentation.ts';
import { isUnavailable } from './http/problem-of-error.ts';
import { registerSystemRoutes } from './http/system-routes.ts';
import { openJobQueue } from './jobs/job-queue.ts';
import { deriveKeys, type EncryptionKeys } from './sealing-keys.ts';
import type { Settings } from './settings.ts';

export interface ServeOptions {
  readonly settings: Settings;
  /** Connects as the user of the running server. The database is migrated already. */
  readonly databaseUrl: string;
  /** Whom the demo's sign-in page offers. */
  readonly demoPeople: () => Promise<readonly DemoPerson[]>;
}

export interface RunningServer {
  readonly app: FastifyInstance;
  /** Where it listens. */
  readonly url: string;
  /** Ends requests and jobs under way, then the connections. */
  stop(): Promise<void>;
}

/**
 * Puts the parts together and starts those that the settings name: the web server, the worker, or both.
 *
 * @throws Where the address is taken, or the database is away.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { settings, databaseUrl } = options;
  const { db, prepared } = connect(databaseUrl);
  const encryptionKey = await loadEncryptionKey(settings.encryptionKey, settings.dataDir);
  const encryptionKeys = { current: encryptionKey, previous: settings.encryptionKeyPrevious };
  const { current: tokenSecret, previous: previousTokenSecret } = deriveKeys(
    encryptionKeys,
    'invitation links',
  );
  const lastUsed = createLastUsed(db);
  const actorDeps = {
    db,
    prepared,
    lastUsed,
    sessionCookie: sessionCookie(settings),
    // Tokens that arrive together are read by one statement; none is remembered.
    readToken: coalesce((tokens: readonly string[]) => readTokens(prepared, tokens), {
      atOnce: 1,
      most: 64,
      isCommonCause: isUnavailable,
    }),
    publicUrl: settings.publicUrl,
  };
  const app = await createApp(settings, actorDeps);
  const jobs = await openJobQueue({ serverUrl: databaseUrl, log: app.log });
  const { publisherName, mailHoldSeconds, invitationDays, publicUrl, mailFrom } = settings;
  const mail: MailComposing = {
    publisherName,
    publicUrl,
    mailFrom,
    readOffer,
    invitationLink: (id, generation) =>
      `${publicUrl}/register/${invitationToken(tokenSecret, id, generation)}`,
  };
  const systems = {
    systemKey: deriveKey(encryptionKey, 'downstream systems'),
    previousSystemKey: deriveKeys(encryptionKeys, 'downstream systems').previous,
    endpoints: { addresses: addressRules(settings.webhookAllowedRanges), resolve: resolveName },
  };
  const deps = {
    ...actorDeps,
    ...systems,
    jobs,
    wakeJobs: () => jobs.wake(),
    tokenSecret,
    previousTokenSecret,
    publisherName,
    mailHoldSeconds,
    invitationDays,
    mail,
    settings,
    answerKey: deriveKey(encryptionKey, 'kept answers'),
    previousAnswerKey: deriveKeys(encryptionKeys, 'kept answers').previous,
    productKeys: productKeySealing(encryptionKeys),
  };

  registerSystemRoutes(app, db);
  if (settings.run.web) {
    await registerDocumentation(app, { publicUrl, version: await productVersion() });
    await registerSignInParts(app, options, db, encryptionKeys);
    registerPeople(app, deps);
    registerTokens(app, deps);
    registerLicenses(app, deps);
    registerVlUsers(app, deps);
    registerAccessMatrix(app, deps);
    registerAssignments(app, deps);
    registerRoleSets(app, deps);
    registerSavedViews(app, deps);
    registerInvitations(app, deps);
    registerAccess(app, deps);
    registerLedger(app, deps);
    registerPartners(app, deps);
    registerProducts(app, deps);
    registerDownloads(app, {
      ...deps,
      linkKey: deriveKey(encryptionKey, 'download links'),
      storage: storageOf(settings),
    });
    registerRecords(app, deps);
    registerOrders(app, deps);
    registerOnlineServices(app, deps);
    registerSubscriptions(app, deps);
    registerInvoices(app, deps);
    registerHomeUse(app, {
      ...deps,
      homeUse: settings.homeUse,
      homeUseKey: deriveKey(encryptionKey, 'home use access codes'),
      previousHomeUseKey: deriveKeys(encryptionKeys, 'home use access codes').previous,
    });
    registerLicenseSummaries(app, deps);
    registerContacts(app, deps);
    registerPreferences(app, deps);
    registerPublisher(app, deps);
    registerSupport(app, deps);
    registerLegacyImport(app, deps);
    registerProductKeys(app, deps);
    registerIdentityProviders(app, { ...deps, encryptionKeys });
    registerDirectory(app, deps);
    await registerScim(app, deps);
    registerDownstreamSystems(app, deps);
    await registerConsole(app);
  }
  const worker = settings.run.worker
    ? await startMailWorker({ ...mail, db, jobs, smtpUrl: settings.smtpUrl, log: app.log })
    : null;
  const deliveries = settings.run.worker
    ? await startDeliveryWorker({ ...systems, db, jobs, publisherName, mailHoldSeconds, log: app.log })
    : null;
  const summaries = settings.run.worker ? await startSummaryWorker({ db, jobs, log: app.log }) : null;
  const housekeeping = startHousekeeping(db, app.log);
  const url = await app.listen({ port: settings.port, host: settings.host });

  return {
    app,
    url,
    async stop() {
      await app.close();
      await deliveries?.stop();
      await summaries?.stop();
      await jobs.stop();
      await worker?.stop();
      await lastUsed.close();
      await housekeeping.stop();
      await db.destroy();
    },
  };
}

/**
 * Sign-in by the issuers of organizations, and for everybody else by the one of the settings; in a demo without one, by
 * the demo's own provider.
 */
async function registerSignInParts(
  app: FastifyInstance,
  { settings, demoPeople }: ServeOptions,
  db: Database,
  encryptionKeys: EncryptionKeys,
): Promise<void> {
  const demoClient = {
    id: 'muniment',
    secret: deriveKey(encryptionKeys.current, 'demo sign-in').toString('base64url'),
  };
  const { publicUrl } = settings;
  if (settings.oidc === null) {
    const provider = await createDemoProvider({ db, settings, people: demoPeople, client: demoClient });
    mountDemoProvider(app, provider);
  }
  const defaultProvider = createIdentityProvider(
    settings.oidc === null
      ? { publicUrl, issuer: demoIssuer(publicUrl), clientId: demoClient.id, clientSecret: demoClient.secret }
      : { ...settings.oidc, publicUrl },
  );
  const issuers = createIssuers({ db, defaultProvider, encryptionKeys, publicUrl });
  registerSignIn(app, { db, settings, issuers });
}

async function productVersion(): Promise<string> {
  const file = path.join(import.meta.dirname, '../../../package.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}
