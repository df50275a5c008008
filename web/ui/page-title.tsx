/**
 * The heading of a page. It also names the browser's tab, the history entry and printed sheets.
 * After a navigation within the pages it takes the focus, so that a screen reader announces the
 * page and the keyboard continues from there.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { useWords } from '../i18n/language-context.tsx';
import { Phrases } from './phrases.tsx';

/** The browser itself announces the first page. */
let first = true;

interface Props {
  readonly text: string;
  /** What the tab is called, where the heading would not do. */
  readonly tab?: string;
}

export function PageTitle({ text, tab = text }: Props) {
  const { product } = useWords();
  const [location] = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = tab === product ? product : `${tab} · ${product}`;
    return () => {
      document.title = product;
    };
  }, [tab, product]);
  // For each page, and when one page serves two addresses.
  useLayoutEffect(() => {
    // A form that has taken the focus already keeps it.
    if (!first && document.activeElement?.closest('main > *') == null) heading.current?.focus();
    first = false;
  }, [location]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      <Phrases text={text} />
    </h1>
  );
}
