import { failureCodeRule } from '../../diagnosis/failure-code-rule.js';

/** The files of the update did not pass their check. */
export const rule = failureCodeRule({
  id: 'update-files-corrupt',
  cause: 'update-files-corrupt',
});
