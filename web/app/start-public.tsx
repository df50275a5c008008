/**
 * Renders the public bulletin. It starts apart from the application, because it needs neither a
 * session nor the client of the API, and strangers on slow networks load nothing else.
 */
import { render } from 'preact';
import { PublicBulletinPage } from '../features/bulletin/pages/public-bulletin-page.tsx';
import { chosenLanguage } from '../i18n/language.ts';
import { LanguageProvider } from '../i18n/language-context.tsx';
import { loadWords } from '../i18n/word-table.ts';
import { FailureBoundary } from './failure-boundary.tsx';

export async function start(root: Element): Promise<void> {
  await loadWords(chosenLanguage());
  root.replaceChildren();
  render(
    <LanguageProvider>
      <FailureBoundary>
        <PublicBulletinPage pathname={location.pathname} />
      </FailureBoundary>
    </LanguageProvider>,
    root,
  );
}
