/** A button whose act needs a confirmation. */
import { useConfirmation } from './confirmation.tsx';

interface Props {
  readonly name: string;
  readonly question: string;
  /** Done on a yes, as it was when the question was asked. */
  readonly onConfirm: () => void;
  /** Whether the act is under way. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** How much the button stands out. */
  readonly look?: 'main' | 'secondary' | 'plain';
  /** What screen readers say instead of the name. */
  readonly label?: string;
  /** The key that triggers it where the page listens for keys. */
  readonly shortcut?: string | undefined;
}

export function ConfirmButton(props: Props) {
  const { name, question, onConfirm, busy, disabled, look = 'secondary', label, shortcut } = props;
  const { ask, confirmation } = useConfirmation();
  return (
    <>
      <button
        type="button"
        class={look === 'main' ? undefined : look}
        disabled={busy === true || disabled === true}
        aria-busy={busy}
        aria-label={label}
        aria-keyshortcuts={shortcut}
        onClick={() => ask(question, onConfirm)}
      >
        {name}
      </button>
      {confirmation}
    </>
  );
}
