import { exactly, oneOfCodes } from '../../../libs/openapi/json.schema.js';

/** A `Classification`: what kind of figures an answer holds. */
export const classification = exactly({
  kind: oneOfCodes(['management information', 'official statistic']),
  published: oneOfCodes(['live', 'released']),
  certainty: {
    ...oneOfCodes(['provisional', 'final']),
    description: 'Provisional where any figure is marked p, or the release is provisional.',
  },
  synthetic: { type: 'boolean', description: 'Whether every case is made up.' },
});
