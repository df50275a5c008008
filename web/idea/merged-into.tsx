/**
 * Where a merged idea went, and on from there if that one was merged too; and how the last one stands now: it may have been withdrawn
 * since, and then what went into it waits for the secretary.
 */
import { Fragment } from 'preact';
import { getIdea } from '../../shared/contract/routes/ideas.ts';
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';
import { useReading } from '../api/reading.ts';
import { useOrganization } from '../shell/organization-context.tsx';
import { IdeaLink } from './idea-link.tsx';
import { StatusBadge } from './status-badge.tsx';
import { useIdeaWords } from './words.ts';

interface Props {
  readonly id: IdeaId;
  /** The ideas it went through on its way there, which are merged themselves by now. */
  readonly through?: readonly IdeaId[];
  /** On one line of a list, without what it means. */
  readonly brief?: boolean;
}

export function MergedInto({ id, through = [], brief = false }: Props) {
  const words = useIdeaWords();
  const { organization } = useOrganization();
  const target = useReading(getIdea, { path: { organization: organization.id, idea: id } });
  const withdrawn = target.data?.status === 'withdrawn';
  if (target.data?.into !== undefined)
    return <MergedInto id={target.data.into} through={[...through, id]} brief={brief} />;
  const stuck = through.length === 0 ? words.intoWithdrawn : words.intoWithdrawnAtLast;
  const where = (
    <p>
      <strong>{words.mergedInto}</strong>{' '}
      {through.map(idea => (
        <Fragment key={idea}>
          <IdeaLink id={idea} />
          {words.andOnInto}
        </Fragment>
      ))}
      <IdeaLink id={id} /> {target.data !== undefined && <StatusBadge status={target.data.status} />}
    </p>
  );
  if (brief) return where;
  return (
    <div class={withdrawn ? 'notice warning' : 'notice'}>
      {where}
      <p>{withdrawn ? stuck : words.mergedIntoText}</p>
    </div>
  );
}
