import { domainOf, emailDomainKey, emailKey } from './email-address.ts';

/** How far the Home Use Program of a license ID is. */
export const HOME_USE_STATES = ['terms-open', 'in-set-up', 'active', 'inactive'] as const;
export type HomeUseState = (typeof HOME_USE_STATES)[number];

export const HOME_USE_DOMAINS_MAX = 20;

/** What somebody can do to the program of a license ID. */
export type HomeUseStep =
  | 'accept-terms'
  | 'set-contact'
  | 'set-domains'
  | 'activate'
  | 'renew-code'
  | 'deactivate';

export interface HomeUseFacts {
  /** Of the terms that were accepted last; null: none were. */
  readonly acceptedTerms: string | null;
  /** Of the terms that hold now. */
  readonly currentTerms: string;
  readonly hasContact: boolean;
  readonly domainCount: number;
  /** Whether there is an access code, which is the case only while the program is active. */
  readonly hasCode: boolean;
  readonly wasDeactivated: boolean;
  /** Home Use copies that the publisher granted on the license ID. */
  readonly entitled: number;
  readonly isContractOver: boolean;
}

export type HomeUseRefusal =
  | 'terms-open'
  | 'terms-changed'
  | 'contact-missing'
  | 'domains-missing'
  | 'not-entitled'
  | 'contract-over'
  | 'not-active';

export type HomeUseDecision =
  | { readonly kind: 'change' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: HomeUseRefusal };

/** How far a program is. @source W8 */
export function homeUseState(
  facts: Pick<HomeUseFacts, 'acceptedTerms' | 'hasCode' | 'wasDeactivated'>,
): HomeUseState {
  if (facts.acceptedTerms === null) return 'terms-open';
  if (facts.hasCode) return 'active';
  return facts.wasDeactivated ? 'inactive' : 'in-set-up';
}

/**
 * Decides whether a step may be done. Terms come first, whatever the step; new terms stop nothing that runs, but have
 * to be accepted before a program is activated again.
 *
 * @returns `unchanged` where it is so already. Never throws.
 * @source W8
 */
export function decideHomeUseStep(facts: HomeUseFacts, step: HomeUseStep): HomeUseDecision {
  switch (step) {
    case 'accept-terms':
      return facts.acceptedTerms === facts.currentTerms ? UNCHANGED : CHANGE;
    case 'deactivate':
      return facts.hasCode ? CHANGE : UNCHANGED;
    case 'set-contact':
    case 'set-domains':
      return facts.acceptedTerms === null ? refuse('terms-open') : CHANGE;
    case 'renew-code':
      return facts.hasCode ? CHANGE : refuse('not-active');
    case 'activate': {
      if (facts.hasCode) return UNCHANGED;
      const missing = missingForActivation(facts);
      return missing === null ? CHANGE : refuse(missing);
    }
  }
}

/** The first thing that keeps a program from being activated; null: nothing does. */
export function missingForActivation(facts: HomeUseFacts): HomeUseRefusal | null {
  if (facts.acceptedTerms === null) return 'terms-open';
  if (facts.acceptedTerms !== facts.currentTerms) return 'terms-changed';
  if (!facts.hasContact) return 'contact-missing';
  if (facts.domainCount === 0) return 'domains-missing';
  if (facts.entitled === 0) return 'not-entitled';
  return facts.isContractOver ? 'contract-over' : null;
}

const CHANGE: HomeUseDecision = { kind: 'change' };
const UNCHANGED: HomeUseDecision = { kind: 'unchanged' };

function refuse(refusal: HomeUseRefusal): HomeUseDecision {
  return { kind: 'refused', refusal };
}

/** Mail domains that anyone can get an address in: they say of nobody that they work somewhere. Not all there are. */
const PUBLIC_PROVIDERS: ReadonlySet<string> = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'hotmail.co.uk', 'hotmail.fr', 'live.com'],
  ...['msn.com', 'yahoo.com', 'yahoo.co.jp', 'yahoo.co.uk', 'yahoo.de', 'yahoo.fr', 'ymail.com', 'aol.com'],
  ...['icloud.com', 'me.com', 'mac.com', 'proton.me', 'protonmail.com', 'gmx.com', 'gmx.de', 'gmx.net'],
  ...['web.de', 't-online.de', 'freenet.de', 'mail.com', 'mail.ru', 'yandex.com', 'yandex.ru', 'zoho.com'],
  ...['orange.fr', 'wanadoo.fr', 'free.fr', 'laposte.net', 'sfr.fr', 'libero.it', 'qq.com', '163.com'],
]);

export type ReadDomain =
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'refused'; readonly why: 'no-domain' | 'public-provider' };

/**
 * Reads one of the domains in which employees have their addresses, with or without the @ before it.
 *
 * @returns It in its ASCII form, as it stands behind the @ of an e-mail key; or why it is none that counts: bare hosts
 *   and addresses of machines are none, and a public provider's is nobody's own.
 * @source W8, RFC 5891
 */
export function readEmployeeDomain(text: string): ReadDomain {
  const domain = emailDomainKey(text.trim().replace(/^@/, ''));
  if (domain === null || !HAS_LETTERS_LAST.test(domain)) return { kind: 'refused', why: 'no-domain' };
  if (PUBLIC_PROVIDERS.has(domain)) return { kind: 'refused', why: 'public-provider' };
  return { kind: 'domain', domain };
}

const HAS_LETTERS_LAST = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.([a-z]{2,}|xn--[a-z0-9-]+)$/;

/** Without what is easily taken for something else: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const ACCESS_CODE_ALPHABET = '34679ACDEFGHJKMNPQRTVWXY';
export const ACCESS_CODE_LENGTH = 10;

/** An access code as it was typed: in any case, with blanks and hyphens. @returns null where it can be none. */
export function readAccessCode(text: string): string | null {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  const isCode =
    code.length === ACCESS_CODE_LENGTH && [...code].every((one) => ACCESS_CODE_ALPHABET.includes(one));
  return isCode ? code : null;
}

/**
 * Whether somebody with an address gets the program of an access code: it has to be active, under a contract that
 * runs, and theirs by the whole domain of the address; a subdomain is another domain.
 *
 * @source W8
 */
export function allowsHomeUse(
  program: { readonly domains: readonly string[]; readonly isContractOver: boolean },
  email: string,
): boolean {
  const key = emailKey(email);
  return key !== null && !program.isContractOver && program.domains.includes(domainOf(key));
}
