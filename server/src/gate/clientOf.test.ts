// Who counts as one client: an IPv4 address however it is written, an IPv6 network of 64 bits, a neighbour by himself.
import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { createClientOf, plainAddress } from './clientOf.ts';

const card = (address: string, family: 'IPv4' | 'IPv6', internal = false): NetworkInterfaceInfo => ({ address, family, internal, netmask: '', mac: '', cidr: null, ...(family === 'IPv6' ? { scopeid: 0 } : {}) }) as NetworkInterfaceInfo;
const clientOf = createClientOf(() => ({ eth0: [card('192.0.2.5', 'IPv4'), card('2001:db8:aa:1::5', 'IPv6'), card('fe80::5', 'IPv6')] }));

test.each([
  ['192.0.2.7', '192.0.2.7'], ['::ffff:192.0.2.7', '192.0.2.7'], ['::FFFF:c000:0207', '192.0.2.7'], ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
  ['2001:DB8::0007', '2001:db8:0:0:0:0:0:7'], ['2001:db8::7%eth0', '2001:db8:0:0:0:0:0:7'], ['::1', '0:0:0:0:0:0:0:1'], ['', ''], ['no address', 'no address'], ['::ffff:999.1.1.1', '::ffff:999.1.1.1'],
])('given the address %j, then it is written %j', (address, plain) => {
  expect(plainAddress(address)).toBe(plain);
});

test('given IPv4 in either form, then it is one client, and its neighbour another', () => {
  expect(new Set(['203.0.113.9', '::ffff:203.0.113.9', '::ffff:cb00:7109'].map(clientOf))).toEqual(new Set(['203.0.113.9']));
  expect(clientOf('203.0.113.10')).toBe('203.0.113.10');
});

test('given IPv6 of elsewhere, then a whole network of 64 bits is one client, whatever address of it is used', () => {
  expect(new Set(['2001:db8:bb:2::1', '2001:db8:bb:2:ffff:1:2:3', '2001:db8:bb:2::9%eth0'].map(clientOf))).toEqual(new Set(['2001:db8:bb:2::/64']));
  expect(clientOf('2001:db8:bb:3::1')).toBe('2001:db8:bb:3::/64');
});

test('given IPv6 of a network this machine stands in itself, then each neighbour is counted alone: the screens of a hall share one', () => {
  expect(clientOf('2001:db8:aa:1::77')).not.toBe(clientOf('2001:db8:aa:1::78'));
  expect(clientOf('fe80::77%eth0')).not.toBe(clientOf('fe80::78%eth0'));
  expect(clientOf('::1')).toBe(clientOf('0:0:0:0:0:0:0:1'));
});

test('given cards that change, then they are looked at again after a minute', () => {
  let [at, looks] = [0, 0];
  const of = createClientOf(() => { looks += 1; return looks === 1 ? {} : { eth0: [card('2001:db8:cc:1::5', 'IPv6')] }; }, () => at);
  expect([of('2001:db8:cc:1::9'), of('2001:db8:cc:1::9'), looks]).toEqual(['2001:db8:cc:1::/64', '2001:db8:cc:1::/64', 1]);
  at = 60_001;
  expect(of('2001:db8:cc:1::9')).toBe('2001:db8:cc:1:0:0:0:9');
});
