/**
 * The admin endpoint that founds: `POST` takes the event of the function on AWS, and answers as it
 * does.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { type FoundingOrder, foundingOrder } from '../../../functions/founding/order.ts';
import type { FoundingReport } from '../../../functions/founding/report.ts';

interface FoundDoor {
  readonly found: (order: FoundingOrder) => Promise<FoundingReport>;
  /** Called when something may have been written. */
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
}

export function foundRoute({ found, written, failed }: FoundDoor) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.method !== 'POST') return answer(405, { error: 'A founding is asked for by POST' });
    const order = foundingOrder.safeParse(await json(request).catch(() => undefined));
    if (!order.success)
      return answer(400, { error: 'A founding is asked for by JSON: file, preview' });
    try {
      answer(200, await found(order.data));
    } catch (error) {
      failed(error);
      answer(500, { error: '系统出错，原因见 Something went wrong; see .local/system.log' });
    } finally {
      written();
    }
  };
}
