import { Catch, HttpException, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { ProblemException } from './problem.exception.js';
import { plainProblem, PROBLEM_MEDIA_TYPE } from './problem.rule.js';
import type { Problem } from './problem.rule.js';

/**
 * Turns whatever a request ends with into a problem. What nobody foresaw is logged and answered 500 in general words:
 * its message and stack stay inside. An answer that has already begun cannot be put right, so its connection is cut.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(error);
    if (problem.status >= 500 && !(error instanceof ProblemException)) {
      this.logger.error(error instanceof Error ? error.stack : `not an Error: ${typeof error}`);
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (error instanceof ProblemException) response.set(error.headers);
    response.status(problem.status).type(PROBLEM_MEDIA_TYPE).json(problem);
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemException) return error.problem;
  const status = statusOf(error);
  if (status === null) return plainProblem(500, 'Something went wrong here. It has been logged.');
  if (!(error instanceof HttpException)) return plainProblem(status, 'The request could not be read.');
  const faults = faultsOf(error.getResponse());
  if (faults === null) return plainProblem(status, error.message);
  return { ...plainProblem(status, 'Members of the request are at fault.'), errors: faults };
}

/**
 * The status of an error that is the caller's own doing (400 to 499), `null` of any other.
 * Express and its body reader mark theirs with a `status`.
 */
export function statusOf(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  const status: unknown = error instanceof HttpException ? error.getStatus() : 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

/** What a validation pipe found, where the answer is one of its lists. */
function faultsOf(answer: string | object): readonly object[] | null {
  if (typeof answer === 'string' || !('message' in answer) || !Array.isArray(answer.message)) return null;
  return answer.message.map((detail) => ({ detail: String(detail) }));
}
