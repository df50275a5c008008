/** The call between the two functions, as it goes over the wire: Lambda's own protocol. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { expect, it } from 'vitest';
import { callOf } from '../../functions/due-rounds/call.ts';
import { HUATAI, OCTOBER, ZHONGCHENG } from '../store/sample-facts.ts';

/** Calls a stand-in for Lambda that answers as given; returns what it was asked, too. */
async function calling(answer: (response: ServerResponse, time: number) => void) {
  const asked: { path: string | undefined; body: string }[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    asked.push({ path: request.url, body: await text(request) });
    answer(response, asked.length);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const client = new LambdaClient({
    endpoint: `http://127.0.0.1:${address.port}`,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  try {
    const answered = await callOf(
      'arn:aws-cn:lambda:cn-north-1:1:function:steps',
      client,
    )([HUATAI, ZHONGCHENG]).catch((error: unknown) => error);
    return { asked, answered };
  } finally {
    client.destroy();
    server.close();
  }
}

const ANSWER = {
  steps: [{ organization: HUATAI, round: OCTOBER, step: 'open' }],
  failed: [ZHONGCHENG],
};

it('sends the organizations, waits, and takes the answer', async () => {
  const { asked, answered } = await calling(response => response.end(JSON.stringify(ANSWER)));
  expect(answered).toEqual(ANSWER);
  expect(asked).toEqual([
    {
      path: '/2015-03-31/functions/arn%3Aaws-cn%3Alambda%3Acn-north-1%3A1%3Afunction%3Asteps/invocations',
      body: JSON.stringify({ organizations: [HUATAI, ZHONGCHENG] }),
    },
  ]);
});

it('that is throttled is made again', async () => {
  const { asked, answered } = await calling((response, time) => {
    if (time > 1) response.end(JSON.stringify(ANSWER));
    else
      response
        .writeHead(429, { 'x-amzn-errortype': 'TooManyRequestsException' })
        .end(JSON.stringify({ Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' }));
  });
  expect(answered).toEqual(ANSWER);
  expect(asked).toHaveLength(2);
});

it('to a function that fails as a whole is an error that quotes nothing', async () => {
  const { answered } = await calling(response =>
    response
      .writeHead(200, { 'x-amz-function-error': 'Unhandled' })
      .end(JSON.stringify({ errorMessage: '一条金点子', errorType: 'Error' })),
  );
  expect(answered).toBeInstanceOf(Error);
  expect(String(answered)).not.toContain('金点子');
});

it('that answers with something else is an error', async () => {
  const { answered } = await calling(response => response.end('null'));
  expect(answered).toBeInstanceOf(Error);
});
