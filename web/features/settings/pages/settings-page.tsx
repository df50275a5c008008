/** The settings: a list of their parts with what each says at present, and each part by itself. */
import type { JSX } from 'preact';
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ChevronRight } from '../../../ui/icon.ts';
import { NotFound } from '../../../ui/not-found.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { BandsForm } from '../components/bands-form.tsx';
import { ContactsForm } from '../components/contacts-form.tsx';
import { FollowUpForm } from '../components/follow-up-form.tsx';
import { LimitsForm } from '../components/limits-form.tsx';
import { CategoriesForm, DepartmentsForm } from '../components/names-forms.tsx';
import { ProfileForm } from '../components/profile-form.tsx';
import { RulesForm } from '../components/rules-form.tsx';
import { TargetsForm } from '../components/targets-form.tsx';
import { fractionText } from '../fraction.ts';
import type { Settings } from '../settings.ts';
import { useSettings } from '../use-settings.ts';
import { type SettingsWords, useSettingsWords } from '../words.ts';

interface Part {
  /** Its place in the address. */
  readonly slug: string;
  readonly title: string;
  /** What it says at present. */
  readonly note: string;
  readonly form: JSX.Element;
}

function partsOf(settings: Settings, words: SettingsWords): Part[] {
  const { name, departments, categories, rules, targets, limits, rewardBands, contacts, dueDays } =
    settings;
  return [
    {
      slug: 'profile',
      title: words.profileTitle,
      note: name,
      form: <ProfileForm settings={settings} />,
    },
    {
      slug: 'departments',
      title: words.departmentsTitle,
      note: words.soMany(departments.length),
      form: <DepartmentsForm settings={settings} />,
    },
    {
      slug: 'contacts',
      title: words.contactsTitle,
      note: words.contactsNamed(contacts.length, departments.length),
      form: <ContactsForm settings={settings} />,
    },
    {
      slug: 'categories',
      title: words.categoriesTitle,
      note: words.list(categories),
      form: <CategoriesForm settings={settings} />,
    },
    {
      slug: 'rules',
      title: words.rulesTitle,
      note: words.list([
        words.ballots[rules.ballot],
        `${words.quorumShare} ${fractionText(rules.quorumShare)}`,
        `${words.threshold} ${fractionText(rules.threshold)}`,
      ]),
      form: <RulesForm settings={settings} />,
    },
    {
      slug: 'targets',
      title: words.targetsTitle,
      note: words.list([
        `${words.targetIdeas} ${targets.ideas}`,
        `${words.adoptionRate} ${fractionText(targets.adoptionRate)}`,
      ]),
      form: <TargetsForm settings={settings} />,
    },
    {
      slug: 'limits',
      title: words.limitsTitle,
      note: words.list([
        `${words.limits.ideasARound} ${limits.ideasARound}`,
        `${words.limits.commentsARound} ${limits.commentsARound}`,
      ]),
      form: <LimitsForm settings={settings} />,
    },
    {
      slug: 'follow-up',
      title: words.followUpTitle,
      note: words.soManyDays(dueDays),
      form: <FollowUpForm settings={settings} />,
    },
    {
      slug: 'rewards',
      title: words.bandsTitle,
      note: words.soManyBands(rewardBands.length),
      form: <BandsForm settings={settings} />,
    },
  ];
}

export function SettingsPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const words = useSettingsWords();
  return (
    <QueryView of={useSettings()}>
      {settings => {
        const parts = partsOf(settings, words);
        if (fromAddress === undefined) return <Index parts={parts} />;
        return parts.find(({ slug }) => slug === fromAddress)?.form ?? <NotFound />;
      }}
    </QueryView>
  );
}

function Index({ parts }: { readonly parts: readonly Part[] }) {
  const words = useSettingsWords();
  const { organization } = useOrganization();
  return (
    <section class="narrow">
      <PageTitle text={words.settingsTitle} />
      <ul class="ways">
        {parts.map(({ slug, title, note }) => (
          <li key={slug}>
            <Link href={paths.settings(organization.id, slug)}>
              <span>
                {title}
                <small>{note}</small>
              </span>
              <ChevronRight class="icon" aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
