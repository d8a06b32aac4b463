import { failureCodeRule } from '../../diagnosis/failure-code-rule.js';

/** Files were in use, or another installation was at work. */
export const rule = failureCodeRule({
  id: 'install-conflict',
  cause: 'install-conflict',
  claim: 'antivirus-blocks',
});
