/** The secretary asks for an opinion: of the department's contact, or of another member. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { referIdea } from '../../../../shared/contract/routes/opinions.ts';
import { authorsOf } from '../../../../shared/domain/idea/idea.ts';
import { readNumber } from '../../../../shared/domain/organization/employee-number.ts';
import { nameOf } from '../../../ui/person.tsx';
import { PersonPicker } from '../../directory/index.ts';
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
  const adviser = readNumber(fields.adviser);
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
      check={() => ({ ok: true, body: adviser === undefined ? {} : { adviser } })}
      send={(call, request) => call(referIdea, request)}
      drop={drop}
      onDone={({ people }) => {
        open(undefined);
        onSaid(
          words.referred(
            adviser === undefined ? words.contactPerson : nameOf(adviser, people, words).name,
          ),
        );
      }}
      onCancel={() => open(undefined)}
    >
      {errors => (
        <PersonPicker
          label={words.adviser}
          name="adviser"
          hint={words.adviserHint}
          value={adviser}
          onChange={chosen => change({ adviser: chosen ?? '' })}
          exclude={authorsOf(idea)}
          error={errors.adviser}
        />
      )}
    </ActForm>
  );
}
