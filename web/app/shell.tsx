/**
 * The frame of the pages. On a phone a bar at the bottom leads to what everybody uses, and staff to
 * their desk; on a desktop a rail has everything in groups.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { OrganizationSwitch } from '../features/profile/index.ts';
import { useWords } from '../i18n/language-context.tsx';
import { LanguageSwitch } from '../i18n/language-switch.tsx';
import type { Dictionary } from '../i18n/zh.ts';
import { useOutboxCount } from '../outbox/outbox-context.tsx';
import { paths } from '../paths.ts';
import type { Me, Membership } from '../session/organization-context.tsx';
import {
  CircleUser,
  House,
  LayoutGrid,
  Lightbulb,
  Megaphone,
  Plus,
  Search,
  Send,
} from '../ui/icon.ts';
import { Mark } from '../ui/mark.tsx';
import { useSignOut } from '../ui/sign-out.tsx';
import { type Area, ownAreas, staffAreas } from './areas.ts';
import { CountBadge } from './count-badge.tsx';
import { OfflineMark } from './offline-mark.tsx';
import { useWaiting, type Waiting } from './use-waiting.ts';

interface Props {
  readonly me: Me;
  readonly membership?: Membership;
  /** Opens the search; none without an organization. */
  readonly onSearch?: () => void;
  readonly children: ComponentChildren;
}

export function Shell({ me, membership, onSearch, children }: Props) {
  const words = useWords();
  const reader = membership ?? me.zones[0];
  return (
    <div class="shell">
      <a class="skip" href="#content">
        {words.skipToContent}
      </a>
      <header class="top-bar">
        <Brand />
        {membership === undefined ? (
          <>
            {/* A narrow bar has no room for the name of the only place, which the page's title says. */}
            {me.memberships.length > 0 ? (
              <OrganizationSwitch me={me} membership={membership} />
            ) : (
              <OfflineMark />
            )}
            <LanguageSwitch />
            <SignOut />
          </>
        ) : (
          <OfflineMark>{membership.organizationName}</OfflineMark>
        )}
      </header>
      <header class="rail">
        <Brand />
        <OrganizationSwitch me={me} membership={membership} />
        {onSearch !== undefined && (
          <button
            type="button"
            class="rail-search"
            aria-keyshortcuts="/ Control+K Meta+K"
            onClick={onSearch}
          >
            <Search class="icon" aria-hidden="true" />
            {words.searchIdeas}
            <kbd>/</kbd>
          </button>
        )}
        {membership !== undefined && <RailAreas membership={membership} />}
        <div class="rail-foot">
          <OfflineMark />
          {reader !== undefined && <p>{whoIs(reader, words)}</p>}
          <div class="actions">
            <LanguageSwitch />
            <SignOut />
          </div>
        </div>
      </header>
      <main class="container" id="content" tabIndex={-1}>
        {children}
      </main>
      {membership !== undefined && <BottomBar membership={membership} />}
    </div>
  );
}

function Brand() {
  const words = useWords();
  return (
    <Link href="/" class="brand">
      <Mark />
      {words.product}
    </Link>
  );
}

function SignOut() {
  const words = useWords();
  const { signOut, question } = useSignOut();
  return (
    <>
      <button type="button" class="plain" onClick={signOut}>
        {words.signOut}
      </button>
      {question}
    </>
  );
}

/** The reader: name and number. */
function whoIs(
  { name, memberId }: Pick<Membership, 'name' | 'memberId'>,
  words: Dictionary,
): string {
  const number = words.memberNumber(memberId);
  return name === undefined ? number : `${name}\u00a0· ${number}`;
}

function RailAreas({ membership }: { readonly membership: Membership }) {
  const words = useWords();
  const waiting = useWaiting(membership.organization);
  const own = useOwnWaiting();
  const groups = staffAreas(membership, words);
  const link = (area: Area) => (
    <li key={area.href}>
      <NavigationLink area={area} waiting={waiting(area.tasks)} />
    </li>
  );
  return (
    <nav aria-label={words.navigation}>
      <ul>
        {ownAreas(membership, words).map(link)}
        {own.count > 0 && (
          <li>
            <NavigationLink
              area={{
                href: paths.outbox(membership.organization),
                name: words.navOutbox,
                Icon: Send,
                tasks: [],
              }}
              waiting={own}
            />
          </li>
        )}
      </ul>
      {groups.map(({ name, areas }) => (
        <section key={name} aria-label={name}>
          <h2>{name}</h2>
          <ul>{areas.map(link)}</ul>
        </section>
      ))}
    </nav>
  );
}

/** Longer than sending takes: what is sent at once moves nothing on the page. */
const NOTICED_AFTER_MS = 2000;

/** What waits to be sent is behind the reader's own place. */
function useOwnWaiting(): Waiting {
  const count = useOutboxCount();
  const [shown, setShown] = useState(count);
  const isNoticed = shown > 0;
  useEffect(() => {
    const timer = setTimeout(() => setShown(count), count > 0 && !isNoticed ? NOTICED_AFTER_MS : 0);
    return () => clearTimeout(timer);
  }, [count, isNoticed]);
  return { count: shown, more: false };
}

function BottomBar({ membership }: { readonly membership: Membership }) {
  const words = useWords();
  const { organization } = membership;
  const waiting = useWaiting(organization);
  const own = useOwnWaiting();
  const staff = staffAreas(membership, words).flatMap(({ areas }) => areas);
  const areas: Area[] = [
    { href: paths.organization(organization), name: words.navHome, Icon: House, tasks: [] },
    { href: paths.round(organization), name: words.navIdeas, Icon: Lightbulb, tasks: [] },
    { href: paths.handIn(organization), name: words.navHandInShort, Icon: Plus, tasks: [] },
    { href: paths.bulletin(organization), name: words.navBulletin, Icon: Megaphone, tasks: [] },
    ...(staff.length > 0
      ? [
          {
            href: paths.desk(organization),
            name: words.navDesk,
            Icon: LayoutGrid,
            tasks: staff.flatMap(({ tasks }) => tasks),
          },
        ]
      : []),
    { href: paths.me(organization), name: words.navMe, Icon: CircleUser, tasks: [] },
  ];
  return (
    <nav class="bottom-bar" aria-label={words.navigation}>
      <ul>
        {areas.map(area => (
          <li key={area.href}>
            <NavigationLink
              area={area}
              waiting={area.Icon === CircleUser ? own : waiting(area.tasks)}
              {...(area.Icon === Plus && { class: 'submit' })}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface NavigationLinkProps {
  readonly area: Area;
  readonly waiting: Waiting;
  readonly class?: string;
}

function NavigationLink({ area, waiting, class: kind }: NavigationLinkProps) {
  const [path] = useLocation();
  const { href, name, Icon } = area;
  return (
    <Link
      href={href}
      {...(kind !== undefined && { class: kind })}
      {...(isAt(path, href) && { 'aria-current': 'page' })}
    >
      <Icon class="icon" aria-hidden="true" />
      {name}
      <CountBadge of={waiting} />
    </Link>
  );
}

/** Whether a path is below a link; the home of an organization has no pages below it. */
function isAt(path: string, href: string): boolean {
  if (path === href) return true;
  if (!path.startsWith(`${href}/`)) return false;
  return !/^\/o\/[^/]+(\/administrator|\/mine|\/manager\/work)?$/.test(href);
}
