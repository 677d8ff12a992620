import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const OUT = join(import.meta.dirname, '../../dist/web');

/** Below this, a compressed answer is no smaller once it is on its way. */
const WORTH_COMPRESSING_BYTES = 1_024;

/** Puts beside each file what the server answers to browsers that take it compressed. */
function compress(): Plugin {
  let assets: string;
  return {
    name: 'compress',
    apply: 'build',
    configResolved: ({ build }) => {
      assets = join(build.outDir, build.assetsDir);
    },
    closeBundle: () => {
      for (const name of readdirSync(assets)) {
        if (!/\.(js|css|svg)$/.test(name)) continue;
        const content = readFileSync(join(assets, name));
        if (content.length < WORTH_COMPRESSING_BYTES) continue;
        const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY } = constants;
        const best = { params: { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY } };
        writeFileSync(join(assets, `${name}.br`), brotliCompressSync(content, best));
        writeFileSync(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}

/**
 * CodeMirror writes its styles into a `<style>` element, which the page's policy forbids. It gets
 * them by way of `adoptedStyleSheets` instead, which the policy leaves to our own scripts.
 */
function adoptStyles(): Plugin {
  const ours = join(import.meta.dirname, 'writing/adopted-style.ts');
  return {
    name: 'adopt-styles',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === 'style-mod' && importer !== ours ? ours : undefined,
  };
}

// A page may load scripts and styles from here only, and none that stand in the page: see
// src/api/security-headers.ts.
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [adoptStyles(), compress()],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      // Says where React code may run on a server; here it never does.
      checks: { moduleLevelDirective: false },
    },
    // Sizes are measured and bounded by bench.
    chunkSizeWarningLimit: 1_000,
  },
});
