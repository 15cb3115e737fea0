import type { FaultCode, HostRequest } from '../../../embed/protocol';
import { readRequest } from '../../../embed/read-request';
import { UserError } from '../../../engine/errors';

/** Where what went wrong is not for the host to know. */
export const plainSentence = 'That did not work; the embedded page itself says why.';

/** A request could not be met; the sentence may be told to the host. */
export class Fault extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** What the host asks. Throws Fault where it is not what the protocol knows. */
export function readAs(message: unknown): HostRequest {
  return orMalformed(() => readRequest(message));
}

/** What `read` gives; its UserError is the host's fault. */
export function orMalformed<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof UserError ? new Fault('malformed', error.message) : error;
  }
}

/** What the host is told of an error. */
export function tellOf(error: unknown): { readonly code: FaultCode; readonly sentence: string } {
  return error instanceof Fault
    ? { code: error.code, sentence: error.message }
    : { code: 'failed', sentence: plainSentence };
}
