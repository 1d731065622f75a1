import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { formatChecks } from '../events/format.schema.js';
import { parseDay } from '../calendars/local-date.calendar.js';
import type { OpenApiDocument } from './openapi.document.js';

interface DocumentedAnswer {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly 'x-roles': readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, DocumentedAnswer>>;
}

/** What was asked, and what came of it: as supertest has it. */
export interface GivenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly text: string;
}

/** An OpenAPI document taken at its word. */
export class DocumentedAnswers {
  private readonly ajv = new Ajv2020({
    strict: true,
    // Nulls stand beside one type, and the members that an `anyOf` requires are described beside it.
    allowUnionTypes: true,
    strictRequired: false,
    discriminator: true,
    formats: { ...formatChecks, date: (text: string) => parseDay(text) !== null },
  });
  private readonly checks = new Map<object, ValidateFunction>();
  /** Answers that were had, as `<operation> <status> <media type>`. */
  readonly had = new Set<string>();

  constructor(private readonly document: OpenApiDocument) {
    this.ajv.addKeyword('components');
  }

  /** `<method> <path>` of every route. */
  get routes(): readonly string[] {
    return this.operations.map(({ name }) => name);
  }

  get operations(): readonly { readonly name: string; readonly operation: DocumentedOperation }[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method} ${path}`,
        operation: operation as unknown as DocumentedOperation,
      })),
    );
  }

  /** Every answer that there may be, as `had` names them, but 429: that is the door's, the same for every route. */
  get promised(): readonly string[] {
    return this.operations.flatMap(({ operation: { operationId, responses } }) =>
      Object.entries(responses)
        .filter(([status]) => status !== '429')
        .flatMap(([status, { content = {} }]) =>
          Object.keys(content).map((type) => `${operationId} ${status} ${type}`),
        ),
    );
  }

  /** What is wrong with the schemas themselves. */
  faultsOfSchemas(): readonly string[] {
    return Object.entries(this.document.components.schemas).flatMap(([name, schema]) => {
      try {
        this.checkOf(schema);
        return [];
      } catch (error) {
        return [`${name}: ${String(error)}`];
      }
    });
  }

  /** How an answer differs from what the document says of it; `null` where it does not. */
  faultOf(name: string, { status, headers, body, text }: GivenAnswer): string | null {
    const operation = this.operations.find((candidate) => candidate.name === name)?.operation;
    if (operation === undefined) return `${name} is not documented`;
    const answer = operation.responses[status];
    if (answer === undefined) return `${name} may not answer ${status}`;
    const type = headers['content-type']?.split(';')[0] ?? '';
    const documented = answer.content?.[type];
    if (documented === undefined) return `${name} may not answer ${status} as '${type}'`;
    const missing = Object.keys(answer.headers ?? {}).find((header) => headers[header.toLowerCase()] === undefined);
    if (missing !== undefined) return `${name} answers ${status} without ${missing}`;
    this.had.add(`${operation.operationId} ${status} ${type}`);
    const check = this.checkOf(documented.schema);
    if (check(type.endsWith('json') ? body : text)) return null;
    return `${name} ${status}: ${this.ajv.errorsText(check.errors)}`;
  }

  private checkOf(schema: object): ValidateFunction {
    const known = this.checks.get(schema);
    if (known !== undefined) return known;
    const check = this.ajv.compile({ ...schema, components: this.document.components });
    this.checks.set(schema, check);
    return check;
  }
}
