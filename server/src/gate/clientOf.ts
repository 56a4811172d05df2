// Who counts as one client wherever something is counted by address: connections, handshakes, requests, wrong passwords.
// Whoever has one IPv6 address from a provider has 2^64 of them, so a foreign network of 64 bits is one client. In a network
// this machine stands in itself each neighbour counts alone: all screens of a hall may share one such network.
import { isIP } from 'node:net';
import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

export type ClientOf = (address: string) => string;
type Interfaces = () => NodeJS.Dict<NetworkInterfaceInfo[]>;

/** Cards come and go; addresses of a running machine change seldom. */
const lookedAtEveryMs = 60_000;

/** The eight groups of an IPv6 address; null when it is none. */
function groupsOf(address: string): string[] | null {
  const [plain = ''] = address.toLowerCase().split('%');
  if (isIP(plain) !== 6) return null;
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/u.exec(plain);
  const [, head = '', ...bytes] = dotted ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = bytes.map(Number);
  const text = dotted === null ? plain : `${head}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  const [left = '', right] = text.split('::');
  const parts = (side: string): string[] => (side === '' ? [] : side.split(':'));
  const [before, after] = [parts(left), parts(right ?? '')];
  const zeros = right === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/u, ''));
}

/** One way to write an address: IPv4 inside IPv6 as IPv4, IPv6 in full and without its zone; anything else as it is. */
export function plainAddress(address: string): string {
  const groups = groupsOf(address);
  if (groups === null) return address;
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return groups.join(':');
  return groups.slice(6).flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]).join('.');
}

const networkOf = (plain: string): string => `${plain.split(':').slice(0, 4).join(':')}::/64`;

/** `now` monotonic, ms. */
export function createClientOf(interfaces: Interfaces = networkInterfaces, now: () => number = () => performance.now()): ClientOf {
  let own = new Set<string>();
  let lookedAt = -Infinity;
  return (address) => {
    const plain = plainAddress(address);
    if (isIP(plain) !== 6) return plain;
    if (now() - lookedAt > lookedAtEveryMs) {
      lookedAt = now();
      own = new Set(Object.values(interfaces()).flatMap((some = []) => some.filter(({ family }) => family === 'IPv6').map((one) => networkOf(plainAddress(one.address)))));
    }
    const network = networkOf(plain);
    return own.has(network) || network === loopback ? plain : network;
  };
}

const loopback = networkOf(plainAddress('::1'));

/** With the cards of this machine. */
export const clientOf: ClientOf = createClientOf();
