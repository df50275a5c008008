/** Revises one's own idea: the fields of a submission, filled with the present content. */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getIdea } from '../../shared/contract/routes/ideas.ts';
import { reviseIdea } from '../../shared/contract/routes/screening.ts';
import { useActFields } from '../idea/act-fields.ts';
import { ActForm } from '../idea/act-form.tsx';
import { useWords } from '../language/language-context.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { ContentFields } from './content-fields.tsx';
import { checkContent, contentOf } from './draft.ts';
import { useEmployeeWords } from './words.ts';

type Revised = ReplyOf<typeof reviseIdea>;

interface Props {
  readonly idea: ReplyOf<typeof getIdea>;
  readonly onDone: (revised: Revised) => void;
  readonly onCancel: () => void;
}

export function RevisionForm({ idea, onDone, onCancel }: Props) {
  const common = useWords();
  const words = useEmployeeWords();
  const { organization } = useOrganization();
  const { fields, change, drop } = useActFields('revise', idea, contentOf(idea));
  return (
    <section>
      <h2>{words.revising}</h2>
      <ActForm
        idea={idea}
        act="revise"
        label={words.handInAgain}
        check={() => checkContent(fields, organization.categories, common)}
        send={(call, request) => call(reviseIdea, request)}
        drop={drop}
        onDone={onDone}
        onCancel={onCancel}
      >
        {errors => (
          <>
            <ContentFields
              content={fields}
              categories={organization.categories}
              errors={errors}
              onChange={change}
            />
            <small>{words.formerKept}</small>
          </>
        )}
      </ActForm>
    </section>
  );
}
