/** The first page: what waits for the reader, and the round under way. */
import { Link } from 'wouter-preact';
import { useWords } from '../../../i18n/language-context.tsx';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Plus } from '../../../ui/icon.ts';
import { PageTitle } from '../../../ui/page-title.tsx';
import { RoundBanner } from '../components/round-banner.tsx';

export function HomePage() {
  const words = useWords();
  const { organization } = useOrganization();
  return (
    <section>
      <PageTitle text={words.navHome} />
      <RoundBanner />
      <Link href={paths.handIn(organization.id)} class="button">
        <Plus class="icon" aria-hidden="true" />
        {words.navHandIn}
      </Link>
    </section>
  );
}
