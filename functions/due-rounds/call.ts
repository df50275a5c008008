/**
 * Calls `deliberation-cycle` and waits for its answer. The client repeats a call that was throttled
 * or whose connection broke; a step that is taken twice has the effect of one.
 */
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { cycleAnswer, type TakeSteps } from '../cycle-call.ts';

/** Throws if the function failed as a whole; its log says why. */
export function callOf(FunctionName: string, client = new LambdaClient()): TakeSteps {
  return async organizations => {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName, Payload: JSON.stringify({ organizations }) }),
    );
    // The payload of an error may quote what a person wrote.
    if (FunctionError !== undefined || !Payload)
      throw new Error('deliberation-cycle ended without an answer');
    return cycleAnswer.parse(JSON.parse(new TextDecoder().decode(Payload)));
  };
}
