/** Assigns an adopted idea to a member with a due date, or reassigns it. */
import { assignIdea } from '../../../../shared/contract/routes/implementation.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { calendarDay } from '../../../i18n/moments.ts';
import { Field } from '../../../ui/form/field.tsx';
import { MemberSuggestions } from '../../directory/index.ts';
import { ActForm, useActFields } from '../../ideas/index.ts';
import type { HandledIdea } from '../../screening/index.ts';
import { checkAssignment } from '../assignment.ts';
import { useImplementationWords } from '../words.ts';

interface Props {
  readonly idea: HandledIdea;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

export function AssignForm({ idea, onDone, onCancel }: Props) {
  const words = useImplementationWords();
  const { language } = useLanguage();
  const act = idea.implementation === undefined ? 'assign' : 'reassign';
  const { fields, change, drop } = useActFields(act, idea, {
    owner: idea.implementation?.owner ?? '',
    due: idea.implementation?.due ?? '',
  });
  return (
    <div class="act">
      <ActForm
        idea={idea}
        act={act}
        label={act === 'assign' ? words.assign : words.reassign}
        check={() => checkAssignment(fields, words)}
        send={(call, request) => call(assignIdea, request)}
        drop={drop}
        onDone={({ title, implementation }) => {
          const { owner, due } = implementation ?? fields;
          onDone(words.assignedSaid(title, owner, calendarDay(due, language)));
        }}
        onCancel={onCancel}
      >
        {errors => (
          <div class="fields">
            <Field label={words.owner} error={errors.owner}>
              {control => (
                <input
                  {...control}
                  name="owner"
                  type="text"
                  autocomplete="off"
                  aria-required="true"
                  value={fields.owner}
                  onInput={event => change({ owner: event.currentTarget.value })}
                />
              )}
            </Field>
            <MemberSuggestions text={fields.owner} onChoose={owner => change({ owner })} />
            <Field label={words.due} hint={words.dueHint} error={errors.due}>
              {control => (
                <input
                  {...control}
                  name="due"
                  type="date"
                  required
                  value={fields.due}
                  onInput={event => change({ due: event.currentTarget.value })}
                />
              )}
            </Field>
          </div>
        )}
      </ActForm>
    </div>
  );
}
