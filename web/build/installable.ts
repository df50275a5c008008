/**
 * What a browser needs to install the application: the manifest and the icons, at the top under
 * names of their own, and the lines in the page that name them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HtmlTagDescriptor, Plugin } from 'vite';

const FOLDER = fileURLToPath(new URL('../installable/', import.meta.url));

/** The colours of the page, for the bar above it. */
const THEMES = { light: '#ffffff', dark: '#121417' };

const link = (rel: string, href: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel, href },
  injectTo: 'head',
});

export const installable: Plugin = {
  name: 'installable',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      link('manifest', '/manifest.webmanifest'),
      link('apple-touch-icon', '/apple-touch-icon.png'),
      ...Object.entries(THEMES).map(
        ([scheme, content]): HtmlTagDescriptor => ({
          tag: 'meta',
          attrs: { name: 'theme-color', content, media: `(prefers-color-scheme: ${scheme})` },
          injectTo: 'head',
        }),
      ),
    ],
  },
  generateBundle() {
    for (const fileName of readdirSync(FOLDER))
      this.emitFile({ type: 'asset', fileName, source: readFileSync(`${FOLDER}${fileName}`) });
  },
};
