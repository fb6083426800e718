import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** No inline scripts or data URLs, so that the page runs under the content security policy `'self'`. */
export default defineConfig({
  base: '/',
  plugins: [react()],
  resolve: {
    conditions: ['anju-source', ...defaultClientConditions],
    dedupe: ['react', 'react-dom', 'react-router', 'react-router-dom', '@tanstack/react-query'],
  },
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? '1337'}` } },
});
