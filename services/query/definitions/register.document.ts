import { charterSchema } from '../../../libs/register/charter.schema.js';
import { targetsSchema } from '../../../libs/register/targets.schema.js';
import { withoutNullable } from '../../../libs/openapi/json.schema.js';

const { measures, redress } = charterSchema.properties;

/** What answers hold of the register just as it stands there, described by the schemas that it is checked by. */
export const registerSchemas = {
  FrameworkMeasure: withoutNullable(measures.items),
  Evidence: withoutNullable(measures.items.properties.evidencedBy.items),
  RedressStep: withoutNullable(redress.items),
  Target: withoutNullable(targetsSchema.items),
} as const;
