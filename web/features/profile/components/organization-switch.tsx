/** The organization of the page, and a choice if the reader has several. */
import { useLocation } from 'wouter-preact';
import { useWords } from '../../../i18n/language-context.tsx';
import { PATTERNS, paths } from '../../../paths.ts';
import type { Me, Membership } from '../../../session/organization-context.tsx';

interface Props {
  readonly me: Me;
  readonly membership: Membership | undefined;
}

export function OrganizationSwitch({ me, membership }: Props) {
  const words = useWords();
  const [, go] = useLocation();
  const places = [
    ...me.memberships.map(one => ({
      href: paths.organization(one.organization),
      name: one.organizationName,
    })),
    ...(me.zones.length > 0 ? [{ href: PATTERNS.zone, name: words.zoneTitle }] : []),
  ];
  const here =
    membership === undefined ? PATTERNS.zone : paths.organization(membership.organization);
  if (places.length < 2) return <span class="whereabouts">{places[0]?.name}</span>;
  return (
    <select
      aria-label={words.organization}
      value={here}
      onChange={event => go(event.currentTarget.value)}
    >
      {places.map(({ href, name }) => (
        <option key={href} value={href}>
          {name}
        </option>
      ))}
    </select>
  );
}
