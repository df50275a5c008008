/** Fails, and prints what of that would be logged. */
import { failureOf } from '../../shared/http/log.ts';

try {
  fail();
} catch (error) {
  console.log(JSON.stringify(failureOf(error).frames));
}

function fail(): never {
  throw new Error('no reason');
}
