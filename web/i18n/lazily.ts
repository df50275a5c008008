/**
 * A component that is loaded when it is first shown, together with its words in the reader's
 * language and its style: it appears once, and complete.
 */
import { type ComponentType, lazy } from 'preact/compat';
import { chosenLanguage } from './language.ts';
import { loadWords, type WordModules } from './word-table.ts';

/** @param others load what comes with it: style sheets, and files of words */
export function lazily<Props>(
  load: () => Promise<ComponentType<Props>>,
  ...others: readonly (() => Promise<unknown>)[]
) {
  let loading: Promise<{ default: ComponentType<Props> }> | undefined;
  const loadAll = async () => {
    const [loaded] = await Promise.all([load(), ...others.map(other => other())]);
    // Loading the component has made known which words it needs.
    await loadWords(chosenLanguage());
    return { default: loaded };
  };
  /** Begins to load it; after a failure another call tries again. */
  const preload = () => {
    loading ??= loadAll().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return Object.assign(lazy(preload), { preload });
}

/**
 * A component that is loaded likewise, and that its page can do without: where it cannot be loaded,
 * as without a network before it is kept on the device, `instead` is shown.
 */
export function lazilyOr<Props>(
  instead: ComponentType<Props>,
  load: () => Promise<ComponentType<Props>>,
  ...others: readonly (() => Promise<unknown>)[]
) {
  const { preload } = lazily(load, ...others);
  return Object.assign(
    lazy(() => preload().catch(() => ({ default: instead }))),
    { preload },
  );
}

/** In place of a part that nobody has to miss. */
export const Nothing = () => null;

/** Loads words together with a component, instead of after it. */
export function wordsWith({ zh, en }: WordModules<unknown>): () => Promise<unknown> {
  return () => (chosenLanguage() === 'en' ? en() : zh());
}
