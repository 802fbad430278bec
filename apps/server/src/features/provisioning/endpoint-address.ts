import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { AddressRules } from '../../address-rules.ts';

/** Resolves a name to all its addresses. @throws Where it has none. */
export type ResolveName = (hostname: string) => Promise<readonly string[]>;

export interface EndpointRules {
  readonly addresses: AddressRules;
  readonly resolve: ResolveName;
}

export type FoundAddress =
  | { readonly kind: 'found'; readonly address: string; readonly family: 4 | 6 }
  | { readonly kind: 'refused'; readonly why: string };

/** As the operating system resolves names, hosts file included. */
export async function resolveName(hostname: string): Promise<string[]> {
  return (await lookup(hostname, { all: true, order: 'verbatim' })).map(({ address }) => address);
}

/**
 * Reads the URL of a downstream system.
 *
 * @returns null where it is none that deliveries could go to, wherever its name leads.
 */
export function readEndpointUrl(text: string): URL | null {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  if (url.username !== '' || url.password !== '' || url.hash !== '' || url.port === '0') return null;
  // 2130706433, 0x7f.1 and 0177.0.0.1 are 127.0.0.1 to a URL: nobody who means well writes it so.
  if (isIP(url.hostname) === 4 && !text.toLowerCase().includes(`//${url.hostname}`)) return null;
  return url;
}

/**
 * Finds the one address to connect to for a URL. The name is resolved once, and every address that it has must be
 * allowed: what is checked here is what is connected to.
 *
 * @source quality.md, Security
 */
export async function findAddress(url: URL, { addresses, resolve }: EndpointRules): Promise<FoundAddress> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(hostname) === 0 ? await resolve(hostname).catch(() => []) : [hostname];
  const [first] = found;
  if (first === undefined) return { kind: 'refused', why: 'Its name has no address.' };
  if (!found.every((address) => addresses.isAllowed(address))) {
    return {
      kind: 'refused',
      why: 'It leads to an address that is not allowed: a private, local or special one.',
    };
  }
  if (url.protocol === 'http:' && !found.every((address) => addresses.isAllowedByName(address))) {
    return {
      kind: 'refused',
      why: 'Use https. Without, only addresses in WEBHOOK_ALLOWED_RANGES are reached.',
    };
  }
  return { kind: 'found', address: first, family: isIP(first) === 6 ? 6 : 4 };
}
