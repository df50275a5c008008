/**
 * A page that is loaded when it is opened, together with its words in the reader's language: it
 * appears once, and complete.
 */
/// <reference types="vite/client" />
import { type ComponentType, lazy } from 'preact/compat';
import { chosenLanguage } from '../i18n/language.ts';
import { loadWords } from '../i18n/word-table.ts';

export function page<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const loaded = await load();
    // Loading the page has made known which words it needs.
    await loadWords(chosenLanguage());
    return { default: loaded };
  });
}

/** The same for a page of staff, with the style sheet that only these have. */
export function staffPage<Props>(load: () => Promise<ComponentType<Props>>) {
  return page(async () => {
    const [loaded] = await Promise.all([load(), import('./staff.css')]);
    return loaded;
  });
}
