import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const serverOrigin = 'http://127.0.0.1:8080';

/**
 * React Aria carries its own few strings in 34 languages. Only those of the languages that the console
 * speaks are shipped; the others would be a third of the first load.
 */
function onlyShippedLanguages(languages: readonly string[]): Plugin {
  const translation = /react-(?:aria|stately)\/dist\/private\/intl\/.+\/([a-z]{2}-[A-Z]{2})\.m?js$/;
  return {
    name: 'only-shipped-languages',
    enforce: 'pre',
    load(id) {
      const language = translation.exec(id.replaceAll('\\', '/'))?.[1];
      return language === undefined || languages.includes(language) ? null : 'export default {};';
    },
  };
}

/**
 * The contract describes each endpoint with TypeBox schemas. The server checks by them; the console needs only
 * their types, which are gone by now, and the endpoints' addresses. So the library stays out: 20 KiB.
 */
function withoutSchemas(): Plugin {
  const standIn = `
    const schema = () => ({});
    export default new Proxy({}, {
      get: (_, kind) => (kind === 'Object' ? (properties) => ({ properties }) : schema),
    });`;
  return {
    name: 'without-schemas',
    enforce: 'pre',
    resolveId: (id) => (id === 'typebox' ? '\0typebox' : null),
    load: (id) => (id === '\0typebox' ? standIn : null),
  };
}

export default defineConfig({
  plugins: [react(), onlyShippedLanguages(['en-US']), withoutSchemas()],
  build: {
    outDir: 'dist',
    // The content security policy allows files of this origin and nothing inline, so no data: URLs.
    assetsInlineLimit: 0,
    // Which file needs which others, for the test of the size budget.
    manifest: true,
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
