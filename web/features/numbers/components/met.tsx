/** Whether a target is met, with sign and word; a dash while that is open. */
import { Check, X } from '../../../ui/icon.ts';
import { useNumbersWords } from '../words.ts';

export function Met({ met }: { readonly met: boolean | undefined }) {
  const words = useNumbersWords();
  if (met === undefined) return <>{words.none}</>;
  const Icon = met ? Check : X;
  return (
    <span class={met ? 'met' : 'missed'}>
      <Icon aria-hidden="true" />
      {met ? words.targetMet : words.targetMissed}
    </span>
  );
}
