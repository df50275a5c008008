/**
 * The target of a merged idea, followed through further mergers, and the last one's present state:
 * it may have been withdrawn since, and then the ideas merged into it wait for the secretary. A
 * withdrawn idea is not there for anybody but its authors.
 */
import { Fragment } from 'preact';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../../api/reading.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { isMissing } from '../../../ui/query-view.tsx';
import { useIdeasWords } from '../words.ts';
import { IdeaLink } from './idea-link.tsx';
import { StatusBadge } from './status-badge.tsx';

interface Props {
  readonly id: IdeaId;
  /** The merged ideas on the way to the target. */
  readonly through?: readonly IdeaId[];
  /** Whether it is on one line of a list, without an explanation. */
  readonly brief?: boolean;
}

export function MergedInto({ id, through = [], brief = false }: Props) {
  const words = useIdeasWords();
  const { organization } = useOrganization();
  const target = useReading(getIdea, { path: { organization: organization.id, idea: id } });
  const missing = isMissing(target.error);
  const withdrawn = missing || target.data?.status === 'withdrawn';
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
      {missing ? words.anotherIdea : <IdeaLink id={id} />}{' '}
      {withdrawn ? (
        <StatusBadge status="withdrawn" />
      ) : (
        target.data !== undefined && <StatusBadge status={target.data.status} />
      )}
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
