/** For an unknown address, or a page that the person's roles do not open. */
import { Link } from 'wouter-preact';
import { useWords } from '../i18n/language-context.tsx';
import { PageTitle } from './page-title.tsx';

export function NotFound() {
  const words = useWords();
  return (
    <section class="container empty">
      <PageTitle text={words.notFoundTitle} />
      <p>{words.notFoundText}</p>
      <Link href="/" class="button">
        {words.toStart}
      </Link>
    </section>
  );
}
