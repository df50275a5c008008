/**
 * The ideas of the departments that the reader is the contact of, and those on which their opinion
 * is asked; it is given on an idea's own page.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { listContactIdeas } from '../../../../shared/contract/routes/opinions.ts';
import { usePages } from '../../../api/reading.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { IdeaRow } from '../../ideas/index.ts';
import { useHomeWords } from '../words.ts';

type ContactIdeas = ReplyOf<typeof listContactIdeas>;

export function ContactPage() {
  const words = useHomeWords();
  const { organization } = useOrganization();
  const path = { organization: organization.id };
  const ideas = usePages<ContactIdeas>(
    [listContactIdeas.id, organization.id],
    (call, from, signal) => call(listContactIdeas, { path, query: from }, signal),
  );
  const { data, error, refetch } = ideas;
  const items = data?.pages.flatMap(page => page.items) ?? [];
  const people = Object.assign({}, ...(data?.pages ?? []).map(page => page.people));
  return (
    <section>
      <PageTitle text={words.contactTitle} />
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <SkeletonRows count={6} />}
      {data !== undefined && items.length === 0 && <Empty text={words.contactEmpty} />}
      {items.length > 0 && (
        <ul class="rows idea-rows" aria-label={words.contactTitle}>
          {items.map(idea => (
            <IdeaRow key={idea.id} idea={idea} people={people}>
              <OpinionState idea={idea} />
            </IdeaRow>
          ))}
        </ul>
      )}
      <MoreButton of={ideas} />
    </section>
  );
}

/** Whether the reader's opinion is asked for, or was given. */
function OpinionState({
  idea: { referral, opinion },
}: {
  readonly idea: ContactIdeas['items'][number];
}) {
  const words = useHomeWords();
  const { membership } = useOrganization();
  if (opinion !== undefined) return <small>{words.opinionGiven}</small>;
  if (referral?.adviser !== membership.memberId) return null;
  return <span class="badge asked">{words.askedOf}</span>;
}
