/**
 * The slips that were typed last, with their authors' names, so that a mistyped number is noticed
 * at once. Each can be corrected or taken back, until somebody has voted on it.
 */
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../../api/reading.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useMoment } from '../../../i18n/use-moment.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { authorWord } from '../slip-author.ts';
import type { TypedSlips } from '../typed-slips.ts';
import { useSlipsWords } from '../words.ts';
import { SlipActs } from './slip-acts.tsx';

interface Props {
  readonly typed: TypedSlips;
  readonly onSaid: (said: string) => void;
}

export function LastTyped({ typed, onSaid }: Props) {
  const words = useSlipsWords();
  if (typed.ids.length === 0) return null;
  return (
    <section class="last-typed" aria-labelledby="last-typed">
      <h2 id="last-typed">{words.lastTyped}</h2>
      <ul class="cards">
        {typed.ids.map(id => (
          <li key={id} class="card">
            <TypedSlip id={id} onSaid={onSaid} onGone={() => typed.remove(id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SlipProps {
  readonly id: IdeaId;
  readonly onSaid: (said: string) => void;
  readonly onGone: () => void;
}

function TypedSlip({ id, ...rest }: SlipProps) {
  const { organization } = useOrganization();
  const slip = useReading(getIdea, { path: { organization: organization.id, idea: id } });
  return <QueryView of={slip}>{idea => <Slip idea={idea} {...rest} />}</QueryView>;
}

function Slip({
  idea,
  onSaid,
  onGone,
}: Omit<SlipProps, 'id'> & { readonly idea: ReplyOf<typeof getIdea> }) {
  const common = useWords();
  const moment = useMoment();
  const { organization } = useOrganization();
  const { id, title, authorId, submittedAt, status, people } = idea;
  return (
    <>
      <p>
        <Link href={paths.idea(organization.id, id)}>{title}</Link>
        <br />
        <small class="facts">
          {authorId === undefined ? common.unnamed : authorWord(authorId, people)}&nbsp;·{' '}
          {moment(submittedAt)}&nbsp;· {common.statuses[status]}
        </small>
      </p>
      <SlipActs idea={idea} onSaid={onSaid} onGone={onGone} />
    </>
  );
}
