/**
 * A component that is loaded when it is first shown, together with its words in the reader's
 * language and its style: it appears once, and complete.
 */
import { type ComponentType, lazy } from 'preact/compat';
import { chosenLanguage } from './language.ts';
import { loadWords } from './word-table.ts';

/** @param styles load the style sheets that the component needs besides those of every page */
export function lazily<Props>(
  load: () => Promise<ComponentType<Props>>,
  ...styles: readonly (() => Promise<unknown>)[]
) {
  return lazy(async () => {
    const [loaded] = await Promise.all([load(), ...styles.map(style => style())]);
    // Loading the component has made known which words it needs.
    await loadWords(chosenLanguage());
    return { default: loaded };
  });
}
