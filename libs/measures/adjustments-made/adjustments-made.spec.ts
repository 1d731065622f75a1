import { describeFulfilment } from '../fulfilment.contract.js';
import { fact } from '../measure.testkit.js';

describeFulfilment(
  'an adjustment that was asked for',
  'adjustments-made',
  (when, ref = 'f1') => fact('adjustment.requested', when, { ref }),
  (when, ref = 'f1') => fact('adjustment.made', when, { ref }),
);
