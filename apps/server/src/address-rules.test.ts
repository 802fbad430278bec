import { describe, expect, test } from 'vitest';
import { addressRules } from './address-rules.ts';

const { isAllowed } = addressRules([]);

describe('addresses that deliveries may go to', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::1',
  ])('%s is a host of the internet', (address) => expect(isAllowed(address)).toBe(true));

  test.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['loopback', '::1'],
    ['unspecified', '0.0.0.0'],
    ['unspecified', '::'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['link-local, where clouds keep their secrets', '169.254.169.254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['unique local', 'fd00:ec2::254'],
    ['unique local', 'fc00::1'],
    ['of a carrier', '100.64.0.1'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['for tests of networks', '198.18.0.1'],
    ['for documentation', '192.0.2.1'],
    ['for documentation', '2001:db8::1'],
    ['mapped IPv4', '::ffff:10.0.0.1'],
    ['mapped IPv4, as a name server writes it', '::ffff:a00:1'],
    ['mapped IPv4 of the internet: nobody needs it', '::ffff:8.8.8.8'],
    ['compatible IPv4', '::10.0.0.1'],
    ['translated IPv4', '64:ff9b::10.0.0.1'],
    ['translated IPv4 of one network', '64:ff9b:1::a00:1'],
    ['6to4', '2002:a00:1::1'],
    ['Teredo', '2001:0:a00:1::1'],
    ['no address', 'intranet'],
    ['no address', ''],
  ])('%s is refused: %s', (_what, address) => expect(isAllowed(address)).toBe(false));

  test('what the operator allows is reached, and nothing beside it', () => {
    const allowing = addressRules(['10.20.0.0/16', 'fd00:20::/32', '192.168.7.9']);
    const reached = ['10.20.255.1', 'fd00:20::1', '192.168.7.9', '8.8.8.8'];
    expect(reached.map(allowing.isAllowed)).toEqual(reached.map(() => true));
    const beside = ['10.21.0.1', 'fd00:21::1', '192.168.7.8', '127.0.0.1', '::ffff:10.21.0.1'];
    expect(beside.map(allowing.isAllowed)).toEqual(beside.map(() => false));
    expect(['10.20.0.1', '8.8.8.8'].map(allowing.isAllowedByName)).toEqual([true, false]);
  });
});
