/** Assigns an adopted idea to a member with a due day, or reassigns it. */
import { assignIdea } from '../../../../shared/contract/routes/implementation.ts';
import type { MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { serverNow } from '../../../api/server-clock.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { calendarDay } from '../../../i18n/moments.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { nameOf, type People } from '../../../ui/person.tsx';
import { ActForm, useActFields } from '../../ideas/index.ts';
import type { HandledIdea } from '../../screening/index.ts';
import { checkAssignment } from '../assignment.ts';
import { usualDue } from '../due.ts';
import { useImplementationWords } from '../words.ts';
import { type Assignment, AssignmentFields } from './assignment-fields.tsx';

interface Props {
  readonly idea: HandledIdea;
  readonly people?: People | undefined;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

export function AssignForm({ idea, people, onDone, onCancel }: Props) {
  const words = useImplementationWords();
  const { language } = useLanguage();
  const { organization } = useOrganization();
  const act = idea.implementation === undefined ? 'assign' : 'reassign';
  const { fields, change, drop } = useActFields<Assignment>(act, idea, {
    owner: idea.implementation?.owner ?? '',
    due: idea.implementation?.due ?? usualDue(serverNow(), organization),
  });
  return (
    <div class="act">
      <ActForm
        idea={idea}
        act={act}
        label={act === 'assign' ? words.assign : words.reassignNow}
        check={() => checkAssignment(fields, words)}
        send={(call, request) => call(assignIdea, request)}
        drop={drop}
        onDone={({ title, implementation, people }) => {
          const owner: MemberId | undefined = implementation?.owner;
          const who = owner === undefined ? fields.owner : nameOf(owner, people, words).name;
          const due = calendarDay(implementation?.due ?? fields.due, language);
          onDone(words.assignedSaid(title, who, due));
        }}
        onCancel={onCancel}
      >
        {errors => (
          <AssignmentFields fields={fields} errors={errors} people={people} onChange={change} />
        )}
      </ActForm>
    </div>
  );
}
