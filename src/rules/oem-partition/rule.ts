import { WINRE_PARTITION_BYTES_MAX } from '../../diagnosis/derive/recovery-partition.js';
import { certaintyBy, cleared, defineRule, found, notApplicable } from '../../diagnosis/rule.js';

/** A partition of the maker that looks like a recovery partition of Windows, and is none. */
export const rule = defineRule({
  id: 'oem-partition',
  cause: null,
  needs: ['disk-layout'],
  uses: [],

  examine({ 'disk-layout': layouts }) {
    if (layouts.state === 'absent') return notApplicable();
    for (const layout of layouts.value) {
      const makers = layout.value.partitions.filter(
        ({ role, sizeBytes }) => role === 'oem' || (role === 'recovery' && sizeBytes > WINRE_PARTITION_BYTES_MAX),
      );
      if (makers.length === 0) continue;
      const sizeBytes = Math.max(...makers.map((part) => part.sizeBytes));
      return found(certaintyBy(layout), { sizeBytes: { bytes: sizeBytes }, partitions: { count: makers.length } }, [
        layout,
      ]);
    }
    return cleared(...layouts.value);
  },
});
