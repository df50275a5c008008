/**
 * A component that is loaded when it is first shown, together with its words in the reader's
 * language and its style: it appears once, and complete.
 */
import { type ComponentChildren, createElement, type FunctionComponent } from 'preact';
import { lazy } from 'preact/compat';
import { useState } from 'preact/hooks';
import { chosenLanguage } from './language.ts';
import { loadWords, type WordModules } from './word-table.ts';

/** @param others load what comes with it: style sheets, and files of words */
export function lazily<Props>(
  load: () => Promise<FunctionComponent<Props>>,
  ...others: readonly (() => Promise<unknown>)[]
) {
  let loading: Promise<{ default: FunctionComponent<Props> }> | undefined;
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

/** What is shown in place of a part that could not be loaded. */
export interface Missing {
  /**
   * Tries again. `failed` is called if that fails: in Chromium it does until the page is loaded anew,
   * for a page asks for no module a second time.
   */
  readonly onRetry: (failed?: () => unknown) => void;
}

type Shown<Props> = (props: Props) => ComponentChildren;

/**
 * A part of a page that is loaded likewise. Its page goes on without it: where it cannot be loaded,
 * as without a network before it is kept on the device, `instead` is shown until another try.
 */
export function lazilyOr<Props>(
  instead: FunctionComponent<NoInfer<Props> & Missing>,
  load: () => Promise<FunctionComponent<Props>>,
  ...others: readonly (() => Promise<unknown>)[]
) {
  const { preload } = lazily(load, ...others);
  const begin = () =>
    lazy<Shown<Props & Missing>>(() => preload().catch(() => ({ default: instead })));
  let Present = begin();
  function Part(props: Props) {
    const [, drawAgain] = useState(0);
    const onRetry: Missing['onRetry'] = (failed = () => undefined) => {
      const present = () => {
        Present = begin();
        drawAgain(times => times + 1);
      };
      void preload().then(present, failed);
    };
    return createElement(Present, { ...props, onRetry });
  }
  return Object.assign(Part, { preload });
}

/** Loads words together with a component, instead of after it. */
export function wordsWith({ zh, en }: WordModules<unknown>): () => Promise<unknown> {
  return () => (chosenLanguage() === 'en' ? en() : zh());
}
