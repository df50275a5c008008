/** For a signed-in person on no organization's member list: says whom to ask. */
import { useWords } from '../i18n/language-context.tsx';
import type { Me } from '../session/organization-context.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Shell } from './shell.tsx';

export function NoMembership({ me }: { readonly me: Me }) {
  const words = useWords();
  return (
    <Shell me={me}>
      <PageTitle text={words.noMembershipTitle} />
      <p>{words.noMembershipText}</p>
      <button type="button" onClick={() => location.reload()}>
        {words.reload}
      </button>
    </Shell>
  );
}
