/**
 * The bar on top of every page: the organization, the reader's name and number, the areas open to the user's
 * roles, the other language, and signing out.
 */
import { Link, useLocation } from 'wouter-preact';
import { useWords } from '../language/language-context.tsx';
import { LanguageSwitch } from '../language/language-switch.tsx';
import type { Dictionary } from '../language/zh.ts';
import { useSession } from '../sign-in/session-context.tsx';
import { holds, type Me, type Membership } from './organization-context.tsx';
import { PATTERNS, paths } from './paths.ts';

interface Props {
  readonly me: Me;
  readonly membership?: Membership;
}

export function TopBar({ me, membership }: Props) {
  const words = useWords();
  const session = useSession();
  return (
    <header class="top-bar">
      <a class="skip" href="#content">
        {words.skipToContent}
      </a>
      <div class="container">
        <div class="top-bar-line">
          <Link href="/" class="brand">
            {words.product}
          </Link>
          <div class="whereabouts">
            <OrganizationSwitch me={me} membership={membership} />
            {membership !== undefined && <small>{whoIs(membership, words)}</small>}
          </div>
          <LanguageSwitch />
          <button type="button" class="plain" onClick={() => session.signOut()}>
            {words.signOut}
          </button>
        </div>
        {membership !== undefined && <Navigation membership={membership} />}
      </div>
    </header>
  );
}

/** The reader: name and number. */
function whoIs({ name, memberId }: Membership, words: Dictionary): string {
  const number = words.memberNumber(memberId);
  return name === undefined ? number : `${name} · ${number}`;
}

interface SwitchProps {
  readonly me: Me;
  readonly membership: Membership | undefined;
}

function OrganizationSwitch({ me, membership }: SwitchProps) {
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
  if (places.length < 2) return <span class="organization-name">{places[0]?.name}</span>;
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

function Navigation({ membership }: { readonly membership: Membership }) {
  const words = useWords();
  const [path] = useLocation();
  return (
    <nav aria-label={words.navigation}>
      <ul>
        {linksFor(membership, words).map(({ href, name }) => (
          <li key={href}>
            <Link href={href} {...(isAt(path, href) && { 'aria-current': 'page' })}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface NavigationLink {
  readonly href: string;
  readonly name: string;
}

/** The areas that a member's roles open. */
function linksFor(membership: Membership, words: Dictionary): NavigationLink[] {
  const { organization } = membership;
  return [
    { href: paths.handIn(organization), name: words.navHandIn },
    { href: paths.mine(organization), name: words.navMine },
    { href: paths.round(organization), name: words.navRound },
    { href: paths.bulletin(organization), name: words.navBulletin },
    ...(holds(membership, 'committee', 'chair', 'secretary')
      ? [{ href: paths.agenda(organization), name: words.navAgenda }]
      : []),
    ...(holds(membership, 'secretary')
      ? [
          { href: paths.screening(organization), name: words.navScreening },
          { href: paths.slip(organization), name: words.navSlips },
        ]
      : []),
    ...(holds(membership, 'secretary', 'chair')
      ? [{ href: paths.followUp(organization), name: words.navFollowUp }]
      : []),
    ...(holds(membership, 'manager')
      ? [
          { href: paths.numbers(organization), name: words.navNumbers },
          { href: paths.acceptance(organization), name: words.navAcceptance },
        ]
      : []),
    ...(holds(membership, 'administrator')
      ? [{ href: paths.members(organization), name: words.navAdministration }]
      : []),
  ];
}

function isAt(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
