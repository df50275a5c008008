/** Assigns the chosen ideas at once, all to one owner with one due day; safe to repeat. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReplyOf, RequestOf } from '../../../../shared/contract/client.ts';
import { type assignIdea, assignIdeas } from '../../../../shared/contract/routes/implementation.ts';
import { serverNow } from '../../../api/server-clock.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import { type Outcome, withTitles } from '../../../ui/outcomes.tsx';
import { ActFailure, asSeen, useAct } from '../../ideas/index.ts';
import { checkAssignment } from '../assignment.ts';
import { usualDue } from '../due.ts';
import { useImplementationWords } from '../words.ts';
import { AssignmentFields, type Assignment as Typed } from './assignment-fields.tsx';

type Assignment = RequestOf<typeof assignIdea>['body'];
type Assigned = Pick<ReplyOf<typeof assignIdea>, 'id' | 'title' | 'version'>;

interface Props {
  readonly ideas: readonly Assigned[];
  readonly onDone: (outcomes: readonly Outcome[]) => void;
  readonly onCancel: () => void;
}

export function AssignMany({ ideas, onDone, onCancel }: Props) {
  const words = useImplementationWords();
  const { organization } = useOrganization();
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState<Typed>(() => ({
    owner: '',
    due: usualDue(serverNow(), organization),
  }));
  const assigning = useAct(
    (
      call,
      { assigned, body }: { readonly assigned: readonly Assigned[]; readonly body: Assignment },
    ) =>
      call(assignIdeas, {
        path: { organization: organization.id },
        body: { ideas: assigned.map(asSeen), ...body },
      }),
    (reply, { assigned }) => onDone(withTitles(reply.ideas, assigned)),
    { rereads: true },
  );
  const { errors, lookOver } = useFieldErrors(form, assigning.error, () =>
    checkAssignment(fields, words),
  );
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form
      ref={form}
      class="card"
      noValidate
      aria-label={words.assignChosen(ideas.length)}
      onSubmit={event => {
        event.preventDefault();
        const checked = lookOver();
        assigning.reset();
        if (checked.ok) assigning.mutate({ assigned: ideas, body: checked.body });
      }}
    >
      <h3>{words.assignChosen(ideas.length)}</h3>
      <AssignmentFields
        fields={fields}
        errors={errors}
        onChange={changes => setFields(before => ({ ...before, ...changes }))}
      />
      <ActFailure of={assigning} onDrop={onCancel} />
      <p class="actions">
        <button type="submit" disabled={assigning.isPending} aria-busy={assigning.isPending}>
          {words.assign}
        </button>
        <button type="button" class="secondary" disabled={assigning.isPending} onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
