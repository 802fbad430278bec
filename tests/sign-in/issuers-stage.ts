import { putIdentityProvider, type WantedIdentityProvider } from '@muniment/contract/identity-providers.ts';
import type { Api } from '../support/api.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';
import { type HostileIssuer, startHostileIssuer } from './hostile-issuer.ts';
import { HttpBrowser } from './http-browser.ts';

export const CLIENT_ID = 'console';

/** The product with a default issuer and two that organizations may have, each of which lies when told to. */
export interface IssuersStage {
  readonly muniment: Muniment;
  readonly byDefault: HostileIssuer;
  readonly own: HostileIssuer;
  readonly others: HostileIssuer;
  /** Honest issuers again, none of which an organization has; a new organization. */
  newScene(): Promise<IssuersScene>;
  close(): Promise<void>;
}

/** An organization that may sign in at an issuer of its own. */
export interface IssuersScene {
  readonly organization: Organization;
  /** Of its addresses. */
  readonly domain: string;
  /** Gives it the issuer `own`, or what else is wanted. */
  connect(wanted?: Partial<WantedIdentityProvider>): Promise<void>;
  /** Signs somebody in; the issuers say that the address is theirs, and verified. */
  signIn(email: string, options?: { claims?: object; typed?: string }): Promise<SignedIn>;
}

interface SignedIn {
  readonly browser: HttpBrowser;
  /** `signed in`, or the problem that the sign-in page shows. */
  readonly end: string | null;
  /** Calls in the session, if there is one. */
  readonly api: Api;
}

export async function startIssuersStage(): Promise<IssuersStage> {
  const [byDefault, own, others] = await Promise.all([
    startHostileIssuer(CLIENT_ID),
    startHostileIssuer(CLIENT_ID),
    startHostileIssuer(CLIENT_ID),
  ]);
  const issuers = [byDefault, own, others];
  const env = { OIDC_ISSUER: byDefault.url, OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET: 'default-secret' };
  const muniment = await startMuniment({ demo: false, env });

  async function signIn(email: string, options: { claims?: object; typed?: string } = {}): Promise<SignedIn> {
    const person = { sub: email, name: 'Some Body', email, email_verified: true, ...options.claims };
    for (const issuer of issuers) issuer.answers.claims = (honest) => ({ ...honest, ...person });
    const browser = new HttpBrowser();
    const { url } = await browser.follow(signInUrl(muniment.url, options.typed ?? email));
    const session = browser.cookie('muniment-session')?.value;
    return {
      browser,
      end: url.pathname.startsWith('/docs') ? 'signed in' : url.searchParams.get('problem'),
      api: muniment.with({ cookie: `muniment-session=${session}`, origin: muniment.url }),
    };
  }

  return {
    muniment,
    byDefault,
    own,
    others,
    async newScene() {
      for (const issuer of issuers) issuer.beHonest();
      await muniment.db.deleteFrom('identity_provider').execute();
      await muniment.db.deleteFrom('attempt').execute();
      const organization = await (await muniment.newPartner()).organization();
      const domain = organization.newEmail().split('@')[1] ?? '';
      return {
        organization,
        domain,
        signIn,
        async connect(wanted = {}) {
          const asUsual = {
            issuer: own.url,
            clientId: CLIENT_ID,
            clientSecret: 'own-secret',
            emailDomains: [domain],
          };
          const answer = await muniment.publisher.call(putIdentityProvider, {
            params: { number: organization.number },
            body: { ...asUsual, ...wanted },
          });
          if (answer.status >= 400) throw new Error(answer.text);
        },
      };
    },
    async close() {
      await muniment.stop();
      for (const issuer of issuers) await issuer.away();
    },
  };
}

/** Where a sign-in starts that ends at /docs. */
export function signInUrl(server: string, email?: string): string {
  return `${server}/auth/sign-in?${new URLSearchParams({ returnTo: '/docs', ...(email === undefined ? {} : { email }) })}`;
}

export const isAtIssuer = (url: URL) => url.pathname === '/authorize';
export const isCallback = (url: URL) => url.pathname.startsWith('/auth/callback');
