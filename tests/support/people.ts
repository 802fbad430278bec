import { getInvitation, registerInvitation } from '@muniment/contract/invitations.ts';
import { getOutboxMail, listOutbox } from '@muniment/contract/publisher.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import type { Database } from '../../apps/server/src/database/connect.ts';
import { bindAccount } from '../../apps/server/src/features/contacts/bind-account-service.ts';
import { openSession, sessionCookie } from '../../apps/server/src/features/sign-in/session-service.ts';
import { saveAccount } from '../../apps/server/src/features/sign-in/sign-in-repository.ts';
import { createPersonToken } from '../../apps/server/src/features/tokens/token-service.ts';
import type { Settings } from '../../apps/server/src/settings.ts';
import type { Api } from './api.ts';

/** People who sign in, with or without anything to do with an organization. */
export interface People {
  /** The account of a test issuer with this address, verified; made where missing. */
  accountOf(email: string, options?: { name?: string; emailVerified?: boolean }): Promise<string>;
  /** Calls as a person in the console: by cookie, from the console's origin. */
  sessionOf(email: string): Promise<Api>;
  /** The same for an account that was made in another way. */
  sessionOfAccount(accountId: string): Promise<Api>;
  /** An API token of a person in one organization. */
  personToken(email: string, organizationNumber: string, options?: TokenOptions): Promise<string>;
  /** The token in the link of the newest invitation mail to an address, as the operator's outbox shows it. */
  linkOf(email: string): Promise<string>;
  /** Opens a link and registers what it offers, as a person in the console. */
  register(email: string, link?: string): Promise<void>;
  /** Lets an account try links again: tests open more of them than a person may. */
  forgetLinkAttempts(): Promise<void>;
}

interface TokenOptions {
  readonly scopes?: readonly ('read' | 'write' | 'access:check')[];
  readonly expiresInDays?: number;
}

interface PeopleDeps {
  readonly db: Database;
  readonly settings: Settings;
  readonly publisher: Api;
  readonly as: (token: string) => Api;
  readonly with: (headers: Readonly<Record<string, string>>) => Api;
}

/** Signs people in without their identity provider: accounts, sessions and tokens come from the same services. */
export function createPeople(deps: PeopleDeps): People {
  const { db, settings, publisher } = deps;

  async function accountOf(email: string, options: { name?: string; emailVerified?: boolean } = {}) {
    const key = emailKey(email);
    if (key === null) throw new Error(`${email} is no e-mail address`);
    const emailVerified = options.emailVerified ?? true;
    return db.transaction().execute(async (trx) => {
      const id = await saveAccount(trx, {
        issuer: 'https://sign-in.example',
        subject: key,
        displayName: options.name ?? nameOf(email),
        email,
        emailKey: key,
        emailVerified,
      });
      await bindAccount(trx, { id, emailKey: key, emailVerified });
      return id;
    });
  }

  async function sessionOfAccount(accountId: string): Promise<Api> {
    const { token } = await openSession(db, accountId);
    return deps.with({
      cookie: `${sessionCookie(settings).name}=${token}`,
      origin: settings.publicUrl,
    });
  }

  async function linkOf(email: string): Promise<string> {
    const { items } = (await publisher.call(listOutbox, { query: { q: email, limit: 50 } })).body;
    const mail = items.find(({ kind }) => kind === 'invitation' || kind === 'contact-invitation');
    if (mail === undefined) throw new Error(`No invitation was mailed to ${email}`);
    const { text } = (await publisher.call(getOutboxMail, { params: { mailId: mail.id } })).body;
    const token = new RegExp(`${settings.publicUrl}/register/([\\w-]+)`).exec(text)?.[1];
    if (token === undefined) throw new Error(`The mail holds no link:\n${text}`);
    return token;
  }

  async function forgetLinkAttempts(): Promise<void> {
    await db.deleteFrom('attempt').where('what', '=', 'invitation-link').execute();
  }

  const sessionOf = async (email: string) => sessionOfAccount(await accountOf(email));

  return {
    accountOf,
    sessionOf,
    sessionOfAccount,
    linkOf,
    forgetLinkAttempts,
    async personToken(email, organizationNumber, options = {}) {
      const organization = await db
        .selectFrom('organization')
        .select('id')
        .where('number', '=', organizationNumber)
        .executeTakeFirstOrThrow();
      const { token } = await createPersonToken(db, {
        accountId: await accountOf(email),
        organizationId: organization.id,
        name: 'Tests',
        scopes: options.scopes ?? ['read', 'write', 'access:check'],
        expiresInDays: options.expiresInDays ?? 1,
      });
      return token;
    },
    async register(email, link) {
      const token = link ?? (await linkOf(email));
      const session = await sessionOf(email);
      const { offerVersion } = (await session.call(getInvitation, { params: { token } })).body;
      const answer = await session.call(registerInvitation, { params: { token }, body: { offerVersion } });
      if (answer.status !== 200) throw new Error(`Not registered: ${answer.text}`);
      await forgetLinkAttempts();
    },
  };
}

/** `mara.lind@lindgren.example` is Mara Lind. */
export function nameOf(email: string): string {
  return email
    .slice(0, email.lastIndexOf('@'))
    .split(/[._-]+/)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ');
}
