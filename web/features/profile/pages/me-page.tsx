/** The reader: who they are here, their ideas and work, and what they set for themselves. */
import { Link } from 'wouter-preact';
import { useWords } from '../../../i18n/language-context.tsx';
import { LanguageSwitch } from '../../../i18n/language-switch.tsx';
import { paths } from '../../../paths.ts';
import { type Me, useOrganization } from '../../../session/organization-context.tsx';
import { useSession } from '../../../session/session-context.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { MyData } from '../components/my-data.tsx';
import { OrganizationSwitch } from '../components/organization-switch.tsx';

export function MePage({ me }: { readonly me: Me }) {
  const words = useWords();
  const session = useSession();
  const { organization, membership } = useOrganization();
  return (
    <section class="narrow">
      <PageTitle text={membership.name ?? words.memberNumber(membership.memberId)} />
      <p class="facts">
        {words.memberNumber(membership.memberId)} · {membership.department}
      </p>
      <OrganizationSwitch me={me} membership={membership} />
      <ul class="rows">
        <li>
          <Link href={paths.mine(organization.id)}>{words.navMine}</Link>
        </li>
        <li>
          <Link href={paths.work(organization.id)}>{words.navWork}</Link>
        </li>
        <li>
          <Link href={paths.unnamed(organization.id)}>{words.navUnnamed}</Link>
        </li>
      </ul>
      <MyData />
      <div class="actions">
        <LanguageSwitch />
        <button type="button" class="secondary" onClick={() => session.signOut()}>
          {words.signOut}
        </button>
      </div>
    </section>
  );
}
