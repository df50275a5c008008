/** Fails, and prints the log of its error. */
import { failureOf } from '../../shared/http/log.ts';

try {
  fail();
} catch (error) {
  console.log(JSON.stringify(failureOf(error).frames));
}

function fail(): never {
  throw new Error('no reason');
}
