/** Whom an idea was referred to, and the opinion that was given. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../../api/reading.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { nameOf } from '../../../ui/person.tsx';
import { useScreeningWords } from '../words.ts';

/** For an idea of a list, which does not tell; it comes when it has been read. */
export function AdviceOf({ id }: { readonly id: IdeaId }) {
  const { organization } = useOrganization();
  const idea = useReading(getIdea, { path: { organization: organization.id, idea: id } });
  return idea.data === undefined ? null : <Advice idea={idea.data} />;
}

type Advised = Pick<ReplyOf<typeof getIdea>, 'referral' | 'opinion' | 'people'>;

function Advice({ idea: { referral, opinion, people } }: { readonly idea: Advised }) {
  const words = useScreeningWords();
  const moment = useMoment();
  if (opinion !== undefined) {
    const { name } = nameOf(opinion.by, people, words);
    return (
      <section class="notice" aria-label={words.opinion}>
        <p>
          <strong>{words.opinionOf(name)}</strong> <small>{moment(opinion.at)}</small>
        </p>
        <p class="written">{opinion.text}</p>
      </section>
    );
  }
  if (referral === undefined) return null;
  const { name } = nameOf(referral.adviser, people, words);
  return <p class="notice">{words.referredTo(name, moment(referral.at))}</p>;
}
