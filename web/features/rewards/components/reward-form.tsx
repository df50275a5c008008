/**
 * Approves a reward: an amount within the band, and each author's share, with the sum beside it
 * while the user types.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { approveReward } from '../../../../shared/contract/routes/rewards.ts';
import { authorsOf } from '../../../../shared/domain/idea/idea.ts';
import { fenOf } from '../../../ui/form/amount.ts';
import { Field } from '../../../ui/form/field.tsx';
import { nameOf, type People } from '../../../ui/person.tsx';
import { ActForm, useActFields, type WorkItem } from '../../ideas/index.ts';
import {
  checkReward,
  evenly,
  type RewardFields,
  shareOf,
  startingFrom,
  sumOf,
  sumText,
  withAmount,
  withShare,
} from '../sharing.ts';
import { useRewardsWords } from '../words.ts';

interface Props {
  readonly item: WorkItem;
  readonly reward: ReplyOf<typeof approveReward>;
  readonly people: People;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function RewardForm({ item, reward, people, onDone, onCancel }: Props) {
  const words = useRewardsWords();
  const authors = authorsOf(item);
  const { fields, change, drop } = useActFields<RewardFields>(
    'approve-reward',
    item,
    startingFrom(reward, authors),
  );
  const { least, most, proposed } = reward;
  const amount = fields.amount ?? '';
  return (
    <ActForm
      idea={item}
      act="approve-reward"
      label={words.approve}
      check={() => checkReward(fields, reward, authors, words)}
      send={(call, request) => call(approveReward, request)}
      rereads
      drop={drop}
      onDone={onDone}
      onCancel={onCancel}
    >
      {errors => (
        <>
          <Field
            label={words.amountField}
            hint={words.band(String(least), String(most), String(proposed))}
            error={errors.amount}
          >
            {control => (
              <input
                {...control}
                name="amount"
                type="text"
                inputMode="decimal"
                autocomplete="off"
                aria-required="true"
                value={amount}
                onInput={event => change(withAmount(fields, event.currentTarget.value, authors))}
              />
            )}
          </Field>
          <fieldset class="shares">
            <legend>{words.sharesLegend}</legend>
            {authors.map(member => (
              <Field
                key={member}
                label={words.shareField(nameOf(member, people, words).name)}
                hint={[people[member]?.department, words.memberNumber(member)]
                  .filter(part => part !== undefined)
                  .join('\u00a0· ')}
                error={errors[shareOf(member)]}
              >
                {control => (
                  <input
                    {...control}
                    name={shareOf(member)}
                    type="text"
                    inputMode="decimal"
                    autocomplete="off"
                    aria-required="true"
                    value={fields[shareOf(member)] ?? ''}
                    onInput={event => change(withShare(fields, member, event.currentTarget.value))}
                  />
                )}
              </Field>
            ))}
            <p class="actions">
              <output>{sumText(fenOf(amount), sumOf(fields, authors), words)}</output>
              {authors.length > 1 && (
                <button
                  type="button"
                  class="secondary"
                  onClick={() => change(evenly(fields, authors))}
                >
                  {words.evenly}
                </button>
              )}
            </p>
          </fieldset>
        </>
      )}
    </ActForm>
  );
}
