/**
 * For an address that leads nowhere, or to a page that the person's roles do not open.
 */
import { Link } from 'wouter-preact';
import { useWords } from '../language/language-context.tsx';

export function NotFound() {
  const words = useWords();
  return (
    <section class="container empty">
      <h1>{words.notFoundTitle}</h1>
      <p>{words.notFoundText}</p>
      <Link href="/" class="button">
        {words.toStart}
      </Link>
    </section>
  );
}
