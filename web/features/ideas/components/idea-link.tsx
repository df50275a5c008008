/**
 * A link to an idea of which only the id is known. Until its title has been read, the link says
 * "another idea".
 */
import { Link } from 'wouter-preact';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../../api/reading.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useIdeasWords } from '../words.ts';

export function IdeaLink({ id }: { readonly id: IdeaId }) {
  const words = useIdeasWords();
  const { organization } = useOrganization();
  const idea = useReading(getIdea, { path: { organization: organization.id, idea: id } });
  return (
    <Link href={paths.idea(organization.id, id)}>{idea.data?.title ?? words.anotherIdea}</Link>
  );
}
