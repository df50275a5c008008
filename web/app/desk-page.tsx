/** The desk of staff on a phone: their areas, with what waits in each. */
import { Link } from 'wouter-preact';
import { useWords } from '../i18n/language-context.tsx';
import { useOrganization } from '../session/organization-context.tsx';
import { ChevronRight } from '../ui/icon.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { staffAreas } from './areas.ts';
import { CountBadge } from './count-badge.tsx';
import { useWaiting } from './use-waiting.ts';

export function DeskPage() {
  const words = useWords();
  const { membership, organization } = useOrganization();
  const waiting = useWaiting(organization.id);
  return (
    <div class="narrow">
      <PageTitle text={words.navDesk} />
      {staffAreas(membership, words).map(({ name, areas }) => (
        <section key={name}>
          <h2>{name}</h2>
          <ul class="rows desk-areas">
            {areas.map(area => (
              <li key={area.href}>
                <Link href={area.href}>
                  <area.Icon class="icon" aria-hidden="true" />
                  <span>{area.name}</span>
                  <CountBadge of={waiting(area.tasks)} />
                  <ChevronRight class="icon" aria-hidden="true" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
