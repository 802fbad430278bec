import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '@muniment/domain/languages.ts';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { endpointsWithoutSchemas } from './build/endpoints-without-schemas.ts';
import { onlyShippedLanguages } from './build/only-shipped-languages.ts';
import { textsWithTheirPages } from './build/texts-with-their-pages.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
/** What every page runs on; what only some of them ask of it goes with them. */
const CORE =
  /node_modules\/(?:react|react-dom|scheduler|react-intl|@formatjs|intl-messageformat|clsx|use-sync-external-store|@tanstack\/(?:history|store|query-core|react-query|router-core|react-router|react-store))\/(?!.*(?:queriesObserver|useQueries|useBlocker)\.js)/;
/** The frame around every page, and what it draws with. */
const FRAME =
  /\/web\/src\/(?:app\/(?!kept-draft|publisher-token|second-admins|use-attempt-key)|frame\/(?!nav-drawer|needs-|not-found)|ui\/(?:avatar|button|class-names|link|link-button|menu|page-error|skeleton|toasts|tooltip)\.(?:tsx|ts|module\.css)$)/;
const serverOrigin = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), onlyShippedLanguages(root), endpointsWithoutSchemas(), textsWithTheirPages(root)],
  resolve: {
    alias: [
      // React has had it for years: the shim is for older ones.
      { find: /^use-sync-external-store\/shim(?:\/index\.js)?$/, replacement: 'react' },
      {
        find: /^use-sync-external-store\/shim\/with-selector(?:\.js)?$/,
        replacement: 'use-sync-external-store/with-selector.js',
      },
    ],
  },
  build: {
    outDir: 'dist',
    // The content security policy allows files of this origin and nothing inline, so no data: URLs.
    assetsInlineLimit: 0,
    sourcemap: false,
    // Every browser that the console is written for preloads modules itself.
    modulePreload: { polyfill: false },
    // Which file needs which others, for the test of the size budget.
    manifest: true,
    rolldownOptions: {
      output: {
        // What every page needs is one file: many small ones compress worse.
        codeSplitting: {
          groups: [
            { name: 'core', test: CORE },
            { name: 'frame', test: FRAME },
            // React Aria's own strings: a handful for each of many controls.
            ...LANGUAGES.map((language) => ({
              name: `controls-${language}`,
              test: new RegExp(`/intl/.*${language}-[A-Z]{2}\\.m?js\\?itself$`),
            })),
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: {
      '/v1': serverOrigin,
      '/auth': serverOrigin,
      '/demo-sign-in': serverOrigin,
    },
  },
});
