/**
 * The facts of an idea beside its text: its support, dates and people, and the link to pass on. On a
 * phone they follow the text.
 */
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { isDatedByDay } from '../../../../shared/domain/idea/idea.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { calendarDay } from '../../../i18n/moments.ts';
import { useDay, useMoment } from '../../../i18n/use-moment.ts';
import { paths } from '../../../paths.ts';
import { Award, Link2 } from '../../../ui/icon.ts';
import { Person } from '../../../ui/person.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { hasCertificate } from '../../sheets/index.ts';
import { useIdeasWords } from '../words.ts';
import { SupportButton } from './support-button.tsx';

interface Props {
  readonly idea: ReplyOf<typeof getIdea>;
}

export function IdeaSide({ idea }: Props) {
  const { language } = useLanguage();
  const words = useIdeasWords();
  const [day, moment] = [useDay(), useMoment()];
  const { people, authorId, department, coAuthors, implementation, decision } = idea;
  const author = authorId === undefined ? undefined : people?.[authorId];
  const submitted = isDatedByDay(idea.history) ? day : moment;
  return (
    <aside class="idea-side" aria-label={words.facts}>
      <SupportButton idea={idea} />
      <dl class="pairs">
        {department !== undefined && department !== author?.department && (
          <>
            <dt>{words.department}</dt>
            <dd>{department}</dd>
          </>
        )}
        {author?.team !== undefined && (
          <>
            <dt>{words.team}</dt>
            <dd>{author.team}</dd>
          </>
        )}
        {coAuthors.length > 0 && (
          <>
            <dt>{words.coAuthorsName}</dt>
            {coAuthors.map(id => (
              <dd key={id}>
                <Person id={id} people={people} />
              </dd>
            ))}
          </>
        )}
        <dt>{words.handedInAt}</dt>
        <dd>{submitted(idea.submittedAt)}</dd>
        {decision !== undefined && (
          <>
            <dt>{words.decidedAt}</dt>
            <dd>{moment(decision.at)}</dd>
          </>
        )}
        {implementation !== undefined && (
          <>
            <dt>{words.owner}</dt>
            <dd>
              <Person id={implementation.owner} people={people} />
            </dd>
            <dt>{words.due}</dt>
            <dd>{calendarDay(implementation.due, language)}</dd>
          </>
        )}
      </dl>
      <PassOn idea={idea} />
    </aside>
  );
}

/** The link to the idea, and its certificate once it has earned one. */
function PassOn({ idea }: Props) {
  const { organization, id } = idea;
  const words = useIdeasWords();
  const toast = useToast();
  const address = paths.idea(organization, id);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${location.origin}${address}`);
      toast(words.linkCopied);
    } catch {
      // Not allowed, or not to be had.
      toast(words.linkNotCopied);
    }
  };
  return (
    <p class="pass-on no-print">
      <button type="button" class="plain" onClick={copy}>
        <Link2 class="icon" aria-hidden="true" />
        {words.copyLink}
      </button>
      {hasCertificate(idea) && (
        <Link class="button plain" href={paths.certificate(organization, id)}>
          <Award class="icon" aria-hidden="true" />
          {words.printCertificate}
        </Link>
      )}
    </p>
  );
}
