/**
 * The certificate of an accepted or excellent idea, to print. Whoever may see the idea's authors may
 * print it; an idea without one says when it will have one.
 */
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { isIdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../../api/reading.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { dayOf } from '../../../i18n/moments.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotFound } from '../../../ui/not-found.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { nameOf } from '../../../ui/person.tsx';
import { isMissing, QueryView } from '../../../ui/query-view.tsx';
import { type Certificate, certificateOf } from '../certificate.ts';
import { Corners } from '../components/corners.tsx';
import { SheetBar } from '../components/sheet-bar.tsx';
import { useSheetWords } from '../words.ts';

type Idea = ReplyOf<typeof getIdea>;

export function CertificatePage({ fromAddress }: { readonly fromAddress: string }) {
  return isIdeaId(fromAddress) ? <Reading id={fromAddress} /> : <NotFound />;
}

function Reading({ id }: { readonly id: Idea['id'] }) {
  const { organization } = useOrganization();
  const idea = useReading(getIdea, { path: { organization: organization.id, idea: id } });
  if (isMissing(idea.error)) return <NotFound />;
  return (
    <QueryView of={idea}>
      {idea => {
        const certificate = certificateOf(idea);
        return certificate.is === 'granted' ? (
          <Granted idea={idea} certificate={certificate} />
        ) : (
          <Refused idea={idea} why={certificate.why} />
        );
      }}
    </QueryView>
  );
}

function IdeaLink({ id }: { readonly id: Idea['id'] }) {
  const words = useSheetWords();
  const { organization } = useOrganization();
  return (
    <Link href={paths.idea(organization.id, id)} class="button secondary">
      {words.backToIdea}
    </Link>
  );
}

interface RefusedProps {
  readonly idea: Idea;
  readonly why: Extract<Certificate, { is: 'refused' }>['why'];
}

function Refused({ idea: { id, title }, why }: RefusedProps) {
  const words = useSheetWords();
  return (
    <section>
      <PageTitle text={words.certificateOf(title)} />
      <Empty text={words.noCertificate[why]}>
        <IdeaLink id={id} />
      </Empty>
    </section>
  );
}

/** Characters of the title and the names together; more are set smaller. */
const MOST_IN_FULL_SIZE = 30;

interface GrantedProps {
  readonly idea: Idea;
  readonly certificate: Extract<Certificate, { is: 'granted' }>;
}

function Granted({ idea: { id, title, people }, certificate }: GrantedProps) {
  const words = useSheetWords();
  const { language } = useLanguage();
  const { name, calendar } = useOrganization().organization;
  const { authors, accepted, excellent, benefit, at } = certificate;
  const names = authors.map(author => nameOf(author, people, words).name).join(words.listSeparator);
  const long = title.length + names.length > MOST_IN_FULL_SIZE;
  const deeds = [
    ...(accepted ? [words.wasAccepted] : []),
    ...(benefit === undefined
      ? []
      : [words.verifiedBenefit(words.yuan(benefit.toLocaleString(language)))]),
    ...(excellent ? [words.wasExcellent] : []),
  ];
  return (
    <>
      <SheetBar title={words.certificateOf(title)} hint={words.certificateHint}>
        <IdeaLink id={id} />
      </SheetBar>
      <article class="paper certificate">
        <div class={long ? 'certificate-frame long' : 'certificate-frame'}>
          <Corners />
          <h2>{words.certificate}</h2>
          <p class="certificate-names">{words.salutation(names)}</p>
          <p class="certificate-praise">{words.praise(title, deeds)}</p>
          <p class="certificate-thanks">{words.commended}</p>
          <p class="certificate-signature">
            {name}
            <br />
            {dayOf(at, calendar.timeZone, language)}
          </p>
        </div>
      </article>
    </>
  );
}
