import { describeFulfilment } from '../fulfilment.contract.js';
import { fact } from '../measure.testkit.js';

describeFulfilment(
  'a referral to advocacy',
  'advocacy-started',
  (when, ref = 'f1') => fact('advocacy.referred', when, { ref }),
  (when, ref = 'f1') => fact('advocacy.started', when, { ref }),
);
