import { cleared, defineRule, found, notApplicable } from '../../diagnosis/rule.js';

/** The update that was asked about is for another Windows, and nothing records that it was tried on this one. */
export const rule = defineRule({
  id: 'update-not-for-this-windows',
  cause: 'not-needed',
  needs: ['judged', 'os'],
  uses: [],

  examine({ judged, os }, { knowledge }) {
    if (judged.state === 'absent' || os.state === 'absent' || judged.value.kb === null) return notApplicable();
    const { kb, failures } = judged.value;
    if (failures.length > 0) return notApplicable(...failures); // it was offered here, whatever it is said to be for
    const builds = knowledge.update(kb)?.builds ?? [];
    const by = os.value.facts.find((fact) => fact.value.build !== null && fact.witness !== 'person');
    if (builds.length === 0 || by === undefined || os.value.branch === null) return notApplicable();
    const branches = builds.map((build) => knowledge.branchOf(build));
    if (branches.includes(null)) return notApplicable();
    if (branches.includes(os.value.branch)) return cleared(by);
    return found('supported', { kb, build: String(os.value.build) }, [by]);
  },
});
