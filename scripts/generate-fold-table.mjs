// Writes src/core/text/fold-table.ts. For development: node scripts/generate-fold-table.mjs
import { writeFileSync } from 'node:fs';

import { Converter } from 'opencc-js';

// Variants that OpenCC keeps apart because both are in use in one script; a reader searches for either.
const SAME_IN_SEARCH = ['著着', '瞭了', '妳你', '裏里', '藉借', '祇只'];

const converters = ['t', 'tw', 'hk'].map((from) => Converter({ from, to: 'cn' }));
const simplified = new Map(SAME_IN_SEARCH.map(([from, to]) => [from, to]));
for (let code = 0x2e80; code <= 0xfaff; code += 1) {
  const from = String.fromCharCode(code);
  if (!/\p{Script=Han}/u.test(from) || simplified.has(from)) continue;
  const to = converters.map((convert) => convert(from)).find((text) => text !== from);
  if (to?.length === 1) simplified.set(from, to);
}
// A chain (a to b, b to c) would make the fold depend on how often it is applied.
for (const [from, to] of simplified) {
  let end = to;
  while (simplified.has(end) && simplified.get(end) !== from) end = simplified.get(end);
  simplified.set(from, end);
}

const pairs = [...simplified].filter(([from, to]) => from !== to).map((pair) => pair.join(''));
const lines = pairs.join('').match(/.{1,88}/gu) ?? [];
writeFileSync(
  new URL('../src/core/text/fold-table.ts', import.meta.url),
  `// Made by scripts/generate-fold-table.mjs from the dictionaries of OpenCC (https://github.com/BYVoid/OpenCC),
// Copyright Carbo Kuo and the OpenCC contributors, licensed under the Apache License, Version 2.0
// (https://www.apache.org/licenses/LICENSE-2.0). Reduced to pairs of single characters. Do not edit.

/** A traditional character followed by its simplified one, ${pairs.length} times. */
export const TRADITIONAL_TO_SIMPLIFIED = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`,
);
