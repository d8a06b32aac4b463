import { failureCodeRule } from '../../diagnosis/failure-code-rule.js';

/** Servicing stopped with a code that stands for damage in the component store. */
export const rule = failureCodeRule({
  id: 'component-store-corrupt',
  cause: 'component-store-corrupt',
  claim: 'store-corrupt',
});
