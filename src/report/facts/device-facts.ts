import type { Describers } from '../describe-fact.js';
import { detailed, phrase, raw, told } from '../phrase.js';

/** Minutes as an offset of local time: 60 is `+01:00`. */
function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(Math.trunc(number)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

export const deviceFacts = {
  'os-version': (os) => {
    const name = [os.product, os.release, os.edition].filter((part) => part !== null).join(' ');
    const build = [os.build, os.revision].filter((part) => part !== null).join('.');
    return detailed(
      name === '' ? phrase('report/system#version-unnamed') : phrase('report/system#version-is', { name }),
      [
        build === '' ? null : phrase('report/detail#build', { build }),
        told(os.architecture, raw),
        told(os.server, (server) => phrase(server ? 'report/system#is-server' : 'report/system#is-client')),
      ],
    );
  },

  'device-identity': (device) =>
    detailed(
      device.computerName === null
        ? phrase('report/system#computer-unnamed')
        : phrase('report/system#computer-is', { name: device.computerName }),
      [
        told(device.machineGuid, (guid) => phrase('report/detail#guid', { guid })),
        device.diskIds.length === 0 ? null : phrase('report/detail#disk-ids', { ids: { list: device.diskIds } }),
      ],
    ),

  'time-zone': ({ offsetMinutes }) => phrase('report/system#zone-is', { offset: { shown: offsetText(offsetMinutes) } }),
} satisfies Partial<Describers>;
