/** Rewards that wait for an approval: who gets it, what it is for, and the band of its benefit. */
import { useState } from 'preact/hooks';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Part } from '../../../ui/part.tsx';
import type { People } from '../../../ui/person.tsx';
import { barTo } from '../../ideas/index.ts';
import {
  Authors,
  daysSince,
  type Heading,
  WhyBarred,
  WorkTable,
  WorkTitle,
} from '../../implementation/index.ts';
import type { Rewarded } from '../rewarded.ts';
import { useRewardsWords } from '../words.ts';
import { RewardForm } from './reward-form.tsx';

interface Props {
  readonly items: readonly Rewarded[];
  readonly people: People;
  readonly onSaid: (text: string | undefined) => void;
}

export function ApprovalTable({ items, people, onSaid }: Props) {
  const words = useRewardsWords();
  const headings: readonly Heading[] = [
    { name: words.idea },
    { name: words.authors },
    { name: words.verifiedHeading, number: true },
    { name: words.bandHeading, number: true },
    { name: words.acceptedHeading },
    { name: words.act, screenOnly: true },
  ];
  return (
    <Part title={words.toApprove(items.length)}>
      <WorkTable label={words.toApprove(items.length)} headings={headings}>
        {items.map(item => (
          <Row
            key={item.id}
            item={item}
            people={people}
            columns={headings.length}
            onSaid={onSaid}
          />
        ))}
      </WorkTable>
    </Part>
  );
}

interface RowProps extends Omit<Props, 'items'> {
  readonly item: Rewarded;
  readonly columns: number;
}

function Row({ item, people, columns, onSaid }: RowProps) {
  const { language } = useLanguage();
  const words = useRewardsWords();
  const { membership } = useOrganization();
  const [open, setOpen] = useState(false);
  const { reward, acceptance } = item;
  const bar = barTo('approve-reward', item, membership);
  return (
    <tbody>
      <tr>
        <WorkTitle item={item} />
        <td data-label={words.authors}>
          <Authors item={item} people={people} />
        </td>
        <td data-label={words.verifiedHeading} class="number">
          {acceptance?.verifiedBenefit.toLocaleString(language) ?? words.none}
        </td>
        <td data-label={words.bandHeading} class="number band">
          {words.proposed(String(reward.least), String(reward.most), String(reward.proposed))}
        </td>
        <td data-label={words.acceptedHeading}>
          {acceptance === undefined ? words.none : words.waited(daysSince(acceptance.at))}
        </td>
        <td class="row-acts no-print">
          {bar !== undefined && <WhyBarred bar={bar} />}
          {bar === undefined && !open && (
            <button
              type="button"
              class="secondary"
              onClick={() => {
                onSaid(undefined);
                setOpen(true);
              }}
            >
              {words.approve}
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr class="row-form">
          <td colSpan={columns}>
            <div>
              <RewardForm
                item={item}
                reward={reward}
                people={people}
                onDone={() => {
                  setOpen(false);
                  onSaid(words.approved(item.title));
                }}
                onCancel={() => setOpen(false)}
              />
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
}
