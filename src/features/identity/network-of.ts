import { isIPv6 } from 'node:net';

/**
 * What to count the attempts of an address under: the address itself for IPv4; for IPv6 the /64
 * network, of which one customer of a provider has all addresses.
 */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(bare)) return address;
  // The parser of addresses writes all groups alike and leaves at most one gap.
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = Array.from({ length: 8 - groups.length - rest.length }, () => '0');
  const all = tail === undefined ? groups : [...groups, ...gap, ...rest];
  return `${all.slice(0, 4).join(':')}::/64`;
}
