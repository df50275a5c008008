/**
 * Finds an unnamed idea by its claim code. The code stays in this page's memory until the page is
 * left or closed; it is in no address and not stored on the device.
 */
import { useMutation } from '@tanstack/preact-query';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { openUnnamedIdea } from '../../../../shared/contract/routes/unnamed.ts';
import { type ClaimCode, readCode } from '../../../../shared/domain/idea/claim-code.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../../api/call-context.tsx';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Field } from '../../../ui/form/field.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { UnnamedIdea } from '../components/unnamed-idea.tsx';
import { useSubmissionWords } from '../words.ts';

/** The idea that a code has opened. */
interface Opened {
  readonly code: ClaimCode;
  readonly idea: ReplyOf<typeof openUnnamedIdea>;
}

interface Claimed {
  readonly id: IdeaId;
  readonly title: string;
}

export function UnnamedPage() {
  const words = useSubmissionWords();
  const call = useCall();
  const { organization } = useOrganization();
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const [claimed, setClaimed] = useState<Claimed | undefined>(undefined);
  const [closed, setClosed] = useState(false);
  const opening = useMutation({
    mutationFn: async (code: ClaimCode): Promise<Opened> => {
      const path = { organization: organization.id };
      return { code, idea: await call(openUnnamedIdea, { path, body: { code } }) };
    },
    // Not cached any longer than it is shown.
    gcTime: 0,
  });
  // Given to each call and not once for all: an answer that arrives after the idea was closed is
  // then ignored, and does not show it again.
  const open = (code: ClaimCode) => opening.mutateAsync(code, { onSuccess: setOpened });
  const close = () => {
    setOpened(undefined);
    opening.reset();
  };

  return (
    <section class="narrow">
      <PageTitle text={words.findUnnamed} />
      <StatusMessage text={claimed && words.claimed(claimed.title)} />
      {claimed !== undefined && (
        <p>
          <Link href={paths.idea(organization.id, claimed.id)} class="button">
            {words.seeIdea}
          </Link>
        </p>
      )}
      {opened === undefined ? (
        <CodeForm
          focused={closed}
          pending={opening.isPending}
          error={opening.error}
          onOpen={code => {
            setClaimed(undefined);
            // The error appears beside the field.
            open(code).catch(() => undefined);
          }}
        />
      ) : (
        <UnnamedIdea
          key={opened.code}
          code={opened.code}
          idea={opened.idea}
          onChanged={() => open(opened.code)}
          onClaimed={() => {
            setClosed(false);
            setClaimed({ id: opened.idea.id, title: opened.idea.title });
            close();
          }}
          onClose={() => {
            setClosed(true);
            close();
          }}
        />
      )}
    </section>
  );
}

interface CodeFormProps {
  /** Takes the focus: the button that closed an idea is gone. */
  readonly focused: boolean;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onOpen: (code: ClaimCode) => void;
}

function CodeForm({ focused, pending, error, onOpen }: CodeFormProps) {
  const words = useSubmissionWords();
  const [written, setWritten] = useState('');
  const [malformed, setMalformed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  return (
    <form
      noValidate
      autocomplete="off"
      onSubmit={event => {
        event.preventDefault();
        const code = readCode(written);
        setMalformed(code === undefined);
        if (code !== undefined) onOpen(code);
      }}
    >
      <p>{words.findUnnamedText}</p>
      <Field
        label={words.claimCode}
        hint={words.findUnnamedRecord}
        error={malformed && readCode(written) === undefined ? words.notACode : undefined}
      >
        {control => (
          <input
            {...control}
            ref={field}
            type="text"
            class="code"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            value={written}
            onInput={event => setWritten(event.currentTarget.value)}
          />
        )}
      </Field>
      {error !== null && <Failure error={error} />}
      <button type="submit" aria-busy={pending} disabled={pending}>
        {pending ? words.openingUnnamed : words.openUnnamed}
      </button>
    </form>
  );
}
