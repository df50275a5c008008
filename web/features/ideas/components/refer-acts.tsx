/** The secretary asks for an opinion: of the department's contact, or of another member. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { referIdea } from '../../../../shared/contract/routes/opinions.ts';
import { readNumber } from '../../../../shared/domain/organization/employee-number.ts';
import { Field } from '../../../ui/form/field.tsx';
import { nameOf } from '../../../ui/person.tsx';
import { MemberSuggestions } from '../../directory/index.ts';
import { useActFields } from '../act-fields.ts';
import type { Offer } from '../offers.ts';
import { useOpenAct } from '../open-act.tsx';
import { useIdeasWords } from '../words.ts';
import { ActForm } from './act-form.tsx';

const FORMS = ['refer'] as const;

interface Props {
  readonly idea: ReplyOf<typeof getIdea>;
  readonly offers: readonly Offer[];
  readonly onSaid: (text: string | undefined) => void;
}

export function ReferActs({ idea, offers, onSaid }: Props) {
  const words = useIdeasWords();
  const { opened, open, elsewhere } = useOpenAct(FORMS);
  const { fields, change, drop } = useActFields('refer', idea, { adviser: '' });
  const possible = offers.includes('refer');
  if (opened === undefined)
    return elsewhere || !possible ? null : (
      <button type="button" class="secondary" onClick={() => open('refer')}>
        {idea.referral === undefined ? words.refer : words.referAgain}
      </button>
    );
  return (
    <ActForm
      idea={idea}
      act="refer"
      label={words.refer}
      check={() => {
        const adviser = readNumber(fields.adviser);
        return { ok: true, body: adviser === undefined ? {} : { adviser } };
      }}
      send={(call, request) => call(referIdea, request)}
      drop={drop}
      onDone={({ people }) => {
        open(undefined);
        const adviser = readNumber(fields.adviser);
        onSaid(
          words.referred(
            adviser === undefined ? words.contactPerson : nameOf(adviser, people, words).name,
          ),
        );
      }}
      onCancel={() => open(undefined)}
    >
      {errors => (
        <>
          <Field label={words.adviser} hint={words.adviserHint} error={errors.adviser}>
            {control => (
              <input
                {...control}
                name="adviser"
                type="text"
                autocomplete="off"
                value={fields.adviser}
                onInput={event => change({ adviser: event.currentTarget.value })}
              />
            )}
          </Field>
          <MemberSuggestions text={fields.adviser} onChoose={adviser => change({ adviser })} />
        </>
      )}
    </ActForm>
  );
}
