/** The front page for strangers: what this is, and the one thing to do next. */
import { useWords } from '../i18n/language-context.tsx';
import { LanguageSwitch } from '../i18n/language-switch.tsx';
import { PageTitle } from '../ui/page-title.tsx';

interface Props {
  readonly notice?: string;
  readonly action: string;
  readonly onAction: () => void;
}

export function Welcome({ notice, action, onAction }: Props) {
  const words = useWords();
  return (
    <main class="container welcome">
      <PageTitle text={words.product} />
      <p>{words.welcome}</p>
      {notice !== undefined && (
        <p class="notice warning" role="alert">
          {notice}
        </p>
      )}
      <button type="button" onClick={onAction}>
        {action}
      </button>
      <LanguageSwitch />
    </main>
  );
}
