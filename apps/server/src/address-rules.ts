import { BlockList, isIP } from 'node:net';

/** Which addresses deliveries may go to. */
export interface AddressRules {
  /** Whether an operator has said that systems may lie there. */
  isAllowedByName(address: string): boolean;
  /** Whether an address may be connected to at all. */
  isAllowed(address: string): boolean;
}

/** IPv4 that is not one host somewhere on the internet. @source RFC 6890, IANA IPv4 special-purpose registry */
const SPECIAL_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];

/** What of IPv6 is given out to hosts; all else is local, mapped, translated, multicast or not given out. */
const GLOBAL_IPV6 = ['2000::/3'];

/** Parts of it that carry IPv4 addresses or are for documentation. @source IANA IPv6 special-purpose registry */
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/**
 * Makes the rules: addresses of the internet, and those in the ranges that the operator allows.
 *
 * @param allowedRanges CIDR, as {@link isAddressRange} takes it.
 * @source quality.md, Security
 */
export function addressRules(allowedRanges: readonly string[]): AddressRules {
  const allowed = listOf(allowedRanges);
  const specialIpv4 = listOf(SPECIAL_IPV4);
  const globalIpv6 = listOf(GLOBAL_IPV6);
  const specialIpv6 = listOf(SPECIAL_IPV6);
  const isIn = (list: BlockList, address: string, family: number) =>
    list.check(address, family === 6 ? 'ipv6' : 'ipv4');

  function isAllowedByName(address: string): boolean {
    const family = isIP(address);
    return family !== 0 && isIn(allowed, address, family);
  }
  return {
    isAllowedByName,
    isAllowed(address) {
      const family = isIP(address);
      // An address with a zone, like fe80::1%eth0, is local by what it says.
      if (family === 0 || address.includes('%')) return false;
      if (isAllowedByName(address)) return true;
      if (family === 4) return !isIn(specialIpv4, address, 4);
      return isIn(globalIpv6, address, 6) && !isIn(specialIpv6, address, 6);
    },
  };
}

/** Whether a text is a range of addresses: 10.0.0.0/8, fd00::/8, or one address. */
export function isAddressRange(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || address.includes('%') || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 6 ? 128 : 32));
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family);
  }
  return list;
}
