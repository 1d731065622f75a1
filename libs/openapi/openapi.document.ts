import { degreeFor, type Permission } from '../access/permission.rule.js';
import { ROLES } from '../access/role.rule.js';
import { exactly, listOf, text, type JsonSchema } from './json.schema.js';
import { comeBackLater, problem, type Operation } from './operation.document.js';

/** A route of the application that says something of itself. */
export interface DescribedRoute {
  readonly method: string;
  /** With its parameters in braces: `/v1/measures/{id}`. */
  readonly path: string;
  readonly permission: Permission;
  readonly operation: Operation;
}

/** A document of OpenAPI 3.1, as far as it is told apart here. */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: JsonSchema;
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: JsonSchema;
  };
}

const about = {
  title: 'Charter Monitor',
  version: '1',
  description:
    "Live measures of Scotland's social security charter. All data and tokens are synthetic. " +
    'Who may use a route stands under x-roles; without a token a request is public.',
  license: { name: 'MIT', identifier: 'MIT' },
};

/** An error as of RFC 9457, with the members at fault as their route describes them. */
const problemSchema: JsonSchema = exactly(
  { type: text, title: text, status: { type: 'integer' }, detail: text, errors: listOf({ type: 'object' }) },
  ['errors'],
);

/** The OpenAPI document of an application's routes. */
export function openApiDocumentOf(routes: readonly DescribedRoute[]): OpenApiDocument {
  const paths = Map.groupBy(routes, ({ path }) => path);
  return {
    openapi: '3.1.1',
    info: about,
    paths: Object.fromEntries(
      [...paths].map(([path, same]) => [
        path,
        Object.fromEntries(same.map((route) => [route.method, operationObject(route)])),
      ]),
    ),
    components: {
      schemas: Object.fromEntries([
        ['Problem', problemSchema],
        ...routes.flatMap(({ operation }) => Object.entries(operation.schemas ?? {})),
      ]),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function operationObject({ permission, operation }: DescribedRoute): JsonSchema {
  const { id, summary, description, parameters, body, answers } = operation;
  const isPublic = degreeFor('public', permission) !== null;
  const refusals = {
    401: problem(isPublic ? 'The token is not valid.' : 'There is no token, or it is not valid.'),
    ...(isPublic ? {} : { 403: problem('The role may not do this.') }),
    429: comeBackLater('This caller has asked too often, or holds too many streams open.'),
  };
  return {
    operationId: id,
    summary,
    ...(description === undefined ? {} : { description }),
    'x-roles': ROLES.filter((role) => degreeFor(role, permission) !== null),
    security: isPublic ? [{}, { bearer: [] }] : [{ bearer: [] }],
    ...(parameters === undefined ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, ...body } }),
    responses: { ...refusals, ...answers },
  };
}
