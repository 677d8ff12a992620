import { describe, expect, it } from '@jest/globals';

import { AddressRules } from '../../src/infra/outbound/address-rules.js';

const PRIVATE = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.9.9.9'],
  ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.168.1.1', '198.18.0.1'],
  ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ...[
    '::',
    '::1',
    '::127.0.0.1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
  ],
  ...['64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001::1'],
  ...[
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%lo',
    'fec0::1',
    'ff02::1',
    '100::1',
    '2001:db8::1',
  ],
];
const NONE = ['', 'localhost', '127.1', '2130706433', '0x7f.1', '1.2.3.4.', '[::1]', '8.8.8.8%lo'];
const PUBLIC = [
  ...[
    '1.1.1.1',
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.0.1',
    '172.32.0.1',
    '223.5.5.5',
  ],
  ...['2606:4700::1111', '2400:3200::1', '2001:4860:4860::8888'],
];

const allowed = (rules: AddressRules, addresses: readonly string[]): string[] =>
  addresses.filter((address) => rules.allows(address));

describe('the addresses that fupan may send something to', () => {
  it('are those of the public internet', () => {
    const rules = new AddressRules([]);
    expect(allowed(rules, [...PRIVATE, ...NONE])).toEqual([]);
    expect(allowed(rules, PUBLIC)).toEqual(PUBLIC);
  });

  it('besides are those that the settings name, and not their neighbours', () => {
    const rules = new AddressRules(['10.20.0.0/16', '127.0.0.1', 'fd00:1::/32']);
    const named = ['10.20.255.1', '127.0.0.1', 'fd00:1::5'];
    expect(allowed(rules, [...named, '10.21.0.1', '127.0.0.2', '::1', 'fd00:2::5'])).toEqual(named);
    expect(allowed(rules, PUBLIC)).toEqual(PUBLIC);
  });
});
