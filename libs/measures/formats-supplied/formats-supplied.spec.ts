import { describeFulfilment } from '../fulfilment.contract.js';
import { fact } from '../measure.testkit.js';

describeFulfilment(
  'a format that was asked for',
  'formats-supplied',
  (when, ref = 'f1') => fact('document.format-requested', when, { ref, format: 'easy-read' }),
  (when, ref = 'f1') => fact('document.format-supplied', when, { ref }),
);
