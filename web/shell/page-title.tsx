/**
 * The heading of a page. It names the browser's tab and history too, so that one of several is found again, and what is printed.
 */
import { useLayoutEffect } from 'preact/hooks';
import { useWords } from '../language/language-context.tsx';

export function PageTitle({ text }: { readonly text: string }) {
  const { product } = useWords();
  useLayoutEffect(() => {
    document.title = text === product ? product : `${text} · ${product}`;
    return () => {
      document.title = product;
    };
  }, [text, product]);
  return <h1>{text}</h1>;
}
