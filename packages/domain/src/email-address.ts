/** The longest address that mail systems must take (RFC 5321, 4.5.3.1.3, less the angle brackets). */
export const EMAIL_MAX_LENGTH = 254;

// One @, no blanks, no control or separator characters, a domain with a dot or a bare host.
// Deliberately no full RFC 5322 grammar: quoted local parts and comments are refused.
const EMAIL_PATTERN = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"/?#%\p{Cc}]+$/u;

/**
 * The key by which e-mail addresses are compared: NFC, lower case, domain in its ASCII (IDNA) form.
 *
 * The address itself is kept as typed. Two addresses are the same person's when their keys are equal.
 *
 * @returns The key, or null where the text is no e-mail address.
 * @source RFC 5321, RFC 5891
 */
export function emailKey(address: string): string | null {
  if (address.length > EMAIL_MAX_LENGTH || !address.isWellFormed() || !EMAIL_PATTERN.test(address))
    return null;
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).normalize('NFC').toLowerCase();
  const domain = asciiDomain(address.slice(at + 1));
  return domain === null ? null : `${local}@${domain}`;
}

/**
 * The key by which the domains of e-mail addresses are compared, as it stands behind the @ of an {@link emailKey}.
 *
 * @returns The key, or null where no address could end in the text.
 */
export function emailDomainKey(domain: string): string | null {
  const key = emailKey(`x@${domain}`);
  return key === null ? null : domainOf(key);
}

/** The domain of an {@link emailKey}. */
export function domainOf(key: string): string {
  return key.slice(key.lastIndexOf('@') + 1);
}

function asciiDomain(domain: string): string | null {
  if (domain.startsWith('.') || domain.endsWith('.') || domain.includes('..')) return null;
  // URL is the one IDNA implementation that servers and browsers share.
  const parsed = URL.parse(`http://${domain}/`);
  if (parsed === null || parsed.hostname === '') return null;
  // 1.2.3 parses as the IPv4 address 1.2.0.3: an address whose domain the parser reinterprets is none.
  if (/^[\d.]+$/.test(parsed.hostname)) return null;
  return parsed.hostname;
}
