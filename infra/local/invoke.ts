/**
 * Calls a handler as Lambda does, with a context beside the event. Our handlers read only what
 * middy needs of it.
 */
import type { employeeHandler } from '../../functions/employee/handler.ts';
import type { LambdaHandler } from './gateway.ts';

type ApiHandler = ReturnType<typeof employeeHandler>;

/** A handler as the gateway calls it. */
export function invoke(handler: ApiHandler): LambdaHandler {
  return (event, awsRequestId) => handler(event, contextOf(awsRequestId));
}

function contextOf(awsRequestId: string): Parameters<ApiHandler>[1] {
  return {
    awsRequestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'local',
    functionVersion: '1',
    invokedFunctionArn: 'local',
    memoryLimitInMB: '512',
    logGroupName: 'local',
    logStreamName: 'local',
    getRemainingTimeInMillis: () => 29_000,
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
