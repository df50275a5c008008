/** For a signed-in person on no organization's member list: says whom to ask. */
import { useWords } from '../language/language-context.tsx';
import type { Me } from './organization-context.tsx';
import { PageTitle } from './page-title.tsx';
import { TopBar } from './top-bar.tsx';

export function NoMembership({ me }: { readonly me: Me }) {
  const words = useWords();
  return (
    <>
      <TopBar me={me} />
      <main class="container empty" id="content">
        <PageTitle text={words.noMembershipTitle} />
        <p>{words.noMembershipText}</p>
        <button type="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </main>
    </>
  );
}
