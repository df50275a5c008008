/** The reader: who they are here, their ideas and work, and what they set for themselves. */
import { Link } from 'wouter-preact';
import { version } from '../../../../package.json';
import { getToday } from '../../../../shared/contract/routes/organization.ts';
import { useReading } from '../../../api/reading.ts';
import { LanguageSwitch } from '../../../i18n/language-switch.tsx';
import { useOutboxCount } from '../../../outbox/outbox-context.tsx';
import { paths } from '../../../paths.ts';
import { type Me, useOrganization } from '../../../session/organization-context.tsx';
import {
  Building,
  ChevronRight,
  Hammer,
  type House,
  Languages,
  ListChecks,
  LogOut,
  MessageSquare,
  PenLine,
  Search,
  Send,
} from '../../../ui/icon.ts';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useSignOut } from '../../../ui/sign-out.tsx';
import { MyData } from '../components/my-data.tsx';
import { OrganizationSwitch } from '../components/organization-switch.tsx';
import { useProfileWords } from '../words.ts';

export function MePage({ me }: { readonly me: Me }) {
  const words = useProfileWords();
  const { signOut, question } = useSignOut();
  const { organization, membership } = useOrganization();
  const { id } = organization;
  const { name, memberId, department, team } = membership;
  const looksAfter = useLooksAfter();
  const waiting = useOutboxCount();
  return (
    <section class="narrow me">
      <header class="who">
        <PageTitle text={name ?? words.memberNumber(memberId)} tab={words.navMe} />
        <p class="facts">
          {[words.memberNumber(memberId), department, team]
            .filter(part => part !== undefined)
            .join('\u00a0· ')}
        </p>
      </header>
      <ul class="rows settings-rows">
        <PlaceRow href={paths.mine(id)} name={words.mineTitle} Icon={PenLine} />
        <PlaceRow href={paths.work(id)} name={words.navWork} Icon={Hammer} />
        {looksAfter && (
          <PlaceRow href={paths.contact(id)} name={words.contactIdeas} Icon={MessageSquare} />
        )}
        <PlaceRow href={paths.tracking(id)} name={words.tracking} Icon={ListChecks} />
        <PlaceRow href={paths.unnamed(id)} name={words.navUnnamed} Icon={Search} />
        <PlaceRow href={paths.outbox(id)} name={words.navOutbox} Icon={Send} count={waiting} />
      </ul>
      <ul class="rows settings-rows" aria-label={words.settings}>
        <li>
          <div class="settings-row">
            <Building class="icon" aria-hidden="true" />
            <span>{words.organization}</span>
            <OrganizationSwitch me={me} membership={membership} />
          </div>
        </li>
        <li>
          <div class="settings-row">
            <Languages class="icon" aria-hidden="true" />
            <span>{words.language}</span>
            <LanguageSwitch />
          </div>
        </li>
        <li>
          <MyData />
        </li>
        <li>
          <button type="button" class="plain settings-row" onClick={signOut}>
            <LogOut class="icon" aria-hidden="true" />
            <span>{words.signOut}</span>
          </button>
          {question}
        </li>
      </ul>
      <p class="facts">{words.release(version)}</p>
    </section>
  );
}

/** Whether the reader is a department's contact, or is asked for an opinion. */
function useLooksAfter(): boolean {
  const { organization, membership } = useOrganization();
  const today = useReading(getToday, { path: { organization: organization.id } });
  return (
    organization.contacts.some(({ member }) => member === membership.memberId) ||
    (today.data?.tasks.some(({ kind }) => kind === 'give-opinion') ?? false)
  );
}

interface PlaceRowProps {
  readonly href: string;
  readonly name: string;
  readonly Icon: typeof House;
  readonly count?: number;
}

function PlaceRow({ href, name, Icon, count = 0 }: PlaceRowProps) {
  return (
    <li>
      <Link href={href} class="settings-row">
        <Icon class="icon" aria-hidden="true" />
        <span>{name}</span>
        {count > 0 && <span class="count-badge">{count}</span>}
        <ChevronRight class="icon" aria-hidden="true" />
      </Link>
    </li>
  );
}
