/** The last published bulletin in one line. */
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ChevronRight, Megaphone } from '../../../ui/icon.ts';
import type { Today } from '../tasks.ts';
import { useHomeWords } from '../words.ts';

export function BulletinLine({ last }: { readonly last: NonNullable<Today['bulletin']> }) {
  const words = useHomeWords();
  const { organization } = useOrganization();
  const { round, submitted, adopted, adoptionRate } = last;
  const rate =
    adoptionRate.value === null ? undefined : `${(adoptionRate.value * 100).toFixed(1)}%`;
  return (
    <Link class="card bulletin-line" href={paths.bulletin(organization.id, round)}>
      <Megaphone class="icon" aria-hidden="true" />
      <span>
        <strong>
          {words.roundName(round)}&nbsp;· {words.navBulletin}
        </strong>
        <span class="facts">{words.bulletinLine(submitted, adopted, rate)}</span>
      </span>
      <ChevronRight class="icon" aria-hidden="true" />
    </Link>
  );
}
