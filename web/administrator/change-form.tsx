/**
 * A form that changes something that is there already. It notices what is wrong before it asks the API and keeps what was typed until
 * it has arrived. When somebody else has changed the same, it shows what is there now beside what was typed, and sends nothing
 * until it is clear which of the two is meant.
 */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Call } from '../../shared/contract/client.ts';
import type { FieldErrors } from '../form/field-errors.ts';
import { StorageWarning } from '../form/storage-warning.tsx';
import { useFieldErrors } from '../form/use-field-errors.ts';
import type { ValidationResult } from '../form/validation-result.ts';
import { Confirmation } from '../shell/confirmation.tsx';
import { StatusMessage } from '../shell/status-message.tsx';
import { useOwnPlace } from '../storage/use-own-place.ts';
import { ChangeFailure } from './change-failure.tsx';
import { useConflictAwareDraft } from './conflict-aware-draft.ts';
import { useAdministratorWords } from './language/use-administrator-words.ts';
import { useChange } from './use-change.ts';

/** What the fields inside a form work with. */
export interface Editing<Of> {
  readonly fields: Of;
  readonly change: (changes: Partial<Of>) => void;
  readonly errors: FieldErrors;
}

interface Props<Of extends Readonly<Record<string, string>>, Body, Reply> {
  /** Tells the form from others; what is typed is kept under it. */
  readonly name: string;
  /** What is there now, as it stands in the fields. */
  readonly present: Of;
  readonly label: string;
  readonly check: (fields: Of) => ValidationResult<Body>;
  /** Asked once more before it is sent. */
  readonly question?: (body: Body) => string | undefined;
  /** Sends it, on condition that what is there is still what was shown. */
  readonly send: (call: Call, body: Body) => Promise<Reply>;
  /** What has been done, in words. */
  readonly said?: (reply: Reply) => string;
  readonly onDone?: (reply: Reply) => void;
  readonly onCancel?: () => void;
  /** What there is to say of a refusal beyond its own words. */
  readonly more?: (error: Error, fields: Of) => ComponentChildren;
  readonly children: (editing: Editing<Of>) => ComponentChildren;
}

export function ChangeForm<Of extends Readonly<Record<string, string>>, Body, Reply>(
  props: Props<Of, Body, Reply>,
) {
  const { name, present, label, check, question, send, onDone, onCancel, more, children } = props;
  const words = useAdministratorWords();
  const edit = useConflictAwareDraft(useOwnPlace(name), present);
  const form = useRef<HTMLFormElement>(null);
  const [said, setSaid] = useState<string | undefined>(undefined);
  /** Together with how to send it, for what is there may change while somebody thinks about the question. */
  const [asking, setAsking] = useState<
    { readonly body: Body; readonly send: typeof send; readonly text: string } | undefined
  >(undefined);
  const changing = useChange(
    (call, given: Pick<NonNullable<typeof asking>, 'body' | 'send'>) => given.send(call, given.body),
    reply => {
      edit.drop();
      setSaid(props.said?.(reply));
      onDone?.(reply);
    },
  );

  const { errors, lookOver, forget } = useFieldErrors(form, changing.error, () => check(edit.fields));
  const submit = () => {
    const checked = lookOver();
    setSaid(undefined);
    changing.reset();
    if (!checked.ok) return;
    const { body } = checked;
    const text = question?.(body);
    if (!edit.edited) setSaid(words.nothingChanged);
    else if (text === undefined) changing.mutate({ body, send });
    else setAsking({ body, send, text });
  };
  const change = (changes: Partial<Of>) => {
    setSaid(undefined);
    edit.change(changes);
  };
  const drop = () => {
    forget();
    changing.reset();
    edit.drop();
  };

  const overtaken = edit.overtaken && !changing.isPending;
  return (
    <>
      <StatusMessage text={said} />
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          submit();
        }}
      >
        {children({ fields: edit.fields, change, errors })}
        {!overtaken && <ChangeFailure error={changing.error} />}
        {changing.error !== null && more?.(changing.error, edit.fields)}
        <p class="actions">
          <button type="submit" aria-busy={changing.isPending} disabled={changing.isPending || overtaken}>
            {label}
          </button>
          {onCancel !== undefined && (
            <button
              type="button"
              class="secondary"
              disabled={changing.isPending}
              onClick={() => {
                drop();
                onCancel();
              }}
            >
              {words.cancel}
            </button>
          )}
          {onCancel === undefined && edit.edited && !overtaken && (
            <>
              <button type="button" class="secondary" disabled={changing.isPending} onClick={drop}>
                {words.discard}
              </button>
              <small>{words.editKept}</small>
            </>
          )}
        </p>
        <StorageWarning />
      </form>
      {overtaken && (
        <div class="notice warning">
          <p role="alert">{words.overtaken}</p>
          {/* Outside of the form: otherwise its choices would belong to those of the form. */}
          <details>
            <summary>{words.asItIs}</summary>
            <fieldset disabled>{children({ fields: present, change: () => undefined, errors: {} })}</fieldset>
          </details>
          <p class="actions">
            <button
              type="button"
              onClick={() => {
                changing.reset();
                edit.keep();
              }}
            >
              {words.keepMine}
            </button>
            <button type="button" class="secondary" onClick={drop}>
              {words.takeTheirs}
            </button>
          </p>
        </div>
      )}
      {asking !== undefined && (
        <Confirmation
          question={asking.text}
          onConfirm={() => {
            setAsking(undefined);
            changing.mutate(asking);
          }}
          onCancel={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
