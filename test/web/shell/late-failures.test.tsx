import { QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, expect, it } from 'vitest';
import type { Call } from '../../../shared/contract/client.ts';
import { NetworkFailure } from '../../../shared/contract/client-errors.ts';
import type { IdeaId, OrganizationId } from '../../../shared/domain/kernel/ids.ts';
import { CallProvider } from '../../../web/api/call-context.tsx';
import { createQueryClient } from '../../../web/api/query-client.ts';
import { SupportButton } from '../../../web/employee/support-button.tsx';
import { LanguageProvider } from '../../../web/language/language-context.tsx';
import { LateFailures } from '../../../web/shell/late-failures.tsx';

afterEach(cleanup);

const idea = {
  organization: 'huatai' as OrganizationId,
  id: '2026-10-a' as IdeaId,
  title: '行车加装限位',
  status: 'submitted' as const,
  supports: 3,
  supported: false,
};

/** An API whose answers the test gives. */
function slowApi() {
  const asked: {
    readonly id: string;
    readonly answer: (reply: unknown) => void;
    readonly fail: (error: Error) => void;
  }[] = [];
  const call = ((route: { readonly id: string }) =>
    new Promise((answer, fail) => asked.push({ id: route.id, answer, fail }))) as unknown as Call;
  return { asked, call };
}

function show(call: Call) {
  const queryClient = createQueryClient();
  const page = (content: ComponentChildren) => (
    <LanguageProvider>
      <QueryClientProvider client={queryClient}>
        <CallProvider call={call}>
          <LateFailures />
          {content}
        </CallProvider>
      </QueryClientProvider>
    </LanguageProvider>
  );
  const { rerender } = render(page(<SupportButton idea={idea} />));
  return { queryClient, goOn: () => rerender(page(<p>elsewhere</p>)) };
}

const press = () => fireEvent.click(screen.getByRole('button', { name: /行车加装限位/ }));

it('sends a press during an earlier request after it, in the order of the presses', async () => {
  const { asked, call } = slowApi();
  show(call);
  await press();
  await press();
  await waitFor(() => expect(asked).toHaveLength(1));
  asked[0]!.answer({ supported: true, supports: 4 });
  await waitFor(() => expect(asked).toHaveLength(2));
});

it('reports a failure after the user has left the page, with a link back, and none that the user has seen', async () => {
  const { asked, call } = slowApi();
  const { goOn } = show(call);
  await press();
  asked[0]!.fail(new NetworkFailure('gone'));
  await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(1));
  expect(screen.queryByRole('link')).toBeNull();

  await press();
  await waitFor(() => expect(asked).toHaveLength(2));
  goOn();
  asked[1]!.fail(new NetworkFailure('gone'));
  const back = await screen.findByRole('link');
  expect(back.getAttribute('href')).toBe('/o/huatai/ideas/2026-10-a');
  await fireEvent.click(back);
  expect(screen.queryByRole('alert')).toBeNull();
});
