import { BlockList, isIP } from 'node:net';

/** What of IPv4 is no address of the public internet, after the special-purpose registry of IANA. */
const PRIVATE_V4 = [
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
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/**
 * All of IPv6 that is global unicast. What is outside it is this machine, a neighbour, a group, or
 * an IPv4 address in another dress: mapped, compatible, NAT64.
 */
const PUBLIC_V6 = ['2000::/3'];

/** What is inside it and still no place of its own: Teredo and its like, documentation, 6to4. */
const PRIVATE_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/** Which network addresses fupan may send something to. */
export class AddressRules {
  readonly #privateV4 = listOf(PRIVATE_V4);
  readonly #publicV6 = listOf(PUBLIC_V6);
  readonly #privateV6 = listOf(PRIVATE_V6);
  readonly #allowed: BlockList;

  /** @param networks addresses and networks in CIDR form that are allowed though they are private */
  constructor(networks: readonly string[]) {
    this.#allowed = listOf(networks);
  }

  /** @param address in its usual form, without brackets; anything else is refused */
  allows(address: string): boolean {
    const version = isIP(address);
    // A zone names an interface of this machine.
    if (version === 0 || address.includes('%')) return false;
    const family = version === 4 ? 'ipv4' : 'ipv6';
    if (this.#allowed.check(address, family)) return true;
    if (version === 4) return !this.#privateV4.check(address, family);
    return this.#publicV6.check(address, family) && !this.#privateV6.check(address, family);
  }
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', length] = network.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (length === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(length), family);
  }
  return list;
}
